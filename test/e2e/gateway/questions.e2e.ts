import { join, resolve } from 'node:path';
import { startChildServer, type ChildServer } from '../../support/child-server.js';
import { freePort } from '../../support/free-port.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { upstreamsFile } from '../../support/upstreams-file.js';
import { connectWithPerson, type Answers } from './client-with-person.js';
import { eventually } from './eventually.js';
import { GENERATIONS, type Generation } from './upstream-clients.js';

const SERVER = join(resolve('test/fixtures/gateway'), 'asking-server.mjs');
const ALL = ['elicitation', 'sampling', 'roots'];
const WAYS = ['program', 'web'] as const;

const EACH = WAYS.flatMap((way) => GENERATIONS.map((generation) => [way, generation] as const));

const textOf = (answer: unknown) => (answer as { content: [{ text: string }] }).content[0].text;
const somebody = (form: Answers['form']): Answers => ({ form, model: 'Seoul', root: 'file:///srv/kept' });
/** The mark that a question is about. */
const markIn = (message: string) => /^Who is (\S+)\?/.exec(message)?.[1] ?? '';

describe('A server of a 2025 revision that asks in the middle of a call', () => {
  let gatehouse: Gatehouse;
  let server: ChildServer;
  let token: string;

  beforeAll(async () => {
    const port = await freePort();
    server = await startChildServer([process.execPath, SERVER, String(port)], port);
    const common = { scopes: ['write'], asks: ALL, merged: false };
    const program = { command: process.execPath, args: [SERVER], connections: 'caller' };
    const http = { url: `http://127.0.0.1:${port}/mcp`, private_address: true };
    gatehouse = await startGatehouse({
      env: {
        LOG_LEVEL: 'info',
        UPSTREAMS_FILE: upstreamsFile([
          { ...common, ...program, name: 'program', pii: { in: 'keep', out: 'mask' } },
          { ...common, ...http, name: 'web', pii: { in: 'keep', out: 'mask' } },
          { ...common, ...http, name: 'refusing', pii: { in: 'reject', out: 'keep' } },
          { ...common, ...http, name: 'unasked', asks: undefined, pii: 'keep' },
        ]),
      },
    });
    token = await gatehouse.token({ scope: 'mcp.access write' });
  });
  afterAll(async () => {
    await gatehouse.stop();
    await server.stop();
  });

  const connect = (name: string, generation: Generation, answers?: Answers) =>
    connectWithPerson(generation, `http://localhost:${gatehouse.port}/mcp/${name}`, token, answers);
  const call = async (way: string, generation: Generation, mark: string, answers?: Answers) => {
    const client = await connect(way, generation, answers);
    const answer = await client.callTool({ name: 'greet', arguments: { mark } });
    await client.close();
    return answer;
  };

  it.each(EACH)('on %s reaches the person behind a %s client, under its policy', async (way, generation) => {
    const asked: string[] = [];
    const answers = somebody((message) => (asked.push(message), { name: '42' }));
    expect(textOf(await call(way, generation, 'number-7', answers))).toBe('number-7 is 42');
    expect(asked).toEqual(['Who is number-7? Call 010-****-5678']);
  });

  it.each(EACH)(
    'on %s may ask the model and folders of a %s client, one after the other',
    async (way, generation) => {
      const client = await connect(
        way,
        generation,
        somebody(() => ({})),
      );
      const answer = await client.callTool({ name: 'think', arguments: {} });
      expect(textOf(answer)).toBe('Seoul, file:///srv/kept');
      await client.close();
    },
  );

  it.each(EACH)('on %s learns that a %s client has nobody to ask', async (way, generation) => {
    expect(textOf(await call(way, generation, 'x'))).toMatch(/^refused: .*(elicitation|Method not found)/);
  });

  it('is told that nobody can be asked unless that is declared', async () => {
    const said = textOf(
      await call(
        'unasked',
        'v2',
        'x',
        somebody(() => ({ name: '42' })),
      ),
    );
    expect(said).toMatch(/^refused: /);
  });

  it.each(GENERATIONS)(
    'gets the answer to each of many calls of %s clients on one connection',
    async (generation) => {
      const marks = Array.from({ length: 6 }, (_, index) => `${generation.replace(' ', '')}-${index}`);
      // The later it was asked the sooner it is answered.
      const pause = (mark: string) => new Promise((done) => setTimeout(done, 400 - 60 * Number(mark.at(-1))));
      const form = async (message: string) => {
        await pause(markIn(message));
        return { name: `the ${markIn(message)}` };
      };
      const said = await Promise.all(marks.map((mark) => call('web', generation, mark, somebody(form))));
      expect(said.map(textOf)).toEqual(marks.map((mark) => `${mark} is the ${mark}`));
    },
  );

  it('never gets an answer that its policy refuses', async () => {
    const answer = await call(
      'refusing',
      'v2 auto',
      'x',
      somebody(() => ({ name: 'kim.minsu@example.com' })),
    );
    expect(answer).toMatchObject({ isError: true });
    expect(textOf(answer)).not.toContain('is kim');
  });

  // A client of 2026-07-28 has nothing under way while its person thinks.
  it.each(['v2', 'v1'] as const)(
    'hears that a %s client called off what it asked for',
    async (generation) => {
      const mark = `off-${generation.replace(' ', '-')}`;
      let asked = () => undefined as void;
      const isAsked = new Promise<void>((done) => (asked = done));
      const calling = new AbortController();
      const client = await connect(
        'program',
        generation,
        somebody(() => (asked(), new Promise<never>(() => undefined))),
      );
      const options = { signal: calling.signal };
      const called = (
        generation === 'v1'
          ? client.callTool({ name: 'wait', arguments: { mark } }, undefined, options)
          : client.callTool({ name: 'wait', arguments: { mark } }, options as never)
      ).catch(() => undefined);
      await isAsked;
      calling.abort();
      await called;
      await eventually(() => expect(gatehouse.output()).toContain(`called off ${mark}`));
      await client.close();
    },
  );
});
