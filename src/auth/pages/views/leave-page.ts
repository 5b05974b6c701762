import { html, type Html } from '../../../common/html.js';
import type { Language } from '../../../common/preferred-language.js';
import { hidden } from '../components.js';
import { renderPage } from '../page.js';
import { PAGE_TEXTS } from '../texts/catalogue.js';
import { describeDestination } from './destination.js';

/** The way to a client that nobody has vouched for. */
export interface WayOut {
  readonly uri: string;
  /** What a form takes there; a link when there are none. */
  readonly fields?: Readonly<Record<string, string>>;
}

export interface LeaveView {
  readonly language: Language;
  readonly clientName: string;
  /** What the client is told, in the server's words. */
  readonly detail: string | undefined;
  readonly wayOut: WayOut;
}

/** RFC 9700 §4.11.2: the person decides whether to go where a client that registered itself would have them. */
export function leavePage({ language, clientName, detail, wayOut }: LeaveView): Html {
  const texts = PAGE_TEXTS[language].leave;
  const [before, after] = texts.lead;
  return renderPage({
    language,
    title: texts.title,
    body: html`<div class="card">
<h1>${texts.title}</h1>
<p class="lead">${before}<b><bdi>${clientName}</bdi></b>${after}</p>
${detail !== undefined && html`<p class="detail" lang="en">${detail}</p>`}
${wayOutControl(language, wayOut)}
</div>`,
  });
}

/** A link, or a button where a form is needed, that names the host it leads to. */
export function wayOutControl(language: Language, { uri, fields }: WayOut): Html {
  const words = PAGE_TEXTS[language].leave.goOn(describeDestination(uri).name);
  if (fields === undefined) return html`<a class="button secondary" href="${uri}">${words}</a>`;
  const inputs = Object.entries(fields).map(([name, value]) => hidden(name, value));
  return html`<form method="post" action="${uri}">${inputs}<button class="secondary" type="submit">${words}</button></form>`;
}
