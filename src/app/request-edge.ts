import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../common/clock.js';
import { RequestContext } from '../common/request-context.js';
import type { Configuration } from '../config/index.js';
import { correlationIdOf, traceOf, traceparentOf } from '../observability/index.js';
import { HostPolicy } from './host-policy.js';

declare module 'fastify' {
  interface FastifyRequest {
    gatehouse: RequestContext;
  }
}

const USER_AGENT_LENGTH = 256;

/** Sent with every answer. Pages that need more (styles, charts) widen the policy for themselves. */
const SECURITY_HEADERS: ReadonlyArray<readonly [string, string]> = [
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
  ['Referrer-Policy', 'no-referrer'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=()'],
];
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
/** The API documentation is a page with scripts and styles of its own origin; its renderer sets style attributes. */
const DOCUMENTATION_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; " +
  "frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
/**
 * Clients open these in a window of their own and wait in the one that opened it for the answer; `same-origin` would
 * cut the two apart for good. What the opener can do with our page is navigate it away and see it closed.
 */
const AUTHORIZATION_PATH = /^\/((oauth2\/)?authorize|interaction\/|identity-providers\/)/;
const DOCUMENTATION_PATH = /^\/docs(\/|\?|$)/;
const STRICT_TRANSPORT_SECURITY = 'max-age=31536000; includeSubDomains';

/** What happens to every request before Nest sees it: correlation, security headers, Host check. */
export class RequestEdge {
  private readonly hosts: HostPolicy;
  private readonly headers: ReadonlyArray<readonly [string, string]>;

  constructor(
    { server }: Configuration,
    private readonly clock: Clock,
  ) {
    this.hosts = new HostPolicy(server.allowedHosts);
    this.headers = server.publicUrl.startsWith('https://')
      ? [...SECURITY_HEADERS, ['Strict-Transport-Security', STRICT_TRANSPORT_SECURITY]]
      : SECURITY_HEADERS;
  }

  bind(server: FastifyInstance): void {
    server.decorateRequest('gatehouse');
    server.addHook('onRequest', (request, reply, done) => {
      this.enter(request, reply);
      const refusal = this.hosts.refuse(request.headers.host, request.url, request.raw.rawHeaders);
      RequestContext.run(request.gatehouse, () => done(refusal));
    });
    // Reading the body leaves the asynchronous context of the request; enter it again for all that follows.
    server.addHook('preValidation', (request, _reply, done) =>
      RequestContext.run(request.gatehouse, () => done()),
    );
  }

  /** Gives the request its context and the answer its headers; also for requests that no hook sees. */
  enter(request: FastifyRequest, reply: FastifyReply): void {
    request.gatehouse = contextOf(request, this.clock);
    writeHeaders(reply, request, this.headers);
  }
}

function contextOf(request: FastifyRequest, clock: Clock): RequestContext {
  const trace = traceOf(single(request.headers['traceparent']));
  const correlationId = correlationIdOf(single(request.headers['x-correlation-id']), trace);
  const source = {
    address: request.ip,
    userAgent: (request.headers['user-agent'] ?? '').slice(0, USER_AGENT_LENGTH),
  };
  return new RequestContext(correlationId, trace, source, clock.now());
}

/** On the raw response, so that streams which leave Fastify (`reply.hijack()`) carry them too. */
function writeHeaders(
  reply: FastifyReply,
  { url, gatehouse: context }: FastifyRequest,
  headers: ReadonlyArray<readonly [string, string]>,
): void {
  for (const [name, value] of headers) reply.raw.setHeader(name, value);
  const policy = DOCUMENTATION_PATH.test(url) ? DOCUMENTATION_POLICY : CONTENT_SECURITY_POLICY;
  reply.raw.setHeader('Content-Security-Policy', policy);
  if (AUTHORIZATION_PATH.test(url)) reply.raw.setHeader('Cross-Origin-Opener-Policy', 'unsafe-none');
  reply.raw.setHeader('X-Correlation-Id', context.correlationId);
  reply.raw.setHeader('traceparent', traceparentOf(context.trace));
}

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? undefined : header;
}
