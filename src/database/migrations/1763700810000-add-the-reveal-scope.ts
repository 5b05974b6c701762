import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may turn encrypted values back: administrators, who hold every scope, and whom they give it to. */
export class AddTheRevealScope1763700810000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `INSERT INTO scopes (name, description_en, description_ko) VALUES
        ('pii.reveal', 'See encrypted personal data in clear, for a reason that is recorded', '암호화된 개인정보를 사유를 남기고 열람합니다')`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DELETE FROM scopes WHERE name = 'pii.reveal'`);
  }
}
