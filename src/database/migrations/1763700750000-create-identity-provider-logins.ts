import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE identity_provider_logins (
    state_digest   text PRIMARY KEY,
    provider_id    text NOT NULL,
    browser_digest text NOT NULL,
    pending_id     text REFERENCES pending_authorizations (id) ON DELETE CASCADE,
    secrets        text NOT NULL,
    created_at     timestamptz NOT NULL DEFAULT now(),
    expires_at     timestamptz NOT NULL
  )`,
  'CREATE INDEX identity_provider_logins_expires_at ON identity_provider_logins (expires_at)',
  'CREATE INDEX identity_provider_logins_pending_id ON identity_provider_logins (pending_id)',
  `COMMENT ON COLUMN identity_provider_logins.state_digest IS 'SHA-256 of the state sent to the provider'`,
  `COMMENT ON COLUMN identity_provider_logins.browser_digest IS
    'SHA-256 of the cookie of the browser that was sent there'`,
  `COMMENT ON COLUMN identity_provider_logins.secrets IS 'AEAD envelope of nonce and PKCE verifier'`,
];

/** People who were sent to an identity provider and are expected back. */
export class CreateIdentityProviderLogins1763700750000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE identity_provider_logins');
  }
}
