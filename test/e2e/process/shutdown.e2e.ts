import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { connectV2Auto, connectV2Default } from '../mcp/official-clients.js';

const FORM = 'grant_type=client_credentials&client_id=mcp-client&client_secret=secret';
const TOKEN_HEAD =
  'POST /oauth2/token HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n' +
  `Content-Length: ${FORM.length}\r\n\r\n`;
const DEFAULT_SHUTDOWN_TIMEOUT_MS = 10_000;
const READY = 'GET /health/ready HTTP/1.1\r\nHost: localhost\r\n\r\n';

/** A connection that shows what has arrived on it so far. */
class Line {
  private text = '';

  private constructor(readonly socket: Socket) {
    socket.on('data', (chunk: Buffer) => (this.text += chunk.toString('utf8')));
    socket.on('error', () => undefined);
  }

  static async open(port: number): Promise<Line> {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    return new Line(socket);
  }

  /** Sends, and waits for what the server says to it; what it said before is forgotten. */
  async ask(text: string, pattern: RegExp): Promise<string> {
    this.text = '';
    this.socket.write(text);
    while (!pattern.test(this.text) && !this.socket.closed) await delay(10);
    return this.text;
  }
}

describe('SIGTERM', () => {
  let gatehouse: Gatehouse;
  let lines: Line[];
  const line = async (): Promise<Line> => {
    const opened = await Line.open(gatehouse.port);
    lines.push(opened);
    return opened;
  };
  const start = async (env: Record<string, string>): Promise<void> => {
    gatehouse = await startGatehouse({ env });
    lines = [];
  };

  afterEach(async () => {
    for (const { socket } of lines) socket.destroy();
    await gatehouse.stop();
  });

  it('finishes the request it is in, says it is not ready, takes no new one, and ends with 0', async () => {
    await start({ SHUTDOWN_DELAY_MS: '600' });
    const [slow, probe] = [await line(), await line()];
    slow.socket.write(TOKEN_HEAD);
    expect(await probe.ask(READY, /"status":/)).toMatch(/^HTTP\/1\.1 200/);

    const ended = gatehouse.terminate();
    await delay(200);
    expect(await probe.ask(READY, /\r\n\r\n.+/s)).toMatch(/^HTTP\/1\.1 503.*"process":"stopping"/s);
    await delay(800);
    await expect(fetch(`http://127.0.0.1:${gatehouse.port}/health/live`)).rejects.toThrow();
    expect(await slow.ask(FORM, /"access_token":.*\}/s)).toMatch(/^HTTP\/1\.1 200/);
    expect(await ended).toBe(0);
  });

  it('waits for a request no longer than SHUTDOWN_TIMEOUT_MS', async () => {
    await start({ SHUTDOWN_TIMEOUT_MS: '500' });
    const stuck = await line();
    stuck.socket.write(TOKEN_HEAD);
    await delay(100);
    const before = performance.now();
    expect(await gatehouse.terminate()).toBe(0);
    expect(performance.now() - before).toBeLessThan(DEFAULT_SHUTDOWN_TIMEOUT_MS);
  });

  it('is not held up by a client that keeps its connection, nor by an open MCP session', async () => {
    await start({ SHUTDOWN_TIMEOUT_MS: '60000' });
    const idle = await line();
    expect(await idle.ask(READY, /"status":/)).toMatch(/^HTTP\/1\.1 200/);
    const session = await connectV2Default(gatehouse, await gatehouse.token());
    // Held up, it would be killed before it ends: `terminate` has less patience than that.
    expect(await gatehouse.terminate()).toBe(0);
    await session.close();
  });

  it.each([
    ['2026-07-28', connectV2Auto],
    ['a 2025 session', connectV2Default],
  ])('answers the tool call it is in: %s', async (_revision, connect) => {
    await start({});
    const client = await connect(gatehouse, await gatehouse.token());
    let ended: Promise<number | null> | undefined;
    const answer = await client.call('validate_oauth2_setup', {}, () => {
      ended ??= gatehouse.terminate();
    });
    expect(answer.structuredContent).toMatchObject({ valid: true });
    expect(await ended).toBe(0);
    await client.close();
  });
});
