import type { TestingModule } from '@nestjs/testing';
import { performance } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { toUSVString } from 'node:util';
import { AuditRecords, AuditTrail, type AuditEvent, type AuditRecord } from '../../../src/audit/index.js';
import { AuditMetrics } from '../../../src/audit/audit-metrics.js';
import type { Principal } from '../../../src/common/principal.js';
import { RequestContext } from '../../../src/common/request-context.js';
import { Transactions } from '../../../src/database/index.js';
import { Metrics } from '../../../src/observability/index.js';
import { configurationOf } from '../../support/test-configuration.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { logLines, query, startAudit } from './audit-application.js';

const PRINCIPAL: Principal = {
  subject: 'hong@example.com',
  clientId: 'mcp-client',
  kind: 'user',
  scopes: ['read'],
  roles: [],
  issuer: 'http://localhost',
  audience: [],
  tokenId: 'jti-1',
  expiresAt: 0,
};

function contextOf(correlationId: string, principal: Principal | undefined = PRINCIPAL): RequestContext {
  const trace = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331', sampled: false };
  const source = { address: '192.0.2.7', userAgent: 'agent/1\r\nforged: line' };
  const context = new RequestContext(correlationId, trace, source, new Date());
  context.principal = principal;
  return context;
}

const called = (tool: string): AuditEvent => ({
  eventType: 'tool.called',
  outcome: 'success',
  target: { type: 'tool', id: tool },
});

