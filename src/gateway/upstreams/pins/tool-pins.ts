import { Injectable, Logger } from '@nestjs/common';
import { AuditTrail } from '../../../audit/index.js';
import type { RelayConfiguration } from '../../../config/index.js';
import { ChangeFeed, Transactions } from '../../../database/index.js';
import { canonicalText, hidesText, type Definition } from './definition.js';
import { offeredOf, type OfferedTool, type RefusedTool } from './offered-tools.js';
import { UpstreamToolRows, type PinnedTool } from './upstream-tools.repository.js';

const FIRST_USE = 'first use';

type Named = Definition & { readonly name: string };

/** What a tool is kept with that is not served. */
interface Held {
  /** JSON: its definition, or what is shown of one that nobody can approve. */
  readonly shown: string;
  readonly reason: 'definition_changed' | 'not_approved' | RefusedTool['reason'];
}

/**
 * What tools looked like when they were approved. A server that is trusted once can change what its tools say of
 * themselves, and a model believes them: what differs is neither listed nor called until somebody has looked at it.
 */
@Injectable()
export class ToolPins {
  private readonly logger = new Logger(ToolPins.name);

  constructor(
    private readonly rows: UpstreamToolRows,
    private readonly transactions: Transactions,
    private readonly feed: ChangeFeed,
    private readonly audit: AuditTrail,
  ) {}

  /** Calls `listener` when somebody approved something, whichever process it was. */
  onApproval(listener: () => void): void {
    this.feed.onChange('upstreams', listener);
  }

  /**
   * Those of the tools that are what was approved. The others are held, told of once, and on record.
   *
   * @throws ServiceUnavailableError when the pins cannot be read: nothing is served then.
   */
  async review<Tool extends Named>(
    upstream: string,
    tools: readonly Tool[],
    approval: RelayConfiguration['approval'],
  ): Promise<Tool[]> {
    const { offered, refused } = offeredOf(tools);
    const known = await this.rows.list(upstream);
    const isFirst = known.length === 0 && approval === 'first-use';
    const trusted = isFirst ? offered.filter(({ tool }) => !hidesText(tool)) : [];
    if (trusted.length > 0) await this.pin(upstream, trusted);
    const pins = isFirst ? await this.rows.list(upstream) : known;
    const approved = new Map(pins.map((pin) => [pin.name, textOf(pin)]));
    const [same, other] = split(offered, ({ tool, text }) => approved.get(tool.name) === text);
    await this.keep(upstream, pins, same, heldOf(other, pins, refused));
    return same.map(({ tool }) => tool);
  }

  private async pin(upstream: string, tools: readonly OfferedTool<Named>[]): Promise<void> {
    const entries = tools.map(({ tool, text }) => [tool.name, text] as const);
    await this.transactions.run(async (transaction) => {
      await this.rows.pin(transaction, upstream, entries, FIRST_USE);
      await this.audit.recordWithin(transaction, {
        eventType: 'upstream-tool.approved',
        outcome: 'success',
        target: { type: 'upstream', id: upstream },
        actor: { kind: 'system', subject: 'gatehouse' },
        details: { by: FIRST_USE, tools: tools.length },
      });
    });
  }

  private async keep(
    upstream: string,
    pins: readonly PinnedTool[],
    same: readonly OfferedTool<Named>[],
    held: ReadonlyMap<string, Held>,
  ): Promise<void> {
    const waiting = new Set(pins.filter(({ pending }) => pending !== null).map(({ name }) => name));
    const released = same.map(({ tool }) => tool.name).filter((name) => waiting.has(name));
    if (released.length === 0 && held.size === 0) return;
    const names = await this.transactions.run(async (transaction) => {
      if (released.length > 0) await this.rows.release(transaction, upstream, released);
      if (held.size === 0) return [];
      const entries = [...held].map(([name, { shown }]) => [name, shown] as const);
      const found = await this.rows.hold(transaction, upstream, entries);
      for (const name of found)
        await this.audit.recordWithin(transaction, {
          eventType: 'upstream-tool.quarantined',
          outcome: 'denied',
          reason: held.get(name)!.reason,
          target: { type: 'tool', id: `${upstream}/${name}` },
          actor: { kind: 'system', subject: 'gatehouse' },
        });
      return found;
    });
    if (names.length > 0)
      this.logger.warn({
        msg: 'Tools of an MCP server are not what was approved; see `upstream diff` and `upstream approve`',
        upstream,
        tools: names.slice(0, 20),
        count: names.length,
      });
  }
}

/** What is kept of everything that is not served, by name. */
function heldOf(
  other: readonly OfferedTool<Named>[],
  pins: readonly PinnedTool[],
  refused: readonly RefusedTool[],
): ReadonlyMap<string, Held> {
  const before = new Set(pins.filter(({ approved }) => approved !== null).map(({ name }) => name));
  const held = other.map(({ tool: { name }, text }): [string, Held] => [
    name,
    { shown: text, reason: before.has(name) ? 'definition_changed' : 'not_approved' },
  ]);
  return new Map<string, Held>([...held, ...refused.map((each) => [each.name, each] as const)]);
}

/** JSON in the database has an order of its own. */
function textOf({ approved }: PinnedTool): string | undefined {
  return approved === null ? undefined : canonicalText(approved);
}

function split<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}
