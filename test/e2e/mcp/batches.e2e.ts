import { auditRecords } from '../../support/audit-records.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { JsonRpcClient } from './json-rpc-client.js';

const REQUESTS = 20;
const SESSION = { 'mcp-protocol-version': '2025-03-26' };

describe('JSON-RPC batches', () => {
  let gatehouse: Gatehouse;

  beforeAll(async () => {
    gatehouse = await startGatehouse({ env: { REQUESTS_PER_MINUTE: String(REQUESTS) } });
  });
  afterAll(() => gatehouse.stop());

  /** Each test has a caller of its own, because an allowance is a caller's. */
  const batchOf = async (token: string) => {
    const client = new JsonRpcClient(gatehouse, token);
    const session = await client.openSession();
    return (count: number, method: string) =>
      client.post(
        Array.from({ length: count }, (_, id) => ({ jsonrpc: '2.0', id, method })),
        { ...SESSION, 'mcp-session-id': session },
      );
  };
  const requested = async () => {
    const records = await auditRecords(gatehouse, { event_type: 'mcp.requested' });
    return records.map(({ target, reason }) => [(target as { id: string }).id, reason]);
  };

  it('use up the allowance of their caller message by message', async () => {
    const batch = await batchOf(await gatehouse.adminToken('mcp.access'));
    expect((await batch(5, 'tools/list')).status).toBe(200);
    const refused = await batch(REQUESTS, 'tools/list');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.message.error).toBeDefined();
  });

  it('are one record, not one a message, when they are too large', async () => {
    const batch = await batchOf(await gatehouse.token());
    const refused = await batch(5_000, 'no/such/method');
    expect(refused.status).toBe(400);
    expect(refused.message.error).toMatchObject({ code: -32600 });
    const records = await requested();
    expect(records.filter(([id]) => id === 'batch')).toEqual([['batch', 'batch_too_large']]);
    expect(records.filter(([id]) => id === 'unknown')).toEqual([]);
  });
});
