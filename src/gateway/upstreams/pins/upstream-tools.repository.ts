import { Injectable } from '@nestjs/common';
import { Transactions, type Transaction } from '../../../database/index.js';
import type { Definition } from './definition.js';

/** A tool of an upstream: what was approved, and what it is now where that differs. */
export interface PinnedTool {
  readonly upstream: string;
  readonly name: string;
  readonly approved: Definition | null;
  readonly approvedAt: Date | null;
  readonly approvedBy: string | null;
  /** A list where it cannot be approved: definitions that share the name. */
  readonly pending: Definition | readonly unknown[] | null;
  readonly pendingSince: Date | null;
}

const COLUMNS = `upstream, name, approved, approved_at AS "approvedAt", approved_by AS "approvedBy",
  pending, pending_since AS "pendingSince"`;
const LIST = `SELECT ${COLUMNS} FROM upstream_tools WHERE upstream = $1 ORDER BY name`;
const COUNT = `
  SELECT upstream, count(*) FILTER (WHERE approved IS NOT NULL)::int AS approved,
         count(*) FILTER (WHERE pending IS NOT NULL)::int AS pending
  FROM upstream_tools GROUP BY upstream ORDER BY upstream`;
const PIN = `
  INSERT INTO upstream_tools (upstream, name, approved, approved_at, approved_by)
  SELECT $1, name, definition, now(), $4 FROM unnest($2::text[], $3::jsonb[]) AS new (name, definition)
  ON CONFLICT (upstream, name) DO NOTHING`;
/** Whoever comes second finds it as it is: one quarantine is told once. */
const HOLD = `
  INSERT INTO upstream_tools (upstream, name, pending, pending_since)
  SELECT $1, name, definition, now() FROM unnest($2::text[], $3::jsonb[]) AS new (name, definition)
  ON CONFLICT (upstream, name) DO UPDATE SET pending = excluded.pending, pending_since = now()
  WHERE upstream_tools.pending IS DISTINCT FROM excluded.pending
  RETURNING name`;
const RELEASE = `
  UPDATE upstream_tools SET pending = NULL, pending_since = NULL
  WHERE upstream = $1 AND name = ANY($2) AND pending IS NOT NULL AND approved IS NOT NULL`;
/** A definition is an object; what else is held is shown only. */
const APPROVE = `
  UPDATE upstream_tools SET approved = pending, approved_at = now(), approved_by = $3,
         pending = NULL, pending_since = NULL
  WHERE upstream = $1 AND jsonb_typeof(pending) = 'object' AND ($2::text[] IS NULL OR name = ANY($2))
  RETURNING name`;

/** How many tools of an upstream are approved, and how many wait. */
export interface PinCount {
  readonly upstream: string;
  readonly approved: number;
  readonly pending: number;
}

type Named = readonly (readonly [name: string, definition: string])[];

/** The upstream_tools table. */
@Injectable()
export class UpstreamToolRows {
  constructor(private readonly transactions: Transactions) {}

  list(upstream: string): Promise<PinnedTool[]> {
    return this.transactions.run((transaction) => this.listWithin(transaction, upstream));
  }

  listWithin(transaction: Transaction, upstream: string): Promise<PinnedTool[]> {
    return transaction.query<PinnedTool[]>(LIST, [upstream]);
  }

  count(): Promise<PinCount[]> {
    return this.transactions.run((transaction) => transaction.query<PinCount[]>(COUNT));
  }

  async pin(transaction: Transaction, upstream: string, tools: Named, by: string): Promise<void> {
    await transaction.query(PIN, [upstream, ...columnsOf(tools), by]);
  }

  /** Names of those that were not held like this before. */
  async hold(transaction: Transaction, upstream: string, tools: Named): Promise<string[]> {
    const rows = await transaction.query<{ name: string }[]>(HOLD, [upstream, ...columnsOf(tools)]);
    return rows.map(({ name }) => name);
  }

  /** They are again what was approved. */
  async release(transaction: Transaction, upstream: string, names: readonly string[]): Promise<void> {
    await transaction.query(RELEASE, [upstream, [...names]]);
  }

  /** @param names undefined for all that wait. Returns those that did. */
  async approve(
    transaction: Transaction,
    upstream: string,
    names: readonly string[] | undefined,
    by: string,
  ): Promise<string[]> {
    const parameters = [upstream, names === undefined ? null : [...names], by];
    const [rows] = await transaction.query<[{ name: string }[], number]>(APPROVE, parameters);
    return rows.map(({ name }) => name);
  }
}

function columnsOf(tools: Named): [string[], string[]] {
  return [tools.map(([name]) => name), tools.map(([, definition]) => definition)];
}
