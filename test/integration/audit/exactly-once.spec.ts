import type { TestingModule } from '@nestjs/testing';
import { setTimeout as delay } from 'node:timers/promises';
import { AuditTrail } from '../../../src/audit/index.js';
import { configurationOf } from '../../support/test-configuration.js';
import { createTestDatabase, describeOnServer, type TestDatabase } from '../../support/test-database.js';
import { query, startAudit } from './audit-application.js';

const RECORDS = 4_000;
const KILLS = 15;

describeOnServer('records while connections are killed', () => {
  let database: TestDatabase;
  let module: TestingModule;

  beforeAll(async () => {
    database = await createTestDatabase({}, 'server');
    module = await startAudit(configurationOf(database));
  });
  afterAll(async () => {
    await module.close();
    await database.drop();
  });

  it('loses none that was acknowledged and stores none twice', async () => {
    const trail = module.get(AuditTrail);
    const acknowledged: string[] = [];
    const record = async (name: string) => {
      await trail.record({
        eventType: 'tool.called',
        outcome: 'success',
        target: { type: 'tool', id: name },
      });
      acknowledged.push(name);
    };
    const load = Array.from({ length: 20 }, async (_, lane) => {
      for (let number = 0; number < RECORDS / 20; number += 1) await record(`t-${lane}-${number}`);
    });
    let killed = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      await delay(10 + kill * 3);
      killed += await killFlushConnections(module);
    }
    await Promise.all(load);
    const rows = await query<{ target_id: string }>(module, 'SELECT target_id FROM audit_records');
    const stored = rows.map(({ target_id }) => target_id);
    expect(killed).toBeGreaterThan(0);
    expect(acknowledged).toHaveLength(RECORDS);
    expect(stored.sort()).toEqual(acknowledged.sort());
  });
});

async function killFlushConnections(module: TestingModule): Promise<number> {
  const rows = await query<{ killed: boolean }>(
    module,
    `SELECT pg_terminate_backend(pid) AS killed FROM pg_stat_activity
     WHERE datname = current_database() AND application_name LIKE '%audit%'`,
  );
  return rows.filter(({ killed }) => killed).length;
}
