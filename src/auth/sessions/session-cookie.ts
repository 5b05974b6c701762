import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Configuration } from '../../config/index.js';

const NAME = 'gatehouse-session';
/** RFC 6265bis §4.1.3.2: set by this very host over TLS, for every path; no subdomain can plant one. */
const HOST_PREFIX = '__Host-';

/**
 * The cookie that carries a login session. It lasts as long as the browser is open; the server decides when it ends.
 * SameSite=Lax, because an authorization request arrives by a link from the client's site and must find it.
 */
@Injectable()
export class SessionCookie implements OnApplicationBootstrap {
  readonly name: string;
  /** False on plain http, which is for development only: then any program on this host name can plant a session. */
  readonly isProtected: boolean;

  constructor(
    configuration: Configuration,
    private readonly adapterHost: HttpAdapterHost,
  ) {
    this.isProtected = configuration.server.publicUrl.startsWith('https://');
    this.name = this.isProtected ? `${HOST_PREFIX}${NAME}` : NAME;
  }

  /** Says so at the start of a server; the command line has no cookies. */
  onApplicationBootstrap(): void {
    if (this.isProtected || this.adapterHost.httpAdapter === undefined) return;
    new Logger(SessionCookie.name).warn(
      `PUBLIC_URL is plain http: logins use the cookie ${this.name} without Secure and ${HOST_PREFIX}. For development only`,
    );
  }

  /** What the browser sent, whatever it is worth. */
  read(request: FastifyRequest): string | undefined {
    const value = parseCookie(request.headers.cookie ?? '')[this.name];
    return value === '' ? undefined : value;
  }

  write(reply: FastifyReply, value: string): void {
    this.set(reply, value);
  }

  /** Has the browser forget it. */
  clear(reply: FastifyReply): void {
    this.set(reply, '', 0);
  }

  private set(reply: FastifyReply, value: string, maxAge?: number): void {
    const attributes = { path: '/', httpOnly: true, secure: this.isProtected, sameSite: 'lax' } as const;
    const lifetime = maxAge === undefined ? {} : { maxAge };
    void reply.header(
      'set-cookie',
      stringifySetCookie({ name: this.name, value, ...attributes, ...lifetime }),
    );
  }
}
