import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By which data encryption keys this database was written, so that a start with other keys is refused. */
export class CreateKeyChecks1763700500000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE key_checks (
        kid        text PRIMARY KEY,
        envelope   text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      )`);
    await queryRunner.query(
      `COMMENT ON COLUMN key_checks.envelope IS 'a known text under the key: it opens only with the same one'`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE key_checks');
  }
}
