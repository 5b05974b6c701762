import { html, type Html } from '../../../common/html.js';
import type { Language } from '../../../common/preferred-language.js';
import { hidden, notice, TICK } from '../components.js';
import { renderPage } from '../page.js';
import { PAGE_TEXTS } from '../texts/catalogue.js';
import type { PageTexts } from '../texts/page-texts.js';
import { describeDestination, webLink, type Destination } from './destination.js';

/** A scope in words a person understands. */
export interface ScopeInWords {
  readonly name: string;
  readonly description: string;
  readonly alreadyGranted: boolean;
}

/** How sure anybody is of who the client is. */
export type ClientTrust = 'administrator' | 'dynamic' | 'metadata-document';

export interface ConsentView {
  readonly language: Language;
  readonly path: string;
  readonly action: string;
  readonly anotherAccountPath: string;
  readonly csrf: string;
  /** The scopes shown, as they come back with the answer. */
  readonly scope: string;
  readonly client: {
    readonly name: string;
    readonly id: string;
    readonly trust: ClientTrust;
    readonly uri: string | undefined;
    readonly policyUri: string | undefined;
    readonly tosUri: string | undefined;
  };
  readonly redirectUri: string;
  readonly scopes: readonly ScopeInWords[];
  /** Scopes asked for that the person cannot give. */
  readonly notGiven: readonly string[];
  readonly resources: readonly string[];
  readonly user: PersonView;
}

export interface PersonView {
  readonly username: string;
  readonly displayName: string | undefined;
  readonly email: string | undefined;
}

/** Where a person decides what a client may do as them. Nothing on it is fetched from the client. */
export function consentPage(view: ConsentView): Html {
  const texts = PAGE_TEXTS[view.language].consent;
  const destination = describeDestination(view.redirectUri);
  const [before, after] = texts.title;
  return renderPage({
    language: view.language,
    title: `${before}${view.client.name}${after}`,
    path: view.path,
    body: html`<div class="card">
<h1>${before}<bdi>${view.client.name}</bdi>${after}</h1>
<p class="lead">${texts.lead}</p>
${warnings(view, destination, texts)}
${account(view, texts)}
${facts(view, destination, texts)}
<h2>${texts.scopesTitle}</h2>
${scopeList(view.scopes, texts)}
${view.notGiven.length > 0 && html`<p class="hint">${texts.notYours(view.notGiven.join(', '))}</p>`}
<p class="hint">${texts.revocable}</p>
<form method="post" action="${view.action}">
${hidden('csrf', view.csrf)}${hidden('scope', view.scope)}
<div class="actions">
<button class="primary" type="submit" name="decision" value="approve">${texts.approve}</button>
<button class="secondary" type="submit" name="decision" value="deny">${texts.deny}</button>
</div>
</form>
${clientLinks(view, texts)}
</div>`,
  });
}

/** MCP authorization: a name is what its owner says it is; where the answer goes is what can be judged. */
function warnings({ client }: ConsentView, destination: Destination, texts: PageTexts['consent']): Html[] {
  const found: Html[] = [];
  if (destination.kind === 'loopback') found.push(notice('warning', texts.loopbackTitle, texts.loopback));
  if (destination.kind === 'app') found.push(notice('warning', texts.loopbackTitle, texts.deviceApp));
  if (client.trust === 'metadata-document') found.push(documentWarning(client.id, texts));
  if (client.trust === 'dynamic' && destination.kind === 'site') {
    found.push(notice('warning', texts.unverifiedTitle, texts.unverified));
  }
  return found;
}

function documentWarning(clientId: string, texts: PageTexts['consent']): Html {
  const [before, after] = texts.document;
  return notice('warning', texts.documentTitle, html`${before}<b><bdi>${hostOf(clientId)}</bdi></b>${after}`);
}

function account({ user, anotherAccountPath }: ConsentView, texts: PageTexts['consent']): Html {
  const name = user.displayName ?? user.username;
  return html`<div class="account" role="group" aria-label="${texts.asAccount}">
<span class="initial" aria-hidden="true">${[...name][0]?.toUpperCase()}</span>
<div class="who"><b><bdi>${name}</bdi></b><span><bdi>${user.email ?? user.username}</bdi></span></div>
<a href="${anotherAccountPath}">${texts.anotherAccount}</a></div>`;
}

function facts(view: ConsentView, destination: Destination, texts: PageTexts['consent']): Html {
  const { resources } = view;
  return html`<dl class="facts">
<div><dt>${texts.sendsTo}</dt><dd>${destinationWords(destination, texts)}</dd></div>
${resources.length > 0 && resourceFacts(resources, texts)}
</dl>`;
}

function destinationWords(destination: Destination, texts: PageTexts['consent']): Html {
  const name = html`<span class="host"><bdi>${destination.name}</bdi></span>`;
  if (destination.kind === 'loopback') return html`${name} · ${texts.thisComputer}`;
  if (destination.kind === 'app')
    return html`<span class="host">${texts.appOnDevice(destination.name)}</span>`;
  return name;
}

function resourceFacts(resources: readonly string[], texts: PageTexts['consent']): Html {
  const values = resources.map((resource) => html`<dd><code>${resource}</code></dd>`);
  return html`<div><dt>${resources.length > 1 ? texts.resources : texts.resource}</dt>${values}</div>`;
}

function scopeList(scopes: readonly ScopeInWords[], texts: PageTexts['consent']): Html {
  if (scopes.length === 0) return html`<p>${texts.noScopes}</p>`;
  const newFirst = [...scopes].sort(
    (one, other) => Number(one.alreadyGranted) - Number(other.alreadyGranted),
  );
  const items = newFirst.map(
    ({
      name,
      description,
      alreadyGranted,
    }) => html`<li>${TICK}<div${alreadyGranted && html` class="granted"`}>${description}
<code>${name}</code>${alreadyGranted && html`<span class="badge">${texts.alreadyGranted}</span>`}</div></li>`,
  );
  return html`<ul class="scopes">${items}</ul>`;
}

function clientLinks({ client }: ConsentView, texts: PageTexts['consent']): Html | undefined {
  const links = [
    [texts.website, client.uri],
    [texts.policy, client.policyUri],
    [texts.terms, client.tosUri],
  ] as const;
  const items = links.flatMap(([label, uri]) => {
    const link = webLink(uri);
    if (link === undefined) return [];
    return [
      html`<li><a href="${link.href}" target="_blank" rel="noopener noreferrer nofollow">${label} (<bdi>${link.host}</bdi>)</a></li>`,
    ];
  });
  return items.length === 0 ? undefined : html`<ul class="links">${items}</ul>`;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
