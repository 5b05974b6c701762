import { PiiRejectedError } from './policies/pii-rejected.error.js';
import { RecognizersUnavailableError } from './remote/recognizers-unavailable.error.js';

/** Members of an error that reach the caller or the log. */
const SHOWN = [
  'message',
  'publicDetail',
  'title',
  'extensions',
  'headers',
  'response',
  'data',
  'errors',
  'stack',
] as const;
const MAX_CAUSES = 8;

type Members = Record<string, unknown>;

/**
 * The same error with everything it says protected. Class and status stay, so that whoever answers
 * still knows what it is. What the policy itself throws names no values and passes as it is.
 */
export function protectError(error: unknown, protect: (value: unknown) => unknown): unknown {
  if (isOurs(error)) return error;
  if (typeof error !== 'object' || error === null) return protect(error);
  for (const members of chainOf(error)) {
    const shown = shownOf(members);
    setMembers(members, shown, protect(shown) as Members);
  }
  return error;
}

/** Like `protectError`, where protecting takes a while. */
export async function protectErrorLater(
  error: unknown,
  protect: (value: unknown) => Promise<unknown>,
): Promise<unknown> {
  if (isOurs(error)) return error;
  if (typeof error !== 'object' || error === null) return protect(error);
  for (const members of chainOf(error)) {
    const shown = shownOf(members);
    setMembers(members, shown, (await protect(shown)) as Members);
  }
  return error;
}

function isOurs(error: unknown): boolean {
  return error instanceof PiiRejectedError || error instanceof RecognizersUnavailableError;
}

/** The error and what caused it; causes beyond are cut off, for logs would tell them as they are. */
function* chainOf(error: object): Generator<Members> {
  let current: unknown = error;
  for (let depth = 1; typeof current === 'object' && current !== null; depth++) {
    const members = current as Members;
    if (depth === MAX_CAUSES && members['cause'] !== undefined)
      Object.defineProperty(members, 'cause', { value: undefined, configurable: true, writable: true });
    yield members;
    current = members['cause'];
  }
}

/** All members in one go, so that an error is one decision. */
function shownOf(error: Members): Members {
  return Object.fromEntries(
    SHOWN.map((member) => [member, error[member]]).filter(([, value]) => value !== undefined),
  ) as Members;
}

function setMembers(error: Members, shown: Members, safe: Members): void {
  for (const member of Object.keys(shown)) {
    if (safe[member] === shown[member]) continue;
    Object.defineProperty(error, member, { value: safe[member], configurable: true, writable: true });
  }
}
