import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `private_key_jwt` replay (RFC 7523 section 3): what was used is refused until it expires. */
const CREATE_CLIENT_ASSERTION_IDS = [
  `CREATE TABLE client_assertion_ids (
    digest     text PRIMARY KEY,
    expires_at timestamptz NOT NULL
  )`,
  'CREATE INDEX client_assertion_ids_expires_at ON client_assertion_ids (expires_at)',
  `COMMENT ON COLUMN client_assertion_ids.digest IS 'SHA-256 of client id and jti'`,
];

/** Initial access tokens (RFC 7591 section 3). */
const CREATE_REGISTRATION_TOKENS = [
  `CREATE TABLE registration_tokens (
    id           uuid PRIMARY KEY,
    digest       text NOT NULL UNIQUE,
    name         text NOT NULL,
    maximum_uses integer CHECK (maximum_uses > 0),
    uses         integer NOT NULL DEFAULT 0,
    created_at   timestamptz NOT NULL DEFAULT now(),
    expires_at   timestamptz NOT NULL,
    revoked_at   timestamptz
  )`,
  `COMMENT ON COLUMN registration_tokens.digest IS 'SHA-256 of the token; the token itself is not kept'`,
];

const INDEX_CLIENTS = `CREATE INDEX clients_registration_origin ON clients (registration_origin, created_at)
  WHERE registration_origin <> 'administrator'`;

/** What clients that register themselves, and those that sign assertions, need remembered. */
export class CreateClientRegistration1763700740000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const statements = [...CREATE_CLIENT_ASSERTION_IDS, ...CREATE_REGISTRATION_TOKENS, INDEX_CLIENTS];
    for (const statement of statements) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX clients_registration_origin');
    await queryRunner.query('DROP TABLE registration_tokens');
    await queryRunner.query('DROP TABLE client_assertion_ids');
  }
}
