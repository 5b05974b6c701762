import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The scope of the detector as a service. Roles that hold every scope there is hold it too; others are given it by hand. */
export class AddAnalysisScope1763700800000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `INSERT INTO scopes (name, description_en, description_ko, baseline) VALUES
        ('pii.analyze', 'Have texts analyzed and anonymized for personal data',
         '텍스트에서 개인정보를 분석하고 비식별 처리합니다', false)`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DELETE FROM scopes WHERE name = 'pii.analyze'`);
  }
}
