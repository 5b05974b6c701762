import { cli } from '../../support/cli.js';
import { timeUntil } from '../../support/eventually.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';

interface Created {
  readonly id: string;
  readonly api_key: string;
}

describe('API keys', () => {
  let gatehouse: Gatehouse;

  beforeAll(async () => {
    gatehouse = await startGatehouse();
  });
  afterAll(() => gatehouse.stop());

  const create = async (...options: string[]): Promise<Created> => {
    const command = ['api-key', 'create', '--client', 'mcp-client', ...options, '--json'];
    return (await cli(gatehouse.database, command)) as Created;
  };
  const ask = (path: string, authorization: string, init: RequestInit = {}) =>
    fetch(gatehouse.url + path, { ...init, headers: { ...init.headers, authorization } });
  const initialize = (authorization: string) =>
    ask('/mcp', authorization, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
      body: JSON.stringify({
        jsonrpc: '2.0',
        id: 1,
        method: 'initialize',
        params: {
          protocolVersion: '2025-11-25',
          capabilities: {},
          clientInfo: { name: 'test', version: '1' },
        },
      }),
    });

  it('open routes and /mcp as far as their scopes go', async () => {
    const { api_key: key } = await create('--scope', 'mcp.access');
    expect((await ask('/hello', `Bearer ${key}`)).status).toBe(200);
    expect((await initialize(`Bearer ${key}`)).status).toBe(200);
    const refused = await ask('/admin/audit/report', `Bearer ${key}`);
    expect(refused.status).toBe(403);
    expect(refused.headers.get('www-authenticate')).toContain('scope="audit.read"');
  });

  it('are no Basic credentials: there is no Basic on routes and /mcp', async () => {
    const { api_key: key } = await create('--scope', 'mcp.access');
    const basic = `Basic ${Buffer.from(`mcp-client:${key}`).toString('base64')}`;
    expect((await ask('/hello', basic)).status).toBe(401);
    expect((await initialize(basic)).status).toBe(401);
  });

  it('bound to another network are refused without saying why', async () => {
    const { api_key: key } = await create('--scope', 'mcp.access', '--network', '198.51.100.0/24');
    const response = await ask('/hello', `Bearer ${key}`);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ detail: 'The API key is not valid.' });
  });

  it('are refused once they are revoked, by a command beside the running server', async () => {
    const { id, api_key: key } = await create('--scope', 'mcp.access');
    expect((await ask('/hello', `Bearer ${key}`)).status).toBe(200);
    await cli(gatehouse.database, ['api-key', 'revoke', id, '--json']);
    await timeUntil(401, async () => (await ask('/hello', `Bearer ${key}`)).status);
  });

  it('never stand in the output of the server', async () => {
    const { api_key: key } = await create('--scope', 'mcp.access');
    await ask('/hello', `Bearer ${key}`);
    await ask('/hello', `Bearer ${key}x`);
    expect(gatehouse.output()).not.toContain(key.slice(3));
  });
});
