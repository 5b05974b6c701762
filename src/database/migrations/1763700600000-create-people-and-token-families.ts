import type { MigrationInterface, QueryRunner } from 'typeorm';

const ADD_TOPIC = `INSERT INTO revisions (topic) VALUES ('users')`;

/** What dynamic registration, metadata documents and the authorization endpoint know of a client. */
const EXTEND_CLIENTS = [
  `ALTER TABLE clients
    ADD COLUMN redirect_uris text[] NOT NULL DEFAULT '{}',
    ADD COLUMN post_logout_redirect_uris text[] NOT NULL DEFAULT '{}',
    ADD COLUMN application_type text NOT NULL DEFAULT 'web' CHECK (application_type IN ('web', 'native')),
    ADD COLUMN jwks jsonb,
    ADD COLUMN jwks_uri text,
    ADD COLUMN client_uri text,
    ADD COLUMN logo_uri text,
    ADD COLUMN policy_uri text,
    ADD COLUMN tos_uri text,
    ADD COLUMN id_token_signing_algorithm text NOT NULL DEFAULT 'RS256'
      CHECK (id_token_signing_algorithm IN ('ES256', 'RS256', 'PS256')),
    ADD COLUMN registration_origin text NOT NULL DEFAULT 'administrator'
      CHECK (registration_origin IN ('administrator', 'dynamic', 'metadata-document')),
    ADD COLUMN registration_access_token_digest text UNIQUE,
    ADD COLUMN refresh_retry_seconds integer NOT NULL DEFAULT 0 CHECK (refresh_retry_seconds BETWEEN 0 AND 60),
    ADD COLUMN metadata_fresh_until timestamptz,
    ADD COLUMN last_used_at timestamptz,
    ADD CHECK (jwks IS NULL OR jwks_uri IS NULL)`,
  `COMMENT ON COLUMN clients.refresh_retry_seconds IS
    'how long a used refresh token still gets the same successor, for lost answers'`,
  `COMMENT ON COLUMN clients.metadata_fresh_until IS
    'until when a client id metadata document need not be fetched again'`,
  // A metadata document's client id is its URL.
  'ALTER TABLE clients DROP CONSTRAINT clients_client_id_check',
  `ALTER TABLE clients ADD CONSTRAINT clients_client_id_check 
    CHECK (client_id ~ '^[\\x21-\\x7E]+$' AND length(client_id) <= 512)`,
  'ALTER TABLE clients DROP CONSTRAINT clients_token_endpoint_auth_methods_check',
  `ALTER TABLE clients ADD CONSTRAINT clients_token_endpoint_auth_methods_check
    CHECK (token_endpoint_auth_methods <@
      ARRAY['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'])`,
  'ALTER TABLE clients DROP CONSTRAINT clients_check',
  `ALTER TABLE clients ADD CONSTRAINT clients_secret_check
    CHECK (NOT token_endpoint_auth_methods && ARRAY['client_secret_basic', 'client_secret_post']
           OR secret_digest IS NOT NULL)`,
];

const CREATE_USERS = [
  `CREATE TABLE users (
    id                  uuid PRIMARY KEY,
    username            text NOT NULL,
    username_index      text NOT NULL UNIQUE,
    email               text,
    email_index         text,
    email_verified      boolean NOT NULL DEFAULT false,
    display_name        text,
    password_digest     text,
    password_changed_at timestamptz,
    must_change_password boolean NOT NULL DEFAULT false,
    roles               text[] NOT NULL DEFAULT '{}',
    status              text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'disabled')),
    created_at          timestamptz NOT NULL DEFAULT now(),
    updated_at          timestamptz NOT NULL DEFAULT now(),
    last_login_at       timestamptz
  )`,
  'CREATE INDEX users_email_index ON users (email_index)',
  `COMMENT ON COLUMN users.username IS 'AEAD envelope; username_index is its mac, by which a login finds it'`,
  `COMMENT ON COLUMN users.email IS 'AEAD envelope'`,
  `COMMENT ON COLUMN users.display_name IS 'AEAD envelope'`,
  `COMMENT ON COLUMN users.password_digest IS 'argon2id in PHC form; null = logs in through an identity provider'`,
  `CREATE TABLE user_identities (
    issuer     text NOT NULL,
    subject    text NOT NULL,
    user_id    uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (issuer, subject)
  )`,
  'CREATE INDEX user_identities_user_id ON user_identities (user_id)',
];

const CREATE_LOGIN_SESSIONS = [
  `CREATE TABLE login_sessions (
    id               uuid PRIMARY KEY,
    digest           text NOT NULL UNIQUE,
    user_id          uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    authenticated_at timestamptz NOT NULL,
    authentication_methods text[] NOT NULL,
    identity_provider text,
    user_agent       text NOT NULL DEFAULT '',
    address          text NOT NULL DEFAULT '',
    created_at       timestamptz NOT NULL DEFAULT now(),
    last_seen_at     timestamptz NOT NULL DEFAULT now(),
    expires_at       timestamptz NOT NULL,
    ended_at         timestamptz
  )`,
  'CREATE INDEX login_sessions_user_id ON login_sessions (user_id)',
  'CREATE INDEX login_sessions_expires_at ON login_sessions (expires_at)',
  `COMMENT ON COLUMN login_sessions.digest IS 'SHA-256 of the cookie; the cookie itself is not kept'`,
];

const CREATE_CONSENTS = `
  CREATE TABLE consents (
    user_id    uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    client_id  text NOT NULL REFERENCES clients (client_id) ON DELETE CASCADE,
    scopes     text[] NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, client_id)
  )`;

