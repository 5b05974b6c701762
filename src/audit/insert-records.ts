import type { RecordValue } from './audit-event.js';
import type { NewAuditRecord } from './audit-record.entity.js';

type Column = readonly [name: string, type: string, value: (record: NewAuditRecord) => RecordValue];

/** Filled from the record; `sequence` is the database's. */
const COLUMNS: readonly Column[] = [
  ['id', 'uuid', (record) => record.id],
  ['event_type', 'text', (record) => record.eventType],
  ['occurred_at', 'timestamptz', (record) => record.occurredAt.toISOString()],
  ['actor_kind', 'text', (record) => record.actorKind],
  ['actor_subject', 'text', (record) => record.actorSubject],
  ['actor_token_id', 'text', (record) => record.actorTokenId],
  ['client_id', 'text', (record) => record.clientId],
  ['target_type', 'text', (record) => record.targetType],
  ['target_id', 'text', (record) => record.targetId],
  ['source_address', 'text', (record) => record.sourceAddress],
  ['source_user_agent', 'text', (record) => record.sourceUserAgent],
  ['outcome', 'text', (record) => record.outcome],
  ['reason', 'text', (record) => record.reason],
  ['trace_id', 'text', (record) => record.traceId],
  ['correlation_id', 'text', (record) => record.correlationId],
  ['contains_pii', 'boolean', (record) => record.containsPii],
  [
    'pii_decisions',
    'jsonb',
    (record) => (record.piiDecisions.length === 0 ? '[]' : JSON.stringify(record.piiDecisions)),
  ],
  ['details', 'jsonb', (record) => (record.details === null ? null : JSON.stringify(record.details))],
];

const NAMES = COLUMNS.map(([name]) => name).join(', ');

/**
 * Any number of records in one statement with a fixed number of parameters, so it is parsed and planned once.
 * Repeating it is harmless: a record already there is left alone.
 */
export const INSERT_RECORDS = `
  INSERT INTO audit_records (${NAMES})
  SELECT * FROM unnest(${COLUMNS.map(([, type], index) => `$${index + 1}::${type}[]`).join(', ')})
  ON CONFLICT (id) DO NOTHING`;

/**
 * The insert of one record as a part of the statement that makes the change: one for each row of `source`, from the
 * parameters that begin with number `first`. See `AuditTrail.recordInStatement`.
 */
export function insertRecordFrom(source: string, first: number): string {
  const values = COLUMNS.map(([, type], index) => `$${first + index}::${type}`);
  return `INSERT INTO audit_records (${NAMES}) SELECT ${values.join(', ')} FROM ${source}`;
}

/** The parameters of `insertRecordFrom`. */
export function toValues(record: NewAuditRecord): readonly RecordValue[] {
  return COLUMNS.map(([, , value]) => value(record));
}

const SPECIAL = /["\\]/;
const EACH_SPECIAL = /["\\]/g;

/** The parameters of INSERT_RECORDS: one array literal a column. The driver's own conversion takes several times as long. */
export function toColumns(records: readonly NewAuditRecord[]): string[] {
  return COLUMNS.map(([, , value]) => `{${records.map((record) => toElement(value(record))).join(',')}}`);
}

/** PostgreSQL manual §8.15.6: quoted, because only then are commas, braces and the word NULL mere text. */
function toElement(value: RecordValue): string {
  if (value === null) return 'NULL';
  if (typeof value === 'boolean') return String(value);
  return SPECIAL.test(value) ? `"${value.replace(EACH_SPECIAL, '\\$&')}"` : `"${value}"`;
}
