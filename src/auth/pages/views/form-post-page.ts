import { html, Html } from '../../../common/html.js';
import type { Language } from '../../../common/preferred-language.js';
import { hashSource } from '../content-security-policy.js';
import { hidden } from '../components.js';
import { renderPage } from '../page.js';
import { PAGE_TEXTS } from '../texts/catalogue.js';

const SUBMIT = 'document.forms[0].submit()';
/** Source of the only script a page of ours ever runs. */
export const FORM_POST_SCRIPT_SOURCE = hashSource(SUBMIT);
const SCRIPT = new Html(`<script>${SUBMIT}</script>`);

export interface FormPostView {
  readonly language: Language;
  /** The client's redirect URI. */
  readonly action: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** OAuth 2.0 Form Post Response Mode §2: a form that posts itself, and has a button where no script runs. */
export function formPostPage({ language, action, parameters }: FormPostView): Html {
  const texts = PAGE_TEXTS[language].formPost;
  const fields = Object.entries(parameters).map(([name, value]) => hidden(name, value));
  return renderPage({
    language,
    title: texts.title,
    script: SCRIPT,
    body: html`<div class="card"><h1>${texts.title}</h1><p class="lead">${texts.lead}</p>
<form method="post" action="${action}">${fields}<button class="primary" type="submit">${texts.submit}</button></form></div>`,
  });
}
