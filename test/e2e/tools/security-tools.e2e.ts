import { auditRecords } from '../../support/audit-records.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { ToolClient } from './tool-client.js';

const KOREAN = '고객 정보: 홍길동님 (hong@example.com, 010-1234-5678)';
const ENGLISH = 'Customer info: John Doe (john@example.com, 010-1234-5678)';

interface Finding {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

describe('security tools', () => {
  let gatehouse: Gatehouse;
  let client: ToolClient;

  beforeAll(async () => {
    gatehouse = await startGatehouse();
    client = await ToolClient.connect(gatehouse, await gatehouse.token({ scope: 'mcp.access audit.read' }));
  });
  afterAll(async () => {
    await client?.close();
    await gatehouse?.stop();
  });

  describe('high_security_operation', () => {
    it('analyses a text free of personal data', async () => {
      const { data } = await client.call('high_security_operation', {
        operation_data: '분기 매출\nup 3 percent',
      });
      expect(data).toEqual({
        operation_type: 'analysis',
        performed: 'statistical text analysis',
        statistics: { characters: 18, words: 5, lines: 2, bytes: 26 },
        sha256: expect.stringMatching(/^[\w-]{43}$/),
      });
    });

    it.each([
      ['operation_data', { operation_data: KOREAN }, ['PERSON', 'EMAIL', 'PHONE']],
      ['operation_data', { operation_data: ENGLISH }, ['PERSON', 'EMAIL', 'PHONE']],
      ['operation_type', { operation_data: 'sales', operation_type: 'mail hong@example.com' }, ['EMAIL']],
    ])('rejects personal data in %s, naming types and places but no values', async (place, args, types) => {
      const answer = await client.call('high_security_operation', args);
      expect(answer.isError).toBe(true);
      for (const type of types) expect(answer.text).toContain(`${type} at /${place}`);
      expect(answer.text).not.toMatch(/홍길동|John|@example|1234/);
    });

    it('records the rejection', async () => {
      const rejected = await auditRecords(gatehouse, {
        event_type: 'tool.denied',
        target: 'high_security_operation',
      });
      expect(rejected.length).toBeGreaterThan(0);
      expect(rejected[0]).toMatchObject({ outcome: 'denied', reason: 'pii_rejected' });
    });
  });

  describe('test_pii_detection', () => {
    it.each([
      [
        KOREAN,
        ['홍길동', 'hong@example.com', '010-1234-5678'],
        '고객 정보: 홍*동님 (hong****@example.com, 010-****-5678)',
      ],
      [
        ENGLISH,
        ['John Doe', 'john@example.com', '010-1234-5678'],
        'Customer info: J*** D** (john****@example.com, 010-****-5678)',
      ],
    ])('%s', async (test_text, values, masked_text) => {
      const { data, text } = await client.call('test_pii_detection', { test_text });
      const findings = data['findings'] as Finding[];
      expect(findings.map(({ type }) => type)).toEqual(['PERSON', 'EMAIL', 'PHONE']);
      expect(findings.map(({ start, end }) => test_text.slice(start, end))).toEqual(values);
      expect(data).toMatchObject({
        contains_pii: true,
        finding_count: 3,
        counts_by_type: { PERSON: 1, EMAIL: 1, PHONE: 1 },
        masked_text,
      });
      for (const value of values) expect(text).not.toContain(value);
    });

    it('finds nothing in an ordinary text', async () => {
      const { data } = await client.call('test_pii_detection', { test_text: '재고 42개, 배송 3일' });
      expect(data).toEqual({
        contains_pii: false,
        finding_count: 0,
        counts_by_type: {},
        findings: [],
        masked_text: '재고 42개, 배송 3일',
      });
    });
  });

  describe('test_encryption', () => {
    it.each(['비밀 문장 hong@example.com', 'x', '🙂'.repeat(100)])('round trip of %s', async (test_data) => {
      const { data, text } = await client.call('test_encryption', { test_data });
      expect(data).toMatchObject({
        success: true,
        envelope: { algorithm: 'A256GCM', match: true, ciphertext: expect.stringMatching(/^gh1\.A256GCM\./) },
        fernet: { match: true, ciphertext: expect.stringMatching(/^gAAAA/) },
      });
      const { key_id, ciphertext } = data['envelope'] as { key_id: string; ciphertext: string };
      expect(ciphertext.split('.')[2]).toBe(key_id);
      if (test_data.length > 1) expect(text).not.toContain(test_data);
    });

    it('never encrypts the same way twice', async () => {
      const once = await client.call('test_encryption', { test_data: 'same' });
      const again = await client.call('test_encryption', { test_data: 'same' });
      expect(once.data['envelope']).not.toEqual(again.data['envelope']);
    });
  });

  describe('get_security_audit_log', () => {
    const records = async (args: Record<string, unknown> = {}) =>
      (await client.call('get_security_audit_log', args)).data['records'] as Record<string, unknown>[];

    it('shows the newest first, ten unless asked otherwise', async () => {
      for (let call = 0; call < 10; call++) await client.call('test_encryption', { test_data: 'x' });
      const newest = await records();
      expect(newest).toHaveLength(10);
      expect(newest[0]).toMatchObject({
        event_type: 'tool.called',
        target: 'tool:test_encryption',
        outcome: 'success',
        action_taken: 'executed',
        client_id: 'mcp-client',
        user_id: 'mcp-client',
      });
      const times = newest.map(({ timestamp }) => String(timestamp));
      expect(times).toEqual([...times].sort().reverse());
      expect(await records({ limit: 2 })).toHaveLength(2);
    });

    it('says what was done about personal data, without the data', async () => {
      await client.call('test_pii_detection', { test_text: KOREAN });
      const [record] = await records({ limit: 1 });
      expect(record).toMatchObject({
        contains_pii: true,
        pii_types: expect.arrayContaining(['EMAIL', 'PHONE']),
      });
      expect(JSON.stringify(record)).not.toMatch(/홍길동|hong@/);
    });

    it.each([0, 101, -1, 1.5, '10'])('refuses the limit %j', async (limit) => {
      const answer = await client.call('get_security_audit_log', { limit });
      expect(answer.isError).toBe(true);
      expect(answer.text).toMatch(/limit/);
    });
  });

  describe('simulate_data_breach_detection', () => {
    it.each([
      [undefined, 'MEDIUM', /one working day/],
      ['LOW', 'LOW', /weekly review/],
      ['HIGH', 'HIGH', /at once/],
      ['CRITICAL', 'CRITICAL', /72 hours/],
    ])('severity %s: records a %s incident with its response', async (severity, expected, action) => {
      const { data, text } = await client.call('simulate_data_breach_detection', {
        suspicious_activity: '홍길동님 (hong@example.com) 계정의 대량 다운로드',
        ...(severity === undefined ? {} : { severity }),
      });
      expect(data).toMatchObject({ severity: expected, recorded: true });
      expect(text).toMatch(action);
      expect(text).toMatch(/[가-힣]+합니다/);
      expect(text).not.toMatch(/홍길동|hong@example/);
      const incidents = await auditRecords(gatehouse, { event_type: 'incident.recorded' });
      const recorded = incidents.find((each) => JSON.stringify(each).includes(String(data['incident_id'])));
      expect(recorded?.['details']).toMatchObject({ severity: expected, simulated: true });
      expect(JSON.stringify(incidents)).not.toMatch(/홍길동|hong@example/);
    });

    it('refuses an unknown severity', async () => {
      const answer = await client.call('simulate_data_breach_detection', {
        suspicious_activity: 'a',
        severity: 'high',
      });
      expect(answer.isError).toBe(true);
      expect(answer.text).toMatch(/severity.*LOW/);
    });
  });

  describe('generate_security_report', () => {
    interface Totals {
      readonly events: number;
      readonly tool_accesses: number;
      readonly incidents: number;
      readonly pii_detections: number;
    }
    const totals = async () => (await client.call('generate_security_report')).data['totals'] as Totals;

    it('counts what happens: tool accesses, incidents, personal data', async () => {
      const before = await totals();
      await client.call('test_pii_detection', { test_text: KOREAN });
      await client.call('simulate_data_breach_detection', { suspicious_activity: 'x', severity: 'CRITICAL' });
      const after = await totals();
      // The report before, the scan and the simulation; the report itself is recorded after it was computed.
      expect(after.tool_accesses - before.tool_accesses).toBe(3);
      expect(after.incidents - before.incidents).toBe(1);
      expect(after.pii_detections - before.pii_detections).toBeGreaterThanOrEqual(3);
      expect(after.events).toBeGreaterThan(before.events);
    });

    it('a summary has rates and recommendations, a detailed one the breakdowns too', async () => {
      await client.call('simulate_data_breach_detection', { suspicious_activity: 'x', severity: 'HIGH' });
      const summary = (await client.call('generate_security_report', { report_type: 'summary' })).data;
      expect(summary).not.toHaveProperty('details');
      const { success, failure, denied } = summary['rates'] as Record<string, number>;
      expect((success ?? 0) + (failure ?? 0) + (denied ?? 0)).toBeCloseTo(1, 2);
      expect(JSON.stringify(summary['recommendations'])).toContain('handle_incidents');
      const details = (await client.call('generate_security_report', { report_type: 'detailed' })).data[
        'details'
      ];
      const { by_tool } = details as { by_tool: { tool: string; total: number }[] };
      expect(by_tool.map(({ tool }) => tool)).toContain('simulate_data_breach_detection');
      expect(Object.keys(details as object)).toEqual(
        expect.arrayContaining([
          'by_event',
          'by_client',
          'pii_types',
          'refusals',
          'incidents_by_severity',
          'hourly',
        ]),
      );
    });
  });
});
