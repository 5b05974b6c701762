import type { McpCall } from '../../common/mcp-call.js';
import { protectedHeaders, type HeaderValues } from './request-headers.js';
import { inParts } from './structure/parts.js';

/** What of a call is checked on its way in, and where it goes then. */
export interface Incoming {
  readonly value: unknown;
  readonly accept: (safe: unknown) => void;
  /**
   * The same as it was sent, before any schema changed it, for who turns tokens back: what a token stands for is to meet
   * the schema, not the token. Says whether it does.
   */
  readonly sent?: unknown;
  readonly acceptSent?: (restored: unknown) => boolean;
}

/** The parts of a request that reach a route handler as arguments. Fastify's are plain properties. */
export interface HttpRequest {
  body?: unknown;
  query?: unknown;
  params?: unknown;
  headers?: HeaderValues;
}

interface WithMore extends Pick<McpCall, 'answers' | 'meta'> {
  readonly arguments: unknown;
}

/**
 * Arguments of a tool, resource or prompt, what the client answered to questions of an earlier round, and what else
 * goes on with the call.
 */
export function incomingOfCall(call: McpCall): Incoming {
  const { answers, meta, arguments: args, sent = args } = call;
  if (answers === undefined && meta === undefined)
    return {
      value: args,
      accept: (safe) => (call.arguments = safe),
      sent,
      acceptSent: (restored) => resend(call, restored),
    };
  const more = { ...(answers !== undefined && { answers }), ...(meta !== undefined && { meta }) };
  return {
    value: inParts({ arguments: args, ...more } satisfies WithMore),
    accept: (safe) => Object.assign(call, safe),
    sent: inParts({ arguments: sent, ...more } satisfies WithMore),
    acceptSent: (restored) => {
      const { arguments: accepted, ...others } = restored as WithMore;
      Object.assign(call, others);
      return resend(call, accepted);
    },
  };
}

/** Through the schema, where there is one. */
function resend(call: McpCall, args: unknown): boolean {
  if (call.resend !== undefined) return call.resend(args);
  call.arguments = args;
  return true;
}

/** Body, query, path parameters, and the headers that are the caller's own words. */
export function incomingOfRequest(request: HttpRequest): Incoming {
  const { body, query, params } = request;
  const headers = protectedHeaders(request.headers ?? {});
  return {
    value: inParts({ body, query, params, ...(headers !== undefined && { headers }) }),
    accept: (safe) => Object.assign(request, safe),
  };
}
