import { Injectable } from '@nestjs/common';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Configuration } from '../../config/index.js';
import { randomSecret } from '../../security/crypto/index.js';
import { PENDING_SECONDS } from './pending-authorization.js';

const NAME = 'gatehouse-request';
const WELL_FORMED = /^[\w-]{43}$/;

/**
 * Tells browsers apart while a request waits: its pages open in the browser that brought it and in no other
 * (RFC 9700 §4.7). One secret for all requests of a browser, so that nobody can fill its cookie jar.
 */
@Injectable()
export class BrowserCookie {
  private readonly isHttps: boolean;

  constructor({ server }: Configuration) {
    this.isHttps = server.publicUrl.startsWith('https://');
  }

  /** The secret of the browser; undefined when it has none. */
  read(request: FastifyRequest): string | undefined {
    const value = parseCookie(request.headers.cookie ?? '')[this.name];
    return value !== undefined && WELL_FORMED.test(value) ? value : undefined;
  }

  /** The secret of the browser, made if it has none, to be sent back for as long as a request may wait. */
  obtain(request: FastifyRequest, reply: FastifyReply): string {
    const secret = this.read(request) ?? randomSecret();
    void reply.header(
      'Set-Cookie',
      stringifySetCookie(this.name, secret, {
        path: '/',
        httpOnly: true,
        secure: this.isHttps,
        // The client's site starts the flow: `strict` would keep the cookie from the very next page.
        sameSite: 'lax',
        maxAge: PENDING_SECONDS,
      }),
    );
    return secret;
  }

  /** RFC 6265bis §4.1.3.2: no other host can set a cookie of this name. Browsers refuse the prefix without TLS. */
  private get name(): string {
    return this.isHttps ? `__Host-${NAME}` : NAME;
  }
}
