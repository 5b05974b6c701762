import { html, type Html } from '../../../common/html.js';
import type { Language } from '../../../common/preferred-language.js';
import { hidden } from '../components.js';
import { renderPage } from '../page.js';
import { PAGE_TEXTS } from '../texts/catalogue.js';
import { wayOutControl, type WayOut } from './leave-page.js';

export interface LogoutView {
  readonly language: Language;
  readonly path: string;
  readonly action: string;
  /** Path of the account page, for who would rather stay. */
  readonly accountPath: string;
  /** Sent back as they are: the CSRF token, and what the logout request carried. */
  readonly fields: Readonly<Record<string, string>>;
  /** Who is logged in. */
  readonly person: string;
  /** The client that asked; none when the person came by themselves. */
  readonly clientName?: string | undefined;
}

/** OpenID Connect RP-Initiated Logout 1.0 §2: the person is asked, since anybody can send them here. */
export function logoutPage(view: LogoutView): Html {
  const texts = PAGE_TEXTS[view.language].logout;
  const fields = Object.entries(view.fields).map(([name, value]) => hidden(name, value));
  const [before, after] = texts.lead;
  return renderPage({
    language: view.language,
    title: texts.title,
    path: view.path,
    body: html`<div class="card">
<h1>${texts.title}</h1>
${view.clientName !== undefined && html`<p>${texts.asked[0]}<b><bdi>${view.clientName}</bdi></b>${texts.asked[1]}</p>`}
<p>${before}<b><bdi>${view.person}</bdi></b>${after}</p>
<p>${texts.question}</p>
<form method="post" action="${view.action}">${fields}
<div class="actions"><button class="primary" type="submit" name="decision" value="logout">${texts.submit}</button>
<a class="button secondary" href="${view.accountPath}">${texts.stay}</a></div></form>
</div>`,
  });
}

/**
 * Where a logout ends when the client named no page to return to, or one that nobody is sent to unasked.
 *
 * @param path of the page in the other language.
 */
export function loggedOutPage(language: Language, path: string, loginPath: string, wayOut?: WayOut): Html {
  const texts = PAGE_TEXTS[language].logout;
  return renderPage({
    language,
    title: texts.doneTitle,
    path,
    body: html`<div class="card"><h1>${texts.doneTitle}</h1><p class="lead">${texts.done}</p>
<p><a class="button secondary" href="${loginPath}">${texts.back}</a></p>
${wayOut !== undefined && html`<p>${wayOutControl(language, wayOut)}</p>`}</div>`,
  });
}
