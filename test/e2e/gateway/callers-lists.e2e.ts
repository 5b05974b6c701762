import { cli } from '../../support/cli.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { upstreamsFile } from '../../support/upstreams-file.js';
import { ListingServer, type Offer } from './listing-server.js';
import { connectHttp, type AnyClient } from './upstream-clients.js';

const ROUNDS = 50;
const LISTS = ['resources/list', 'resources/templates/list', 'prompts/list'] as const;
const PATHS = ['/mcp/told', '/mcp'] as const;

/** All of it says whose it is. */
const offerTo = (client: string): Offer => ({
  instructions: `instructions for ${client}`,
  tools: [{ name: `tool-of-${client}`, description: `for ${client}`, inputSchema: { type: 'object' } }],
  resources: [{ uri: `doc://${client}/private`, name: `resource for ${client}` }],
  resourceTemplates: [{ uriTemplate: `doc://${client}/{id}`, name: `template for ${client}` }],
  prompts: [{ name: `prompt-of-${client}`, description: `for ${client}` }],
});

describe('Lists of a server that is told who calls', () => {
  let gatehouse: Gatehouse;
  let server: ListingServer;
  let tokens: Record<'admin' | 'other', string>;
  const ids = { admin: '', other: '' };
  let env: Record<string, string>;

  beforeAll(async () => {
    server = await ListingServer.start(offerTo);
    env = {
      UPSTREAMS_FILE: upstreamsFile([
        {
          name: 'told',
          url: server.url,
          private_address: true,
          identity: 'signed',
          scopes: ['write'],
          pii: 'keep',
        },
        {
          name: 'few',
          url: server.url,
          private_address: true,
          identity: 'signed',
          scopes: ['write'],
          pii: 'keep',
          merged: false,
          limits: { connections: 1 },
        },
      ]),
    };
    gatehouse = await startGatehouse({ env });
    tokens = {
      admin: await gatehouse.adminToken('mcp.access write'),
      other: await gatehouse.token({ scope: 'mcp.access write' }),
    };
    for (const who of ['admin', 'other'] as const)
      ids[who] = JSON.parse(Buffer.from(tokens[who].split('.')[1]!, 'base64url').toString())
        .client_id as string;
  });
  afterAll(async () => {
    await gatehouse.stop();
    await server.close();
  });

  const connect = (path: string, who: 'admin' | 'other', generation: 'v1' | 'v2 auto' = 'v1') =>
    connectHttp(generation, `http://localhost:${gatehouse.port}${path}`, tokens[who]);

  /** What a client is shown. */
  async function seenBy(client: AnyClient): Promise<string> {
    const lists = await Promise.all(LISTS.map((method) => client.request(method)));
    const tools = (await client.tools()).map(({ name }) => name);
    return JSON.stringify([client.instructions(), tools, lists]);
  }

  function expectOnlyOwn(seen: string, who: 'admin' | 'other'): void {
    const others = who === 'admin' ? ids.other : ids.admin;
    expect(seen).toContain(`doc://${ids[who]}/private`);
    expect(seen).toContain(`doc://${ids[who]}/{id}`);
    expect(seen).toContain(`prompt-of-${ids[who]}`);
    expect(seen).not.toContain(others);
  }

  it.each(PATHS)('are each caller’s own at %s, one after the other', async (path) => {
    for (let round = 0; round < 3; round += 1)
      for (const who of ['admin', 'other'] as const)
        for (const generation of ['v1', 'v2 auto'] as const) {
          const client = await connect(path, who, generation);
          expectOnlyOwn(await seenBy(client), who);
          if (path !== '/mcp') expect(client.instructions()).toBe(`instructions for ${ids[who]}`);
          await client.close();
        }
  });

  it('also after tools were approved', async () => {
    await cli(gatehouse.database, ['upstream', 'approve', 'told', '--all', '--json'], env);
    for (const who of ['admin', 'other'] as const) {
      const client = await connect('/mcp/told', who);
      let seen = await seenBy(client);
      for (let turn = 0; turn < 100 && !seen.includes(`tool-of-${ids[who]}`); turn += 1)
        seen = await seenBy(client);
      expect(seen).toContain(`tool-of-${ids[who]}`);
      expectOnlyOwn(seen, who);
      await client.close();
    }
  });

  it(`and at both places, at the same time, ${ROUNDS} times`, async () => {
    const clients = await Promise.all(
      PATHS.flatMap((path) =>
        (['admin', 'other'] as const).map(async (who) => ({ who, client: await connect(path, who) })),
      ),
    );
    for (let round = 0; round < ROUNDS; round += 1)
      await Promise.all(clients.map(async ({ who, client }) => expectOnlyOwn(await seenBy(client), who)));
    await Promise.all(clients.map(({ client }) => client.close()));
  });

  it('and what one is not shown, the other cannot complete or use by its name', async () => {
    const client = await connect('/mcp/told', 'other');
    const prompt = await client.request('prompts/get', { name: `prompt-of-${ids.admin}` });
    expect(JSON.stringify(prompt)).toContain('Unknown prompt');
    const tool = await client.callTool(`tool-of-${ids.admin}`, {});
    expect(JSON.stringify(tool)).not.toContain('called by');
    await client.close();
  });

  it('also where the lists of few callers are kept', async () => {
    for (let turn = 0; turn < 3; turn += 1)
      for (const who of ['admin', 'other'] as const) {
        const client = await connect('/mcp/few', who);
        expectOnlyOwn(await seenBy(client), who);
        await client.close();
      }
  });
});
