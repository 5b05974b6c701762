import { join, resolve } from 'node:path';
import { createClient } from '../../support/clients.js';
import { eventually } from './eventually.js';
import { startChildServer, type ChildServer } from '../../support/child-server.js';
import { freePort } from '../../support/free-port.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { upstreamsFile } from '../../support/upstreams-file.js';
import { referenceServer } from './reference-servers.js';
import {
  callWithPerson,
  connectDirectly,
  connectHttp,
  GENERATIONS,
  ownPart,
  type AnyClient,
  type Answer,
  type Generation,
} from './upstream-clients.js';

const FIXTURES = resolve('test/fixtures/gateway');
const SECRET = 'very-secret-value';
const everything = referenceServer('everything', 'stdio');

/** What is asked of the reference server beside its tools. */
const REQUESTS: readonly (readonly [method: string, params: object])[] = [
  ['resources/list', {}],
  ['resources/templates/list', {}],
  ['resources/read', { uri: 'demo://resource/static/document/features.md' }],
  ['resources/read', { uri: 'demo://no/such/thing' }],
  ['prompts/list', {}],
  ['prompts/get', { name: 'simple-prompt' }],
  ['prompts/get', { name: 'args-prompt', arguments: { city: 'Seoul', state: 'none' } }],
  ['prompts/get', { name: 'args-prompt', arguments: {} }],
  [
    'completion/complete',
    { ref: { type: 'ref/prompt', name: 'completable-prompt' }, argument: { name: 'department', value: 'E' } },
  ],
  [
    'completion/complete',
    {
      ref: { type: 'ref/resource', uri: 'demo://resource/dynamic/text/{resourceId}' },
      argument: { name: 'resourceId', value: '1' },
    },
  ],
];

/** The code that a refusal has in the words of HTTP or of JSON-RPC. */
const refusal = (answer: Answer) => JSON.stringify(answer['error'] ?? {});

