/** Something took longer than it may. */
export class LateError extends Error {
  /** As of a socket. */
  readonly code = 'ETIMEDOUT';

  constructor(what: string) {
    super(`${what} timeout`);
    this.name = 'LateError';
  }
}

/**
 * What the work resolves with. An answer that has arrived when the time is over counts, however long the event loop was too
 * busy to read it: timers run before what is read, so the loop gets one more turn. The work itself goes on.
 *
 * @param what is waited for, in the error's message.
 * @throws LateError when it takes too long.
 */
export function inTime<T>(work: Promise<T>, milliseconds: number, what: string): Promise<T> {
  return new Promise((resolve, reject) => {
    let lastTurn: NodeJS.Immediate | undefined;
    const timer = setTimeout(() => {
      lastTurn = setImmediate(() => reject(new LateError(what)));
    }, milliseconds);
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
      clearImmediate(lastTurn);
    });
  });
}
