import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['login_sessions', 'token_families'];

/** Not every identity provider says when a person logged in there, and a guess would pass for a recent login. */
export class LetLoginTimesBeUnknown1763700860000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of TABLES)
      await queryRunner.query(`ALTER TABLE ${table} ALTER COLUMN authenticated_at DROP NOT NULL`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await queryRunner.query(
        `UPDATE ${table} SET authenticated_at = created_at WHERE authenticated_at IS NULL`,
      );
      await queryRunner.query(`ALTER TABLE ${table} ALTER COLUMN authenticated_at SET NOT NULL`);
    }
  }
}
