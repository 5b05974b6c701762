import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../common/public.decorator.js';
import { PublicError } from '../../common/public-error.js';
import { Configuration } from '../../config/index.js';
import { InvalidRequestError } from '../errors/oauth-errors.js';
import { AUTHORIZATION_PATHS } from '../oauth-endpoints.js';
import { AuthorizationEndpoint } from './authorization-endpoint.js';
import { sendAuthorizationResponse } from './authorization-response.js';
import { sendErrorPage } from './error-answer.js';

/** The authorization endpoint (RFC 6749 §3.1). Public: the person proves who they are on the pages it leads to. */
@Controller()
@Public()
export class AuthorizeController {
  private readonly basePath: string;

  constructor(
    private readonly endpoint: AuthorizationEndpoint,
    { server }: Configuration,
  ) {
    this.basePath = new URL(server.publicUrl).pathname.replace(/\/$/, '');
  }

  @Get([...AUTHORIZATION_PATHS])
  async get(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.answer(queryOf(request.url), request, reply);
  }

  /** OpenID Connect Core 1.0 §3.1.2.1 asks for POST as well. */
  @Post([...AUTHORIZATION_PATHS])
  async post(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { body } = request;
    if (body instanceof URLSearchParams) return this.answer(body, request, reply);
    sendErrorPage(request, reply, new InvalidRequestError('Send the parameters as a form.'));
  }

  private async answer(form: URLSearchParams, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    try {
      const outcome = await this.endpoint.authorize(form, request, reply);
      if ('response' in outcome) return sendAuthorizationResponse(reply, outcome.response);
      // 303: whatever the method was, the page is asked for by GET (RFC 9700 §4.12).
      const location = `${this.basePath}/interaction/${outcome.interaction}`;
      void reply.status(303).headers({ Location: location, 'Cache-Control': 'no-store' }).send();
    } catch (error) {
      if (!(error instanceof PublicError)) throw error;
      sendErrorPage(request, reply, error, form.get('ui_locales'));
    }
  }
}

/** As sent: a parser that folds repeated parameters would hide them. */
function queryOf(url: string): URLSearchParams {
  const queryAt = url.indexOf('?');
  return new URLSearchParams(queryAt < 0 ? '' : url.slice(queryAt + 1));
}
