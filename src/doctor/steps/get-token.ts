import { COMMON_HEADERS } from '../client-profile.js';
import { findingsOfToken, jwtOf } from '../documents/access-token.js';
import { findingsOfKeySet, keysOf } from '../documents/key-set.js';
import { error, warning, type Finding } from '../finding.js';
import type { JsonObject } from '../json.js';
import { redirectTarget, Unanswered, type Network, type Reply } from '../network.js';
import { quoted } from '../quoted.js';
import type { Outcome } from '../recorder.js';
import type { FoundServer } from './find-server.js';

export interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Whose client it is: no other authorization server is sent the secret. Undefined leaves it to the MCP server. */
  readonly issuer?: string | undefined;
}

export interface TokenRequest {
  readonly credentials: Credentials;
  /** As the protected resource metadata writes it. */
  readonly resource: string | undefined;
  readonly scope: string | undefined;
}

export interface IssuedToken {
  readonly token: string;
  /** What about it makes a server refuse it. */
  readonly findings: readonly Finding[];
}

/** RFC 6749 §5.2, RFC 6585 §4. */
const REFUSALS = new Set([400, 401, 403, 429]);

/** What each error of RFC 6749 §5.2 and RFC 8707 §2 asks of whoever sees it. */
const MENDS: Readonly<Record<string, string>> = {
  invalid_client:
    'Check the client ID and secret, that the client is enabled, and that it may authenticate in the way the metadata lists (token_endpoint_auth_methods_supported).',
  unauthorized_client: 'Allow the client the grant client_credentials.',
  unsupported_grant_type:
    'Turn on client_credentials, or let people log in: then run the doctor without credentials.',
  invalid_scope: 'Allow the client the scope that the challenge asks for, or name another with --scope.',
  invalid_target:
    'Register the resource at the authorization server, written exactly as in the protected resource metadata.',
};

/** A token by client credentials (RFC 6749 §4.4), as the official clients ask for it, and what can be seen in it. */
export async function getToken(
  network: Network,
  server: FoundServer,
  request: TokenRequest,
): Promise<Outcome<IssuedToken>> {
  const { issuer } = request.credentials;
  if (issuer !== undefined && issuer !== server.issuer)
    return { detail: 'the secret was not sent', findings: [another(issuer, server)], value: undefined };
  const reply = await askForToken(network, server, request);
  const token = reply.json?.['access_token'];
  if (reply.status !== 200 || typeof token !== 'string' || token === '')
    return {
      detail: `answered ${reply.status}`,
      findings: [refusal(server, reply, request)],
      value: undefined,
    };
  const findings = await inspect(network, server, token, request.resource);
  const kind = jwtOf(token) === undefined ? 'an opaque token' : 'a JWT';
  return {
    detail: `${kind}, scope ${quoted(reply.json?.['scope'] ?? 'not said')}`,
    findings,
    value: { token, findings },
  };
}

/** Without credentials: that the endpoint is there, and refuses in the way clients understand. */
export async function probeToken(network: Network, { tokenEndpoint }: FoundServer): Promise<Outcome<true>> {
  const body = 'grant_type=refresh_token&refresh_token=gatehouse-doctor&client_id=gatehouse-doctor';
  const reply = await network.askAsClient({
    url: tokenEndpoint,
    method: 'POST',
    headers: formHeaders(),
    body,
  });
  const detail = `${tokenEndpoint} answered ${reply.status} to a token nobody has`;
  const isOAuth = typeof reply.json?.['error'] === 'string' || reply.status === 429;
  const findings =
    isOAuth && reply.status >= 400 && reply.status < 500 ? [] : [unusable(tokenEndpoint, reply)];
  return { detail, findings, value: true };
}

