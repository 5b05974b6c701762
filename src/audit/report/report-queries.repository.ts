import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { HourTally, Named, Period, PiiTypeCount, ReasonCount, Tally } from './report-figures.js';

const MAX_ROWS = 100;

const TALLY = `
  count(*)::int AS total,
  count(*) FILTER (WHERE outcome = 'success')::int AS success,
  count(*) FILTER (WHERE outcome = 'failure')::int AS failure,
  count(*) FILTER (WHERE outcome = 'denied')::int AS denied,
  count(*) FILTER (WHERE contains_pii)::int AS "withPii"`;

const WITHIN = 'occurred_at >= $1 AND occurred_at < $2 AND sequence <= $3';

/** What the queries read: records are only ever added, so a highest sequence makes several queries one snapshot. */
export interface Extent extends Period {
  readonly lastSequence: string;
}

export interface DistinctCounts {
  readonly clients: number;
  readonly subjects: number;
  readonly addresses: number;
}

/** The report's aggregates; the database counts, rows are never loaded. */
@Injectable()
export class ReportQueries {
  constructor(private readonly dataSource: DataSource) {}

  async extent(period: Period): Promise<Extent> {
    const rows: { last: string }[] = await this.dataSource.query(
      'SELECT coalesce(max(sequence), 0) AS last FROM audit_records',
    );
    return { ...period, lastSequence: rows[0]?.last ?? '0' };
  }

  byEvent(extent: Extent): Promise<(Named<'eventType'> & Tally)[]> {
    return this.query(
      extent,
      `SELECT event_type AS "eventType", ${TALLY} FROM audit_records WHERE ${WITHIN}
      GROUP BY event_type ORDER BY total DESC, event_type`,
    );
  }

  byTool(extent: Extent): Promise<(Named<'tool'> & Tally)[]> {
    return this.query(
      extent,
      `SELECT target_id AS tool, ${TALLY} FROM audit_records
      WHERE ${WITHIN} AND event_type IN ('tool.called', 'tool.denied')
      GROUP BY target_id ORDER BY total DESC, target_id LIMIT ${MAX_ROWS}`,
    );
  }

  byClient(extent: Extent): Promise<(Named<'clientId'> & Tally)[]> {
    return this.query(
      extent,
      `SELECT coalesce(client_id, '') AS "clientId", ${TALLY} FROM audit_records
      WHERE ${WITHIN} GROUP BY client_id ORDER BY total DESC, client_id LIMIT ${MAX_ROWS}`,
    );
  }

  piiTypes(extent: Extent): Promise<PiiTypeCount[]> {
    return this.query(
      extent,
      `SELECT finding ->> 'entityType' AS "entityType", decision ->> 'direction' AS direction,
        decision ->> 'action' AS action, count(*)::int AS findings
      FROM audit_records, jsonb_array_elements(pii_decisions) AS decision,
        jsonb_array_elements(decision -> 'findings') AS finding
      WHERE ${WITHIN} AND contains_pii
      GROUP BY 1, 2, 3 ORDER BY findings DESC, 1, 2, 3 LIMIT ${MAX_ROWS}`,
    );
  }

  reasons(extent: Extent, outcome: 'denied' | 'failure'): Promise<ReasonCount[]> {
    return this.query(
      extent,
      `SELECT event_type AS "eventType", coalesce(reason, '') AS reason, count(*)::int AS count,
        max(occurred_at) AS "lastAt"
      FROM audit_records WHERE ${WITHIN} AND outcome = $4
      GROUP BY event_type, reason ORDER BY count DESC, event_type, reason LIMIT ${MAX_ROWS}`,
      outcome,
    );
  }

  incidentsBySeverity(extent: Extent): Promise<{ severity: string; count: number }[]> {
    return this.query(
      extent,
      `SELECT coalesce(details ->> 'severity', '') AS severity, count(*)::int AS count
      FROM audit_records WHERE ${WITHIN} AND event_type = 'incident.recorded' GROUP BY 1 ORDER BY count DESC, 1`,
    );
  }

  hourly(extent: Extent): Promise<HourTally[]> {
    return this.query(
      extent,
      `SELECT date_trunc('hour', occurred_at, 'UTC') AS hour, ${TALLY}
      FROM audit_records WHERE ${WITHIN} GROUP BY 1 ORDER BY 1`,
    );
  }

  async distinct(extent: Extent): Promise<DistinctCounts> {
    const [row] = await this.query<DistinctCounts>(
      extent,
      `SELECT count(DISTINCT client_id)::int AS clients,
      count(DISTINCT actor_subject)::int AS subjects, count(DISTINCT source_address)::int AS addresses
      FROM audit_records WHERE ${WITHIN}`,
    );
    return row ?? { clients: 0, subjects: 0, addresses: 0 };
  }

  private query<T>({ from, to, lastSequence }: Extent, sql: string, ...more: unknown[]): Promise<T[]> {
    return this.dataSource.query(sql, [from, to, lastSequence, ...more]);
  }
}
