import { Injectable } from '@nestjs/common';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Configuration } from '../../config/index.js';
import { randomSecret, randomUuid } from '../../security/crypto/index.js';
import { PENDING_SECONDS } from './pending-authorization.js';

const NAME = 'gatehouse-request';
const WELL_FORMED = /^[\w-]{43}$/;
/** Tabs that a browser restores at once; looked at in its order, so that the first ones count. */
const MAXIMUM_SECRETS = 16;

/** A cookie as it lies in the browser. */
interface Kept {
  readonly name: string;
  readonly secret: string;
}

/**
 * Tells browsers apart while a request waits: its pages open in the browser that brought it and in no other
 * (RFC 9700 §4.7). One secret for all requests of a browser, so that nobody can fill its cookie jar: it gets another
 * only while it shows none. Several tabs that open at once all do, so each gets a cookie of its own name: of one name,
 * the last answer would replace the secret that the others are bound to.
 */
@Injectable()
export class BrowserCookie {
  private readonly isHttps: boolean;

  constructor({ server }: Configuration) {
    this.isHttps = server.publicUrl.startsWith('https://');
  }

  /** The secrets of the browser: none, one, or one for each tab that was among its first. */
  secrets(request: FastifyRequest): readonly string[] {
    return this.kept(request).map(({ secret }) => secret);
  }

  /** The secret of the browser, made if it has none, to be sent back for as long as a request may wait. */
  obtain(request: FastifyRequest, reply: FastifyReply): string {
    const { name, secret } = this.kept(request)[0] ?? this.another();
    void reply.header(
      'Set-Cookie',
      stringifySetCookie(name, secret, {
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

  private kept(request: FastifyRequest): readonly Kept[] {
    const cookies = Object.entries(parseCookie(request.headers.cookie ?? ''));
    return cookies
      .flatMap(([name, secret = '']) =>
        this.isOurs(name) && WELL_FORMED.test(secret) ? [{ name, secret }] : [],
      )
      .slice(0, MAXIMUM_SECRETS);
  }

  /** The bare name as well: so it was called before there were several. */
  private isOurs(name: string): boolean {
    return name === this.prefix || name.startsWith(`${this.prefix}-`);
  }

  private another(): Kept {
    return { name: `${this.prefix}-${randomUuid().slice(0, 8)}`, secret: randomSecret() };
  }

  /** RFC 6265bis §4.1.3.2: no other host can set a cookie of such a name. Browsers refuse the prefix without TLS. */
  private get prefix(): string {
    return this.isHttps ? `__Host-${NAME}` : NAME;
  }
}
