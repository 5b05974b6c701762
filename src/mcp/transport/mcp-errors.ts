import { ProblemError } from '../../common/problem-error.js';

/** MCP 2025-11-25, session management: the request needs a session and names none. */
export function sessionRequired(): ProblemError {
  return new ProblemError(
    { status: 400, code: 'session-required', title: 'Bad Request' },
    'Send initialize first and its Mcp-Session-Id with every further request, or speak protocol revision 2026-07-28.',
  );
}

/** MCP 2025-11-25, session management: ended, never opened, or somebody else's; the client initializes anew. */
export function sessionNotFound(): ProblemError {
  return new ProblemError(
    { status: 404, code: 'session-not-found', title: 'Not Found' },
    'Session not found',
  );
}

/** @param allow what the endpoint answers instead. */
export function methodNotAllowed(allow: string): ProblemError {
  return new ProblemError(
    { status: 405, code: 'method-not-allowed', title: 'Method Not Allowed', headers: { Allow: allow } },
    'The MCP endpoint does not answer this method here.',
  );
}

export function jsonRequired(): ProblemError {
  return new ProblemError(
    { status: 415, code: 'unsupported-media-type', title: 'Unsupported Media Type' },
    'Send the JSON-RPC message as application/json.',
  );
}

/** @param most messages that one batch may hold. */
export function batchTooLarge(most: number): ProblemError {
  return new ProblemError(
    { status: 400, code: 'batch-too-large', title: 'Bad Request' },
    `A batch holds at most ${most} messages.`,
  );
}
