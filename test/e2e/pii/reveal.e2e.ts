import { auditRecords } from '../../support/audit-records.js';
import { bearer } from '../../support/doors.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { ToolClient } from '../tools/tool-client.js';

const CUSTOMER = {
  customer_name: '홍길동',
  customer_email: 'gildong.hong@example.com',
  customer_phone: '010-2345-6789',
};
const REASON = 'the customer asked for a call back';

interface Customer {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

describe('encrypted values', () => {
  let database: TestDatabase;
  let gatehouse: Gatehouse;
  let client: ToolClient;
  let customer: Customer;
  let revealer: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    gatehouse = await startGatehouse({ database });
    client = await ToolClient.connect(gatehouse, await gatehouse.token());
    customer = (await client.call('store_sensitive_data', CUSTOMER)).data['customer'] as Customer;
    revealer = await gatehouse.adminToken('mcp.access pii.reveal');
  });
  afterAll(async () => {
    await client?.close();
    await gatehouse?.stop();
    await database?.drop();
  });

  const reveal = async (token: string, body: unknown) => {
    const headers = { ...bearer(token), 'content-type': 'application/json' };
    const answer = await fetch(`${gatehouse.url}/pii/reveal`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    return { status: answer.status, headers: answer.headers, body: (await answer.json()) as object };
  };
  const records = () => auditRecords(gatehouse, { event_type: 'pii.revealed' });

  it('reach a tool that reveals their origin in clear, and its result is masked as always', async () => {
    expect(customer.email).toMatch(/^⟦EMAIL:/);
    for (const user_query of [customer.email, encodeURIComponent(customer.phone), customer.name]) {
      const { data } = await client.call('get_user_info', { user_query });
      expect(data).toMatchObject({ found: true, users: [{ name: '홍*동', email: 'gild****@example.com' }] });
    }
  });

  it('are not shown without the scope', async () => {
    const { status, headers } = await reveal(await gatehouse.token(), {
      tokens: [customer.email],
      reason: REASON,
    });
    expect(status).toBe(403);
    expect(headers.get('www-authenticate')).toContain('pii.reveal');
    expect(await client.toolNames()).not.toContain('reveal_pii');
    await expect(client.call('reveal_pii', { tokens: [customer.email], reason: REASON })).rejects.toThrow();
    expect(await records()).toEqual([]);
  });

  it.each<[string, (token: string) => object]>([
    ['no reason', (token) => ({ tokens: [token] })],
    ['a blank reason', (token) => ({ tokens: [token], reason: ' ' })],
    ['a reason that nobody sees', (token) => ({ tokens: [token], reason: '\u200b\u2800\u2063' })],
    ['no token', () => ({ tokens: [], reason: REASON })],
    ['more tokens than one may see at once', (token) => ({ tokens: Array(101).fill(token), reason: REASON })],
  ])('are not shown for %s', async (_what, body) => {
    expect((await reveal(revealer, body(customer.email))).status).toBe(400);
    expect(await records()).toEqual([]);
  });

  it('are shown with scope and reason, and leave one record without them', async () => {
    const forged = customer.phone.replace('PHONE', 'EMAIL');
    const { status, headers, body } = await reveal(revealer, {
      tokens: [customer.email, forged, encodeURIComponent(customer.phone)],
      reason: REASON,
    });
    expect({ status, cache: headers.get('cache-control') }).toEqual({ status: 200, cache: 'no-store' });
    const origin = 'tool:store_sensitive_data';
    expect(body).toEqual({
      revealed: [
        { index: 0, type: 'EMAIL', origin, value: 'gildong.hong@example.com' },
        { index: 2, type: 'PHONE', origin, value: '010-2345-6789' },
      ],
      unknown: [1],
    });
    const written = await records();
    expect(written).toHaveLength(1);
    expect(written[0]).toMatchObject({ outcome: 'success' });
    const text = JSON.stringify(written);
    expect(text).toContain(REASON);
    expect(text).toContain(origin);
    // Ids are random digits as well: what would tell the number is both groups of it.
    expect(text).not.toMatch(/gildong|2345.?6789/);
  });

  it('are refused as unknown when nothing opens, which is recorded too', async () => {
    const { status, body } = await reveal(revealer, { tokens: ['⟦EMAIL:abc⟧', 'x'], reason: REASON });
    expect({ status, body }).toMatchObject({
      status: 422,
      body: { type: expect.stringContaining('unknown-token') },
    });
    expect((await records()).map((record) => record['outcome'])).toEqual(['failure', 'success']);
  });

  it('are shown by the tool as well', async () => {
    const administrator = await ToolClient.connect(gatehouse, revealer);
    const { data } = await administrator.call('reveal_pii', { tokens: [customer.name], reason: REASON });
    expect(data).toMatchObject({ revealed: [{ type: 'PERSON', value: '홍길동' }], unknown: [] });
    const { isError } = await administrator.call('reveal_pii', { tokens: [customer.name] });
    expect(isError).toBe(true);
    await administrator.close();
    expect(await records()).toHaveLength(3);
  });

  it('are not shown when a client had them encrypted for itself', async () => {
    const analyst = bearer(await gatehouse.adminToken('pii.analyze'));
    const answer = await fetch(`${gatehouse.url}/pii/anonymize`, {
      method: 'POST',
      headers: { ...analyst, 'content-type': 'application/json' },
      body: JSON.stringify({
        text: 'hong@example.com',
        anonymizers: { DEFAULT: { type: 'encrypt', key: 'k'.repeat(16) } },
        analyzer_results: [{ start: 0, end: 16, entity_type: 'EMAIL', score: 1 }],
      }),
    });
    const { text } = (await answer.json()) as { text: string };
    const { body } = await reveal(revealer, { tokens: [text, customer.email], reason: REASON });
    expect(body).toMatchObject({ revealed: [{ index: 1 }], unknown: [0] });
  });
});
