const WINDOW_MS = 60_000;

/** What is known of one counter: the running minute and the one before it. */
export interface WindowCount {
  readonly previous: number;
  readonly current: number;
}

/** The minute a time belongs to, counted from the epoch; the same on every replica. */
export function minuteOf(epochMs: number): number {
  return Math.floor(epochMs / WINDOW_MS);
}

/** Requests of the last 60 seconds, the previous minute weighted by how much of it still lies in them. */
export function estimate(count: WindowCount, epochMs: number): number {
  return count.previous * (1 - elapsedShare(epochMs)) + count.current;
}

/** Whole seconds until the estimate falls below the limit if nothing further is counted; at least 1. */
export function retryAfterSeconds(count: WindowCount, limit: number, epochMs: number): number {
  const now = elapsedShare(epochMs);
  const free = count.current < limit ? shareUntilBelow(count.previous, limit - count.current) : 1;
  // The running minute alone is full: it has to become the previous one and fade.
  const share = count.current < limit ? free - now : 1 - now + shareUntilBelow(count.current, limit);
  return Math.max(1, Math.ceil((share * WINDOW_MS) / 1_000));
}

/** Share of a minute after which `hits`, fading, is below `room`. */
function shareUntilBelow(hits: number, room: number): number {
  return hits < room ? 0 : 1 - room / hits;
}

function elapsedShare(epochMs: number): number {
  return (epochMs % WINDOW_MS) / WINDOW_MS;
}
