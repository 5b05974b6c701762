import { ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server';
import { ServiceUnavailableError } from '../../../common/problem-error.js';
import { ToolError } from '../../../common/tool-error.js';
import type { Challenge } from '../oauth/challenge.js';
import type { RpcError } from './messages.js';

/** Why an upstream could not be asked; the word for records, logs and readiness. */
export type UpstreamFailure =
  | 'not_reachable'
  | 'certificate_not_trusted'
  | 'not_started'
  | 'no_handshake'
  | 'no_lists'
  | 'not_authorized'
  | 'authorization_unavailable'
  | 'authorization_refused'
  | 'http_status'
  | 'not_json_rpc'
  | 'too_large'
  | 'connection_lost'
  | 'too_slow'
  | 'too_many_calls'
  | 'left_alone'
  | 'input_unread';

/** The upstream does not do what it is there for at the moment. Names no address: that is for the operator to know. */
export class UpstreamUnavailableError extends ServiceUnavailableError {
  constructor(
    readonly upstream: string,
    readonly failure: UpstreamFailure,
    options?: { cause?: unknown; retryAfter?: number },
  ) {
    super(
      `The MCP server ${upstream} is not available at the moment: ${failure.replaceAll('_', ' ')}.`,
      options,
    );
  }
}

/** The upstream wants scopes that we were not given there: nothing is wrong with it, and other calls may do. */
export class UpstreamScopeError extends ToolError {
  constructor(upstream: string, scopes: readonly string[] | undefined) {
    const needed = scopes === undefined ? 'more rights' : `the scopes ${scopes.join(' ')}`;
    super(`The MCP server ${upstream} refuses this: it needs ${needed}, which were not granted there.`);
  }
}

/** The upstream's own error, as it came. */
export function upstreamError({ code, message, data }: RpcError): ProtocolError {
  return new ProtocolError(code, message, data);
}

/** MCP 2025-11-25, session management: the server has forgotten the session, and so has not looked at the request. */
export class SessionLostError extends Error {
  override readonly name = 'SessionLostError';
}

/** An HTTP answer that is no success. */
export class HttpStatusError extends Error {
  override readonly name = 'HttpStatusError';

  constructor(
    readonly status: number,
    /** The error of JSON-RPC in its body, if there is one. */
    readonly error: RpcError | undefined,
    /** Of one that refuses us. */
    readonly challenge?: Challenge,
  ) {
    super(`answered with status ${status}`);
  }
}

/** Something is wrong with what was sent, or with how it arrived. */
export class WireError extends Error {
  override readonly name = 'WireError';

  constructor(
    readonly failure: UpstreamFailure,
    options?: { cause?: unknown },
  ) {
    super(failure, options);
  }
}

/** Undefined for what is no failure of the upstream. */
export function failureOf(error: unknown): UpstreamFailure | undefined {
  if (error instanceof WireError) return error.failure;
  if (error instanceof HttpStatusError)
    return error.status === 401 || error.status === 403 ? 'not_authorized' : 'http_status';
  if (error instanceof SessionLostError) return 'connection_lost';
  return (error as Error | null)?.name === 'TimeoutError' ? 'too_slow' : undefined;
}

/** Of a call that began and has no answer. */
export function uncertainOutcome(upstream: string, failure: UpstreamFailure): ProtocolError {
  const why = failure.replaceAll('_', ' ');
  return new ProtocolError(
    ProtocolErrorCode.InternalError,
    `The MCP server ${upstream} gave no answer (${why}); whether the request took effect is not known. ` +
      'It was not repeated: find out what it did before you ask again.',
  );
}
