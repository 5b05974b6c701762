import { html, type Html } from '../../../common/html.js';
import type { Language } from '../../../common/preferred-language.js';
import { renderPage } from '../page.js';
import { PAGE_TEXTS } from '../texts/catalogue.js';
import type { ErrorKind } from '../texts/page-texts.js';

export interface ErrorView {
  readonly language: Language;
  readonly kind: ErrorKind;
  /** What went wrong in the server's words: for whoever has to repair it. */
  readonly detail?: string | undefined;
  /** Finds the request in the log. */
  readonly correlationId: string;
}

/** What a person sees instead of the page they asked for: what happened, what they can do, what to quote. */
export function errorPage({ language, kind, detail, correlationId }: ErrorView): Html {
  const texts = PAGE_TEXTS[language].error;
  return renderPage({
    language,
    title: texts.titles[kind],
    body: html`<div class="card">
<h1>${texts.titles[kind]}</h1>
<p class="lead">${texts.advice[kind]}</p>
${detail !== undefined && html`<p class="detail" lang="en">${detail}</p>`}
<p class="quote">${texts.code}<br><code>${correlationId}</code></p>
</div>`,
  });
}
