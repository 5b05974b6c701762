import { generateKeyPairSync, verify, type KeyObject } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { auditRecords } from '../../support/audit-records.js';
import { Browser } from '../../support/browser.js';
import { authorizationUrl, type Parameters } from '../../support/browser-flow.js';
import { cli } from '../../support/cli.js';
import { decode, encode, forge, type JsonObject } from '../../support/forge-token.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import {
  LOOPBACK_AUTHORITY_FILE,
  sendJson,
  startLoopbackHttps,
  type LoopbackHttps,
} from '../../support/loopback-https.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { startLogin } from './start-login.js';

const REDIRECT_URI = 'https://client.example/callback';
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ownKey = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
const publicJwk = (key: KeyObject, kid: string) => ({ ...key.export({ format: 'jwk' }), kid, use: 'sig' });

/** What the provider's token endpoint answers next; undefined = nothing at all. */
type NextAnswer = ((form: URLSearchParams) => JsonObject) | undefined;

function metadataOf(issuer: string): object {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
    authorization_response_iss_parameter_supported: true,
  };
}

/** A provider that names endpoints inside the network: the same server, by an address that is not allowed. */
function metadataInside(issuer: string, port: number): object {
  const inside = `https://127.0.0.1:${port}/inside`;
  return { ...metadataOf(issuer), token_endpoint: `${inside}/token`, jwks_uri: `${inside}/jwks` };
}

