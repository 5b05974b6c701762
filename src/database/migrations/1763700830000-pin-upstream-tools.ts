import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What tools of other MCP servers looked like when they were approved, and what they look like now where that differs. */
const CREATE_UPSTREAM_TOOLS = [
  `CREATE TABLE upstream_tools (
    upstream       text NOT NULL,
    name           text NOT NULL,
    approved       jsonb,
    approved_at    timestamptz,
    approved_by    text,
    pending        jsonb,
    pending_since  timestamptz,
    PRIMARY KEY (upstream, name),
    CHECK (approved IS NOT NULL OR pending IS NOT NULL)
  )`,
  `COMMENT ON COLUMN upstream_tools.approved IS 'Definition that may be called; null while nobody has approved any'`,
  `COMMENT ON COLUMN upstream_tools.pending IS 'Definition that the server shows instead, until somebody approves it'`,
];

/** Pins of tools, and the word to all replicas when somebody approves one. */
export class PinUpstreamTools1763700830000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of CREATE_UPSTREAM_TOOLS) await queryRunner.query(statement);
    await queryRunner.query(`INSERT INTO revisions (topic) VALUES ('upstreams')`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DELETE FROM revisions WHERE topic = 'upstreams'`);
    await queryRunner.query('DROP TABLE upstream_tools');
  }
}
