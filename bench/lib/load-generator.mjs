/**
 * The load: a program of its own, so that it has a core of its own. It reads a plan from its parent, keeps every
 * connection busy with one request at a time until the time is up, and reports how many answers were as expected.
 * It speaks HTTP/1.1 on bare sockets because a full client would cost more CPU than the servers it measures.
 */
import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';

const HEAD_END = '\r\n\r\n';
const CHUNKED_END = Buffer.from('0\r\n\r\n');

class Connection {
  #received = Buffer.alloc(0);
  #sentAt = 0;

  constructor(plan, take, tally) {
    this.plan = plan;
    this.take = take;
    this.tally = tally;
    this.finished = new Promise((resolve) => (this.finish = resolve));
    this.open();
  }

  open() {
    this.socket = connect(this.plan.port, '127.0.0.1', () => this.next());
    this.socket.setNoDelay(true);
    this.socket.on('data', (chunk) => this.receive(chunk));
    this.socket.on('error', () => undefined);
    this.socket.on('close', () => this.lost());
  }

  next() {
    const bytes = performance.now() >= this.plan.deadline ? undefined : this.take();
    if (bytes === undefined) {
      this.done = true;
      this.socket.end();
      return;
    }
    this.#sentAt = performance.now();
    this.socket.write(bytes);
  }

  receive(chunk) {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    if (!isComplete(this.#received)) return;
    this.tally.count(this.#received, performance.now() - this.#sentAt);
    this.#received = Buffer.alloc(0);
    this.next();
  }

  /** A connection closed by the server between or during answers is an error, and is opened again. */
  lost() {
    if (this.done || performance.now() >= this.plan.deadline) return this.finish();
    this.tally.errors += 1;
    this.open();
  }
}

class Tally {
  errors = 0;
  answers = 0;
  firstError = undefined;
  #latencies = [];

  constructor(expected) {
    this.expected = expected;
  }

  count(answer, milliseconds) {
    this.answers += 1;
    this.#latencies.push(milliseconds);
    if (statusOf(answer) === 200 && answer.includes(this.expected)) return;
    this.errors += 1;
    this.firstError ??= answer.toString('utf8', 0, 300);
  }

  report(seconds) {
    const sorted = Float64Array.from(this.#latencies).sort();
    const percentile = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
    const { answers, errors, firstError } = this;
    return {
      answers,
      errors,
      firstError,
      rps: answers / seconds,
      p50: percentile(0.5),
      p99: percentile(0.99),
    };
  }
}

function statusOf(answer) {
  return Number(answer.latin1Slice(9, 12));
}

function isComplete(answer) {
  const headEnd = answer.indexOf(HEAD_END);
  if (headEnd < 0) return false;
  const head = answer.latin1Slice(0, headEnd);
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (length !== undefined) return answer.length >= headEnd + HEAD_END.length + Number(length);
  if (/\r\ntransfer-encoding: *chunked/i.test(head))
    return answer.subarray(-CHUNKED_END.length).equals(CHUNKED_END);
  return statusOf(answer) === 204 || statusOf(answer) === 304;
}

/** What each connection sends next: the same over and over, or something that nobody has sent before. */
function taker(requests, index, isOnce) {
  if (isOnce) return () => requests.pop();
  const bytes = requests[index % requests.length];
  return () => bytes;
}

process.once('message', async ({ port, requests, isOnce, expected, connections, seconds }) => {
  const startedAt = performance.now();
  const plan = { port, deadline: startedAt + seconds * 1_000 };
  const tally = new Tally(Buffer.from(expected));
  const open = Array.from(
    { length: connections },
    (_, index) => new Connection(plan, taker(requests, index, isOnce), tally),
  );
  await Promise.all(open.map((connection) => connection.finished));
  process.send(tally.report((performance.now() - startedAt) / 1_000));
  process.disconnect();
});
