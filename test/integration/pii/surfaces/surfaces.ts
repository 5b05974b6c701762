import { bearer } from '../../../support/doors.js';
import type { RpcAnswer } from '../../../e2e/mcp/json-rpc-client.js';
import { leaksIn, type Planting } from './leaks.js';
import { plantJson, plantTexts } from './plant.js';
import type { Seeded } from './seeded.js';
import type { Theatre } from './theatre.js';

/** Sends one message with that many plantings, and tells which could still be read on the other side. */
export type Surface = (theatre: Theatre, chance: Seeded, count: number) => Promise<Result>;

export interface Result {
  readonly planted: number;
  readonly leaks: readonly Planting[];
}

type Call = (theatre: Theatre, method: string, params: Record<string, unknown>) => Promise<RpcAnswer>;

const META = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientCapabilities': { elicitation: { form: {}, url: {} }, sampling: {} },
  'io.modelcontextprotocol/logLevel': 'debug',
  progressToken: 'p',
};

/** Every way a message takes through the service. */
const CHANNELS: Readonly<Record<string, Call>> = {
  'stateless, directly': ({ client }, method, params) => client.stateless(method, { ...params, _meta: META }),
  // What is not plain is left to the SDK.
  'stateless, by the SDK': ({ client }, method, params) =>
    client.stateless(method, { ...params, _meta: META, further: 1 }),
  'in a session, directly': ({ client, session }, method, params) =>
    client.inSession(session, method, { ...params, _meta: { progressToken: 'p' } }),
  'in a session, by the SDK': ({ client, session }, method, params) =>
    client.inSession(session, method, { ...params, _meta: { progressToken: 'p' }, further: 1 }),
};

/** Everything an answer says, event by event. */
function saidBy({ text, headers }: { text: string; headers: Headers }): unknown[] {
  const events = [...text.matchAll(/^data: (.*)$/gm)].map(([, data]) => data);
  return [...(events.length > 0 ? events : [text]), [...headers.values()]];
}

function result(plantings: readonly Planting[], output: unknown): Result {
  return { planted: plantings.length, leaks: leaksIn(output, plantings) };
}

/** What of the stage a handler says. */
interface Script {
  readonly says: 'texts' | 'json' | 'both';
  /** Only texts that can stand beside others. */
  readonly lines?: boolean;
  /** As many as the protocol lets through in one message. */
  readonly most?: number;
}

/** Puts plantings on the stage. */
function set({ stage }: Theatre, chance: Seeded, count: number, script: Script): readonly Planting[] {
  const { says, lines = false, most = Infinity } = script;
  const wanted = Math.min(count, most);
  const texts = plantTexts(chance, says === 'json' ? 0 : says === 'both' ? wanted >> 1 : wanted, { lines });
  const json = plantJson(chance, says === 'texts' ? 0 : wanted - texts.plantings.length);
  Object.assign(stage, { texts: texts.texts, emit: json.json });
  return [...texts.plantings, ...json.plantings];
}

/** What is on the stage leaves by a tool, resource or prompt. */
function emitted(method: string, params: Record<string, unknown>, call: Call, script: Script): Surface {
  return async (theatre, chance, count) => {
    const plantings = set(theatre, chance, count, script);
    const answer = await call(theatre, method, params);
    if (answer.text === '') throw new Error(`nothing came of ${JSON.stringify(params)}`);
    theatre.stage.take();
    return result(plantings, saidBy(answer));
  };
}

/** Arguments reach a handler. */
function received(
  method: string,
  paramsOf: (json: Record<string, unknown>) => Record<string, unknown>,
  call: Call,
): Surface {
  return async (theatre, chance, count) => {
    const { json, plantings } = plantJson(chance, count);
    Object.assign(theatre.stage, { texts: [], emit: {} });
    await call(theatre, method, paramsOf(json));
    return result(plantings, reached(theatre));
  };
}

/** Where arguments are texts, each goes alone. */
function receivedTexts(send: (theatre: Theatre, text: string) => Promise<unknown>): Surface {
  return async (theatre, chance, count) => {
    const { texts, plantings } = plantTexts(chance, count);
    Object.assign(theatre.stage, { texts: [], emit: {} });
    for (const text of texts) await send(theatre, text);
    return result(plantings, reached(theatre));
  };
}

function reached({ stage }: Theatre): unknown[] {
  const received = stage.take();
  if (received.length === 0) throw new Error('nothing reached a handler');
  return received;
}

const TEXTS = { says: 'texts' } as const;
const LINES = { says: 'texts', lines: true } as const;
const TOOLS: Readonly<Record<string, Script>> = {
  structured: { says: 'json' },
  content: TEXTS,
  embedded: TEXTS,
  links: TEXTS,
  media: TEXTS,
  progress: TEXTS,
  log: { says: 'both' },
  tool_error: LINES,
  problem: LINES,
  protocol_error: { says: 'both', lines: true },
};
const QUESTIONS = { form: LINES, url: LINES, sampling: LINES };
const stateless = CHANNELS['stateless, directly']!;

