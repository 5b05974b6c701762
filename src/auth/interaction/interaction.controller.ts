import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ProblemError } from '../../common/problem-error.js';
import { Public } from '../../common/public.decorator.js';
import { AuthorizationReply } from '../authorize/authorization-reply.js';
import {
  sendAuthorizationResponse,
  type AuthorizationResponse,
} from '../authorize/authorization-response.js';
import { Forms } from '../forms/forms.js';
import { IdentityProviders } from '../identity-providers/identity-providers.js';
import { INTERACTION_PATH } from '../oauth-endpoints.js';
import { PagePaths } from '../pages/page-paths.js';
import { rememberLanguage } from '../pages/request-language.js';
import { seeOther } from '../pages/see-other.js';
import { BrowserLogin } from './browser-login.js';
import { consentPurpose, loginPurpose, passwordPurpose } from './form-purposes.js';
import { InteractionPages } from './interaction-pages.js';
import type { LoginProblem } from '../pages/views/login-page.js';
import { Interactions, type Answer, type Interaction } from './interactions.js';
import { OwnPassword } from './own-password.js';

/**
 * What a person does between an authorization request and its answer: log in, choose a password of their own, decide.
 * Each form answers 303, so that going back or reloading sends nothing twice (RFC 9700 §4.12).
 * Public: the browser's cookies say whose request it is and who is logged in.
 */
@Controller(INTERACTION_PATH)
@Public()
export class InteractionController {
  constructor(
    private readonly interactions: Interactions,
    private readonly pages: InteractionPages,
    private readonly reply: AuthorizationReply,
    private readonly forms: Forms,
    private readonly browserLogin: BrowserLogin,
    private readonly ownPassword: OwnPassword,
    private readonly providers: IdentityProviders,
    private readonly paths: PagePaths,
  ) {}

  /** The step the person is at, or the answer to the client when there is none left. */
  @Get(':id')
  async show(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    rememberLanguage(reply);
    const interaction = await this.interactions.open(id, reply.request);
    const { login } = interaction;
    if (login?.user.mustChangePassword === true) return this.pages.sendPassword(interaction, login, reply);
    const step = await this.interactions.next(interaction);
    if (step.step === 'finished') return this.respond(interaction, step.response, reply);
    if (step.step === 'login' || login === undefined)
      return this.pages.sendLogin(interaction, reply, otherAccount(interaction));
    this.pages.sendConsent(interaction, login, step, reply);
  }

  /** To log in whoever is logged in already. */
  @Get(':id/login')
  async showLogin(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    rememberLanguage(reply);
    this.pages.sendLogin(await this.interactions.open(id, reply.request), reply);
  }

  @Post(':id/login')
  async login(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const interaction = await this.interactions.open(id, reply.request);
    const form = await this.forms.read(reply.request, interaction.browserSecret, loginPurpose(interaction));
    const problem = await this.browserLogin.logIn(form, reply);
    if (problem === undefined) return seeOther(reply, this.paths.interaction(id));
    this.pages.sendLogin(interaction, reply, problem, form.get('username') ?? '');
  }

  @Post(':id/identity-provider')
  async identityProvider(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const interaction = await this.interactions.open(id, reply.request);
    const form = await this.forms.read(reply.request, interaction.browserSecret, loginPurpose(interaction));
    await this.providers.startLogin(interaction.pending, form.get('provider') ?? '', reply);
  }

  @Post(':id/password')
  async password(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const interaction = await this.interactions.open(id, reply.request);
    const login = interaction.login ?? (await this.forms.refuse('no_cookie', reply.request));
    const purpose = passwordPurpose(interaction, login);
    const form = await this.forms.read(reply.request, interaction.browserSecret, purpose);
    const problem = await this.ownPassword.change(form, login, reply.request.ip);
    if (problem === undefined) return seeOther(reply, this.paths.interaction(id));
    this.pages.sendPassword(interaction, login, reply, problem);
  }

  @Post(':id/consent')
  async consent(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const interaction = await this.interactions.open(id, reply.request);
    const login = interaction.login ?? (await this.forms.refuse('no_cookie', reply.request));
    const shown = shownScope(reply.request.body);
    const purpose = consentPurpose(interaction, login, shown);
    const form = await this.forms.read(reply.request, interaction.browserSecret, purpose);
    const answer = { decision: decisionOf(form), scopes: shown.split(' ') };
    // At once: the page that they decided on says where the answer goes.
    sendAuthorizationResponse(reply, await this.interactions.answer(interaction.pending, login, answer));
  }

  /** The person gives up before they are logged in. */
  @Post(':id/cancel')
  async cancel(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const interaction = await this.interactions.open(id, reply.request);
    await this.forms.read(reply.request, interaction.browserSecret, loginPurpose(interaction));
    await this.respond(interaction, await this.interactions.cancel(interaction), reply);
  }

  private respond(
    { pending, login }: Interaction,
    response: AuthorizationResponse,
    reply: FastifyReply,
  ): Promise<void> {
    return this.reply.send(reply, pending.client, response, login?.user.id);
  }
}

/** Somebody has logged in, and is not the person the client means (`id_token_hint`). */
function otherAccount({ pending, login }: Interaction): LoginProblem | undefined {
  const isOther = login !== undefined && (pending.expectedUserId ?? login.user.id) !== login.user.id;
  return isOther ? { kind: 'otherAccount' } : undefined;
}

function decisionOf(form: URLSearchParams): Answer['decision'] {
  const decision = form.get('decision');
  if (decision === 'approve' || decision === 'deny') return decision;
  throw new ProblemError(
    { status: 400, code: 'no-decision', title: 'Bad Request' },
    'The form says neither approve nor deny.',
  );
}

/** What the form says it showed; the form's token says whether it did. */
function shownScope(body: unknown): string {
  return body instanceof URLSearchParams ? (body.get('scope') ?? '') : '';
}
