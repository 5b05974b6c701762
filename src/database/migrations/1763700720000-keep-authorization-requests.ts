import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE pending_authorizations (
    id             text PRIMARY KEY,
    browser_digest text NOT NULL,
    client_id      text NOT NULL REFERENCES clients (client_id) ON DELETE CASCADE,
    session_id     uuid,
    request        text NOT NULL,
    created_at     timestamptz NOT NULL DEFAULT now(),
    expires_at     timestamptz NOT NULL
  )`,
  'CREATE INDEX pending_authorizations_expires_at ON pending_authorizations (expires_at)',
  'CREATE INDEX pending_authorizations_client_id ON pending_authorizations (client_id)',
  `COMMENT ON COLUMN pending_authorizations.browser_digest IS
    'SHA-256 of the cookie of the browser that brought the request'`,
  `COMMENT ON COLUMN pending_authorizations.session_id IS
    'who was logged in when it came: a request that asks for a login needs another session'`,
  `COMMENT ON COLUMN pending_authorizations.request IS 'AEAD envelope of the validated request'`,
  `CREATE TABLE pushed_authorization_requests (
    digest     text PRIMARY KEY,
    client_id  text NOT NULL REFERENCES clients (client_id) ON DELETE CASCADE,
    parameters text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL
  )`,
  'CREATE INDEX pushed_authorization_requests_expires_at ON pushed_authorization_requests (expires_at)',
  'CREATE INDEX pushed_authorization_requests_client_id ON pushed_authorization_requests (client_id)',
  `COMMENT ON COLUMN pushed_authorization_requests.digest IS 'SHA-256 of the reference in request_uri'`,
  `COMMENT ON COLUMN pushed_authorization_requests.parameters IS 'AEAD envelope of the parameters as pushed'`,
  `ALTER TABLE authorization_codes ADD COLUMN authentication_methods text[] NOT NULL DEFAULT '{}'`,
  `COMMENT ON COLUMN authorization_codes.authentication_methods IS 'RFC 8176 amr, for the ID token'`,
  'CREATE INDEX authorization_codes_family_id ON authorization_codes (family_id)',
];

/** What waits for a person, what clients pushed ahead (RFC 9126), and how the person of a code logged in. */
export class KeepAuthorizationRequests1763700720000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX authorization_codes_family_id');
    await queryRunner.query('ALTER TABLE authorization_codes DROP COLUMN authentication_methods');
    await queryRunner.query('DROP TABLE pushed_authorization_requests');
    await queryRunner.query('DROP TABLE pending_authorizations');
  }
}
