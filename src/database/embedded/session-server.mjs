// @ts-check
// PGlite has one session; PostgreSQL's clients expect one each. A connection therefore keeps the session
// from the first message of an exchange to the answer of its Sync, and to the end of a transaction:
// otherwise one client's Bind would meet another client's unnamed statement.
import { createServer } from 'node:net';
import { SessionTurns } from './session-turns.mjs';
import { FrameReader, MESSAGE } from './wire-frames.mjs';

const NO_ENCRYPTION = 'N';
const SYNC = Uint8Array.from([MESSAGE.sync, 0, 0, 0, 4]);
/**
 * After one of these the backend says ReadyForQuery.
 *
 * @type {ReadonlySet<number>}
 */
const LAST_OF_EXCHANGE = new Set([MESSAGE.query, MESSAGE.sync, MESSAGE.functionCall]);

/**
 * Serves the database on a local socket.
 *
 * @param {import('@electric-sql/pglite').PGlite} database
 * @param {string} path
 * @param {number} maxConnections further ones are refused
 * @returns {Promise<() => Promise<void>>} closes every connection and the socket
 */
export async function serveSession(database, path, maxConnections) {
  const turns = new SessionTurns();
  const sockets = new Set();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    void new Conversation(socket, database, turns).run();
  });
  server.maxConnections = maxConnections;
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => resolve(undefined));
  });
  return async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
}

/** One connection, from its start to its end. */
class Conversation {
  #reader = new FrameReader();
  /** @type {(() => void) | undefined} */
  #endTurn;

  /**
   * @param {import('node:net').Socket} socket
   * @param {import('@electric-sql/pglite').PGlite} database
   * @param {SessionTurns} turns
   */
  constructor(socket, database, turns) {
    this.socket = socket;
    this.database = database;
    this.turns = turns;
  }

  async run() {
    try {
      for await (const chunk of this.socket) {
        this.#reader.push(chunk);
        if ((await this.#answerAll()) === 'ended') break;
      }
    } catch {
      // The client is gone, or the database refuses to go on: either way this conversation is over.
    } finally {
      await this.#leave();
      this.socket.destroy();
    }
  }

  async #answerAll() {
    for (let frame = this.#reader.next(); frame !== undefined; frame = this.#reader.next()) {
      if (frame.kind === 'cancel' || frame.type === MESSAGE.terminate) return 'ended';
      if (frame.kind === 'encryption') this.socket.write(NO_ENCRYPTION);
      else await this.#answer(frame);
    }
    return 'open';
  }

  /** @param {import('./wire-frames.mjs').Frame} frame */
  async #answer(frame) {
    this.#endTurn ??= await this.turns.take();
    await this.#execute(frame.bytes, (data) => this.socket.write(Buffer.from(data)));
    const exchangeEnds = frame.kind === 'startup' || LAST_OF_EXCHANGE.has(frame.type);
    if (exchangeEnds && !this.database.isInTransaction()) this.#giveTurn();
  }

  /**
   * @param {Uint8Array} bytes
   * @param {(data: Uint8Array) => void} onRawData
   */
  #execute(bytes, onRawData) {
    return this.database.runExclusive(() => this.database.execProtocolRawStream(bytes, { onRawData }));
  }

  /** Leaves the session as the next connection expects it: no half exchange, no open transaction. */
  async #leave() {
    if (this.#endTurn === undefined) return;
    try {
      await this.#execute(SYNC, () => undefined);
      if (this.database.isInTransaction()) await this.database.exec('ROLLBACK');
    } finally {
      this.#giveTurn();
    }
  }

  #giveTurn() {
    this.#endTurn?.();
    this.#endTurn = undefined;
  }
}
