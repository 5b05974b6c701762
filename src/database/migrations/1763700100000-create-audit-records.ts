import type { MigrationInterface, QueryRunner } from 'typeorm';

const CREATE_TABLE = `
  CREATE TABLE audit_records (
    sequence          bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    id                uuid PRIMARY KEY,
    event_type        text NOT NULL,
    occurred_at       timestamptz NOT NULL,
    actor_kind        text,
    actor_subject     text,
    actor_token_id    text,
    client_id         text,
    target_type       text,
    target_id         text,
    source_address    text,
    source_user_agent text,
    outcome           text NOT NULL CHECK (outcome IN ('success', 'failure', 'denied')),
    reason            text,
    trace_id          text,
    correlation_id    text,
    contains_pii      boolean NOT NULL DEFAULT false,
    pii_decisions     jsonb NOT NULL DEFAULT '[]',
    details           jsonb
  )`;

/** Lists are read newest first, so `sequence` is the second column of what they filter by. */
const CREATE_INDEXES = [
  'CREATE INDEX audit_records_occurred_at ON audit_records (occurred_at)',
  'CREATE INDEX audit_records_event_type ON audit_records (event_type, sequence)',
  'CREATE INDEX audit_records_client ON audit_records (client_id, sequence)',
  'CREATE INDEX audit_records_target ON audit_records (target_id, sequence)',
  'CREATE INDEX audit_records_pii ON audit_records (occurred_at) WHERE contains_pii',
];

/** Triggers bind the owner and superusers too, whom privileges do not bind. */
const REFUSE_CHANGES = [
  `CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     RAISE EXCEPTION '% refused: % is append-only', TG_OP, TG_TABLE_NAME
       USING ERRCODE = 'insufficient_privilege';
   END $$`,
  `CREATE TRIGGER audit_records_append_only BEFORE UPDATE OR DELETE ON audit_records
   FOR EACH ROW EXECUTE FUNCTION refuse_audit_change()`,
  `CREATE TRIGGER audit_records_no_truncate BEFORE TRUNCATE ON audit_records
   FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change()`,
  // Replication sessions skip ordinary triggers; these fire there as well.
  'ALTER TABLE audit_records ENABLE ALWAYS TRIGGER audit_records_append_only',
  'ALTER TABLE audit_records ENABLE ALWAYS TRIGGER audit_records_no_truncate',
];

/** The audit trail: append-only for everybody, its owner included. */
export class CreateAuditRecords1763700100000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [CREATE_TABLE, ...CREATE_INDEXES, ...REFUSE_CHANGES]) {
      await queryRunner.query(statement);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE audit_records');
    await queryRunner.query('DROP FUNCTION refuse_audit_change()');
  }
}
