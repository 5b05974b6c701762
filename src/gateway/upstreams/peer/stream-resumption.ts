import { setTimeout as delay } from 'node:timers/promises';
import type { StreamPosition } from './event-stream.js';
import { WireError } from './peer-errors.js';
import type { Headers } from './wire.js';

/** Milliseconds before a stream is taken up again, when the server does not say, and at least and at most when it does. */
const RETRY_MS = 1_000;
const RETRY_LEAST_MS = 50;
const RETRY_MOST_MS = 60_000;
/** Times that one answer is waited for anew; a call may take long, and a server may let go of it every second. */
const MOST_RESUMPTIONS = 1_000;
/** Times in a row that the server cannot be reached for it. */
const MOST_FAILURES = 3;

/**
 * The answer to one request, waited for on one stream after another: a server of a 2025 revision may close a stream for the
 * client to take it up again by the id of the last event (MCP 2025-11-25, Streamable HTTP: resumability, polling).
 */
export class StreamResumption {
  readonly position: StreamPosition = {};
  private resumptions = 0;
  private failures = 0;

  /**
   * Waits as long as the server wants to be left alone, and opens the stream again.
   *
   * @param open undefined for what may succeed the next time.
   * @throws WireError `connection_lost` when there is nothing to take up, or no end of it; what `open` throws; the reason of
   *   the signal.
   */
  async next<T>(
    open: (headers: Headers) => Promise<T | undefined>,
    signal: AbortSignal,
    cause?: unknown,
  ): Promise<T> {
    for (;;) {
      const headers = resumptionHeaders(this.position);
      if (headers === undefined || ++this.resumptions > MOST_RESUMPTIONS)
        throw new WireError('connection_lost', { cause });
      await delay(pauseOf(this.position), undefined, { signal });
      const stream = await open(headers);
      if (stream === undefined) this.fail();
      else {
        this.failures = 0;
        return stream;
      }
    }
  }

  private fail(): void {
    this.failures += 1;
    if (this.failures >= MOST_FAILURES) throw new WireError('connection_lost');
  }
}

/** Undefined when the stream said of no event where it stands. */
export function resumptionHeaders({ lastEventId }: StreamPosition): Headers | undefined {
  if (lastEventId === undefined || lastEventId === '') return undefined;
  // HTML, server-sent events §9.2.2: in UTF-8, whose octets Node takes as characters.
  return { 'last-event-id': Buffer.from(lastEventId, 'utf8').toString('latin1') };
}

function pauseOf({ retryMs = RETRY_MS }: StreamPosition): number {
  return Math.min(Math.max(retryMs, RETRY_LEAST_MS), RETRY_MOST_MS);
}
