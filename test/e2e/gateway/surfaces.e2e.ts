import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { leaksIn, type Planting } from '../../integration/pii/surfaces/leaks.js';
import { plantJson, plantTexts } from '../../integration/pii/surfaces/plant.js';
import { Seeded } from '../../integration/pii/surfaces/seeded.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { upstreamsFile } from '../../support/upstreams-file.js';
import { eventually } from './eventually.js';
import { connectHttp, type AnyClient } from './upstream-clients.js';

/** Another one plants other values at other positions. */
const SEED = Number(process.env['SURFACE_SEED'] ?? 20_261_128);
const IN_A_MESSAGE = 40;
const MESSAGES = 6;
const MIRROR = resolve('test/fixtures/gateway/mirror-server.mjs');
const GENERATIONS = ['stateless', 'session'] as const;
type Door = (typeof GENERATIONS)[number];

const CALLS = {
  'a tool': ['tools/call', { name: 'say', arguments: {} }],
  'a resource': ['resources/read', { uri: 'mirror://fixed' }],
  'a resource of a template': ['resources/read', { uri: 'mirror://of/1' }],
  'a prompt': ['prompts/get', { name: 'ask' }],
  'a completion': [
    'completion/complete',
    { ref: { type: 'ref/prompt', name: 'ask' }, argument: { name: 'a', value: 'x' } },
  ],
} as const;
const LISTS = ['tools/list', 'resources/list', 'resources/templates/list', 'prompts/list', 'server/discover'];

const file = (name: string) => join(mkdtempSync(join(tmpdir(), 'gatehouse-mirror-')), name);

