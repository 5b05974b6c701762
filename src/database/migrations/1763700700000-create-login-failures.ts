import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE login_failures (
    account      text NOT NULL,
    address      text NOT NULL,
    failures     integer NOT NULL CHECK (failures >= 0),
    locked_until timestamptz,
    expires_at   timestamptz NOT NULL,
    PRIMARY KEY (account, address)
  )`,
  'CREATE INDEX login_failures_expires_at ON login_failures (expires_at)',
  `COMMENT ON TABLE login_failures IS 'wrong passwords; an empty account or address stands for all of them'`,
  `COMMENT ON COLUMN login_failures.account IS 'mac of the username that was tried, whether it exists or not'`,
  `COMMENT ON COLUMN login_failures.address IS 'mac of the address block'`,
  `CREATE TABLE login_addresses (
    account      text NOT NULL,
    address      text NOT NULL,
    last_used_at timestamptz NOT NULL,
    PRIMARY KEY (account, address)
  )`,
  'CREATE INDEX login_addresses_last_used_at ON login_addresses (last_used_at)',
  `COMMENT ON TABLE login_addresses IS 'macs of where a person has logged in from; guesses made elsewhere do not slow them down there'`,
  `COMMENT ON COLUMN login_sessions.user_agent IS 'AEAD envelope'`,
  `COMMENT ON COLUMN login_sessions.address IS 'AEAD envelope'`,
];

/** What slows down the guessing of passwords. */
export class CreateLoginFailures1763700700000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE login_addresses');
    await queryRunner.query('DROP TABLE login_failures');
  }
}