describe('GroupCommitAuditTrail', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let trail: AuditTrail;
  const newest = async (): Promise<AuditRecord | undefined> => (await module.get(AuditRecords).newest(1))[0];

  beforeAll(async () => {
    database = await createTestDatabase();
    module = await startAudit(configurationOf(database));
    trail = module.get(AuditTrail);
  });
  afterAll(async () => {
    await module.close();
    await database.drop();
  });

  it('takes an answer that is there, however long the loop was too busy to read it', async () => {
    const failures = async () => (await module.get(AuditMetrics).flushFailures.get()).values[0]?.value;
    await trail.record(called('before'));
    const before = await failures();
    const recorded = trail.record(called('meanwhile'));
    for (let turn = 0; turn < 4; turn++) await nextTurn();
    const end = performance.now() + 2_000;
    while (performance.now() < end);
    await recorded;
    expect(await failures()).toBe(before);
  });

  it('adds what the request tells: actor, client, source, ids and personal-data decisions', async () => {
    const context = contextOf('order-1');
    context.piiDecisions.push({
      direction: 'out',
      action: 'mask',
      policyVersion: 'v1',
      findings: [{ path: '/email', entityType: 'EMAIL_ADDRESS', score: 0.95 }],
    });
    await RequestContext.run(context, () =>
      trail.record({ ...called('get_user_info'), details: { rows: 2 } }),
    );
    expect(await newest()).toMatchObject({
      eventType: 'tool.called',
      actorKind: 'user',
      actorSubject: 'hong@example.com',
      actorTokenId: 'jti-1',
      clientId: 'mcp-client',
      targetType: 'tool',
      targetId: 'get_user_info',
      sourceAddress: '192.0.2.7',
      sourceUserAgent: 'agent/1 forged: line',
      outcome: 'success',
      reason: null,
      traceId: '0af7651916cd43dd8448eb211c80319c',
      correlationId: 'order-1',
      containsPii: true,
      piiDecisions: context.piiDecisions,
      details: { rows: 2 },
    });
  });

  it('scrubs what callers put in', async () => {
    await trail.record({
      eventType: 'token.denied',
      outcome: 'denied',
      reason: 'invalid_client',
      client: 'kim@example.com',
      target: { type: 'client', id: 'kim@example.com' },
      details: { client_secret: 's3cret', note: 'call 010-1234-5678', 'lee@example.com': 1 },
    });
    const text = JSON.stringify(await newest());
    expect(text).not.toMatch(/kim@example|s3cret|010-1234-5678|lee@example/);
  });

  it('stores texts that Postgres or JSON would choke on', async () => {
    const odd = 'quote " comma , brace { backslash \\ nul \u0000 lone \ud800 한글 😀 NULL';
    await trail.record({
      eventType: 'tool.called',
      outcome: 'failure',
      reason: odd,
      details: { odd, NULL: 'NULL' },
    });
    const record = await newest();
    expect(record?.details).toEqual({ odd: toUSVString(odd.replace('\u0000', ' ')), NULL: 'NULL' });
  });

  it('commits many concurrent records with few inserts, each with its own request', async () => {
    const before = await flushes(module);
    const numbers = Array.from({ length: 500 }, (_, index) => index);
    await Promise.all(
      numbers.map((number) =>
        RequestContext.run(contextOf(`batch-${number}`), () => trail.record(called(`tool-${number}`))),
      ),
    );
    expect((await flushes(module)) - before).toBeLessThanOrEqual(5);
    const rows = await query<{ correlation_id: string; target_id: string }>(
      module,
      `SELECT correlation_id, target_id FROM audit_records WHERE correlation_id LIKE 'batch-%'`,
    );
    expect(new Set(rows.map((row) => `${row.correlation_id}:${row.target_id}`))).toEqual(
      new Set(numbers.map((number) => `batch-${number}:tool-${number}`)),
    );
  });

  it('commits and rolls back with the caller’s transaction, in the table as in the file', async () => {
    const transactions = module.get(Transactions);
    const created = (id: string): AuditEvent => ({
      eventType: 'client.created',
      outcome: 'success',
      target: { type: 'client', id },
    });
    await transactions.run((transaction) => trail.recordWithin(transaction, created('kept-client')));
    const failed = transactions.run(async (transaction) => {
      await trail.recordWithin(transaction, created('lost-client'));
      throw new Error('rolled back');
    });
    await expect(failed).rejects.toThrow('rolled back');
    await trail.record(called('last'));
    const { records } = await module.get(AuditRecords).search({ eventType: 'client.created' }, { limit: 10 });
    expect(records.map(({ targetId }) => targetId)).toEqual(['kept-client']);
    const total = await query<{ count: number }>(module, 'SELECT count(*)::int FROM audit_records');
    const targets = (await logLines(configurationOf(database).audit.logDir, total[0]?.count ?? 0)).map(
      ({ target }) => target,
    );
    expect(targets).toContain('client:kept-client');
    expect(targets).not.toContain('client:lost-client');
  });

  it('writes one line a record, in the order of commit, without personal data', async () => {
    const rows = await query<{ id: string }>(module, 'SELECT id FROM audit_records ORDER BY sequence');
    const lines = await logLines(configurationOf(database).audit.logDir, rows.length);
    expect(lines.map(({ record_id }) => record_id)).toEqual(rows.map(({ id }) => id));
    expect(JSON.stringify(lines)).not.toContain('hong@example.com');
  });

  it('pages through what a filter finds, newest first', async () => {
    const records = module.get(AuditRecords);
    const seen: (string | null)[] = [];
    let before: string | undefined;
    do {
      const page = await records.search(
        { clientId: 'mcp-client', eventType: 'tool.called' },
        { limit: 120, before },
      );
      seen.push(...page.records.map(({ targetId }) => targetId));
      before = page.next;
    } while (before !== undefined);
    expect(seen).toHaveLength(501);
    expect(new Set(seen).size).toBe(501);
    const one = await records.search({ target: 'tool-7', from: new Date(0), to: new Date() }, { limit: 10 });
    expect(one).toMatchObject({ records: [{ correlationId: 'batch-7' }], next: undefined });
    expect((await records.search({ to: new Date(0) }, { limit: 10 })).records).toEqual([]);
  });
});

async function flushes(module: TestingModule): Promise<number> {
  const { text } = await module.get(Metrics).expose();
  return Number(/gatehouse_audit_flush_records_count (\d+)/.exec(text)?.[1]);
}
