import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One revision for each thing that replicas keep in memory; raised by whoever changes it. */
export class CreateRevisions1763700000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE revisions (
        topic    text PRIMARY KEY,
        revision bigint NOT NULL DEFAULT 0
      )`);
    await queryRunner.query(`
      INSERT INTO revisions (topic)
      VALUES ('clients'), ('signing-keys'), ('api-keys'), ('scopes'), ('lockouts'), ('revocations')`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE revisions');
  }
}
