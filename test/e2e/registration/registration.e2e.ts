import { auditRecords } from '../../support/audit-records.js';
import { Browser } from '../../support/browser.js';
import { cli } from '../../support/cli.js';
import { timeUntil } from '../../support/eventually.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { createUser, type TestUser } from '../../support/people.js';
import { challengeOf, newVerifier } from './pkce.js';

const CALLBACK = 'http://127.0.0.1:9/callback';
/** As MCP clients register. */
const AGENT = {
  client_name: 'Agent',
  redirect_uris: [CALLBACK],
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  token_endpoint_auth_method: 'none',
};

interface Registered {
  readonly client_id: string;
  readonly client_secret?: string;
  readonly registration_access_token: string;
  readonly registration_client_uri: string;
  readonly [member: string]: unknown;
}

const post = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const errorOf = async (answer: Response) => ((await answer.json()) as { error: string }).error;

describe('client registration that is open', () => {
  let gatehouse: Gatehouse;
  let user: TestUser;

  beforeAll(async () => {
    gatehouse = await startGatehouse({
      env: { REGISTRATIONS_PER_MINUTE: '1000', NATIVE_REFRESH_RETRY: 'true' },
    });
    user = await createUser(gatehouse, { roles: ['user'] });
  });
  afterAll(() => gatehouse.stop());

  const endpoint = (path = '/oauth2/register') => `${gatehouse.url}${path}`;
  const register = async (document: object = AGENT): Promise<Registered> => {
    const answer = await post(endpoint(), document);
    if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Registered;
  };
  const grant = (body: Record<string, string>) =>
    fetch(`${gatehouse.url}/oauth2/token`, { method: 'POST', body: new URLSearchParams(body) });

  /** The flow of a person who logs in for the client; the answer of the token endpoint. */
  const signIn = async ({
    client_id: clientId,
    client_secret: secret,
  }: Registered): Promise<Record<string, string>> => {
    const verifier = newVerifier();
    const url = new URL(`${gatehouse.url}/oauth2/authorize`);
    url.search = new URLSearchParams({
      response_type: 'code',
      client_id: clientId,
      redirect_uri: CALLBACK,
      scope: 'mcp.access read',
      code_challenge: challengeOf(verifier),
      code_challenge_method: 'S256',
    }).toString();
    const code = (await new Browser(user).signIn(url)).searchParams.get('code') ?? '';
    const answer = await grant({
      grant_type: 'authorization_code',
      code,
      redirect_uri: CALLBACK,
      client_id: clientId,
      code_verifier: verifier,
      ...(secret === undefined ? {} : { client_secret: secret }),
    });
    return (await answer.json()) as Record<string, string>;
  };
  const helloWith = async (token = '') =>
    (await fetch(`${gatehouse.url}/hello`, { headers: bearer(token) })).status;

  it('takes the schemes that MCP clients bring along (NATIVE_APP_SCHEMES)', async () => {
    const redirectUri = 'cursor://anysphere.cursor-retrieval/oauth/callback';
    const registered = await register({ ...AGENT, redirect_uris: [redirectUri] });
    expect(registered).toMatchObject({ redirect_uris: [redirectUri], application_type: 'native' });
  });

  describe('refuses', () => {
    it.each([
      ['no redirect URI', { redirect_uris: undefined }, 'invalid_redirect_uri'],
      ['an empty list of them', { redirect_uris: [] }, 'invalid_redirect_uri'],
      ['javascript:', { redirect_uris: ['javascript:alert(1)'] }, 'invalid_redirect_uri'],
      ['data:', { redirect_uris: ['data:text/html,x'] }, 'invalid_redirect_uri'],
      ['a fragment', { redirect_uris: ['https://app.example/cb#x'] }, 'invalid_redirect_uri'],
      ['a relative URI', { redirect_uris: ['/callback'] }, 'invalid_redirect_uri'],
      ['user information', { redirect_uris: ['https://a@app.example/cb'] }, 'invalid_redirect_uri'],
      ['http elsewhere', { redirect_uris: ['http://app.example/cb'] }, 'invalid_redirect_uri'],
      ['a scheme without a dot', { redirect_uris: ['myapp://callback'] }, 'invalid_redirect_uri'],
      ['loopback of a web application', { application_type: 'web' }, 'invalid_redirect_uri'],
      ['one bad URI among good ones', { redirect_uris: [CALLBACK, 'file:///x'] }, 'invalid_redirect_uri'],
      ['a text for a list', { redirect_uris: CALLBACK }, 'invalid_client_metadata'],
      ['numbers in the list', { redirect_uris: [1] }, 'invalid_redirect_uri'],
      ['a number for a name', { client_name: 7 }, 'invalid_client_metadata'],
      ['an object for a name', { client_name: { toString: 'x' } }, 'invalid_client_metadata'],
      ['an unknown method', { token_endpoint_auth_method: 'tls_client_auth' }, 'invalid_client_metadata'],
      ['machines', { grant_types: ['client_credentials'] }, 'invalid_client_metadata'],
      ['implicit responses', { response_types: ['token'] }, 'invalid_client_metadata'],
      ['an unknown application type', { application_type: 'toaster' }, 'invalid_client_metadata'],
      ['scopes that nobody knows', { scope: 'everything' }, 'invalid_client_metadata'],
      [
        'jwks and jwks_uri',
        { jwks: { keys: [] }, jwks_uri: 'https://app.example/jwks' },
        'invalid_client_metadata',
      ],
      [
        'private_key_jwt without keys',
        { token_endpoint_auth_method: 'private_key_jwt' },
        'invalid_client_metadata',
      ],
      ['a jwks_uri without TLS', { jwks_uri: 'http://app.example/jwks' }, 'invalid_client_metadata'],
      ['a symmetric key', { jwks: { keys: [{ kty: 'oct', k: 'c2VjcmV0' }] } }, 'invalid_client_metadata'],
      ['a private key', { jwks: { keys: [{ kty: 'EC', crv: 'P-256', d: 'x' }] } }, 'invalid_client_metadata'],
      ['a script for a logo', { logo_uri: 'javascript:alert(1)' }, 'invalid_client_metadata'],
      ['pairwise subjects', { subject_type: 'pairwise' }, 'invalid_client_metadata'],
      ['an unsigned ID token', { id_token_signed_response_alg: 'none' }, 'invalid_client_metadata'],
    ])('%s', async (_what, change, error) => {
      const answer = await post(endpoint(), { ...AGENT, ...change });
      expect({ status: answer.status, error: await errorOf(answer) }).toEqual({ status: 400, error });
      expect(answer.headers.get('cache-control')).toBe('no-store');
    });

    it.each([['[]'], ['"text"'], ['null'], ['7'], ['{'], ['']])('the body %s', async (body) => {
      const answer = await post(endpoint(), body);
      expect(answer.status).toBe(400);
    });

    it('a form, with an error of its own language', async () => {
      const answer = await fetch(endpoint(), {
        method: 'POST',
        body: new URLSearchParams({ client_name: 'x' }),
      });
      expect({ status: answer.status, error: await errorOf(answer) }).toEqual({
        status: 400,
        error: 'invalid_client_metadata',
      });
    });

    it('with a record of the reason', async () => {
      await post(endpoint(), { ...AGENT, redirect_uris: ['javascript:alert(1)'] });
      const [record] = await auditRecords(gatehouse, { event_type: 'client.denied' });
      expect(record).toMatchObject({
        outcome: 'denied',
        reason: expect.stringMatching(/^invalid_/) as string,
      });
    });
  });

  it.each(['/oauth2/register', '/register'])('answers 201 at %s, not to be kept', async (path) => {
    const answer = await post(endpoint(path), AGENT);
    expect(answer.status).toBe(201);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const registered = (await answer.json()) as Registered;
    expect(registered).toMatchObject({ ...AGENT, application_type: 'native' });
    expect(registered).not.toHaveProperty('client_secret');
    expect(registered.client_id).toMatch(/^dyn_[\w-]{22}$/);
    expect(registered.registration_client_uri).toBe(
      `${gatehouse.url}/oauth2/register/${registered.client_id}`,
    );
    expect(registered['client_id_issued_at']).toEqual(expect.any(Number));
  });

  it('gives a secret that does not expire to clients that say nothing of a method', async () => {
    const registered = await register({ redirect_uris: ['https://app.example/cb'] });
    expect(registered).toMatchObject({
      token_endpoint_auth_method: 'client_secret_basic',
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      application_type: 'web',
      client_secret_expires_at: 0,
      client_name: 'app.example',
    });
    const secret = registered.client_secret ?? '';
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    // It proves itself, and gets nothing without a person.
    const answer = await fetch(`${gatehouse.url}/oauth2/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${registered.client_id}:${secret}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    expect(await errorOf(answer)).toBe('unauthorized_client');
  });

  it('picks the id itself, and lets no client choose rights', async () => {
    const registered = await register({
      ...AGENT,
      client_id: 'gatehouse-admin',
      client_secret: 'mine',
      roles: ['admin'],
      registrationOrigin: 'administrator',
      audiences: ['x'],
      refresh_retry_seconds: 60,
      grant_types: ['authorization_code', 'client_credentials', 'urn:x'],
    });
    expect(registered.client_id).toMatch(/^dyn_/);
    const shown = (await cli(gatehouse.database, [
      'client',
      'show',
      registered.client_id,
      '--json',
    ])) as object;
    expect(shown).toMatchObject({
      registration_origin: 'dynamic',
      roles: [],
      grant_types: ['authorization_code'],
      // NATIVE_REFRESH_RETRY.
      refresh_retry_seconds: 30,
    });
  });

  it('ignores what it does not know, and takes null for nothing', async () => {
    const registered = await register({
      ...AGENT,
      software_id: 'x',
      contacts: ['somebody@example.com'],
      'client_name#ko': '요원',
      tls_client_certificate_bound_access_tokens: true,
      logo_uri: null,
      client_uri: 'http://localhost:3000',
      scope: 'read made.up openid',
    });
    expect(registered).toMatchObject({ scope: 'read openid' });
    expect(registered).not.toHaveProperty('contacts');
    expect(registered).not.toHaveProperty('client_uri');
  });

  it('answers pages of every origin, without credentials', async () => {
    const preflight = await fetch(endpoint(), {
      method: 'OPTIONS',
      headers: { origin: 'https://app.example', 'access-control-request-method': 'POST' },
    });
    const answer = await post(endpoint(), AGENT, { origin: 'https://app.example' });
    for (const { headers } of [preflight, answer]) {
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('access-control-allow-credentials')).toBeNull();
    }
  });

  it('lets only the holder of its token read a registration', async () => {
    const [own, other] = [await register(), await register()];
    const url = own.registration_client_uri;
    expect((await fetch(url)).status).toBe(401);
    expect((await fetch(url, { headers: bearer(other.registration_access_token) })).status).toBe(401);
    expect((await fetch(url, { headers: bearer('made-up') })).status).toBe(401);
    const unknown = await fetch(endpoint('/oauth2/register/dyn_unknown'), {
      headers: bearer(own.registration_access_token),
    });
    expect(unknown.status).toBe(401);
    expect(unknown.headers.get('www-authenticate')).toMatch(/^Bearer /);
    const administrators = await fetch(endpoint('/oauth2/register/mcp-client'), {
      headers: bearer(own.registration_access_token),
    });
    expect(administrators.status).toBe(401);
    const answer = await fetch(url, { headers: bearer(own.registration_access_token) });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.json()).toEqual(own);
  });

  it('replaces a registration, with the same rules', async () => {
    const own = await register();
    const put = (document: object) =>
      fetch(own.registration_client_uri, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', ...bearer(own.registration_access_token) },
        body: JSON.stringify(document),
      });
    const changed = {
      client_id: own.client_id,
      redirect_uris: ['https://app.example/cb'],
      client_name: 'Renamed',
    };
    for (const [document, error] of [
      [{ ...changed, redirect_uris: ['javascript:alert(1)'] }, 'invalid_redirect_uri'],
      [{ ...changed, client_id: 'mcp-client' }, 'invalid_client_metadata'],
      [{ redirect_uris: changed.redirect_uris }, 'invalid_client_metadata'],
      [{ ...changed, registration_access_token: 'mine' }, 'invalid_client_metadata'],
      [{ ...changed, client_secret: 'mine' }, 'invalid_client_metadata'],
    ] as const) {
      const refused = await put(document);
      expect({ status: refused.status, error: await errorOf(refused) }).toEqual({ status: 400, error });
    }
    const answer = (await (await put(changed)).json()) as Registered;
    expect(answer).toMatchObject({ ...changed, token_endpoint_auth_method: 'client_secret_basic' });
    // It had none before, and needs one now.
    expect(answer.client_secret).toEqual(expect.any(String));
    const kept = (await (
      await put({ ...changed, client_secret: answer.client_secret })
    ).json()) as Registered;
    expect(kept).not.toHaveProperty('client_secret');
    const [record] = await auditRecords(gatehouse, { event_type: 'client.updated' });
    expect(record).toMatchObject({ client_id: own.client_id });
  });

  it('ends a client with all it was granted when its holder deletes it', async () => {
    const own = await register();
    const { access_token: token, refresh_token: refreshToken = '' } = await signIn(own);
    expect(await helloWith(token)).toBe(200);
    const remove = () =>
      fetch(own.registration_client_uri, {
        method: 'DELETE',
        headers: bearer(own.registration_access_token),
      });
    expect((await remove()).status).toBe(204);
    expect((await remove()).status).toBe(401);
    const read = await fetch(own.registration_client_uri, { headers: bearer(own.registration_access_token) });
    expect(read.status).toBe(401);
    const refreshed = await grant({
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
      client_id: own.client_id,
    });
    expect(await errorOf(refreshed)).toBe('invalid_client');
    await timeUntil(401, () => helloWith(token));
  });

  it('keeps neither secrets nor tokens in clear, and logs none', async () => {
    const own = await register({ redirect_uris: ['https://app.example/cb'] });
    const records = JSON.stringify(await auditRecords(gatehouse, { target: own.client_id }));
    for (const secret of [own.client_secret ?? '', own.registration_access_token]) {
      expect(secret).not.toBe('');
      expect(records).not.toContain(secret);
      expect(gatehouse.output()).not.toContain(secret);
    }
  });
});

describe('client registration for holders of a token', () => {
  let gatehouse: Gatehouse;

  beforeAll(async () => {
    gatehouse = await startGatehouse({
      env: { REGISTRATION: 'token', REGISTRATIONS_PER_MINUTE: '20', METADATA_DOCUMENTS: 'false' },
    });
  });
  afterAll(() => gatehouse.stop());

  it('takes a token of the command line, until it is used up or revoked', async () => {
    const url = `${gatehouse.url}/oauth2/register`;
    const create = async (...options: string[]) =>
      (await cli(gatehouse.database, ['registration-token', 'create', '--json', ...options])) as {
        id: string;
        registration_token: string;
      };
    const [once, revoked] = [await create('--uses', '1', '--name', 'partner'), await create()];
    expect((await post(url, AGENT)).status).toBe(401);
    const first = await post(url, AGENT, bearer(once.registration_token));
    expect(first.status).toBe(201);
    expect((await post(url, AGENT, bearer(once.registration_token))).status).toBe(401);
    expect((await post(url, AGENT, bearer(revoked.registration_token))).status).toBe(201);
    await cli(gatehouse.database, ['registration-token', 'revoke', revoked.id, '--json']);
    expect((await post(url, AGENT, bearer(revoked.registration_token))).status).toBe(401);
    const listed = await cli(gatehouse.database, ['registration-token', 'list', '--json']);
    expect(listed).toMatchObject([{ state: 'revoked' }, { state: 'used up', name: 'partner', uses: 1 }]);
    expect(JSON.stringify(listed)).not.toContain(once.registration_token);
  });

  it('says what is switched on, and no more', async () => {
    const metadata = (await (
      await fetch(`${gatehouse.url}/.well-known/oauth-authorization-server`)
    ).json()) as object;
    expect(metadata).toMatchObject({
      registration_endpoint: `${gatehouse.url}/oauth2/register`,
      client_id_metadata_document_supported: false,
    });
  });

  it('slows down who asks too often', async () => {
    const answers = await Promise.all(
      Array.from({ length: 60 }, () => post(`${gatehouse.url}/oauth2/register`, AGENT)),
    );
    const limited = answers.filter(({ status }) => status === 429);
    expect(limited.length).toBeGreaterThanOrEqual(40);
    expect(Number(limited[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(answers.every(({ status }) => status === 401 || status === 429)).toBe(true);
  });
});