describe('An upstream behind the gateway', () => {
  let gatehouse: Gatehouse;
  let stateless: ChildServer;
  let legacy: ChildServer;
  let legacyPort: number;
  const startLegacy = () => {
    const [program = '', ...args] = referenceServer('everything', 'streamableHttp');
    return startChildServer([program, ...args], legacyPort, { PORT: String(legacyPort) });
  };
  let token: string;

  beforeAll(async () => {
    const port = await freePort();
    legacyPort = await freePort();
    legacy = await startLegacy();
    const [program = '', ...args] = everything;
    const server = join(FIXTURES, 'stateless-server.mjs');
    stateless = await startChildServer([process.execPath, server, String(port)], port);
    const stdio = { command: program, args, scopes: ['write'] };
    const changing = { command: process.execPath, args: [join(FIXTURES, 'changing-server.mjs'), '/nowhere'] };
    gatehouse = await startGatehouse({
      env: {
        OWN_SECRET: SECRET,
        LOG_LEVEL: 'info',
        UPSTREAMS_FILE: upstreamsFile([
          { ...stdio, name: 'kept', pii: 'keep' },
          { ...stdio, name: 'masked', pii: 'mask', merged: false },
          { ...stdio, name: 'refusing', pii: { in: 'reject', out: 'keep' }, merged: false },
          {
            name: 'modern',
            url: `http://127.0.0.1:${port}/mcp`,
            private_address: true,
            scopes: ['write'],
            pii: 'mask',
          },
          {
            name: 'odd',
            ...changing,
            scopes: ['write'],
            pii: 'keep',
            env: { CHANGING_SECRET: SECRET },
            connections: 'caller',
          },
          {
            name: 'ruled',
            command: program,
            args,
            pii: 'keep',
            prefix: 'r.',
            allowed_tools: ['get-*', 'echo'],
            resources: { scopes: ['admin.nobody'] },
            tools: [
              { name: 'echo', scopes: ['write'] },
              { name: 'get-s*', scopes: ['read'] },
            ],
          },
          {
            name: 'restarted',
            url: `http://127.0.0.1:${legacyPort}/mcp`,
            private_address: true,
            scopes: ['write'],
            pii: 'keep',
            merged: false,
          },
          { name: 'absent', command: '/no/such/program', scopes: ['write'], pii: 'keep', merged: false },
        ]),
      },
    });
    token = await gatehouse.token({ scope: 'mcp.access write' });
  });
  afterAll(async () => {
    await gatehouse.stop();
    await stateless.stop();
    await legacy.stop();
  });

  const connect = (name: string, generation: Generation = 'v2 auto', as: string = token) =>
    connectHttp(generation, `http://localhost:${gatehouse.port}/mcp${name === '' ? '' : `/${name}`}`, as);
  const withClient = async <T>(client: AnyClient, work: (client: AnyClient) => Promise<T>): Promise<T> => {
    try {
      return await work(client);
    } finally {
      await client.close();
    }
  };

  it.each(GENERATIONS)(
    'gives a %s client resources, prompts and completions as it does directly',
    async (generation) => {
      const ask = async (client: AnyClient) => {
        const answers: unknown[] = [client.instructions()];
        for (const [method, params] of REQUESTS) {
          const { error, ...answer } = await client.request(method, params);
          answers.push([method, error === undefined ? ownPart(answer) : 'refused']);
        }
        return answers;
      };
      const env = { PATH: process.env['PATH'] ?? '' };
      const expected = await withClient(await connectDirectly(generation, { command: everything, env }), ask);
      expect(JSON.stringify(expected).length).toBeGreaterThan(2_000);
      expect(await withClient(await connect('kept', generation), ask)).toEqual(expected);
    },
  );

  it.each(GENERATIONS)('streams progress to a %s client while the call runs', async (generation) => {
    const seen: { progress: unknown; at: number }[] = [];
    const answer = await withClient(await connect('kept', generation), async (client) => {
      const result = await client.callTool(
        'trigger-long-running-operation',
        { duration: 1.2, steps: 4 },
        { onProgress: ({ progress }) => seen.push({ progress, at: performance.now() }) },
      );
      return { result, at: performance.now() };
    });
    expect(seen.map(({ progress }) => progress)).toEqual([1, 2, 3, 4]);
    const [first, last] = [seen[0]!.at, seen[3]!.at];
    // Spread over the call rather than held back until its end.
    expect(last - first).toBeGreaterThan(answer.at - last);
    expect(JSON.stringify(answer.result)).toContain('completed');
  });

  it.each(GENERATIONS)(
    'of the newest generation serves a %s client as well, and meets its policy on every surface',
    async (generation) => {
      const seen: unknown[] = [];
      await withClient(await connect('modern', generation), async (client) => {
        expect((await client.tools()).map(({ name }) => name)).toEqual(['count', 'greet', 'ask']);
        const counted = await client.callTool(
          'count',
          { to: 3 },
          { onProgress: ({ progress }) => seen.push(progress) },
        );
        expect(counted['content']).toEqual([{ type: 'text', text: 'counted to 3' }]);
        const greeted = await client.callTool('greet', { name: 'kim.minsu' });
        expect(JSON.stringify(greeted)).not.toContain('kim.minsu@example.com');
        expect(greeted['structuredContent']).toEqual({ mail: expect.stringContaining('@example.com') });
      });
      expect(seen).toEqual([1, 2, 3]);
    },
  );

  it.each(['v2 auto', 'v2'] as const)(
    'of the newest generation may ask the person behind a %s client',
    async (generation) => {
      const url = `http://localhost:${gatehouse.port}/mcp/modern`;
      const { asked, answer } = await callWithPerson(generation, url, token, 'ask', { name: '42' });
      expect(asked).toEqual(['Who are you?']);
      expect(answer['content']).toEqual([{ type: 'text', text: 'Hello 42, as agreed' }]);
    },
  );

  it('keeps what nobody has heard of, in results and their _meta', async () => {
    await withClient(await connect('odd', 'v1'), async (client) => {
      const answer = await client.callTool('say', { text: 'hello' });
      expect(answer).toMatchObject({ _meta: { 'example.com/extra': true }, unheardOf: { kept: [1] } });
    });
  });

  it('sends log messages to the caller whose connection it is', async () => {
    await withClient(await connect('odd', 'v2'), async (client) => {
      const heard: Answer[] = [];
      client.onNotification('notifications/message', (params) => heard.push(params));
      await client.callTool('say', { text: 'to me' });
      await eventually(() => expect(heard).toEqual([{ level: 'info', data: 'to me' }]));
    });
  });

  it('logs what a child says to its standard error, without its secrets', async () => {
    await withClient(await connect('odd'), (client) =>
      client.callTool('say', { text: 'something about 010-1234-5678' }),
    );
    await eventually(() =>
      expect(gatehouse.output()).toContain('said something about 010-****-5678 with [secret]'),
    );
    expect(gatehouse.output()).not.toContain(SECRET);
  });

  it('gives a child none of our environment', async () => {
    const answer = await withClient(await connect('odd'), (client) => client.callTool('env', {}));
    const [{ text }] = answer['content'] as [{ text: string }];
    const expected = ['CHANGING_SECRET', 'HOME', 'LANG', 'PATH'].filter(
      (name) => name !== 'LANG' || text.includes('LANG'),
    );
    expect(JSON.parse(text)).toEqual(expected);
  });

  it.each(GENERATIONS)('hears that a %s client cancelled', async (generation) => {
    const mark = `mark-${generation.replace(' ', '-')}`;
    const cancelling = new AbortController();
    await withClient(await connect('odd', generation), async (client) => {
      const call = client.callTool('wait', { mark }, { signal: cancelling.signal });
      setTimeout(() => cancelling.abort(), 300);
      await call;
      await eventually(() => expect(gatehouse.output()).toContain(`cancelled ${mark}`));
    });
  });

  it('is back with the next call after it ended', async () => {
    await withClient(await connect('odd'), async (client) => {
      expect(refusal(await client.callTool('exit', {}))).toContain('not known');
      const again = await client.callTool('add', { a: 1, b: 2 });
      expect(again['content']).toEqual([{ type: 'text', text: '3' }]);
    });
  });

  it('over HTTP is back after a restart that forgot all sessions', async () => {
    await withClient(await connect('restarted'), async (client) => {
      const sum = async () => JSON.stringify(await client.callTool('get-sum', { a: 20, b: 22 }));
      expect(await sum()).toContain('42');
      await legacy.stop();
      expect(refusal(await client.callTool('get-sum', { a: 1, b: 1 }))).not.toBe('{}');
      legacy = await startLegacy();
      expect(await sum()).toContain('42');
    });
  });

  it('that cannot be started refuses at its own endpoint, and nowhere else', async () => {
    await expect(connect('absent', 'v2')).rejects.toThrow(/503|not available/);
    const health = (await (await fetch(`http://localhost:${gatehouse.port}/health/ready`)).json()) as Answer;
    expect(health).toMatchObject({ status: 'degraded', checks: { 'upstream absent': 'not started' } });
    const tools = await withClient(await connect(''), (client) => client.tools());
    expect(tools.length).toBeGreaterThan(5);
  });

  it('meets its policy on arguments and results', async () => {
    const message = 'mail kim.minsu@example.com or call 010-1234-5678';
    const masked = await withClient(await connect('masked'), (client) =>
      client.callTool('echo', { message }),
    );
    expect(JSON.stringify(masked)).not.toMatch(/kim\.minsu|1234/);
    const refused = await withClient(await connect('refusing'), (client) =>
      client.callTool('echo', { message }),
    );
    expect(refused).toMatchObject({ isError: true });
    const clean = await withClient(await connect('refusing'), (client) =>
      client.callTool('echo', { message: 'x' }),
    );
    expect(clean['content']).toEqual([{ type: 'text', text: 'Echo: x' }]);
  });

  it('shows and serves only what rules declare and the allow-list admits', async () => {
    const reader = await createClient(gatehouse, { scopes: ['mcp.access', 'read'] });
    const reading = await gatehouse.token({ ...reader, scope: 'read' });
    const names = async (as: string) =>
      (await withClient(await connect('ruled', 'v2 auto', as), (client) => client.tools())).map(
        ({ name }) => name,
      );
    expect(await names(reading)).toEqual(['get-structured-content', 'get-sum']);
    expect(await names(token)).toEqual(['echo', 'get-structured-content', 'get-sum']);
    await withClient(await connect('ruled', 'v2'), async (client) => {
      // No rule names it; the allow-list does not admit the other.
      expect(refusal(await client.callTool('get-env', {}))).not.toBe('{}');
      expect(refusal(await client.callTool('gzip-file-as-resource', {}))).not.toBe('{}');
      expect(await client.request('resources/list')).toMatchObject({ resources: [] });
    });
  });

  it.each(GENERATIONS)('is merged into /mcp under its prefix for a %s client', async (generation) => {
    await withClient(await connect('', generation), async (client) => {
      const names = (await client.tools()).map(({ name }) => name as string);
      expect(names).toEqual([...names].sort());
      expect(names).toEqual(expect.arrayContaining(['kept_echo', 'modern_greet', 'r.get-sum']));
      expect(names.filter((name) => name.startsWith('masked'))).toEqual([]);
      const answer = await client.callTool('kept_get-sum', { a: 20, b: 22 });
      expect(JSON.stringify(answer['content'])).toContain('42');
      const prompt = await client.request('prompts/get', { name: 'kept_simple-prompt' });
      expect(prompt['messages']).toHaveLength(1);
    });
  });

  it('is a protected resource of its own', async () => {
    const base = `http://localhost:${gatehouse.port}`;
    const refused = await fetch(`${base}/mcp/kept`, { method: 'POST', body: '{}' });
    expect(refused.status).toBe(401);
    const metadata = `${gatehouse.url}/.well-known/oauth-protected-resource/mcp/kept`;
    expect(refused.headers.get('www-authenticate')).toContain(`resource_metadata="${metadata}"`);
    expect(await (await fetch(metadata)).json()).toMatchObject({
      resource: `${gatehouse.url}/mcp/kept`,
      scopes_supported: ['write'],
    });
    const named = (resource: string) => gatehouse.token({ scope: 'mcp.access write', resource });
    await withClient(await connect('kept', 'v2', await named(`${gatehouse.url}/mcp/kept`)), (client) =>
      client.tools(),
    );
    await expect(connect('kept', 'v2', await named(`${gatehouse.url}/mcp/masked`))).rejects.toThrow();
    await expect(connect('kept', 'v2', await named(`${gatehouse.url}/mcp`))).rejects.toThrow();
  });

  it('does not take a session of another endpoint', async () => {
    const initialize = {
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'x', version: '1' } },
    };
    const post = (path: string, body: object, session?: string) =>
      fetch(`http://localhost:${gatehouse.port}${path}`, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${token}`,
          'Content-Type': 'application/json',
          Accept: 'application/json, text/event-stream',
          ...(session !== undefined && { 'Mcp-Session-Id': session }),
        },
        body: JSON.stringify(body),
      });
    const session = (await post('/mcp/kept', initialize)).headers.get('mcp-session-id') ?? '';
    const list = { jsonrpc: '2.0', id: 2, method: 'tools/list' };
    expect((await post('/mcp/kept', list, session)).status).toBe(200);
    expect((await post('/mcp/masked', list, session)).status).toBe(404);
    expect((await post('/mcp', list, session)).status).toBe(404);
  });
});
