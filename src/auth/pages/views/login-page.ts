import { html, type Html } from '../../../common/html.js';
import type { Language } from '../../../common/preferred-language.js';
import { field, hidden, notice, problem } from '../components.js';
import { renderPage } from '../page.js';
import { PAGE_TEXTS } from '../texts/catalogue.js';
import type { PageTexts } from '../texts/page-texts.js';

/** Why the person sees the page again. */
export type LoginProblem =
  | { readonly kind: 'missing' | 'refused' | 'otherAccount' }
  | { readonly kind: 'throttled'; readonly retryAfterSeconds: number };

/** A provider people can log in through instead. */
export interface OfferedProvider {
  readonly id: string;
  readonly displayName: Readonly<Record<Language, string>>;
}

export interface LoginView {
  readonly language: Language;
  /** Path of the page itself. */
  readonly path: string;
  /** Path the credentials go to. */
  readonly action: string;
  readonly csrf: string;
  /** The client that asked; none when the person came by themselves. */
  readonly clientName?: string | undefined;
  /** As typed before, or as the client suggests. */
  readonly username?: string | undefined;
  readonly problem?: LoginProblem | undefined;
  readonly providers: readonly OfferedProvider[];
  /** Path a provider's button posts to. */
  readonly providerAction?: string;
  /** Path by which the person gives up; none when there is no client to return to. */
  readonly cancelAction?: string;
  /** Whether cookies have no `__Host-` prefix; the page says what is used instead. */
  readonly isPlainHttp: boolean;
}

/** Where a person proves who they are. */
export function loginPage(view: LoginView): Html {
  const texts = PAGE_TEXTS[view.language].login;
  return renderPage({
    language: view.language,
    title: texts.title,
    failed: view.problem !== undefined,
    path: view.path,
    body: html`<div class="card">
<h1>${texts.title}</h1>
${lead(view, texts)}
${problem(view.problem && describe(view.problem, texts))}
${passwordForm(view, texts)}
${view.providers.length > 0 && providerForms(view, texts)}
${view.cancelAction !== undefined && cancelForm(view.cancelAction, view.csrf, texts)}
</div>
${view.isPlainHttp && html`<aside class="beside">${notice('warning', texts.plainHttpTitle, texts.plainHttp)}</aside>`}`,
  });
}

function lead({ clientName }: LoginView, texts: PageTexts['login']): Html {
  if (clientName === undefined) return html`<p class="lead">${texts.toAccount}</p>`;
  const [before, after] = texts.toContinue;
  return html`<p class="lead">${before}<strong><bdi>${clientName}</bdi></strong>${after}</p>`;
}

function passwordForm({ action, csrf, username, problem }: LoginView, texts: PageTexts['login']): Html {
  const invalid = problem?.kind === 'missing' || problem?.kind === 'refused';
  const known = username !== undefined && username !== '';
  return html`<form method="post" action="${action}">
${hidden('csrf', csrf)}
${field({
  name: 'username',
  label: texts.username,
  type: 'text',
  autocomplete: 'username',
  value: username ?? '',
  invalid,
  autofocus: !known,
})}
${field({
  name: 'password',
  label: texts.password,
  type: 'password',
  autocomplete: 'current-password',
  invalid,
  autofocus: known,
})}
<button class="primary full" type="submit">${texts.submit}</button>
<p class="hint forgotten">${texts.forgotten}</p>
</form>`;
}

function providerForms(
  { providers, providerAction, csrf, language }: LoginView,
  texts: PageTexts['login'],
): Html {
  const buttons = providers.map(
    ({ id, displayName }) =>
      html`<button class="secondary full" type="submit" name="provider" value="${id}">${texts.withProvider(displayName[language])}</button>`,
  );
  return html`<div class="divider">${texts.or}</div>
<form class="stack" method="post" action="${providerAction}">${hidden('csrf', csrf)}${buttons}</form>`;
}

function cancelForm(action: string, csrf: string, texts: PageTexts['login']): Html {
  return html`<form class="cancel" method="post" action="${action}">${hidden('csrf', csrf)}
<button class="quiet small" type="submit">${texts.cancel}</button></form>`;
}

function describe(of: LoginProblem, texts: PageTexts['login']): string {
  if (of.kind === 'throttled') return texts.throttled(Math.max(1, Math.ceil(of.retryAfterSeconds / 60)));
  return texts[of.kind];
}
