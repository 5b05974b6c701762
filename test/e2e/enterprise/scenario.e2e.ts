import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { auditRecords } from '../../support/audit-records.js';
import { bearer } from '../../support/doors.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { securityLog, type SecurityLogLine } from '../../support/security-log.js';
import { ToolClient } from '../tools/tool-client.js';

const CUSTOMER = {
  customer_name: '김서연',
  customer_email: 'seoyeon.kim@example.com',
  customer_phone: '010-2345-6789',
};
const PERSONAL = Object.values(CUSTOMER);

/** One story over everything: an agent works, is limited, and the auditor can tell what it did. */
describe('the enterprise scenario', () => {
  let gatehouse: Gatehouse;
  let agent: ToolClient;

  beforeAll(async () => {
    gatehouse = await startGatehouse();
    agent = await ToolClient.connect(gatehouse, await gatehouse.token({ scope: 'mcp.access' }));
  });
  afterAll(async () => {
    await agent?.close();
    await gatehouse?.stop();
  });

  it('joins token, refusal, encryption, masking, rejection and report in one record of what happened', async () => {
    expect((await fetch(`${gatehouse.url}/hello`)).status).toBe(401);
    expect(await agent.toolNames()).not.toContain('delete_product');
    await expect(
      agent.call('delete_product', { id: '00000000-0000-4000-8000-000000000000' }),
    ).rejects.toThrow();

    const stored = await agent.call('store_sensitive_data', { ...CUSTOMER, notes: '상담 요청' });
    const found = await agent.call('get_user_info', { user_query: CUSTOMER.customer_email });
    const rejected = await agent.call('high_security_operation', {
      operation_data: `고객 정보: ${CUSTOMER.customer_name}님 (${CUSTOMER.customer_email}, ${CUSTOMER.customer_phone})`,
    });
    expect([stored.isError, found.isError, rejected.isError]).toEqual([false, false, true]);
    for (const value of PERSONAL) expect(JSON.stringify([stored, found, rejected])).not.toContain(value);

    const events = (await auditRecords(gatehouse)).map(
      ({ event_type: event, outcome }) => `${event} ${outcome}`,
    );
    for (const expected of [
      'route.denied denied',
      'token.issued success',
      'tool.denied denied',
      'tool.called success',
      'customer.stored success',
    ]) {
      expect(events).toContain(expected);
    }
  });

  it('the report counts it, in every format', async () => {
    const headers = bearer(await gatehouse.token({ scope: 'audit.read' }));
    const report = async (format: string) =>
      fetch(`${gatehouse.url}/admin/audit/report?format=${format}`, { headers });
    const json = await (await report('json')).text();
    expect(json).toContain('store_sensitive_data');
    const html = await (await report('html')).text();
    expect(html).toContain('<svg');
    expect(html).not.toContain('<script');
    const csv = await (await report('csv')).text();
    expect(csv).toContain('store_sensitive_data');
    for (const value of PERSONAL) expect(json + html + csv).not.toContain(value);
  });

  it('the log file says the same in the words of the contract', async () => {
    const toolAccess = (line: SecurityLogLine) => line['event_type'] === 'tool_access';
    const lines = await securityLog(gatehouse, (all) => all.filter(toolAccess).length >= 4);
    const access = lines.filter(toolAccess);
    const actions = Object.fromEntries(access.map((line) => [line['tool_name'], line['action_taken']]));
    expect(actions).toMatchObject({
      store_sensitive_data: 'executed_with_encryption',
      get_user_info: 'executed_with_masking',
      high_security_operation: 'rejected_pii',
      delete_product: 'denied',
    });
    for (const line of access) {
      expect(Object.keys(line)).toEqual(
        expect.arrayContaining([
          'timestamp',
          'event_type',
          'tool_name',
          'user_id',
          'client_id',
          'contains_pii',
          'action_taken',
        ]),
      );
    }
  });

  it('the demo tells the story to a stranger in under a minute', async () => {
    const startedAt = Date.now();
    const { stdout } = await promisify(execFile)(process.execPath, [
      'scripts/demo.mjs',
      '--url',
      gatehouse.url,
    ]);
    expect(stdout).toContain('Every promise of this story was kept.');
    expect(stdout).not.toContain('✗');
    expect(Date.now() - startedAt).toBeLessThan(60_000);
  });
});