/** `private_key_jwt` with a key in that file. */
function keyedBy(file: string): object {
  writeFileSync(file, ownKey.privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const key = { private_key_file: file, private_key_id: 'own-1' };
  return { token_endpoint_auth_method: 'private_key_jwt', client_secret_env: undefined, ...key };
}

function providerEntry(issuer: string): object {
  return {
    display_name: { en: 'Provider', ko: '공급자' },
    client_id: 'gatehouse',
    client_secret_env: 'PROVIDER_SECRET',
    auto_provisioning: true,
    issuer,
  };
}

describe('What comes back from an identity provider', () => {
  let provider: LoopbackHttps;
  let database: TestDatabase;
  let gatehouse: Gatehouse;
  let next: NextAnswer;
  const redeemed: URLSearchParams[] = [];
  const client = { clientId: 'program', redirectUri: REDIRECT_URI };

  beforeAll(async () => {
    provider = await startLoopbackHttps((request, response) => {
      const issuer = `${provider.url}/idp`;
      if (request.url === '/idp/.well-known/openid-configuration')
        return sendJson(response, metadataOf(issuer));
      if (request.url === '/inside/.well-known/openid-configuration')
        return sendJson(response, metadataInside(`${provider.url}/inside`, provider.port));
      if (request.url === '/idp/jwks') return sendJson(response, { keys: [publicJwk(rsa.publicKey, 'k1')] });
      if (request.url !== '/idp/token') return void response.writeHead(404).end();
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        const form = new URLSearchParams(body);
        redeemed.push(form);
        if (next === undefined) request.socket.destroy();
        else sendJson(response, next(form));
      });
    });
    database = await createTestDatabase();
    const file = join(database.folder, 'identity-providers.json');
    const issuer = `${provider.url}/idp`;
    const entries = [
      { id: 'idp', ...providerEntry(issuer) },
      { id: 'tenant', ...providerEntry(issuer), required_claims: { tid: 'tenant-1' } },
      { id: 'inside', ...providerEntry(`${provider.url}/inside`) },
      { id: 'keyed', ...providerEntry(issuer), ...keyedBy(join(database.folder, 'client-key.pem')) },
      { id: 'away', ...providerEntry(`${provider.url}/away`) },
    ];
    writeFileSync(file, JSON.stringify({ identity_providers: entries }));
    const env = {
      IDENTITY_PROVIDERS_FILE: file,
      PROVIDER_SECRET: 'a-secret-of-thirty-two-characters',
      FETCH_ALLOWED_HOSTS: provider.host,
      NODE_EXTRA_CA_CERTS: resolve(LOOPBACK_AUTHORITY_FILE),
    };
    database = { ...database, environment: { ...database.environment, ...env } };
    gatehouse = await startGatehouse({ database });
    await cli(database, [
      ...[
        'client',
        'create',
        'program',
        '--redirect-uri',
        REDIRECT_URI,
        '--grant-type',
        'authorization_code',
      ],
      ...['--scope', 'mcp.access', '--json'],
    ]);
  });
  afterAll(async () => {
    await gatehouse.stop();
    await provider.close();
    await database.drop();
  });
  beforeEach(() => {
    redeemed.length = 0;
  });

  const now = () => Math.floor(Date.now() / 1000);
  const claimsFor = (sent: URL): JsonObject => ({
    iss: `${provider.url}/idp`,
    aud: 'gatehouse',
    sub: 'person-1',
    nonce: sent.searchParams.get('nonce'),
    iat: now(),
    exp: now() + 300,
  });
  const sign = (claims: JsonObject, header: JsonObject = {}, key: KeyObject = rsa.privateKey) =>
    forge({ alg: 'RS256', kid: 'k1', ...header }, claims, 'RS256', key);
  const answerWith =
    (idToken: string): NextAnswer =>
    () => ({
      access_token: 'an-access-token',
      token_type: 'Bearer',
      id_token: idToken,
    });

  interface Begun {
    readonly browser: Browser;
    readonly sent: URL;
  }
  async function begin(id = 'idp', parameters: Parameters = {}): Promise<Begun> {
    const browser = new Browser({ username: '', password: '' });
    return { browser, sent: await startLogin(gatehouse, client, id, browser, parameters) };
  }
  const callbackOf = (sent: URL, changes: Record<string, string | undefined> = {}, id = 'idp'): URL => {
    const url = new URL(`${gatehouse.url}/identity-providers/${id}/callback`);
    const parameters = {
      code: 'a-code',
      state: sent.searchParams.get('state') ?? '',
      iss: `${provider.url}/idp`,
      ...changes,
    };
    for (const [name, value] of Object.entries(parameters)) {
      if (value !== undefined) url.searchParams.set(name, value);
    }
    return url;
  };
  /** No login: a page says so, and the browser has no session afterwards. */
  async function expectRefusal(browser: Browser, callback: URL, reason: string, status = 400) {
    const answer = await browser.request(callback);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.getSetCookie().join()).not.toContain('gatehouse-session');
    const text = await answer.text();
    expect(text).not.toContain(callback.searchParams.get('state') || 'no state');
    const [newest] = await auditRecords(gatehouse, { event_type: 'user.denied' });
    expect(newest).toMatchObject({ reason });
  }
  async function expectLogin(browser: Browser, callback: URL) {
    const answer = await browser.request(callback);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toMatch(/^\/interaction\/[\w-]{22}$/);
    expect(answer.headers.getSetCookie().join()).toContain('gatehouse-session=');
  }

  it('logs in with a good answer, once', async () => {
    const { browser, sent } = await begin();
    next = answerWith(sign(claimsFor(sent)));
    await expectLogin(browser, callbackOf(sent));
    expect(redeemed.map((form) => form.get('code_verifier'))).toEqual([expect.stringMatching(/^[\w-]{43}$/)]);
    expect(redeemed[0]?.get('resource')).toBeNull();
    await expectRefusal(browser, callbackOf(sent), 'state_unknown');
    expect(redeemed).toHaveLength(1);
  });

  it('is redeemed with an assertion where the client has a key', async () => {
    const { browser, sent } = await begin('keyed');
    next = answerWith(sign(claimsFor(sent)));
    await expectLogin(browser, callbackOf(sent, {}, 'keyed'));
    const assertion = redeemed[0]?.get('client_assertion') ?? '';
    const [header, payload, signature = ''] = assertion.split('.');
    const signed = Buffer.from(`${header}.${payload}`);
    expect(verify('sha256', signed, ownKey.publicKey, Buffer.from(signature, 'base64url'))).toBe(true);
    expect(decode(assertion)).toMatchObject({
      header: { alg: 'RS256', kid: 'own-1' },
      payload: { iss: 'gatehouse', sub: 'gatehouse', aud: `${provider.url}/idp` },
    });
    expect(redeemed[0]?.has('client_secret')).toBe(false);
  });

  it('lets one of many copies of a good answer in', async () => {
    const { browser, sent } = await begin();
    next = answerWith(sign(claimsFor(sent)));
    const answers = await Promise.all(Array.from({ length: 10 }, () => browser.request(callbackOf(sent))));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(redeemed).toHaveLength(1);
  });

  it.each<[string, (begun: Begun) => URL]>([
    ['another state', ({ sent }) => callbackOf(sent, { state: 'a'.repeat(43) })],
    ['no state', ({ sent }) => callbackOf(sent, { state: undefined })],
    ['an empty state', ({ sent }) => callbackOf(sent, { state: '' })],
    ['a state of another shape', ({ sent }) => callbackOf(sent, { state: "' OR 1=1 --" })],
    ['two states', ({ sent }) => new URL(`${callbackOf(sent).href}&state=x`)],
    ['the state of another provider', ({ sent }) => callbackOf(sent, {}, 'tenant')],
  ])('redeems nothing with %s', async (_what, callback) => {
    const begun = await begin();
    next = answerWith(sign(claimsFor(begun.sent)));
    await expectRefusal(begun.browser, callback(begun), 'state_unknown');
    expect(redeemed).toHaveLength(0);
  });

  it('redeems nothing in another browser, and leaves the login to its own', async () => {
    const { browser, sent } = await begin();
    const { browser: other } = await begin();
    next = answerWith(sign(claimsFor(sent)));
    await expectRefusal(new Browser({ username: '', password: '' }), callbackOf(sent), 'state_unknown');
    await expectRefusal(other, callbackOf(sent), 'state_unknown');
    expect(redeemed).toHaveLength(0);
    await expectLogin(browser, callbackOf(sent));
  });

  it.each<[string, (begun: Begun) => URL]>([
    ['another issuer (RFC 9207)', ({ sent }) => callbackOf(sent, { iss: 'https://evil.example' })],
    ['no issuer', ({ sent }) => callbackOf(sent, { iss: undefined })],
    ['no code', ({ sent }) => callbackOf(sent, { code: undefined })],
    ['two codes', ({ sent }) => new URL(`${callbackOf(sent).href}&code=x`)],
  ])('redeems nothing with %s', async (_what, callback) => {
    const begun = await begin();
    next = answerWith(sign(claimsFor(begun.sent)));
    await expectRefusal(begun.browser, callback(begun), 'provider_answer');
    expect(redeemed).toHaveLength(0);
  });

  it('redeems nothing when the provider answers with an error', async () => {
    const { browser, sent } = await begin();
    const description = '<script>alert(1)</script>';
    const callback = callbackOf(sent, {
      code: undefined,
      error: 'access_denied',
      error_description: description,
    });
    await expectRefusal(browser, callback, 'provider_denied');
    expect(gatehouse.output()).not.toContain(description);
    expect(redeemed).toHaveLength(0);
  });

  it.each<[string, (claims: JsonObject) => string]>([
    ['another nonce', (claims) => sign({ ...claims, nonce: 'other' })],
    ['no nonce', (claims) => sign({ ...claims, nonce: undefined })],
    ['another issuer', (claims) => sign({ ...claims, iss: 'https://evil.example' })],
    ['another audience', (claims) => sign({ ...claims, aud: 'other' })],
    ['several audiences and none authorized', (claims) => sign({ ...claims, aud: ['gatehouse', 'other'] })],
    ['another authorized party', (claims) => sign({ ...claims, aud: ['gatehouse', 'other'], azp: 'other' })],
    ['an end in the past', (claims) => sign({ ...claims, exp: now() - 120 })],
    ['no end', (claims) => sign({ ...claims, exp: undefined })],
    ['no subject', (claims) => sign({ ...claims, sub: undefined })],
    ['a key of a stranger', (claims) => sign(claims, {}, stranger.privateKey)],
    ['an unknown key', (claims) => sign(claims, { kid: 'k2' })],
    [
      'a key of its own',
      (claims) => sign(claims, { jwk: publicJwk(stranger.publicKey, 'k1') }, stranger.privateKey),
    ],
    ['no algorithm', (claims) => `${encode({ alg: 'none' })}.${encode(claims)}.`],
    [
      'an HMAC by the client secret',
      (claims) => forge({ alg: 'HS256' }, claims, 'HS256', 'a-secret-of-thirty-two-characters'),
    ],
    ['no form', () => 'garbage'],
  ])('does not believe an ID token with %s', async (_what, idToken) => {
    const { browser, sent } = await begin();
    next = answerWith(idToken(claimsFor(sent)));
    await expectRefusal(browser, callbackOf(sent), 'provider_answer');
  });

  it.each<[string, Parameters, unknown, string, number]>([
    ['a login from before prompt=login', { prompt: 'login' }, -120, 'login_too_old', 403],
    ['a login from before max_age', { max_age: '60' }, -300, 'login_too_old', 403],
    ['a login from before one of both', { max_age: '600', prompt: 'login' }, -300, 'login_too_old', 403],
    ['a login of unknown age for prompt=login', { prompt: 'login' }, undefined, 'login_age_unknown', 403],
    ['a login of unknown age for max_age', { max_age: '60' }, undefined, 'login_age_unknown', 403],
    ['a login in the future', {}, 600, 'provider_answer', 400],
    ['a login before time began', {}, -1e11, 'provider_answer', 400],
    ['a login at a time that is none', {}, 'yesterday', 'provider_answer', 400],
  ])('does not let in %s', async (_what, parameters, age, reason, status) => {
    const { browser, sent } = await begin('idp', parameters);
    const authTime = typeof age === 'number' ? now() + age : age;
    next = answerWith(sign({ ...claimsFor(sent), auth_time: authTime }));
    await expectRefusal(browser, callbackOf(sent), reason, status);
  });

  it.each<[string, Parameters, number]>([
    ['prompt=login by a login just now', { prompt: 'login' }, 0],
    ['max_age by a login within it', { max_age: '600' }, -300],
    ['prompt=select_account by a session of the provider', { prompt: 'select_account' }, -3_600],
    ['no demand by whatever the provider holds', {}, -3_600],
  ])('meets %s, without a second login', async (_what, parameters, age) => {
    const { browser, sent } = await begin('idp', parameters);
    const authTime = now() + age;
    next = answerWith(sign({ ...claimsFor(sent), auth_time: authTime }));
    const answer = await browser.request(callbackOf(sent));
    const location = answer.headers.get('location') ?? '';
    const step = await browser.request(new URL(location, gatehouse.url));
    // This person has no role, so there is nothing to ask them either.
    expect([step.status, step.headers.get('location')]).toEqual([303, expect.stringContaining(REDIRECT_URI)]);
    const sessions = (await cli(database, ['user', 'sessions', 'idp:person-1', '--json'])) as {
      authenticated_at: string;
    }[];
    expect(Date.parse(sessions[0]?.authenticated_at ?? '') / 1_000).toBe(authTime);
  });

  it('does not take a login whose time nobody knows for a recent one, wherever it was made', async () => {
    const browser = new Browser({ username: '', password: '' });
    const wait = async (parameters: Parameters) => {
      const answer = await browser.request(authorizationUrl(gatehouse, client, parameters));
      return new URL(answer.headers.get('location') ?? '', gatehouse.url);
    };
    const waiting = [await wait({ prompt: 'login' }), await wait({ max_age: '600' }), await wait({})];
    // The same browser logs in by itself: the provider asks nobody anything, and does not say when it last did.
    const sent = await startLogin(gatehouse, client, 'idp', browser);
    next = answerWith(sign(claimsFor(sent)));
    await expectLogin(browser, callbackOf(sent));
    const steps = [];
    for (const page of waiting) steps.push(await browser.request(page));
    expect(steps.map(({ status }) => status)).toEqual([200, 200, 303]);
  });

  it('does not believe an answer without an ID token', async () => {
    const { browser, sent } = await begin();
    next = () => ({ access_token: 'an-access-token', token_type: 'Bearer' });
    await expectRefusal(browser, callbackOf(sent), 'provider_answer');
  });

  it('makes one account of several first logins at the same moment', async () => {
    const begun: Begun[] = [];
    for (let count = 0; count < 5; count += 1) begun.push(await begin());
    const tokens = new Map(
      begun.map(({ sent }) => [sent.searchParams.get('state'), sign({ ...claimsFor(sent), sub: 'twin' })]),
    );
    next = (form) => ({ access_token: 'x', token_type: 'Bearer', id_token: tokens.get(form.get('code')) });
    const answers = await Promise.all(
      begun.map(({ browser, sent }) =>
        browser.request(callbackOf(sent, { code: sent.searchParams.get('state') ?? '' })),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303]);
    const logins = (await auditRecords(gatehouse, { event_type: 'user.authenticated' })).slice(0, 5);
    expect(new Set(logins.map(({ actor }) => (actor as { subject: string }).subject)).size).toBe(1);
  });

  it('asks for the claims that the configuration requires', async () => {
    const refused = await begin('tenant');
    next = answerWith(sign({ ...claimsFor(refused.sent), tid: 'tenant-2' }));
    await expectRefusal(refused.browser, callbackOf(refused.sent, {}, 'tenant'), 'required_claim', 403);
    const let_in = await begin('tenant');
    next = answerWith(sign({ ...claimsFor(let_in.sent), tid: 'tenant-1' }));
    await expectLogin(let_in.browser, callbackOf(let_in.sent, {}, 'tenant'));
  });

  it('is a page with 503 when the provider does not answer', async () => {
    const { browser, sent } = await begin();
    next = undefined;
    const answer = await browser.request(callbackOf(sent));
    expect(answer.status).toBe(503);
    expect(answer.headers.get('content-type')).toContain('text/html');
    await expect(begin('away')).rejects.toThrow('not sent on: 503');
  });

  it('does not make the server ask inside its network', async () => {
    const { browser, sent } = await begin('inside');
    const connections = provider.connections();
    const callback = callbackOf(sent, { iss: `${provider.url}/inside` }, 'inside');
    const answer = await browser.request(callback);
    expect(answer.status).toBe(503);
    expect(provider.connections()).toBe(connections);
  });

  it('is nothing at a provider that nobody configured', async () => {
    const { browser, sent } = await begin();
    const answer = await browser.request(callbackOf(sent, {}, 'unknown'));
    expect(answer.status).toBe(404);
    await expect(begin('unknown')).rejects.toThrow('not sent on: 404');
  });
});
