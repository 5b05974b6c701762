import type { TestingModule } from '@nestjs/testing';
import { AuditTrail } from '../../../src/audit/index.js';
import { configurationOf } from '../../support/test-configuration.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { query, startAudit } from './audit-application.js';

describe('audit_records', () => {
  let database: TestDatabase;
  let module: TestingModule;
  const count = async () =>
    (await query<{ count: string }>(module, 'SELECT count(*) FROM audit_records'))[0]?.count;

  beforeAll(async () => {
    database = await createTestDatabase();
    module = await startAudit(configurationOf(database));
    await module.get(AuditTrail).record({ eventType: 'client.created', outcome: 'success' });
  });
  afterAll(async () => {
    await module.close();
    await database.drop();
  });

  it.each([
    ['UPDATE', `UPDATE audit_records SET outcome = 'denied'`],
    ['UPDATE of nothing but the details', `UPDATE audit_records SET details = '{}'`],
    ['DELETE', 'DELETE FROM audit_records'],
    ['TRUNCATE', 'TRUNCATE audit_records'],
    ['TRUNCATE … CASCADE', 'TRUNCATE audit_records CASCADE'],
    [
      'an upsert',
      `INSERT INTO audit_records (id, event_type, occurred_at, outcome)
       SELECT id, event_type, now(), 'denied' FROM audit_records LIMIT 1
       ON CONFLICT (id) DO UPDATE SET outcome = 'denied'`,
    ],
    ['MERGE', 'MERGE INTO audit_records a USING audit_records b ON a.id = b.id WHEN MATCHED THEN DELETE'],
    [
      'DELETE while triggers are said to be for replicas only',
      `SET session_replication_role = replica; DELETE FROM audit_records; RESET session_replication_role`,
    ],
  ])('refuses %s, to its owner as well', async (_what, statement) => {
    const before = await count();
    await expect(query(module, statement)).rejects.toMatchObject({ code: '42501' });
    expect(await count()).toBe(before);
  });

  it('refuses a place in the order that the database did not give', async () => {
    const insert = `INSERT INTO audit_records (sequence, id, event_type, occurred_at, outcome)
      VALUES (1000000, gen_random_uuid(), 'x', now(), 'success')`;
    await expect(query(module, insert)).rejects.toMatchObject({ code: '428C9' });
  });

  it('refuses an outcome nobody knows', async () => {
    const insert = `INSERT INTO audit_records (id, event_type, occurred_at, outcome)
      VALUES (gen_random_uuid(), 'x', now(), 'maybe')`;
    await expect(query(module, insert)).rejects.toMatchObject({ code: '23514' });
  });
});
