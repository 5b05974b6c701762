import type { TestingModule } from '@nestjs/testing';
import { AuditTrail } from '../../../src/audit/index.js';
import { Readiness } from '../../../src/common/readiness.js';
import { loadConfiguration } from '../../../src/config/index.js';
import { LIVENESS_MS, within } from '../../support/eventually.js';
import { createTestDatabase, describeOnServer, type TestDatabase } from '../../support/test-database.js';
import { startTcpProxy, type TcpProxy } from '../../support/tcp-proxy.js';
import { query, startAudit } from './audit-application.js';

const EVENT = { eventType: 'route.accessed', outcome: 'success' } as const;

describeOnServer('the audit trail without its database', () => {
  let database: TestDatabase;
  let proxy: TcpProxy;
  let module: TestingModule;
  const readiness = async () => (await module.get(Readiness).check()).get('audit');

  async function start(variables: Record<string, string> = {}): Promise<void> {
    database = await createTestDatabase({}, 'server');
    const url = new URL(database.url ?? '');
    proxy = await startTcpProxy({ host: url.hostname, port: Number(url.port || 5432) });
    url.hostname = '127.0.0.1';
    url.port = String(proxy.port);
    const environment = { ...database.environment, DATABASE_URL: url.href, ...variables };
    module = await startAudit(loadConfiguration({ LOG_LEVEL: 'silent', ...environment }));
    await module.get(AuditTrail).record(EVENT);
  }
  afterEach(async () => {
    proxy.heal();
    await module.close();
    await proxy.close();
    await database.drop();
  });

  it.each(['cut', 'stall'] as const)('refuses with 503 when it is %s, and heals', async (how) => {
    await start();
    proxy[how]();
    await expect(module.get(AuditTrail).record(EVENT)).rejects.toMatchObject({
      status: 503,
      headers: { 'Retry-After': expect.stringMatching(/^\d+$/) },
    });
    expect(await readiness()).toBe('audit records cannot be written');
    proxy.heal();
    await module.get(AuditTrail).record(EVENT);
    expect(await readiness()).toBeUndefined();
    const [row] = await query<{ count: number }>(module, 'SELECT count(*)::int FROM audit_records');
    expect(row?.count).toBe(2);
  });

  it('is ready again by itself, without a request to show it', async () => {
    await start();
    proxy.cut();
    await expect(module.get(AuditTrail).record(EVENT)).rejects.toMatchObject({ status: 503 });
    proxy.heal();
    // An attempt that was under way while it healed may still fail.
    const isReady = async () => (await readiness()) === undefined;
    expect(await within(LIVENESS_MS, isReady)).toBe(true);
  });

  it('waits out an interruption shorter than its patience', async () => {
    await start();
    proxy.cut();
    const recorded = module.get(AuditTrail).record(EVENT);
    setTimeout(() => proxy.heal(), 1_000);
    await expect(recorded).resolves.toBeUndefined();
  });

  it('lets the request go when told to fail open', async () => {
    await start({ AUDIT_ON_FAILURE: 'open' });
    proxy.cut();
    await expect(module.get(AuditTrail).record(EVENT)).resolves.toBeUndefined();
  });
});
