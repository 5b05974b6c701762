import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE consented_resources (
    user_id    uuid NOT NULL,
    client_id  text NOT NULL,
    resource   text NOT NULL,
    scopes     text[] NOT NULL,
    PRIMARY KEY (user_id, client_id, resource),
    FOREIGN KEY (user_id, client_id) REFERENCES consents (user_id, client_id) ON DELETE CASCADE
  )`,
  `COMMENT ON TABLE consented_resources IS
    'what a consent allows at each resource (RFC 8707); a consent without any is from before, and is asked for again'`,
];

/**
 * At which resources people allowed their clients what. A row for each resource: a list of scopes beside a list of
 * resources would come to mean every scope at every resource, which nobody allowed. Consents from before get none:
 * nobody was told of a resource then, so each is asked for once more.
 */
export class RememberConsentedResources1763700850000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE consented_resources');
  }
}