function askForToken(
  network: Network,
  { tokenEndpoint, authMethods }: FoundServer,
  { credentials: { clientId, clientSecret }, resource, scope }: TokenRequest,
): Promise<Reply> {
  const form = new URLSearchParams({ grant_type: 'client_credentials' });
  if (scope !== undefined) form.set('scope', scope);
  if (resource !== undefined) form.set('resource', resource);
  const isBasic = authMethods.length === 0 || authMethods.includes('client_secret_basic');
  if (!isBasic) {
    form.set('client_id', clientId);
    form.set('client_secret', clientSecret);
  }
  // As the official clients write it: without the form encoding of RFC 6749 §2.3.1.
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
  const headers = { ...formHeaders(), ...(isBasic && { Authorization: `Basic ${basic}` }) };
  return network.askAsClient({ url: tokenEndpoint, method: 'POST', headers, body: form.toString() });
}

async function inspect(
  network: Network,
  server: FoundServer,
  token: string,
  resource: string | undefined,
): Promise<Finding[]> {
  const jwt = jwtOf(token);
  if (jwt === undefined) return [];
  const { keys, findings } = await readKeys(network, server.jwksUri);
  const now = Date.now() / 1_000;
  return [...findings, ...(await findingsOfToken(jwt, { issuer: server.issuer, resource, keys, now }))];
}

async function readKeys(
  network: Network,
  url: string | undefined,
): Promise<{ readonly keys: readonly JsonObject[] | undefined; readonly findings: readonly Finding[] }> {
  if (url === undefined) return { keys: undefined, findings: [] };
  try {
    const reply = await network.ask({ url, headers: { ...COMMON_HEADERS, Accept: 'application/json' } });
    const keys = reply.status === 200 && reply.json !== undefined ? keysOf(reply.json) : undefined;
    if (keys !== undefined) return { keys, findings: findingsOfKeySet(keys) };
    return { keys, findings: [withoutKeys(url, `it answered ${reply.status} and no key set`)] };
  } catch (failure) {
    if (!(failure instanceof Unanswered)) throw failure;
    return { keys: undefined, findings: [withoutKeys(url, failure.finding.problem)] };
  }
}

/** Servers that verify by it refuse every token; others may know the keys from elsewhere. */
function withoutKeys(url: string, why: string): Finding {
  return warning('unreachable', {
    problem: `The key set ${url} could not be read: ${why}.`,
    mend: 'Serve it publicly as application/json: MCP servers verify tokens by it.',
  });
}

function another(expected: string, { issuer = 'none', tokenEndpoint }: FoundServer): Finding {
  return error('wrong_issuer', {
    problem: `The MCP server sends clients to ${quoted(issuer)} (${tokenEndpoint}), but the client belongs to ${expected}.`,
    mend: `Name ${expected} in authorization_servers of the protected resource metadata, if it is the one that is meant.`,
  });
}

function refusal({ tokenEndpoint }: FoundServer, reply: Reply, { resource, scope }: TokenRequest): Finding {
  const code = reply.json?.['error'];
  if (typeof code !== 'string' || !REFUSALS.has(reply.status)) return unusable(tokenEndpoint, reply);
  const asked = `scope ${scope ?? 'none'}, resource ${resource ?? 'none'}`;
  return error('token_refused', {
    problem: `The token endpoint ${tokenEndpoint} refused the client with ${quoted(code)} (${asked}): ${quoted(reply.json?.['error_description'] ?? 'no description')}.`,
    mend: MENDS[code] ?? 'Look at the log of the authorization server for this request.',
  });
}

function unusable(url: string, reply: Reply): Finding {
  const target = redirectTarget(reply);
  const what = target === undefined ? quoted(reply.text) || 'nothing' : `redirect to ${quoted(target)}`;
  return error('token_unusable', {
    problem: `The token endpoint ${url} answered ${reply.status} instead of a token or an OAuth error: ${what}.`,
    mend: 'Make POST with application/x-www-form-urlencoded reach it, without redirects, firewalls or log-in pages; errors are JSON with an error code (RFC 6749 section 5.2). Check token_endpoint in the metadata.',
  });
}

function formHeaders(): Record<string, string> {
  return {
    ...COMMON_HEADERS,
    'Content-Type': 'application/x-www-form-urlencoded',
    Accept: 'application/json',
  };
}
