import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Html } from '../../common/html.js';
import type { Language } from '../../common/preferred-language.js';
import type { ConsentQuestion } from '../authorize/authorization-decision.js';
import { Forms } from '../forms/forms.js';
import { IdentityProviders } from '../identity-providers/identity-providers.js';
import { sendPage } from '../pages/page.js';
import { PagePaths } from '../pages/page-paths.js';
import { requestLanguage } from '../pages/request-language.js';
import { ScopeWords } from '../pages/scope-words.js';
import { consentPage } from '../pages/views/consent-page.js';
import { loginPage, type LoginProblem } from '../pages/views/login-page.js';
import { passwordPage, type PasswordProblem } from '../pages/views/password-page.js';
import { PasswordPolicy } from '../passwords/password-policy.js';
import { SessionCookie } from '../sessions/session-cookie.js';
import { statusOfProblem } from './browser-login.js';
import type { Login } from './current-login.js';
import { consentPurpose, loginPurpose, passwordPurpose } from './form-purposes.js';
import type { Interaction } from './interactions.js';

/** The pages of an authorization request. */
@Injectable()
export class InteractionPages {
  constructor(
    private readonly forms: Forms,
    private readonly paths: PagePaths,
    private readonly words: ScopeWords,
    private readonly cookie: SessionCookie,
    private readonly policy: PasswordPolicy,
    private readonly providers: IdentityProviders,
  ) {}

  /** @param typed the username of an attempt that failed, to be kept. */
  sendLogin(interaction: Interaction, reply: FastifyReply, problem?: LoginProblem, typed?: string): void {
    const { pending, login } = interaction;
    const page = loginPage({
      language: languageOf(interaction, reply),
      path: this.paths.interaction(pending.id, 'login'),
      action: this.paths.interaction(pending.id, 'login'),
      cancelAction: this.paths.interaction(pending.id, 'cancel'),
      providerAction: this.paths.interaction(pending.id, 'identity-provider'),
      csrf: this.forms.token(interaction.browserSecret, loginPurpose(interaction)),
      clientName: pending.client.clientName,
      username: typed ?? pending.loginHint ?? login?.user.username,
      problem,
      providers: this.providers.list(),
      isPlainHttp: !this.cookie.isProtected,
    });
    if (problem?.kind === 'throttled') void reply.header('Retry-After', String(problem.retryAfterSeconds));
    this.send(reply, statusOfProblem(problem), page, interaction);
  }

  sendPassword(interaction: Interaction, login: Login, reply: FastifyReply, problem?: PasswordProblem): void {
    const { pending, browserSecret } = interaction;
    const page = passwordPage({
      language: languageOf(interaction, reply),
      path: this.paths.interaction(pending.id),
      action: this.paths.interaction(pending.id, 'password'),
      csrf: this.forms.token(browserSecret, passwordPurpose(interaction, login)),
      username: login.user.username,
      minimumLength: this.policy.minimumLength,
      problem,
    });
    this.send(reply, statusOfPasswordProblem(problem), page, interaction);
  }

  sendConsent(interaction: Interaction, login: Login, question: ConsentQuestion, reply: FastifyReply): void {
    const { pending, browserSecret } = interaction;
    const { client } = pending;
    const language = languageOf(interaction, reply);
    const scope = question.requested.join(' ');
    const page = consentPage({
      language,
      path: this.paths.interaction(pending.id),
      action: this.paths.interaction(pending.id, 'consent'),
      anotherAccountPath: this.paths.interaction(pending.id, 'login'),
      csrf: this.forms.token(browserSecret, consentPurpose(interaction, login, scope)),
      scope,
      client: {
        name: client.clientName,
        id: client.clientId,
        trust: client.registrationOrigin,
        uri: client.clientUri,
        policyUri: client.policyUri,
        tosUri: client.tosUri,
      },
      redirectUri: pending.redirectUri,
      scopes: this.inWords(question, language),
      notGiven: question.missing,
      resources: pending.audience,
      user: login.user,
    });
    this.send(reply, 200, page, interaction);
  }

  private inWords({ requested, alreadyGranted }: ConsentQuestion, language: Language) {
    return requested.map((name) => ({
      name,
      description: this.words.describe(name, language),
      alreadyGranted: alreadyGranted.includes(name),
    }));
  }

  /** Each of these forms may lead on to the client, the login's too: consent may have been given before. */
  private send(reply: FastifyReply, status: number, page: Html, { pending }: Interaction): void {
    sendPage(reply, status, page, { formTargets: [pending.redirectUri] });
  }
}

function languageOf({ pending }: Interaction, { request }: FastifyReply): Language {
  return requestLanguage(request, pending.uiLocales);
}

/** As for logins; see `statusOfProblem`. */
export function statusOfPasswordProblem(problem: PasswordProblem | undefined): number {
  if (problem === undefined) return 200;
  return typeof problem === 'object' && 'throttledSeconds' in problem ? 429 : 400;
}
