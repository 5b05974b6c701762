import type { ForwardAuthProxy } from '../../config/index.js';

/** Where each proxy says which method the request has that it asks about; Envoy asks with that very method. */
const METHOD_HEADERS: Readonly<Record<ForwardAuthProxy, string | undefined>> = {
  nginx: 'x-original-method',
  haproxy: 'x-original-method',
  caddy: 'x-forwarded-method',
  traefik: 'x-forwarded-method',
  envoy: undefined,
};

/** What ends or opens a stream and calls nothing (MCP 2025-11-25, Streamable HTTP). */
const CALLS_NOTHING = new Set(['GET', 'HEAD', 'DELETE']);
/** Envoy sets it when it cut the body it sends along. */
const PARTIAL_BODY = 'x-envoy-auth-partial-body';

/** The parts of a proxy's question that say what it is about. */
export interface Question {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Names and values in turn, as received: Node joins or drops repeated ones. */
  readonly rawHeaders: readonly string[];
  readonly body: unknown;
  /** The body as received; undefined without one. */
  readonly text: string | undefined;
}

/**
 * Whether the original request cannot call anything. A header is looked at only when the declared proxy sets it:
 * any other a client may have sent. One that is missing or sent twice says nothing.
 */
export function callsNothing({ method, rawHeaders }: Question, proxy: ForwardAuthProxy): boolean {
  const header = METHOD_HEADERS[proxy];
  return CALLS_NOTHING.has((header === undefined ? method : onlyHeader(rawHeaders, header)) ?? '');
}

/** Whether the body of the original request came along, whole. */
export function bringsBody({ body, headers }: Question): boolean {
  return body !== undefined && body !== null && (headers[PARTIAL_BODY] ?? 'false') === 'false';
}

/** The header's value; undefined when it is missing or sent more than once. */
export function onlyHeader(rawHeaders: readonly string[], name: string): string | undefined {
  const values = allHeaders(rawHeaders, name);
  return values.length === 1 ? values[0] : undefined;
}

/**
 * The header's values, one for each time that it was sent.
 *
 * @param name in lower case.
 */
export function allHeaders(rawHeaders: readonly string[], name: string): string[] {
  const values: string[] = [];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    if (rawHeaders[index]?.toLowerCase() === name) values.push((rawHeaders[index + 1] ?? '').trim());
  }
  return values;
}
