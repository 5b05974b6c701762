import { Controller, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public } from '../../common/public.decorator.js';
import { BrowserCookie } from '../authorize/browser-cookie.js';
import { Forms } from '../forms/forms.js';
import { IdentityProviders } from '../identity-providers/identity-providers.js';
import { BrowserLogin, statusOfProblem } from '../interaction/browser-login.js';
import { LOGIN_PATH } from '../oauth-endpoints.js';
import { sendPage } from '../pages/page.js';
import { PagePaths } from '../pages/page-paths.js';
import { rememberLanguage, requestLanguage } from '../pages/request-language.js';
import { seeOther } from '../pages/see-other.js';
import { loginPage, type LoginProblem } from '../pages/views/login-page.js';
import { SessionCookie } from '../sessions/session-cookie.js';
import { LoginContinuation } from './login-continuation.js';

const PURPOSE = 'login';

/** Logs in people who come by themselves; they go on to a page of ours and nowhere else (RFC 9700 §4.11). */
@Controller(LOGIN_PATH)
@Public()
export class LoginController {
  constructor(
    private readonly browserLogin: BrowserLogin,
    private readonly browser: BrowserCookie,
    private readonly forms: Forms,
    private readonly providers: IdentityProviders,
    private readonly paths: PagePaths,
    private readonly cookie: SessionCookie,
    private readonly continuation: LoginContinuation,
  ) {}

  @Get()
  show(@Res() reply: FastifyReply): void {
    rememberLanguage(reply);
    this.send(reply);
  }

  @Post()
  async login(@Res() reply: FastifyReply): Promise<void> {
    const form = await this.forms.read(reply.request, this.browser.secrets(reply.request), PURPOSE);
    const problem = await this.browserLogin.logIn(form, reply);
    if (problem === undefined) return seeOther(reply, this.continuation.take(reply.request, reply));
    this.send(reply, problem, form.get('username') ?? '');
  }

  @Post('identity-provider')
  async identityProvider(@Res() reply: FastifyReply): Promise<void> {
    const form = await this.forms.read(reply.request, this.browser.secrets(reply.request), PURPOSE);
    await this.providers.startLogin(undefined, form.get('provider') ?? '', reply);
  }

  private send(reply: FastifyReply, problem?: LoginProblem, typed?: string): void {
    const providers = this.providers.list();
    const secret = this.browser.obtain(reply.request, reply);
    const page = loginPage({
      language: requestLanguage(reply.request),
      path: this.paths.login,
      action: this.paths.login,
      csrf: this.forms.token(secret, PURPOSE),
      username: typed,
      problem,
      providers,
      providerAction: `${this.paths.login}/identity-provider`,
      isPlainHttp: !this.cookie.isProtected,
    });
    if (problem?.kind === 'throttled') void reply.header('Retry-After', String(problem.retryAfterSeconds));
    // The issuer of every provider is an https URL.
    sendPage(reply, statusOfProblem(problem), page, { formTargets: providers.length > 0 ? ['https:'] : [] });
  }
}
