import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../common/public.decorator.js';
import { queryOf } from '../authorize/query-of.js';
import { InvalidRequestError } from '../errors/oauth-errors.js';
import { END_SESSION_PATH } from '../oauth-endpoints.js';
import { EndSession } from './end-session.js';

/** OpenID Connect RP-Initiated Logout 1.0 §2. Public: it only ends what the browser itself has. */
@Controller()
@Public()
export class EndSessionController {
  constructor(private readonly endSession: EndSession) {}

  @Get(END_SESSION_PATH)
  async get(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.endSession.start(queryOf(request.url), request, reply);
  }

  /** A client that asks by form, or the person's answer to our question. */
  @Post(END_SESSION_PATH)
  async post(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { body } = request;
    if (!(body instanceof URLSearchParams)) throw new InvalidRequestError('Send the parameters as a form.');
    if (body.has('decision')) return this.endSession.confirm(request, reply);
    await this.endSession.start(body, request, reply);
  }
}
