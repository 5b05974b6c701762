import type { MigrationInterface, QueryRunner } from 'typeorm';

const CREATE_CLIENTS = `
  CREATE TABLE clients (
    client_id text PRIMARY KEY CHECK (client_id ~ '^[\\x21-\\x7E]{1,128}$'),
    client_name text NOT NULL CHECK (length(client_name) BETWEEN 1 AND 200),
    secret_digest text,
    token_endpoint_auth_methods text[] NOT NULL
      CHECK (token_endpoint_auth_methods <@ ARRAY['client_secret_basic', 'client_secret_post']),
    grant_types text[] NOT NULL CHECK (cardinality(grant_types) > 0),
    scopes text[] NOT NULL DEFAULT '{}',
    default_scopes text[] NOT NULL DEFAULT '{}',
    roles text[] NOT NULL DEFAULT '{}',
    audiences text[] NOT NULL CHECK (cardinality(audiences) > 0),
    token_signing_algorithm text NOT NULL DEFAULT 'ES256'
      CHECK (token_signing_algorithm IN ('ES256', 'RS256', 'PS256')),
    status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'disabled')),
    expires_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CHECK (cardinality(token_endpoint_auth_methods) = 0 OR secret_digest IS NOT NULL)
  )`;

const COMMENT_AUDIENCES = `
  COMMENT ON COLUMN clients.audiences IS
    'values that begin with / are resources below the public URL, so that the public URL may change'`;

/** One row for each generation of each algorithm's key: replicas that start or rotate together make one. */
const CREATE_SIGNING_KEYS = `
  CREATE TABLE signing_keys (
    kid text PRIMARY KEY,
    algorithm text NOT NULL CHECK (algorithm IN ('ES256', 'RS256', 'PS256')),
    generation integer NOT NULL CHECK (generation > 0),
    public_jwk jsonb NOT NULL CHECK (NOT public_jwk ?| ARRAY['d', 'p', 'q', 'dp', 'dq', 'qi', 'k']),
    private_key text NOT NULL,
    activates_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (algorithm, generation)
  )`;

const COMMENT_PRIVATE_KEY = `
  COMMENT ON COLUMN signing_keys.private_key IS 'AEAD envelope of the PKCS #8 key, bound to the kid'`;

/** The clients of the authorization server and the keys it signs tokens with. */
export class CreateClientsAndSigningKeys1763700200000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [CREATE_CLIENTS, COMMENT_AUDIENCES, CREATE_SIGNING_KEYS, COMMENT_PRIVATE_KEY]) {
      await queryRunner.query(statement);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE signing_keys');
    await queryRunner.query('DROP TABLE clients');
  }
}
