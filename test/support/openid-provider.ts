import type { IncomingMessage, ServerResponse } from 'node:http';
import { request } from 'node:https';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { Provider, type Configuration } from 'oidc-provider';
import { LOOPBACK_AUTHORITY_FILE, startLoopbackHttps, type LoopbackHttps } from './loopback-https.js';

/** A client of the provider, as `oidc-provider` takes it. */
export type ProviderClient = NonNullable<Configuration['clients']>[number];

/** Somebody at the provider. */
export interface ProviderAccount {
  readonly sub: string;
  readonly [claim: string]: unknown;
}

/** An OpenID provider on this machine that is not ours: who arrives is logged in as `account` without being asked. */
export interface OpenidProvider extends LoopbackHttps {
  /** Who logs in next; undefined = they refuse. */
  account: ProviderAccount | undefined;
  /** Goes where the browser is sent, through the provider's pages, to where it sends the browser back. */
  visit(url: string): Promise<URL>;
}

export async function startOpenidProvider(clients: readonly ProviderClient[]): Promise<OpenidProvider> {
  let handle: (request: IncomingMessage, response: ServerResponse) => void = (_request, response) =>
    response.destroy();
  const accounts = new Map<string, ProviderAccount>();
  const server = await startLoopbackHttps((incoming, response) => handle(incoming, response));
  const self: OpenidProvider = { ...server, account: undefined, visit: (url) => visit(url, server.url) };
  const provider = new Provider(server.url, configurationOf(clients, accounts));
  const pages = provider.callback();
  handle = (incoming, response) => {
    if (!incoming.url?.startsWith('/interaction/')) return void pages(incoming, response);
    const { account } = self;
    if (account !== undefined) accounts.set(account.sub, account);
    const result =
      account === undefined
        ? { error: 'access_denied', error_description: 'refused' }
        : { login: { accountId: account.sub } };
    void provider.interactionFinished(incoming, response, result);
  };
  return self;
}

function configurationOf(
  clients: readonly ProviderClient[],
  accounts: ReadonlyMap<string, ProviderAccount>,
): Configuration {
  return {
    clients: [...clients],
    claims: {
      openid: ['sub', 'groups'],
      profile: ['name', 'preferred_username'],
      email: ['email', 'email_verified'],
    },
    conformIdTokenClaims: false,
    cookies: { keys: ['a key of the test'] },
    features: { devInteractions: { enabled: false } },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ ...accounts.get(sub), sub }) }),
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId ?? '',
        accountId: oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
  };
}

/** Every visit is one of a new browser: nobody is logged in at the provider. */
async function visit(start: string, origin: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let url = new URL(start);
  for (let hop = 0; url.origin === origin; hop += 1) {
    if (hop === 10) throw new Error(`no way out of the provider: ${url.href}`);
    url = await follow(url, cookies);
  }
  return url;
}

function follow(url: URL, cookies: Map<string, string>): Promise<URL> {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const ca = readFileSync(LOOPBACK_AUTHORITY_FILE);
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { ca, headers: { cookie } }, (answer) => {
      for (const each of answer.headers['set-cookie'] ?? []) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(each) ?? [];
        cookies.set(name, value);
      }
      const { location } = answer.headers;
      if (location === undefined) {
        void text(answer).then((page) => reject(new Error(`${answer.statusCode} of ${url.href}: ${page}`)));
        return;
      }
      answer.resume();
      resolve(new URL(location, url));
    });
    outgoing.on('error', reject).end();
  });
}
