import { confirmation, hidden, relativeTime, renderPage, timeElement } from '../../../../auth/index.js';
import { html, type Html } from '../../../../common/html.js';
import type { Language } from '../../../../common/preferred-language.js';
import { GRANT_TEXTS, type GrantNotice, type GrantTexts } from './grant-texts.js';

/** A server, and since when it is connected. */
export interface GrantView {
  readonly name: string;
  readonly title: string;
  readonly scope: string | undefined;
  readonly grantedAt: Date | undefined;
}

export interface GrantsView {
  readonly language: Language;
  readonly path: string;
  readonly accountPath: string;
  readonly csrf: string;
  readonly now: Date;
  readonly grants: readonly GrantView[];
  readonly done: GrantNotice | undefined;
}

/** Where a person sees at which servers Gatehouse acts for them, and ends it. */
export function grantsPage(view: GrantsView): Html {
  const texts = GRANT_TEXTS[view.language];
  return renderPage({
    language: view.language,
    title: texts.listTitle,
    wide: true,
    path: view.path,
    body: html`${confirmation(view.done && texts.done[view.done])}
<div class="heading"><div><h1>${texts.listTitle}</h1></div>
<a class="button secondary small" href="${view.accountPath}">${texts.account}</a></div>
<section class="card" aria-label="${texts.listTitle}"><p class="meta">${texts.listLead}</p>
<ul class="list">${view.grants.map((grant) => item(grant, view, texts))}</ul></section>`,
  });
}

function item(grant: GrantView, { path, csrf, now, language }: GrantsView, texts: GrantTexts): Html {
  const { name, title, scope, grantedAt } = grant;
  const state =
    grantedAt === undefined
      ? texts.notConnected
      : timeElement(grantedAt, texts.since(relativeTime(grantedAt, now, language)));
  const action =
    grantedAt === undefined
      ? html`<a class="button secondary small" href="${path}/${name}/connect" aria-label="${texts.connectNamed(title)}">${texts.connect}</a>`
      : html`<form method="post" action="${path}/${name}/disconnect">${hidden('csrf', csrf)}
<button class="danger small" type="submit" aria-label="${texts.disconnectNamed(title)}">${texts.disconnect}</button></form>`;
  return html`<li><div class="what"><h3><bdi>${title}</bdi></h3>
<p class="meta">${state}${scope !== undefined && html` · <span class="break">${scope}</span>`}</p></div>
${action}</li>`;
}
