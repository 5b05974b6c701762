import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For policy files to name: it allows nothing by itself. */
export class AddTheClearScope1763700820000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `INSERT INTO scopes (name, description_en, description_ko) VALUES
        ('pii.clear', 'Be shown personal data where the policy of the service allows it', '서비스의 정책이 허용하는 곳에서 개인정보를 그대로 봅니다')`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DELETE FROM scopes WHERE name = 'pii.clear'`);
  }
}