function tools(scripts: Readonly<Record<string, Script>>, channels = CHANNELS): [string, Surface][] {
  return Object.entries(scripts).flatMap(([name, script]) =>
    Object.entries(channels).flatMap(([channel, call]) =>
      ['mask', 'encrypt'].map((policy): [string, Surface] => [
        `${name} of a tool that ${policy}s, ${channel}`,
        emitted('tools/call', { name: `${policy}_${name}`, arguments: {} }, call, script),
      ]),
    ),
  );
}

/** Arguments of the declarations: planted once, at the start; seen in every list. */
export function listed(plantings: readonly Planting[], method: string, call: Call): Surface {
  return async (theatre) => {
    const answer = await call(theatre, method, {});
    if (!answer.text.includes('declared')) throw new Error(`${method} lists nothing`);
    return result(plantings, saidBy(answer));
  };
}

const json = (theatre: Theatre, path: string, init: RequestInit = {}) =>
  fetch(theatre.url + path, {
    ...init,
    headers: { ...bearer(theatre.token), 'content-type': 'application/json', ...init.headers },
  });

/** A route, and everything its answer says. */
const route =
  (path: string, init: RequestInit, script: Script): Surface =>
  async (theatre, chance, count) => {
    const plantings = set(theatre, chance, count, script);
    const answer = await json(theatre, path, init);
    const said = saidBy({ text: await answer.text(), headers: answer.headers });
    theatre.stage.take();
    return result(plantings, said);
  };

export function allSurfaces(declared: readonly Planting[]): [string, Surface][] {
  return [
    ...tools(TOOLS),
    ...tools(QUESTIONS, { 'stateless, by the SDK': stateless }),
    ['text of a resource', emitted('resources/read', { uri: 'stage://text' }, stateless, LINES)],
    ['JSON of a resource', emitted('resources/read', { uri: 'stage://json' }, stateless, { says: 'json' })],
    ['octets of a resource', emitted('resources/read', { uri: 'stage://octets' }, stateless, LINES)],
    [
      'messages of a prompt',
      emitted('prompts/get', { name: 'stage', arguments: { a: '1', b: '2' } }, stateless, TEXTS),
    ],
    [
      'completion',
      emitted(
        'completion/complete',
        { ref: { type: 'ref/prompt', name: 'stage' }, argument: { name: 'a', value: 'x' } },
        stateless,
        { says: 'texts', most: 100 },
      ),
    ],
    ...['tools/list', 'resources/list', 'prompts/list'].flatMap((method) =>
      Object.entries(CHANNELS).map(([channel, call]): [string, Surface] => [
        `${method}, ${channel}`,
        listed(declared, method, call),
      ]),
    ),
    ...Object.entries(CHANNELS).map(([channel, call]): [string, Surface] => [
      `arguments of a tool, ${channel}`,
      received('tools/call', (args) => ({ name: 'encrypt_structured', arguments: args }), call),
    ]),
    [
      'answers of a user',
      received(
        'tools/call',
        (content) => ({
          name: 'mask_answers',
          arguments: {},
          inputResponses: { form: { action: 'accept', content } },
        }),
        stateless,
      ),
    ],
    [
      'answers of a model',
      receivedTexts((theatre, text) =>
        stateless(theatre, 'tools/call', {
          name: 'mask_answers',
          arguments: {},
          inputResponses: { model: { role: 'assistant', model: 'm', content: { type: 'text', text } } },
        }),
      ),
    ],
    [
      'arguments of a prompt',
      receivedTexts((theatre, text) =>
        stateless(theatre, 'prompts/get', { name: 'stage', arguments: { a: text, b: text } }),
      ),
    ],
    [
      'begun completion',
      receivedTexts((theatre, value) =>
        stateless(theatre, 'completion/complete', {
          ref: { type: 'ref/prompt', name: 'stage' },
          argument: { name: 'a', value },
        }),
      ),
    ],
    [
      'variables of a resource',
      receivedTexts((theatre, text) =>
        stateless(theatre, 'resources/read', { uri: `customer://${encodeURIComponent(text)}/note` }),
      ),
    ],
    ['result of a route', route('/stage/echo/1', { method: 'POST', body: '{}' }, { says: 'json' })],
    ['error of a route', route('/stage/error', {}, { says: 'both', lines: true })],
    ['headers that a route sets', route('/stage/header', {}, { says: 'texts', lines: true, most: 40 })],
    [
      'body of a route',
      async (theatre, chance, count) => {
        const { json: body, plantings } = plantJson(chance, count);
        Object.assign(theatre.stage, { texts: [], emit: {} });
        await json(theatre, '/stage/echo/1', { method: 'POST', body: JSON.stringify(body) });
        return result(plantings, reached(theatre));
      },
    ],
    [
      'query, path and header of a route',
      receivedTexts((theatre, text) => {
        const part = encodeURIComponent(text);
        const id = part.length < 400 ? part : '1';
        return json(theatre, `/stage/echo/${id}?q=${part}`, {
          method: 'POST',
          body: '{}',
          headers: { 'x-note': part },
        });
      }),
    ],
  ];
}
