import { html, type Html } from '../../../common/html.js';
import type { Language } from '../../../common/preferred-language.js';
import type { PasswordWeakness } from '../../passwords/password-policy.js';
import { field, hidden, problem } from '../components.js';
import { renderPage } from '../page.js';
import { PAGE_TEXTS } from '../texts/catalogue.js';
import type { PageTexts } from '../texts/page-texts.js';

/** Why a new password was not taken. */
export type PasswordProblem =
  | 'wrongCurrent'
  | 'differs'
  | 'unchanged'
  | { readonly throttledSeconds: number }
  | { readonly weakness: PasswordWeakness };

export interface PasswordView {
  readonly language: Language;
  readonly path: string;
  readonly action: string;
  readonly csrf: string;
  readonly username: string;
  readonly minimumLength: number;
  readonly problem?: PasswordProblem | undefined;
}

/** The step of a person whose password somebody else knows: before anything else they choose their own. */
export function passwordPage(view: PasswordView): Html {
  const texts = PAGE_TEXTS[view.language];
  return renderPage({
    language: view.language,
    title: texts.password.title,
    failed: view.problem !== undefined,
    path: view.path,
    body: html`<div class="card">
<h1>${texts.password.title}</h1>
<p class="lead">${texts.password.lead}</p>
${problem(describePasswordProblem(view.problem, texts))}
${passwordForm(view, texts.password.submit, true)}
</div>`,
  });
}

/** The form by which a password is changed, here and on the account page. */
export function passwordForm(view: PasswordView, submit: string, autofocus: boolean): Html {
  const texts = PAGE_TEXTS[view.language].common;
  const { problem: wrong } = view;
  const inNew = wrong !== undefined && wrong !== 'wrongCurrent';
  return html`<form method="post" action="${view.action}">
${hidden('csrf', view.csrf)}
<input class="sr" type="text" name="username" value="${view.username}" autocomplete="username" readonly tabindex="-1" aria-hidden="true">
${field({
  name: 'current_password',
  label: texts.currentPassword,
  type: 'password',
  autocomplete: 'current-password',
  invalid: wrong === 'wrongCurrent',
  autofocus: autofocus || wrong === 'wrongCurrent',
})}
${field({
  name: 'new_password',
  label: texts.newPassword,
  type: 'password',
  autocomplete: 'new-password',
  hint: texts.passwordHint(view.minimumLength),
  invalid: inNew,
})}
${field({
  name: 'repeated_password',
  label: texts.repeatPassword,
  type: 'password',
  autocomplete: 'new-password',
  invalid: wrong === 'differs',
})}
<button class="primary" type="submit">${submit}</button>
</form>`;
}

export function describePasswordProblem(
  of: PasswordProblem | undefined,
  { password, login }: PageTexts,
): string | undefined {
  if (of === undefined) return undefined;
  if (typeof of === 'string') return password[of];
  if ('weakness' in of) return password.refused[of.weakness];
  return login.throttled(Math.max(1, Math.ceil(of.throttledSeconds / 60)));
}
