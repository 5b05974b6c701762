import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `INSERT INTO scopes (name, description_en, description_ko) VALUES
    ('token.introspect', 'Ask whether tokens of other clients are active', '다른 클라이언트의 토큰이 유효한지 조회합니다')`,
  // For the purge of envelopes that nobody may ask for any more.
  'CREATE INDEX refresh_tokens_retry_until ON refresh_tokens (retry_until) WHERE successor IS NOT NULL',
  'CREATE INDEX refresh_tokens_expires_at ON refresh_tokens (expires_at)',
];

const DOWN = [
  'DROP INDEX refresh_tokens_expires_at',
  'DROP INDEX refresh_tokens_retry_until',
  `DELETE FROM scopes WHERE name = 'token.introspect'`,
];

/** What introspection and the purge of expired tokens need. */
export class LookAfterTokens1763700730000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await queryRunner.query(statement);
  }
}
