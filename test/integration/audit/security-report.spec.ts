import type { TestingModule } from '@nestjs/testing';
import { AuditTrail, SecurityReport, type AuditEvent } from '../../../src/audit/index.js';
import type { PolicyDecision } from '../../../src/common/policy-decision.js';
import { RequestContext } from '../../../src/common/request-context.js';
import { configurationOf } from '../../support/test-configuration.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { startAudit } from './audit-application.js';

const HOUR_MS = 3_600_000;
const tool = (id: string) => ({ target: { type: 'tool', id } });

const EVENTS: readonly AuditEvent[] = [
  { eventType: 'token.issued', outcome: 'success', client: 'mcp-client' },
  { eventType: 'token.denied', outcome: 'denied', reason: 'invalid_client', client: 'stranger' },
  { eventType: 'tool.called', outcome: 'success', client: 'mcp-client', ...tool('lookup_inventory') },
  { eventType: 'tool.called', outcome: 'success', client: 'mcp-client', ...tool('lookup_inventory') },
  {
    eventType: 'tool.called',
    outcome: 'failure',
    reason: 'tool_error',
    client: 'mcp-client',
    ...tool('create_ticket'),
  },
  {
    eventType: 'tool.denied',
    outcome: 'denied',
    reason: 'pii_rejected',
    client: 'mcp-client',
    ...tool('high_security_operation'),
  },
  { eventType: 'incident.recorded', outcome: 'success', details: { severity: 'HIGH' } },
];

const MASKED: PolicyDecision = {
  direction: 'out',
  action: 'mask',
  policyVersion: '1',
  findings: [
    { path: '/email', entityType: 'EMAIL_ADDRESS', score: 1 },
    { path: '/phone', entityType: 'PHONE_NUMBER', score: 0.9 },
  ],
};

describe('SecurityReport', () => {
  let database: TestDatabase;
  let module: TestingModule;
  const compute = (from: number, to: number) =>
    module.get(SecurityReport).compute({ from: new Date(Date.now() + from), to: new Date(Date.now() + to) });

  beforeAll(async () => {
    database = await createTestDatabase();
    module = await startAudit(configurationOf(database));
    const trail = module.get(AuditTrail);
    for (const event of EVENTS) await trail.record(event);
    const trace = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), sampled: false };
    const context = new RequestContext('c', trace, { address: '192.0.2.1', userAgent: 'x' }, new Date());
    context.piiDecisions.push(MASKED);
    const withPii: AuditEvent = {
      eventType: 'tool.called',
      outcome: 'success',
      client: 'other',
      ...tool('get_user_info'),
    };
    await RequestContext.run(context, () => trail.record(withPii));
  });
  afterAll(async () => {
    await module.close();
    await database.drop();
  });

  it('counts by event, tool, client, outcome, type and reason', async () => {
    const report = await compute(-HOUR_MS, 1_000);
    expect(report.totals).toMatchObject({ total: 8, success: 5, failure: 1, denied: 2, withPii: 1 });
    expect(report.totals).toMatchObject({ toolAccesses: 5, tokensIssued: 1, tokensDenied: 1, incidents: 1 });
    expect(report.totals).toMatchObject({ piiFindings: 2, clients: 3, addresses: 1 });
    expect(report.byTool[0]).toEqual({
      tool: 'lookup_inventory',
      total: 2,
      success: 2,
      failure: 0,
      denied: 0,
      withPii: 0,
    });
    expect(report.byClient.map(({ clientId, total }) => [clientId, total])).toContainEqual(['mcp-client', 5]);
    expect(report.byOutcome).toEqual({ success: 5, failure: 1, denied: 2 });
    expect(report.piiTypes).toEqual([
      { entityType: 'EMAIL_ADDRESS', direction: 'out', action: 'mask', findings: 1 },
      { entityType: 'PHONE_NUMBER', direction: 'out', action: 'mask', findings: 1 },
    ]);
    expect(report.refusals.map(({ reason, count }) => [reason, count])).toEqual([
      ['invalid_client', 1],
      ['pii_rejected', 1],
    ]);
    expect(report.failures).toMatchObject([
      { reason: 'tool_error', count: 1, lastAt: expect.anything() as Date },
    ]);
    expect(report.incidentsBySeverity).toEqual([{ severity: 'HIGH', count: 1 }]);
    expect(report.rates).toMatchObject({ success: 0.625, denied: 0.25, failure: 0.125, withPii: 0.125 });
    expect(report.recommendations.map(({ code }) => code)).toContain('handle_incidents');
  });

  it('has an hourly series that adds up to the whole', async () => {
    const { hourly } = await compute(-5 * HOUR_MS, 1_000);
    expect(hourly.length).toBeGreaterThanOrEqual(6);
    const sum = hourly.reduce((total, hour) => total + hour.success + hour.failure + hour.denied, 0);
    expect(sum).toBe(8);
  });

  it('counts nothing outside of its period', async () => {
    const report = await compute(-3 * HOUR_MS, -2 * HOUR_MS);
    expect(report.totals.total).toBe(0);
    expect(report.recommendations).toEqual([{ code: 'nothing_recorded', severity: 'info', count: 0 }]);
  });
});
