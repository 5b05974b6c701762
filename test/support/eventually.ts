import { setTimeout as delay } from 'node:timers/promises';

/**
 * How long tests wait for a change to reach another replica, or a server beside the command line. The promise is a
 * second, which change-feed.spec.ts holds the settings to; a machine that is busy with other tests gets five.
 */
export const REACHES_REPLICAS_MS = 5_000;
/** How long tests wait for what is not a matter of speed at all. */
export const LIVENESS_MS = 20_000;

const PAUSE_MS = 10;

/** Whether the condition came true within the time. */
export async function within(
  milliseconds: number,
  condition: () => boolean | Promise<boolean>,
): Promise<boolean> {
  for (const end = Date.now() + milliseconds; Date.now() < end; await delay(PAUSE_MS))
    if (await condition()) return true;
  return condition();
}

/**
 * Asks until the answer is the one expected, and says how long that took.
 *
 * @throws Error with the last answer when it has not come within `REACHES_REPLICAS_MS`.
 */
export async function timeUntil<T>(expected: T, ask: () => Promise<T>): Promise<number> {
  const startedAt = Date.now();
  let answer = await ask();
  while (answer !== expected) {
    const waited = Date.now() - startedAt;
    if (waited > REACHES_REPLICAS_MS)
      throw new Error(`${String(answer)} instead of ${String(expected)} after ${waited} ms`);
    await delay(PAUSE_MS);
    answer = await ask();
  }
  return Date.now() - startedAt;
}
