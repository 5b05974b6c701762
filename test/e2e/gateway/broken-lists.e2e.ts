import { auditRecords } from '../../support/audit-records.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { upstreamsFile } from '../../support/upstreams-file.js';
import { ListingServer } from './listing-server.js';
import { connectHttp } from './upstream-clients.js';

const tool = (name: string, rest = '') => `{"name":"${name}","inputSchema":{"type":"object"}${rest}}`;
const deep = `,"x":${'['.repeat(10_000)}${']'.repeat(10_000)}`;
const LISTS = {
  broken: [
    tool('nul', ',"description":"a\\u0000b"'),
    tool('half', ',"description":"a\\ud800b"'),
    tool('deep', deep),
    tool('fine'),
  ],
  endless: Array.from({ length: 20_001 }, (_, index) => tool(`t${index}`)),
};

describe('Lists of an upstream that are wrong', () => {
  let gatehouse: Gatehouse;
  const servers: ListingServer[] = [];
  let token: string;

  beforeAll(async () => {
    const upstreams: object[] = [];
    for (const [name, tools] of Object.entries(LISTS)) {
      const server = await ListingServer.start(
        () => `{"tools":[${tools.join(',')}],"resources":[],"prompts":[]}`,
      );
      servers.push(server);
      upstreams.push({ name, url: server.url, private_address: true, scopes: ['write'], pii: 'keep' });
    }
    gatehouse = await startGatehouse({ env: { UPSTREAMS_FILE: upstreamsFile(upstreams) } });
    token = await gatehouse.token({ scope: 'mcp.access write' });
  });
  afterAll(async () => {
    await gatehouse.stop();
    await Promise.all(servers.map((server) => server.close()));
  });

  it('cost what is wrong in them, and nothing else', async () => {
    const client = await connectHttp('v1', `http://localhost:${gatehouse.port}/mcp/broken`, token);
    expect((await client.tools()).map(({ name }) => name)).toEqual(['fine']);
    await client.close();
    const records = await auditRecords(gatehouse, { event_type: 'upstream-tool.quarantined' });
    expect(records.map(({ reason }) => reason).sort()).toEqual([
      'nested_too_deep',
      'not_storable',
      'not_storable',
    ]);
  });

  it('are no failure of ours when they have no end', async () => {
    const answer = await fetch(`http://localhost:${gatehouse.port}/mcp/endless`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
        Accept: 'application/json, text/event-stream',
      },
      body: JSON.stringify({
        jsonrpc: '2.0',
        id: 1,
        method: 'initialize',
        params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'x', version: '1' } },
      }),
    });
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('no lists');
  });
});