describe(`Personal data on every surface of an upstream (SURFACE_SEED=${SEED})`, () => {
  let gatehouse: Gatehouse;
  let token: string;
  const chance = new Seeded(SEED);
  const stage = file('stage.json');
  const record = file('record');
  const listed = plantTexts(chance, IN_A_MESSAGE, { lines: true });
  const sessions = new Map<string, string>();

  function set(fails = false): readonly Planting[] {
    const texts = plantTexts(chance, IN_A_MESSAGE >> 1, { lines: true });
    const { json, plantings } = plantJson(chance, IN_A_MESSAGE >> 1);
    writeFileSync(stage, JSON.stringify({ text: texts.texts.join('\n'), texts: texts.texts, json, fails }));
    return [...texts.plantings, ...plantings];
  }

  beforeAll(async () => {
    writeFileSync(stage, JSON.stringify({ text: listed.texts.join('\n'), texts: [], json: {} }));
    const common = {
      command: process.execPath,
      args: [MIRROR, stage, record],
      scopes: ['write'],
      connections: 'caller',
    };
    gatehouse = await startGatehouse({
      env: {
        UPSTREAMS_FILE: upstreamsFile([
          { ...common, name: 'saying', pii: { in: 'keep', out: 'redact' } },
          { ...common, name: 'hearing', pii: { in: 'redact', out: 'keep' } },
          {
            ...common,
            name: 'newer',
            args: [...common.args, 'stateless'],
            pii: { in: 'redact', out: 'keep' },
          },
          { ...common, name: 'refusing', pii: { in: 'reject', out: 'keep' } },
        ]),
      },
    });
    token = await gatehouse.token({ scope: 'mcp.access write' });
    // The stage holds what its lists say; they are read now, and stay.
    for (const name of ['saying', 'hearing', 'newer', 'refusing'])
      await send(name, 'stateless', 'tools/list');
  });
  afterAll(() => gatehouse.stop());

  async function post(name: string, body: object, headers: Record<string, string>): Promise<Response> {
    return fetch(`http://localhost:${gatehouse.port}/mcp/${name}`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
        Accept: 'application/json, text/event-stream',
        ...headers,
      },
      body: JSON.stringify(body),
    });
  }

  async function sessionOf(name: string): Promise<string> {
    const known = sessions.get(name);
    return known ?? (await beginSession(name, {}, { name: 'x', version: '1' }));
  }

  async function beginSession(name: string, capabilities: object, clientInfo: object): Promise<string> {
    const params = { protocolVersion: '2025-11-25', capabilities, clientInfo };
    const answer = await post(name, { jsonrpc: '2.0', id: 0, method: 'initialize', params }, {});
    const id = answer.headers.get('mcp-session-id') ?? '';
    sessions.set(name, id);
    return id;
  }

  /** Everything an answer says, event by event. */
  async function send(
    name: string,
    door: Door,
    method: string,
    params: Record<string, unknown> = {},
  ): Promise<unknown[]> {
    const meta = { progressToken: 'p', ...(params['_meta'] as object | undefined) };
    const stateless = {
      'io.modelcontextprotocol/protocolVersion': '2026-07-28',
      'io.modelcontextprotocol/clientCapabilities': {},
      'io.modelcontextprotocol/logLevel': 'debug',
    };
    const named = (params['name'] ?? params['uri']) as string | undefined;
    const headers =
      door === 'session'
        ? { 'Mcp-Session-Id': await sessionOf(name) }
        : {
            'MCP-Protocol-Version': '2026-07-28',
            'Mcp-Method': method,
            ...(named !== undefined && { 'Mcp-Name': named }),
          };
    const _meta = door === 'session' ? meta : { ...stateless, ...meta };
    const answer = await post(
      name,
      { jsonrpc: '2.0', id: 1, method, params: { ...params, _meta } },
      headers as Record<string, string>,
    );
    const text = await answer.text();
    const events = [...text.matchAll(/^data: (.*)$/gm)].map(([, data]) => data);
    return [events.length > 0 ? events : [text], [...answer.headers.values()]];
  }

  const told = (leaks: readonly Planting[]) =>
    leaks
      .slice(0, 5)
      .map(({ shape, value, written }) => `${value.label} as ${shape}: ${JSON.stringify(written)}`);

  const doors = Object.keys(CALLS).flatMap((what) => GENERATIONS.map((door) => [what, door] as const));

  it.each(doors)('leaves by no answer of %s, %s client', async (what, door) => {
    const [method, params] = CALLS[what as keyof typeof CALLS];
    for (let message = 0; message < MESSAGES; message += 1) {
      const plantings = set();
      const said = await send('saying', door, method, params);
      // Of a completion only the suggestions go on.
      expect(JSON.stringify(said)).toContain(what === 'a completion' ? 'completion' : 'further');
      expect(told(leaksIn(said, plantings))).toEqual([]);
    }
  });

  it.each(doors)('leaves by no error of %s, %s client', async (what, door) => {
    const [method, params] = CALLS[what as keyof typeof CALLS];
    const plantings = set(true);
    const said = await send('saying', door, method, params);
    expect(JSON.stringify(said)).toContain('error');
    expect(told(leaksIn(said, plantings))).toEqual([]);
  });

  it.each(LISTS.flatMap((method) => GENERATIONS.map((door) => [method, door] as const)))(
    'leaves by no %s, %s client',
    async (method, door) => {
      if (method === 'server/discover' && door === 'session') return;
      const said = await send('saying', door, method);
      expect(told(leaksIn(said, listed.plantings))).toEqual([]);
    },
  );

  it.each(GENERATIONS)('does not reach the server by arguments and _meta of a %s client', async (door) => {
    for (let message = 0; message < MESSAGES; message += 1) {
      const { json, plantings } = plantJson(chance, IN_A_MESSAGE);
      const meta = plantJson(chance, IN_A_MESSAGE);
      const { texts, plantings: written } = plantTexts(chance, 10);
      writeFileSync(record, '');
      await send('hearing', door, 'tools/call', {
        name: 'say',
        arguments: json,
        _meta: { 'example.com/x': meta.json },
      });
      await send('hearing', door, 'prompts/get', { name: 'ask', arguments: { a: texts[0], b: texts[1] } });
      for (const value of texts.slice(2))
        await send('hearing', door, 'completion/complete', {
          ref: { type: 'ref/prompt', name: 'ask' },
          argument: { name: 'a', value },
        });
      const heard = readFileSync(record, 'utf8')
        .split('\n')
        .filter((line) => line !== '');
      expect(heard.length).toBeGreaterThan(4);
      expect(told(leaksIn(heard, [...plantings, ...meta.plantings, ...written]))).toEqual([]);
    }
  });

  /** Lines that the server was sent since the record was emptied. */
  const heard = () =>
    readFileSync(record, 'utf8')
      .split('\n')
      .filter((line) => line !== '');

  /** Those of one method: lists are read again in between, whenever they have become old. */
  const asked = (method: string) => heard().filter((line) => line.includes(`"method":"${method}"`));

  it('does not reach the server by what is subscribed to', async () => {
    set();
    writeFileSync(record, '');
    const { texts, plantings } = plantTexts(chance, 10);
    const uris = ['mail://kim.minsu.private@gmail.com', ...texts];
    for (const method of ['resources/subscribe', 'resources/unsubscribe'])
      for (const uri of uris) await send('hearing', 'session', method, { uri });
    for (const method of ['subscribe', 'unsubscribe'])
      expect(heard().filter((line) => line.includes(`"resources/${method}"`)).length).toBeGreaterThan(5);
    expect(heard().join()).not.toContain('kim.minsu');
    expect(told(leaksIn(heard(), plantings))).toEqual([]);
  });

  it('is refused in what is subscribed to, where the policy admits none', async () => {
    writeFileSync(record, '');
    const said = await send('refusing', 'session', 'resources/subscribe', { uri: 'mail://kim@example.com' });
    expect(JSON.stringify(said)).toContain('-32602');
    expect(asked('resources/subscribe')).toEqual([]);
    expect(heard().join()).not.toContain('kim@example.com');
  });

  it('is told again to who asked for it, and until they do not want it any more', async () => {
    set();
    writeFileSync(record, '');
    const uri = 'mail://kim.minsu.private@gmail.com';
    const clients = await Promise.all(
      [1, 2].map(() => connectHttp('v1', `http://localhost:${gatehouse.port}/mcp/hearing`, token)),
    );
    const [first, second] = clients as [AnyClient, AnyClient];
    const changes: unknown[] = [];
    second.onNotification('notifications/resources/updated', (params) => changes.push(params));
    for (const client of clients) await client.request('resources/subscribe', { uri });
    const unsubscribed = () => heard().filter((line) => line.includes('"resources/unsubscribe"')).length;
    await first.request('resources/unsubscribe', { uri });
    await eventually(() => expect(changes).toContainEqual({ uri }));
    expect(unsubscribed()).toBe(0);
    await second.request('resources/unsubscribe', { uri });
    await eventually(() => expect(unsubscribed()).toBe(1));
    await Promise.all(clients.map((client) => client.close()));
  });

  it.each(GENERATIONS)('does not reach the server by names of arguments, %s client', async (door) => {
    for (const name of ['hearing', 'newer']) {
      writeFileSync(record, '');
      const { texts, plantings } = plantTexts(chance, 10);
      const ref = { type: 'ref/prompt', name: 'ask' };
      for (const argument of ['a', ...texts])
        await send(name, door, 'completion/complete', { ref, argument: { name: argument, value: 'x' } });
      expect(asked('completion/complete')).toHaveLength(1);
      expect(told(leaksIn(heard(), plantings))).toEqual([]);
    }
  });

  it.each(GENERATIONS)('does not reach the server by what a %s client says of itself', async (door) => {
    const { json, plantings } = plantJson(chance, IN_A_MESSAGE);
    const { texts, plantings: written } = plantTexts(chance, 4);
    const [name = '', version = '', title = '', member = ''] = texts;
    const capabilities = {
      elicitation: { form: { ...json }, url: { json }, [member]: {}, json },
      sampling: { context: { json }, tools: { json }, json },
      roots: { listChanged: true, json },
      extensions: { 'example.com/x': { json } },
      experimental: { x: { json } },
      [member]: {},
    };
    const clientInfo = { name, version, title, json };
    const _meta =
      door === 'session'
        ? {}
        : {
            'io.modelcontextprotocol/clientCapabilities': capabilities,
            'io.modelcontextprotocol/clientInfo': clientInfo,
          };
    for (const upstream of ['hearing', 'newer']) {
      if (door === 'session') await beginSession(upstream, capabilities, clientInfo);
      writeFileSync(record, '');
      await send(upstream, door, 'tools/call', { name: 'say', arguments: {}, _meta });
      await send(upstream, door, 'resources/read', { uri: 'mirror://fixed', _meta });
      await send(upstream, door, 'prompts/get', { name: 'ask', _meta });
      expect(heard().length).toBeGreaterThan(2);
      if (upstream === 'newer') expect(asked('tools/call')[0]).toContain('"elicitation":{"form":{}');
      expect(told(leaksIn(heard(), [...plantings, ...written]))).toEqual([]);
    }
  });
});
