import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public } from '../../common/public.decorator.js';
import { Transactions } from '../../database/index.js';
import { Consents } from '../consents/consents.js';
import { Forms } from '../forms/forms.js';
import { CurrentLogin, type Login } from '../interaction/current-login.js';
import { OwnPassword } from '../interaction/own-password.js';
import { ACCOUNT_PATH } from '../oauth-endpoints.js';
import { PagePaths } from '../pages/page-paths.js';
import { rememberLanguage } from '../pages/request-language.js';
import { seeOther } from '../pages/see-other.js';
import type { AccountNotice } from '../pages/texts/page-texts.js';
import { LoginSessions } from '../sessions/login-sessions.js';
import { accountPurpose, AccountPages, clientKey } from './account-pages.js';

const NOTICES: ReadonlySet<string> = new Set<AccountNotice>([
  'session-ended',
  'client-revoked',
  'password-changed',
]);

/**
 * A person's own account: where they are logged in, which clients act for them, their password.
 * Public: the session's cookie says whose account it is. What was asked for twice is done once and confirmed twice.
 */
@Controller(ACCOUNT_PATH)
@Public()
export class AccountController {
  constructor(
    private readonly current: CurrentLogin,
    private readonly pages: AccountPages,
    private readonly forms: Forms,
    private readonly sessions: LoginSessions,
    private readonly consents: Consents,
    private readonly ownPassword: OwnPassword,
    private readonly transactions: Transactions,
    private readonly paths: PagePaths,
  ) {}

  @Get()
  async show(@Query('done') done: unknown, @Res() reply: FastifyReply): Promise<void> {
    rememberLanguage(reply);
    const login = await this.current.find(reply.request);
    if (login === undefined) return seeOther(reply, this.paths.login);
    if (login.user.mustChangePassword) return this.pages.sendPassword(login, reply);
    await this.pages.send(login, reply, { done: isNotice(done) ? done : undefined });
  }

  @Post('sessions/:id/end')
  async endSession(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const { login } = await this.read(reply);
    if (isUuid(id)) await this.sessions.end(id, login.user.id);
    this.confirm(reply, 'session-ended');
  }

  @Post('clients/:key/revoke')
  async revokeClient(@Param('key') key: string, @Res() reply: FastifyReply): Promise<void> {
    const { user } = (await this.read(reply)).login;
    const clients = await this.consents.connectedClients(user.id);
    const client = clients.find(({ clientId }) => clientKey(clientId) === key);
    if (client !== undefined)
      await this.transactions.run((transaction) =>
        this.consents.revoke(transaction, user.id, client.clientId),
      );
    this.confirm(reply, 'client-revoked');
  }

  @Post('password')
  async changePassword(@Res() reply: FastifyReply): Promise<void> {
    const { form, login } = await this.read(reply);
    const problem = await this.ownPassword.change(form, login, reply.request.ip);
    if (problem === undefined) return this.confirm(reply, 'password-changed');
    if (login.user.mustChangePassword) return this.pages.sendPassword(login, reply, problem);
    await this.pages.send(login, reply, { problem });
  }

  /** @throws ForgedFormError when the form is not one of this session's. */
  private async read({ request }: FastifyReply): Promise<{ form: URLSearchParams; login: Login }> {
    const login = (await this.current.find(request)) ?? (await this.forms.refuse('no_cookie', request));
    return { login, form: await this.forms.read(request, login.secret, accountPurpose(login)) };
  }

  private confirm(reply: FastifyReply, notice: AccountNotice): void {
    seeOther(reply, `${this.paths.account}?done=${notice}`);
  }
}

function isNotice(text: unknown): text is AccountNotice {
  return typeof text === 'string' && NOTICES.has(text);
}

function isUuid(text: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text);
}