/** Everything that one authorization led to, so that one revocation ends it all (RFC 9700 section 4.14.2). */
const CREATE_TOKEN_FAMILIES = [
  `CREATE TABLE token_families (
    id               uuid PRIMARY KEY,
    user_id          uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    client_id        text NOT NULL REFERENCES clients (client_id) ON DELETE CASCADE,
    session_id       uuid,
    scopes           text[] NOT NULL,
    audience         text[] NOT NULL,
    authenticated_at timestamptz NOT NULL,
    created_at       timestamptz NOT NULL DEFAULT now(),
    last_used_at     timestamptz NOT NULL DEFAULT now(),
    expires_at       timestamptz NOT NULL,
    revoked_at       timestamptz,
    revocation_reason text
  )`,
  'CREATE INDEX token_families_user_id ON token_families (user_id)',
  'CREATE INDEX token_families_client_id ON token_families (client_id)',
  'CREATE INDEX token_families_revoked_at ON token_families (revoked_at) WHERE revoked_at IS NOT NULL',
  'CREATE INDEX token_families_expires_at ON token_families (expires_at)',
  `CREATE TABLE authorization_codes (
    digest         text PRIMARY KEY,
    family_id      uuid NOT NULL REFERENCES token_families (id) ON DELETE CASCADE,
    redirect_uri   text NOT NULL,
    redirect_uri_sent boolean NOT NULL,
    code_challenge text NOT NULL,
    nonce          text,
    created_at     timestamptz NOT NULL DEFAULT now(),
    expires_at     timestamptz NOT NULL,
    used_at        timestamptz
  )`,
  'CREATE INDEX authorization_codes_expires_at ON authorization_codes (expires_at)',
  `COMMENT ON COLUMN authorization_codes.digest IS 'SHA-256; used codes stay until they expire, so that a replay is seen'`,
  `CREATE TABLE refresh_tokens (
    digest      text PRIMARY KEY,
    family_id   uuid NOT NULL REFERENCES token_families (id) ON DELETE CASCADE,
    generation  integer NOT NULL CHECK (generation > 0),
    created_at  timestamptz NOT NULL DEFAULT now(),
    expires_at  timestamptz NOT NULL,
    used_at     timestamptz,
    retry_until timestamptz,
    successor   text,
    UNIQUE (family_id, generation)
  )`,
  `COMMENT ON COLUMN refresh_tokens.digest IS 'SHA-256; used tokens are kept, so that a replay is seen'`,
  `COMMENT ON COLUMN refresh_tokens.successor IS
    'AEAD envelope of the token that replaced it, kept while a lost answer may be asked for again'`,
  `CREATE TABLE revoked_access_tokens (
    jti        text PRIMARY KEY,
    client_id  text NOT NULL,
    revoked_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL
  )`,
  'CREATE INDEX revoked_access_tokens_expires_at ON revoked_access_tokens (expires_at)',
];

/** People, their sessions and consents, and the token families that come of them. */
export class CreatePeopleAndTokenFamilies1763700600000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const statements = [
      ADD_TOPIC,
      ...EXTEND_CLIENTS,
      ...CREATE_USERS,
      ...CREATE_LOGIN_SESSIONS,
      CREATE_CONSENTS,
      ...CREATE_TOKEN_FAMILIES,
    ];
    for (const statement of statements) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    const tables = [
      'revoked_access_tokens',
      'refresh_tokens',
      'authorization_codes',
      'token_families',
      'consents',
      'login_sessions',
      'user_identities',
      'users',
    ];
    for (const table of tables) await queryRunner.query(`DROP TABLE ${table}`);
    await queryRunner.query(`DELETE FROM clients WHERE registration_origin <> 'administrator'`);
    for (const statement of RESTORE_CLIENT_CHECKS) await queryRunner.query(statement);
    for (const column of CLIENT_COLUMNS) await queryRunner.query(`ALTER TABLE clients DROP COLUMN ${column}`);
    await queryRunner.query(`DELETE FROM revisions WHERE topic = 'users'`);
  }
}

const RESTORE_CLIENT_CHECKS = [
  `DELETE FROM clients WHERE token_endpoint_auth_methods && ARRAY['private_key_jwt', 'none']
    OR length(client_id) > 128`,
  'ALTER TABLE clients DROP CONSTRAINT clients_client_id_check',
  `ALTER TABLE clients ADD CONSTRAINT clients_client_id_check CHECK (client_id ~ '^[\\x21-\\x7E]{1,128}$')`,
  'ALTER TABLE clients DROP CONSTRAINT clients_token_endpoint_auth_methods_check',
  `ALTER TABLE clients ADD CONSTRAINT clients_token_endpoint_auth_methods_check
    CHECK (token_endpoint_auth_methods <@ ARRAY['client_secret_basic', 'client_secret_post'])`,
  'ALTER TABLE clients DROP CONSTRAINT clients_secret_check',
  `ALTER TABLE clients ADD CONSTRAINT clients_check
    CHECK (cardinality(token_endpoint_auth_methods) = 0 OR secret_digest IS NOT NULL)`,
];

const CLIENT_COLUMNS = [
  'redirect_uris',
  'post_logout_redirect_uris',
  'application_type',
  'jwks',
  'jwks_uri',
  'client_uri',
  'logo_uri',
  'policy_uri',
  'tos_uri',
  'id_token_signing_algorithm',
  'registration_origin',
  'registration_access_token_digest',
  'refresh_retry_seconds',
  'metadata_fresh_until',
  'last_used_at',
];
