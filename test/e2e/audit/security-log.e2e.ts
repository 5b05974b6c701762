import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { auditRecords } from '../../support/audit-records.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { securityLog } from '../../support/security-log.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

const FIELDS = [
  'timestamp',
  'event_type',
  'tool_name',
  'user_id',
  'client_id',
  'contains_pii',
  'action_taken',
];

describe('logs/security_audit.log', () => {
  let database: TestDatabase;
  let gatehouse: Gatehouse;
  const lines = () =>
    readFileSync(join(gatehouse.logDir, 'security_audit.log'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  beforeAll(async () => {
    database = await createTestDatabase();
    gatehouse = await startGatehouse({ database });
  });
  afterAll(async () => {
    await gatehouse.stop();
    await database.drop();
  });

  it('has one line with the agreed fields for every record, readable by the service alone', async () => {
    const token = await gatehouse.token();
    const hello = (authorization: string) =>
      fetch(`http://127.0.0.1:${gatehouse.port}/hello`, { headers: { authorization } });
    await Promise.all(Array.from({ length: 20 }, () => hello(`Bearer ${token}`)));
    await hello('Bearer forged');
    const records = await auditRecords(gatehouse);
    const written = await securityLog(gatehouse, (found) => found.length >= records.length);
    expect(written.every((line) => FIELDS.every((field) => field in line))).toBe(true);
    const ids = written.map(({ record_id }) => record_id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(records.map(({ id }) => id)));
    expect(statSync(join(gatehouse.logDir, 'security_audit.log')).mode & 0o777).toBe(0o600);
    expect(JSON.stringify(written)).not.toContain(token);
  });

  it('is complete after a stop under load', async () => {
    const token = await gatehouse.token();
    const correlations = Array.from({ length: 60 }, (_, index) => `stop-${index}`);
    const answers = correlations.map((correlation) =>
      fetch(`http://127.0.0.1:${gatehouse.port}/hello`, {
        headers: { authorization: `Bearer ${token}`, 'x-correlation-id': correlation },
      })
        .then(({ status }) => (status === 200 ? [correlation] : []))
        .catch(() => []),
    );
    await delay(15);
    await gatehouse.stop();
    const acknowledged = (await Promise.all(answers)).flat();
    const logged = lines().map(({ correlation_id }) => correlation_id);
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(
      acknowledged.filter((correlation) => logged.filter((one) => one === correlation).length !== 1),
    ).toEqual([]);
  });
});
