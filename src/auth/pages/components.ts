import { html, type Html } from '../../common/html.js';

/** A text or password field with its label, hint and state, tied together for assistive technology. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'password';
  /** WCAG 2.2 §1.3.5: what a password manager may fill in. */
  readonly autocomplete: 'username' | 'current-password' | 'new-password';
  readonly value?: string | undefined;
  readonly hint?: string;
  readonly invalid?: boolean;
  readonly autofocus?: boolean;
}

/** Id of the alert that says what is wrong with a form. */
const PROBLEM_ID = 'problem';

export function field(of: Field): Html {
  const hintId = of.hint === undefined ? undefined : `${of.name}-hint`;
  const described = [of.invalid === true ? PROBLEM_ID : undefined, hintId].filter((id) => id !== undefined);
  return html`<div class="field"><label for="${of.name}">${of.label}</label>
<input id="${of.name}" name="${of.name}" type="${of.type}" autocomplete="${of.autocomplete}" required maxlength="1024"
${of.value !== undefined && html`value="${of.value}"`}
${of.type === 'text' && html`autocapitalize="none" autocorrect="off" spellcheck="false"`}
${described.length > 0 && html`aria-describedby="${described.join(' ')}"`}
${of.invalid === true && html`aria-invalid="true"`}${of.autofocus === true && html` autofocus`}>
${hintId !== undefined && html`<p class="hint" id="${hintId}">${of.hint}</p>`}</div>`;
}

/** Says what went wrong; announced as soon as the page is there. */
export function problem(text: string | undefined): Html | undefined {
  if (text === undefined) return undefined;
  return html`<div class="notice failure" role="alert" id="${PROBLEM_ID}"><p>${text}</p></div>`;
}

/** Confirms what was done. */
export function confirmation(text: string | undefined): Html | undefined {
  return text === undefined ? undefined : html`<div class="notice" role="status"><p>${text}</p></div>`;
}

export function notice(kind: 'plain' | 'warning', title: string, body: Html | string): Html {
  return html`<div class="notice${kind === 'warning' && ' warning'}"><strong>${title}</strong><p>${body}</p></div>`;
}

export function hidden(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`;
}

export const TICK: Html = html`<svg viewBox="0 0 20 20" aria-hidden="true" focusable="false"><path class="tick" d="m4 10.5 4 4 8-9"/></svg>`;
