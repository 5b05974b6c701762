import { Injectable } from '@nestjs/common';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Configuration } from '../../config/index.js';
import { PENDING_SECONDS } from '../authorize/pending-authorization.js';
import { PagePaths } from '../pages/page-paths.js';

const NAME = 'gatehouse-continue';
/**
 * Where a login may lead on to, beside the person's account: the pages that connect other MCP servers. Anything else would
 * make an open redirector of the login (RFC 9700 §4.11).
 */
const CONTINUATIONS = /^\/upstreams(?:\/[a-z][a-z0-9-]{0,31}\/connect)?(?:\?[\w.~%+:=&/-]{0,2048})?$/;

/** Remembers, in the browser and while somebody logs in, the page of ours that they were on their way to. */
@Injectable()
export class LoginContinuation {
  private readonly isHttps: boolean;

  constructor(
    configuration: Configuration,
    private readonly paths: PagePaths,
  ) {
    this.isHttps = configuration.server.publicUrl.startsWith('https://');
  }

  /** Has a login that begins now lead on to the page, a path below the public URL. */
  remember(reply: FastifyReply, path: string): void {
    if (CONTINUATIONS.test(path)) this.set(reply, path, PENDING_SECONDS);
  }

  /** Where a login that has just succeeded leads, as the browser sees it; the way is forgotten then. */
  take(request: FastifyRequest, reply: FastifyReply): string {
    const path = parseCookie(request.headers.cookie ?? '')[this.name];
    if (path === undefined || !CONTINUATIONS.test(path)) return this.paths.account;
    this.set(reply, '', 0);
    return this.paths.below(path);
  }

  private set(reply: FastifyReply, value: string, maxAge: number): void {
    const attributes = { path: '/', httpOnly: true, secure: this.isHttps, sameSite: 'lax' } as const;
    void reply.header('Set-Cookie', stringifySetCookie(this.name, value, { ...attributes, maxAge }));
  }

  /** RFC 6265bis §4.1.3.2: no other host can set a cookie of this name. */
  private get name(): string {
    return this.isHttps ? `__Host-${NAME}` : NAME;
  }
}
