import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { PublicError } from '../common/public-error.js';
import { InvalidRequestError, MethodNotAllowedError } from './errors/oauth-errors.js';
import { isFormEndpoint } from './oauth-endpoints.js';

const FORM = 'application/x-www-form-urlencoded';

/**
 * What the OAuth endpoints refuse before a body is read: Fastify would answer a foreign content type with 415
 * and a foreign method with 404, where RFC 6749 §3.2 and RFC 9110 §15.5.6 ask for 400 and 405.
 */
@Injectable()
export class OAuthEndpointEdge implements OnModuleInit {
  constructor(private readonly adapterHost: HttpAdapterHost) {}

  onModuleInit(): void {
    // The command line has no HTTP server.
    const server = this.adapterHost.httpAdapter?.getInstance<FastifyInstance>();
    if (server === undefined) return;
    // Repeated parameters stay visible, and no name can reach a prototype.
    server.addContentTypeParser(FORM, { parseAs: 'string' }, (_request, body, done) => {
      done(null, new URLSearchParams(body.toString()));
    });
    server.addHook('onRequest', (request, _reply, done) => done(refusalOf(request)));
  }
}

/** Why the request cannot be one for an OAuth endpoint; undefined when it can, or is for something else. */
export function refusalOf(
  request: Pick<FastifyRequest, 'method' | 'url' | 'headers'>,
): PublicError | undefined {
  const queryAt = request.url.indexOf('?');
  if (!isFormEndpoint(queryAt < 0 ? request.url : request.url.slice(0, queryAt))) return undefined;
  if (request.method === 'OPTIONS') return undefined;
  if (request.method !== 'POST') return new MethodNotAllowedError(['POST']);
  return isForm(request.headers['content-type'])
    ? undefined
    : new InvalidRequestError(`Send a body of type ${FORM}.`);
}

function isForm(contentType: string | undefined): boolean {
  const [mediaType = ''] = (contentType ?? '').split(';', 1);
  return mediaType.trim().toLowerCase() === FORM;
}
