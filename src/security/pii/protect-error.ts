import { PiiRejectedError } from './policies/pii-rejected.error.js';

/** Members of an error that reach the caller or the log. */
const SHOWN = ['message', 'publicDetail', 'extensions', 'response', 'data', 'stack'] as const;
const MAX_CAUSES = 8;

/**
 * The same error with everything it says protected. Class, status and headers stay, so that whoever answers
 * still knows what it is. A rejection names no values and passes as it is.
 */
export function protectError(error: unknown, protect: (value: unknown) => unknown): unknown {
  if (error instanceof PiiRejectedError) return error;
  if (typeof error !== 'object' || error === null) return protect(error);
  protectChain(error, protect);
  return error;
}

function protectChain(error: object, protect: (value: unknown) => unknown): void {
  let current: unknown = error;
  for (let depth = 0; depth < MAX_CAUSES && typeof current === 'object' && current !== null; depth++) {
    protectMembers(current as Record<string, unknown>, protect);
    current = (current as { cause?: unknown }).cause;
  }
}

/** All members in one go, so that an error is one decision. */
function protectMembers(error: Record<string, unknown>, protect: (value: unknown) => unknown): void {
  const shown = Object.fromEntries(
    SHOWN.map((member) => [member, error[member]]).filter(([, value]) => value !== undefined),
  ) as Record<string, unknown>;
  const safe = protect(shown) as Record<string, unknown>;
  for (const member of Object.keys(shown)) {
    if (safe[member] === shown[member]) continue;
    Object.defineProperty(error, member, { value: safe[member], configurable: true, writable: true });
  }
}
