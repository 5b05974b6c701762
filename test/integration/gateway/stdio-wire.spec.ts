import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { ChildProcess } from '../../../src/gateway/upstreams/peer/child-process.js';
import { StdioWire } from '../../../src/gateway/upstreams/peer/stdio-wire.js';

const LIMIT = 100_000;

/** Programs that ask us something; `say` writes one message. */
const SAY = `const say = (message) => process.stdout.write(JSON.stringify({ jsonrpc: '2.0', ...message }) + '\\n');`;
const NEVER_READING = 'setInterval(() => undefined, 1000);';

async function start(program: string) {
  const child = await ChildProcess.start({
    kind: 'stdio',
    command: process.execPath,
    args: ['-e', SAY + program],
    inherited: { PATH: process.env['PATH'] ?? '' },
    env: {},
    cwd: undefined,
  } as unknown as Parameters<typeof ChildProcess.start>[0]);
  return child;
}

describe('A program on stdio', () => {
  it('that asks and never reads the answers is ended, and fills no memory', async () => {
    const id = 'x'.repeat(1_000);
    const child = await start(
      `${NEVER_READING} for (let n = 0; n < 2000; n += 1) say({ id: '${id}', method: 'ping' });`,
    );
    const wire = new StdioWire(child, LIMIT);
    let most = 0;
    const answer = wire.onRequest;
    wire.onRequest = (message) => ((most = Math.max(most, child.unread)), answer(message));
    await new Promise<void>((lost) => (wire.onLost = lost));
    await new Promise<void>((exited) => child.onExit(exited));
    expect(most).toBeGreaterThan(0);
    expect(Math.max(most, child.unread)).toBeLessThan(2 * LIMIT);
  });

  it('gets no answer to what has an id of any length, or none that is one', async () => {
    const child = await start(`
      for (const id of ['x'.repeat(1025), 'y'.repeat(1024), null, { a: 1 }, 7]) say({ id, method: 'ping' });
      require('readline').createInterface({ input: process.stdin }).on('line', (line) => console.error(line));`);
    const wire = new StdioWire(child, LIMIT);
    const lines = createInterface({ input: Readable.from(child.complaints) });
    const answered: unknown[] = [];
    lines.on('line', (line) => answered.push((JSON.parse(line) as { id: unknown }).id));
    while (answered.at(-1) !== 7) await once(lines, 'line');
    expect(answered).toEqual(['y'.repeat(1024), 7]);
    await wire.close();
  });

  it('that reads nothing more is ended after some patience, so that another can be started', async () => {
    const child = await start(NEVER_READING);
    const wire = new StdioWire(child, LIMIT, 100);
    const lost = new Promise<void>((told) => (wire.onLost = told));
    const call = (id: number, text: string) =>
      wire.exchange(
        { jsonrpc: '2.0', id, method: 'tools/call', params: { text } },
        { headers: {}, signal: new AbortController().signal, onNotification: () => undefined },
      );
    const first = call(1, 'x'.repeat(3 * LIMIT)).catch((error: unknown) => error);
    await expect(call(2, 'x')).rejects.toMatchObject({ failure: 'input_unread' });
    await lost;
    expect(await first).toMatchObject({ failure: 'input_unread' });
    await new Promise<void>((exited) => child.onExit(exited));
  });
});
