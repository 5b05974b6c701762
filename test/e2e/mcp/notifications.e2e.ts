import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { JsonRpcClient } from './json-rpc-client.js';
import { CONNECTORS } from './official-clients.js';

describe('what a call sends beside its result', () => {
  let gatehouse: Gatehouse;

  beforeAll(async () => {
    gatehouse = await startGatehouse({ env: { CONFORMANCE_FIXTURES: 'true' } });
  }, 120_000);
  afterAll(() => gatehouse.stop());

  it.each(CONNECTORS)('%s sees progress', async (_name, connect) => {
    const client = await connect(gatehouse, await gatehouse.token());
    const seen: number[] = [];
    await client.call('test_tool_with_progress', {}, (progress) => void seen.push(progress));
    expect(seen).toEqual([0, 50, 100]);
    await client.close();
  });

  it('sends log messages of the level a session asked for', async () => {
    const client = new JsonRpcClient(gatehouse, await gatehouse.token());
    const session = await client.openSession();
    const logged = async (): Promise<number> =>
      (await client.inSession(session, 'tools/call', { name: 'test_tool_with_logging' })).text.split(
        'notifications/message',
      ).length - 1;
    expect(await logged()).toBe(3);
    await client.inSession(session, 'logging/setLevel', { level: 'error' });
    expect(await logged()).toBe(0);
  });

  it('sends a stateless client only the log messages it asked for', async () => {
    const client = new JsonRpcClient(gatehouse, await gatehouse.token());
    const call = { name: 'test_logging_tool', arguments: {} };
    const _meta = {
      'io.modelcontextprotocol/protocolVersion': '2026-07-28',
      'io.modelcontextprotocol/clientCapabilities': {},
      'io.modelcontextprotocol/logLevel': 'info',
    };
    expect((await client.stateless('tools/call', call)).text).not.toContain('notifications/message');
    expect((await client.stateless('tools/call', { ...call, _meta })).text).toContain(
      'notifications/message',
    );
  });

  /** What a call sends whose cancellation follows its first progress at once. */
  async function cancelledCall(client: JsonRpcClient, session: string): Promise<string> {
    let tellRunning: () => void = () => undefined;
    const running = new Promise<void>((resolve) => (tellRunning = resolve));
    const call = client.inSession(
      session,
      'tools/call',
      { name: 'test_tool_with_progress', _meta: { progressToken: 'p' } },
      (text) => void (text.includes('notifications/progress') && tellRunning()),
    );
    // Not earlier: the cancellation of a call that has not arrived yet is ignored.
    await running;
    const cancel = { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 7 } };
    expect((await client.post(cancel, { 'mcp-session-id': session })).status).toBe(202);
    return (await call).text;
  }

  it('sends no result for a call that the session cancelled', async () => {
    const client = new JsonRpcClient(gatehouse, await gatehouse.token());
    const session = await client.openSession();
    let text = await cancelledCall(client, session);
    // The tool takes a tenth of a second: on a busy machine the cancellation may come after its end.
    for (let attempt = 1; attempt < 5 && text.includes('"result"'); attempt += 1) {
      text = await cancelledCall(client, session);
    }
    expect(text).not.toContain('"result"');
    expect((await client.inSession(session, 'ping')).message.result).toEqual({});
  });

  it('ends a call that waits for an answer of the client when the session cancels it', async () => {
    const client = new JsonRpcClient(gatehouse, await gatehouse.token());
    const session = await client.openSession({ elicitation: {} });
    let tellAsked: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => (tellAsked = resolve));
    const call = client.inSession(
      session,
      'tools/call',
      { name: 'test_elicitation', arguments: { message: 'Who are you?' } },
      (text) => void (text.includes('elicitation/create') && tellAsked()),
    );
    await asked;
    const cancel = { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 7 } };
    expect((await client.post(cancel, { 'mcp-session-id': session })).status).toBe(202);
    // The stream ends, without a response (MCP 2025-11-25, cancellation).
    const { text } = await call;
    expect(text).not.toMatch(/"id":7\b/);
    const [, question] =
      /"elicitation\/create".*?"id":(\d+)|"id":(\d+).*?"elicitation\/create"/.exec(text) ?? [];
    const late = { jsonrpc: '2.0', id: Number(question ?? 0), result: { action: 'decline' } };
    expect((await client.post(late, { 'mcp-session-id': session })).status).toBe(202);
    expect((await client.inSession(session, 'ping')).message.result).toEqual({});
  });
});
