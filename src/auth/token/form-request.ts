import type { FastifyRequest } from 'fastify';

/** A form sent to an endpoint where clients authenticate, as it arrived. */
export interface FormRequest {
  readonly form: URLSearchParams;
  readonly query: Readonly<Record<string, unknown>>;
  /** Every `Authorization` header field. */
  readonly authorization: readonly string[];
  /** Of the peer, after trusted proxies. */
  readonly address: string;
}

export function toFormRequest(request: FastifyRequest): FormRequest {
  return {
    // A request without any body has none of the parameters.
    form: request.body instanceof URLSearchParams ? request.body : new URLSearchParams(),
    query: request.query as Record<string, unknown>,
    authorization: authorizationOf(request.raw.rawHeaders),
    address: request.ip,
  };
}

/** Node keeps only the first of several Authorization fields; a second one must be seen to be refused. */
function authorizationOf(rawHeaders: readonly string[]): string[] {
  return rawHeaders.filter(
    (_value, index) => index % 2 === 1 && isAuthorization(rawHeaders[index - 1] ?? ''),
  );
}

function isAuthorization(name: string): boolean {
  return name.length === 'authorization'.length && name.toLowerCase() === 'authorization';
}
