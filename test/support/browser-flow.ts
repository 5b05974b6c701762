import { createHash, randomBytes } from 'node:crypto';
import { Browser, type Credentials } from './browser.js';

/** RFC 7636: a verifier and the challenge that goes ahead of it. */
export interface Pkce {
  readonly verifier: string;
  readonly challenge: string;
}

export function newPkce(): Pkce {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}

/** A client as far as the flow needs it. */
export interface FlowClient {
  readonly clientId: string;
  /** Empty for a public client. */
  readonly clientSecret: string;
  readonly redirectUri: string;
}

/** Parameters of an authorization request; undefined takes one out, a list repeats it. */
export type Parameters = Readonly<Record<string, string | readonly string[] | undefined>>;

/** An authorization request that would be granted, but for what the test says otherwise. */
export function authorizationUrl(
  gatehouse: { readonly url: string },
  client: Pick<FlowClient, 'clientId' | 'redirectUri'>,
  changes: Parameters = {},
): URL {
  const url = new URL(`${gatehouse.url}/oauth2/authorize`);
  url.search = authorizationForm(client, changes).toString();
  return url;
}

export function authorizationForm(
  client: Pick<FlowClient, 'clientId' | 'redirectUri'>,
  changes: Parameters = {},
): URLSearchParams {
  const parameters: Parameters = {
    client_id: client.clientId,
    redirect_uri: client.redirectUri,
    response_type: 'code',
    scope: 'mcp.access',
    state: 'state-of-the-test',
    code_challenge: newPkce().challenge,
    code_challenge_method: 'S256',
    ...changes,
  };
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const each of [value ?? []].flat()) form.append(name, each as string);
  }
  return form;
}

/** What the client was answered (RFC 6749 §4.1.2, RFC 9207). */
export interface AuthorizationAnswer {
  readonly code: string;
  readonly state: string | null;
  readonly iss: string | null;
  readonly verifier: string;
  readonly url: URL;
}

/**
 * Logs a person in and consents, as a browser would, and resolves with the code.
 *
 * @param browser to go on with one that is logged in already.
 */
export async function authorize({
  gatehouse,
  client,
  user,
  parameters = {},
  browser = new Browser(user),
}: {
  readonly gatehouse: { readonly url: string };
  readonly client: Pick<FlowClient, 'clientId' | 'redirectUri'>;
  readonly user: Credentials;
  readonly parameters?: Parameters;
  readonly browser?: Browser;
}): Promise<AuthorizationAnswer> {
  const { verifier, challenge } = newPkce();
  const url = await browser.signIn(
    authorizationUrl(gatehouse, client, { code_challenge: challenge, ...parameters }),
  );
  const code = url.searchParams.get('code');
  if (code === null) throw new Error(`no code at ${url.href}`);
  return { code, state: url.searchParams.get('state'), iss: url.searchParams.get('iss'), verifier, url };
}

/** Answer of the token endpoint, success or error. */
export interface TokenAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, string | number | undefined>>;
}

/** Redeems a code (RFC 6749 §4.1.3), with what the test says otherwise. */
export async function redeem(
  gatehouse: { readonly url: string },
  client: FlowClient,
  { code, verifier }: Pick<AuthorizationAnswer, 'code' | 'verifier'>,
  changes: Parameters = {},
): Promise<TokenAnswer> {
  return tokenRequest(gatehouse, client, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: client.redirectUri,
    code_verifier: verifier,
    ...changes,
  });
}

/** A token request of the client: with its secret in the body, or its id alone. */
export async function tokenRequest(
  gatehouse: { readonly url: string },
  client: Pick<FlowClient, 'clientId' | 'clientSecret'>,
  parameters: Parameters,
): Promise<TokenAnswer> {
  const body = new URLSearchParams({ client_id: client.clientId });
  if (client.clientSecret !== '') body.set('client_secret', client.clientSecret);
  for (const [name, value] of Object.entries(parameters)) {
    for (const each of [value ?? []].flat()) body.append(name, each as string);
  }
  const answer = await fetch(`${gatehouse.url}/oauth2/token`, { method: 'POST', body });
  return {
    status: answer.status,
    headers: answer.headers,
    body: (await answer.json()) as TokenAnswer['body'],
  };
}
