import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE upstream_grants (
    upstream       text NOT NULL,
    user_id        uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    issuer         text NOT NULL,
    scope          text,
    tokens         text NOT NULL,
    version        integer NOT NULL DEFAULT 1,
    usable_until   timestamptz NOT NULL,
    renewing_until timestamptz,
    granted_at     timestamptz NOT NULL,
    renewed_at     timestamptz,
    PRIMARY KEY (upstream, user_id)
  )`,
  'CREATE INDEX upstream_grants_user_id ON upstream_grants (user_id)',
  `COMMENT ON COLUMN upstream_grants.tokens IS
    'AEAD envelope of access and refresh token, bound to the upstream and the person'`,
  `COMMENT ON COLUMN upstream_grants.version IS 'Raised with every renewal: of several who renew at once one writes'`,
  `COMMENT ON COLUMN upstream_grants.renewing_until IS 'Whoever set it renews; the others wait for it'`,
  `CREATE TABLE upstream_authorizations (
    state_digest text PRIMARY KEY,
    upstream     text NOT NULL,
    user_id      uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    session_id   uuid NOT NULL REFERENCES login_sessions (id) ON DELETE CASCADE,
    secrets      text NOT NULL,
    expires_at   timestamptz NOT NULL
  )`,
  'CREATE INDEX upstream_authorizations_expires_at ON upstream_authorizations (expires_at)',
  'CREATE INDEX upstream_authorizations_user_id ON upstream_authorizations (user_id)',
  'CREATE INDEX upstream_authorizations_session_id ON upstream_authorizations (session_id)',
  `COMMENT ON COLUMN upstream_authorizations.state_digest IS 'SHA-256 of the state sent to the authorization server'`,
  `COMMENT ON COLUMN upstream_authorizations.secrets IS 'AEAD envelope of PKCE verifier, issuer and scopes'`,
  `CREATE TABLE upstream_clients (
    upstream     text NOT NULL,
    issuer       text NOT NULL,
    redirect_uri text NOT NULL,
    registration text NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (upstream, issuer, redirect_uri)
  )`,
  `COMMENT ON COLUMN upstream_clients.registration IS 'AEAD envelope of client id and secret (RFC 7591)'`,
  `INSERT INTO revisions (topic) VALUES ('upstream-grants')`,
];

/** What people allowed Gatehouse to do for them at other MCP servers, who was sent there to allow it, and who we are there. */
export class KeepUpstreamGrants1763700840000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DELETE FROM revisions WHERE topic = 'upstream-grants'`);
    await queryRunner.query('DROP TABLE upstream_clients');
    await queryRunner.query('DROP TABLE upstream_authorizations');
    await queryRunner.query('DROP TABLE upstream_grants');
  }
}
