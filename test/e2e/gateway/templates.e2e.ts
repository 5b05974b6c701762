import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { upstreamsFile } from '../../support/upstreams-file.js';
import { ListingServer } from './listing-server.js';

const HOSTILE = ['m://{a}{b}{c}{d}{e}', 'm://{a}-{b}'];

describe('Templates of an upstream', () => {
  let gatehouse: Gatehouse;
  let servers: ListingServer[];
  let token: string;

  beforeAll(async () => {
    servers = [
      await ListingServer.start(() => ({
        resourceTemplates: [...HOSTILE, 'doc://{+any}'].map((uriTemplate) => ({ uriTemplate, name: 'any' })),
      })),
      await ListingServer.start(() => ({ resources: [{ uri: 'doc://real', name: 'real' }] })),
    ];
    const [catching, exact] = servers.map(({ url }) => ({
      url,
      private_address: true,
      scopes: ['write'],
      pii: 'keep',
    }));
    const upstreams = upstreamsFile([
      { ...catching, name: 'catching' },
      { ...exact, name: 'exact' },
    ]);
    gatehouse = await startGatehouse({ env: { UPSTREAMS_FILE: upstreams } });
    token = await gatehouse.token({ scope: 'mcp.access write' });
  });
  afterAll(async () => {
    await gatehouse.stop();
    await Promise.all(servers.map((server) => server.close()));
  });

  const send = async (path: string, method: string, params: object) => {
    const answer = await fetch(`http://localhost:${gatehouse.port}${path}`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
        Accept: 'application/json, text/event-stream',
        'MCP-Protocol-Version': '2026-07-28',
        'Mcp-Method': method,
        ...('uri' in params && { 'Mcp-Name': String(params.uri) }),
      },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params: { ...params, _meta: META } }),
    });
    return (await answer.json()) as { result?: unknown; error?: { code: number; message: string } };
  };

  it.each([
    ['/mcp/catching', `m://${'a'.repeat(500)}/`],
    ['/mcp/catching', `m://${'-'.repeat(8_000)}/`],
    ['/mcp', `m://${'a'.repeat(500)}/`],
  ])('keep nobody waiting at %s, whatever URI is compared with them', async (path, uri) => {
    const { error, result } = await send(path, 'resources/read', { uri });
    expect(result ?? error).toBeDefined();
    expect((await fetch(`http://localhost:${gatehouse.port}/health/live`)).status).toBe(200);
  });

  it.each(['/mcp/catching', '/mcp'])('are not asked about URIs that are too long, at %s', async (path) => {
    const { error } = await send(path, 'resources/read', { uri: `m://${'a'.repeat(8_192)}` });
    expect(error).toMatchObject({ code: -32602 });
    expect(error!.message).toContain('8192');
  });

  it('do not take at /mcp what another server lists by its URI', async () => {
    const { result } = await send('/mcp', 'resources/read', { uri: 'doc://real' });
    expect(result).toMatchObject({ contents: [{ uri: 'doc://real' }] });
    const asked = servers.map(
      ({ heard }) => heard.filter((each) => each.startsWith('resources/read')).length,
    );
    expect(asked.at(1)).toBe(1);
    await send('/mcp', 'resources/read', { uri: 'doc://other' });
    expect(servers[1]!.heard.filter((each) => each.startsWith('resources/read'))).toHaveLength(1);
  });
});

const META = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientInfo': { name: 'test', version: '1' },
  'io.modelcontextprotocol/clientCapabilities': {},
};
