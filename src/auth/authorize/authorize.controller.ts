import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../common/public.decorator.js';
import { InvalidRequestError } from '../errors/oauth-errors.js';
import { AUTHORIZATION_PATHS } from '../oauth-endpoints.js';
import { PagePaths } from '../pages/page-paths.js';
import { seeOther } from '../pages/see-other.js';
import { AuthorizationEndpoint } from './authorization-endpoint.js';
import { AuthorizationReply } from './authorization-reply.js';
import { queryOf } from './query-of.js';

/** The authorization endpoint (RFC 6749 §3.1). Public: the person proves who they are on the pages it leads to. */
@Controller()
@Public()
export class AuthorizeController {
  constructor(
    private readonly endpoint: AuthorizationEndpoint,
    private readonly reply: AuthorizationReply,
    private readonly paths: PagePaths,
  ) {}

  @Get([...AUTHORIZATION_PATHS])
  async get(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.answer(queryOf(request.url), request, reply);
  }

  /** OpenID Connect Core 1.0 §3.1.2.1 asks for POST as well. */
  @Post([...AUTHORIZATION_PATHS])
  async post(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { body } = request;
    if (body instanceof URLSearchParams) return this.answer(body, request, reply);
    throw new InvalidRequestError('Send the parameters as a form.');
  }

  private async answer(form: URLSearchParams, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const outcome = await this.endpoint.authorize(form, request, reply);
    if ('response' in outcome)
      return this.reply.send(reply, outcome.client, outcome.response, outcome.userId);
    // 303: whatever the method was, the page is asked for by GET (RFC 9700 §4.12).
    seeOther(reply, this.paths.interaction(outcome.interaction));
  }
}
