const sources = new WeakMap<AbortSignal, readonly AbortSignal[]>();

/**
 * Aborted with the first of the signals, for its reason.
 *
 * In place of `AbortSignal.any`, which in Node 20 keeps what it is made of by weak references only: a time limit that
 * nobody else holds is then collected as garbage, and what it should end never ends.
 */
export function firstSignal(...signals: readonly AbortSignal[]): AbortSignal {
  // eslint-disable-next-line no-restricted-properties -- the one place
  const first = AbortSignal.any([...signals]);
  sources.set(first, signals);
  return first;
}
