import type { MigrationInterface, QueryRunner } from 'typeorm';

const CREATE_SCOPES = [
  `CREATE TABLE scopes (
    name           text PRIMARY KEY CHECK (name ~ '^[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,128}$'),
    description_en text NOT NULL,
    description_ko text NOT NULL,
    baseline       boolean NOT NULL DEFAULT false
  )`,
  `COMMENT ON COLUMN scopes.baseline IS 'implied by every other scope'`,
  `CREATE TABLE scope_implications (
    scope   text NOT NULL REFERENCES scopes (name) ON UPDATE CASCADE ON DELETE CASCADE,
    implied text NOT NULL REFERENCES scopes (name) ON UPDATE CASCADE ON DELETE CASCADE,
    PRIMARY KEY (scope, implied),
    CHECK (scope <> implied)
  )`,
  `CREATE TABLE roles (
    name           text PRIMARY KEY,
    description_en text NOT NULL,
    description_ko text NOT NULL,
    every_scope    boolean NOT NULL DEFAULT false
  )`,
  `COMMENT ON COLUMN roles.every_scope IS 'holds every scope there is, those added later included'`,
  `CREATE TABLE role_scopes (
    role  text NOT NULL REFERENCES roles (name) ON UPDATE CASCADE ON DELETE CASCADE,
    scope text NOT NULL REFERENCES scopes (name) ON UPDATE CASCADE ON DELETE CASCADE,
    PRIMARY KEY (role, scope)
  )`,
];

const SEED_SCOPES = [
  `INSERT INTO scopes (name, description_en, description_ko, baseline) VALUES
    ('mcp.access',  'Connect to the MCP server and call its basic tools', 'MCP 서버에 접속하여 기본 도구를 사용합니다', true),
    ('read',        'Read operational data', '운영 데이터를 조회합니다', false),
    ('write',       'Create and change operational data', '운영 데이터를 생성하고 변경합니다', false),
    ('audit.read',  'Read audit records and security reports', '감사 기록과 보안 보고서를 조회합니다', false),
    ('Guest.Read',  'Read what guests may see', '게스트에게 공개된 정보를 조회합니다', false),
    ('User.Read',   'Read as a user', '사용자 권한으로 조회합니다', false),
    ('User.Write',  'Create and change as a user', '사용자 권한으로 생성하고 변경합니다', false),
    ('Admin.Write', 'Administer, deletion included', '삭제를 포함한 관리 작업을 합니다', false)`,
  `INSERT INTO scope_implications (scope, implied) VALUES
    ('write', 'read'),
    ('Admin.Write', 'User.Write'),
    ('User.Write', 'User.Read'),
    ('User.Read', 'Guest.Read')`,
  `INSERT INTO roles (name, description_en, description_ko, every_scope) VALUES
    ('admin', 'Administrator: may do everything', '관리자: 모든 작업을 할 수 있습니다', true),
    ('user',  'User: reads and writes', '사용자: 조회하고 변경할 수 있습니다', false),
    ('guest', 'Guest: reads only', '게스트: 조회만 할 수 있습니다', false)`,
  `INSERT INTO role_scopes (role, scope) VALUES
    ('user', 'mcp.access'), ('user', 'read'), ('user', 'write'), ('user', 'User.Read'), ('user', 'User.Write'),
    ('guest', 'mcp.access'), ('guest', 'read'), ('guest', 'Guest.Read')`,
];

const CREATE_API_KEYS = [
  `CREATE TABLE api_keys (
    id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    digest       text NOT NULL UNIQUE,
    name         text NOT NULL,
    client_id    text NOT NULL REFERENCES clients (client_id) ON DELETE CASCADE,
    scopes       text[] NOT NULL,
    networks     cidr[] NOT NULL DEFAULT '{}',
    created_at   timestamptz NOT NULL DEFAULT now(),
    expires_at   timestamptz NOT NULL,
    revoked_at   timestamptz,
    last_used_at timestamptz
  )`,
  `COMMENT ON COLUMN api_keys.digest IS 'SHA-256 of the key; the key itself is shown once and not kept'`,
  `COMMENT ON COLUMN api_keys.networks IS 'where the key may be used from; empty = anywhere'`,
  'CREATE INDEX api_keys_client_id ON api_keys (client_id)',
];

/** Counters live for two minutes and may start at zero after a crash: not worth a write-ahead log. */
const CREATE_LIMITS = [
  `CREATE UNLOGGED TABLE rate_limit_counters (
    counter text NOT NULL,
    minute  bigint NOT NULL,
    hits    bigint NOT NULL,
    PRIMARY KEY (counter, minute)
  )`,
  'CREATE INDEX rate_limit_counters_minute ON rate_limit_counters (minute)',
  `CREATE TABLE secret_failures (
    client_id    text NOT NULL,
    address      text NOT NULL,
    failures     integer NOT NULL,
    expires_at   timestamptz NOT NULL,
    locked_until timestamptz,
    PRIMARY KEY (client_id, address)
  )`,
  'CREATE INDEX secret_failures_expires_at ON secret_failures (expires_at)',
  'CREATE INDEX secret_failures_locked_until ON secret_failures (locked_until) WHERE locked_until IS NOT NULL',
];

/** Scopes, their hierarchy and roles; API keys; rate limits and lockouts shared by replicas. */
export class CreateScopesApiKeysAndLimits1763700300000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [...CREATE_SCOPES, ...SEED_SCOPES, ...CREATE_API_KEYS, ...CREATE_LIMITS]) {
      await queryRunner.query(statement);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    const tables = [
      'secret_failures',
      'rate_limit_counters',
      'api_keys',
      'role_scopes',
      'roles',
      'scope_implications',
    ];
    for (const table of [...tables, 'scopes']) {
      await queryRunner.query(`DROP TABLE ${table}`);
    }
  }
}
