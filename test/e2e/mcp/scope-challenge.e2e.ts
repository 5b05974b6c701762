import { auditRecords } from '../../support/audit-records.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { JsonRpcClient } from './json-rpc-client.js';

describe('a call without its scopes (RFC 6750 §3.1, MCP authorization)', () => {
  let gatehouse: Gatehouse;
  let client: JsonRpcClient;

  beforeAll(async () => {
    gatehouse = await startGatehouse();
    client = new JsonRpcClient(gatehouse, await gatehouse.token({ scope: 'mcp.access' }));
  }, 120_000);
  afterAll(() => gatehouse.stop());

  const call = { name: 'create_ticket', arguments: { title: 'a', description: 'b' } };
  const challengeOf = (headers: Headers): string => headers.get('www-authenticate') ?? '';

  it.each([
    ['2026-07-28', () => client.stateless('tools/call', call)],
    ['2026-07-28, served by the SDK', () => client.stateless('tools/call', { ...call, unusual: true })],
    ['a 2025 session', async () => client.inSession(await client.openSession(), 'tools/call', call)],
  ])('%s: 403 with a challenge that names the scope, before any stream', async (_name, ask) => {
    const answer = await ask();
    expect(answer.status).toBe(403);
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    expect(challengeOf(answer.headers)).toMatch(/^Bearer error="insufficient_scope"/);
    expect(challengeOf(answer.headers)).toContain('scope="write"');
    expect(challengeOf(answer.headers)).toContain('/.well-known/oauth-protected-resource/mcp"');
    expect(answer.message.error?.message).toContain('write');
  });

  it('is recorded once, as denied', async () => {
    const before = await auditRecords(gatehouse, { event_type: 'tool.denied' });
    await client.stateless('tools/call', call);
    const after = await auditRecords(gatehouse, { event_type: 'tool.denied' });
    expect(after.length - before.length).toBe(1);
    expect(after[0]).toMatchObject({ outcome: 'denied', reason: 'insufficient_scope' });
  });

  it('does not list the tool either', async () => {
    const { message } = await client.stateless('tools/list');
    const names = (message.result?.['tools'] as { name: string }[]).map(({ name }) => name);
    expect(names).toContain('get_oauth2_server_status');
    expect(names).not.toContain('create_ticket');
    expect(message.result).toMatchObject({ cacheScope: 'private' });
  });

  it('lists no alias and answers to it', async () => {
    const { message } = await client.stateless('tools/call', { name: 'get_server_status', arguments: {} });
    expect(message.result?.['isError']).toBeUndefined();
    const list = await client.stateless('tools/list');
    expect(list.text).not.toContain('"get_server_status"');
  });
});
