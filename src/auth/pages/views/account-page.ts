import { html, type Html } from '../../../common/html.js';
import type { Language } from '../../../common/preferred-language.js';
import { confirmation, hidden, problem } from '../components.js';
import { renderPage } from '../page.js';
import { PAGE_TEXTS } from '../texts/catalogue.js';
import type { AccountNotice, PageTexts } from '../texts/page-texts.js';
import { browserName } from './browser-name.js';
import type { PersonView } from './consent-page.js';
import { describePasswordProblem, passwordForm, type PasswordProblem } from './password-page.js';
import { relativeTime, timeElement } from './relative-time.js';

export interface SessionView {
  readonly id: string;
  readonly isCurrent: boolean;
  readonly userAgent: string;
  readonly address: string;
  readonly identityProvider: string | undefined;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
}

export interface ConnectedClientView {
  /** Stands in the path that disconnects it. */
  readonly key: string;
  readonly name: string;
  /** In plain words. */
  readonly scopes: readonly string[];
  readonly consentedAt: Date;
  readonly lastUsedAt: Date | undefined;
}

export interface AccountView {
  readonly language: Language;
  readonly path: string;
  readonly logoutPath: string;
  /** Of the servers that the person can connect; undefined when there are none. */
  readonly upstreamsPath?: string | undefined;
  readonly csrf: string;
  readonly now: Date;
  readonly user: PersonView;
  readonly sessions: readonly SessionView[];
  readonly clients: readonly ConnectedClientView[];
  /** Undefined when the person logs in elsewhere and has no password here. */
  readonly password:
    { readonly minimumLength: number; readonly problem?: PasswordProblem | undefined } | undefined;
  readonly done?: AccountNotice | undefined;
}

/** Where a person sees who can act for them and where they are logged in, and ends it. */
export function accountPage(view: AccountView): Html {
  const texts = PAGE_TEXTS[view.language];
  return renderPage({
    language: view.language,
    title: texts.account.title,
    failed: view.password?.problem !== undefined,
    wide: true,
    path: view.path,
    body: html`${confirmation(view.done && texts.account.done[view.done])}
<div class="heading"><div><h1>${texts.account.title}</h1><p class="meta"><bdi>${describePerson(view.user)}</bdi></p></div>
${view.upstreamsPath !== undefined && html`<a class="button secondary small" href="${view.upstreamsPath}">${texts.account.upstreams}</a>`}
<a class="button secondary small" href="${view.logoutPath}">${texts.account.logout}</a></div>
${clientsCard(view, texts.account)}
${sessionsCard(view, texts.account)}
${passwordCard(view, texts)}`,
  });
}

function describePerson({ displayName, username, email }: PersonView): string {
  return [...new Set([displayName, username, email])].filter((part) => part !== undefined).join(' · ');
}

function clientsCard({ clients, csrf, now, language, path }: AccountView, texts: PageTexts['account']): Html {
  const items = clients.map(
    (client) => html`<li><div class="what"><h3><bdi>${client.name}</bdi></h3>
<p class="meta">${client.scopes.join(' · ')}</p>
<p class="meta">${clientTimes(client, now, language, texts)}</p></div>
<form method="post" action="${path}/clients/${client.key}/revoke">${hidden('csrf', csrf)}
<button class="danger small" type="submit" aria-label="${texts.revokeNamed(client.name)}">${texts.revoke}</button></form></li>`,
  );
  return html`<section class="card" aria-labelledby="clients"><h2 id="clients">${texts.clients}</h2>
${items.length === 0 ? html`<p class="empty">${texts.noClients}</p>` : html`<p class="meta">${texts.clientsLead}</p><ul class="list">${items}</ul>`}
</section>`;
}

function clientTimes(
  { consentedAt, lastUsedAt }: ConnectedClientView,
  now: Date,
  language: Language,
  texts: PageTexts['account'],
): Html {
  const since = timeElement(consentedAt, texts.since(relativeTime(consentedAt, now, language)));
  if (lastUsedAt === undefined) return since;
  return html`${since} · ${timeElement(lastUsedAt, texts.lastSeen(relativeTime(lastUsedAt, now, language)))}`;
}

function sessionsCard(view: AccountView, texts: PageTexts['account']): Html {
  const items = view.sessions.map((session) => sessionItem(session, view, texts));
  return html`<section class="card" aria-labelledby="sessions"><h2 id="sessions">${texts.sessions}</h2>
<p class="meta">${texts.sessionsLead}</p><ul class="list">${items}</ul></section>`;
}

function sessionItem(session: SessionView, view: AccountView, texts: PageTexts['account']): Html {
  const { now, language } = view;
  const name = browserName(session.userAgent) ?? texts.unknownBrowser;
  const times = [
    texts.signedIn(relativeTime(session.createdAt, now, language)),
    texts.lastSeen(relativeTime(session.lastSeenAt, now, language)),
  ];
  const provider = session.identityProvider;
  return html`<li><div class="what"><h3>${name}${session.isCurrent && html`<span class="badge">${texts.thisSession}</span>`}</h3>
<p class="meta"><span class="break">${session.address}</span>${provider !== undefined && html` · ${texts.through(provider)}`}</p>
<p class="meta">${times.join(' · ')}</p></div>
${!session.isCurrent && endForm(session.id, name, view, texts)}</li>`;
}

function endForm(id: string, name: string, { path, csrf }: AccountView, texts: PageTexts['account']): Html {
  return html`<form method="post" action="${path}/sessions/${id}/end">${hidden('csrf', csrf)}
<button class="danger small" type="submit" aria-label="${texts.endNamed(name)}">${texts.end}</button></form>`;
}

function passwordCard(view: AccountView, texts: PageTexts): Html {
  const { password } = view;
  const body =
    password === undefined
      ? html`<p class="empty">${texts.account.noPassword}</p>`
      : html`<p class="meta">${texts.account.passwordLead}</p>
${problem(describePasswordProblem(password.problem, texts))}
<div class="narrow">${passwordForm({ ...view, ...password, action: `${view.path}/password`, username: view.user.username }, texts.account.changePassword, false)}</div>`;
  return html`<section class="card" aria-labelledby="password"><h2 id="password">${texts.account.password}</h2>${body}</section>`;
}
