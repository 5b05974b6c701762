import { hidden, notice, renderPage } from '../../../../auth/index.js';
import { html, type Html } from '../../../../common/html.js';
import type { Language } from '../../../../common/preferred-language.js';
import { GRANT_TEXTS } from './grant-texts.js';

export interface ConnectView {
  readonly language: Language;
  readonly path: string;
  readonly csrf: string;
  /** As it comes back with the answer; undefined when none are named. */
  readonly scope: string | undefined;
  readonly title: string;
  /** Hosts as a browser would show them. */
  readonly serverHost: string;
  readonly issuerHost: string;
  readonly person: string;
}

/** Where a person decides whether to be sent to another server to allow something there. */
export function connectPage(view: ConnectView): Html {
  const texts = GRANT_TEXTS[view.language];
  const [before, after] = texts.offerTitle;
  const fact = (name: string, value: Html | string) =>
    html`<div><dt>${name}</dt><dd class="break">${value}</dd></div>`;
  return renderPage({
    language: view.language,
    title: `${before}${view.title}${after}`,
    path: view.path,
    body: html`<div class="card">
<h1>${before}<bdi>${view.title}</bdi>${after}</h1>
<p class="lead">${texts.offerLead}</p>
${notice('warning', texts.warningTitle, texts.warning)}
<dl class="facts">
${fact(texts.asAccount, html`<bdi>${view.person}</bdi>`)}
${fact(texts.server, view.serverHost)}
${fact(texts.sendsTo, view.issuerHost)}
${fact(texts.scopes, view.scope ?? texts.noScopes)}
</dl>
<p class="hint">${texts.question}</p>
<form method="post" action="${view.path}">${hidden('csrf', view.csrf)}
<div class="actions">
<button class="primary" type="submit" name="decision" value="approve">${texts.approve}</button>
<button class="secondary" type="submit" name="decision" value="deny">${texts.deny}</button>
</div></form>
</div>`,
  });
}
