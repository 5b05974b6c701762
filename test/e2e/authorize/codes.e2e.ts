import pg from 'pg';
import { auditRecords } from '../../support/audit-records.js';
import { Browser } from '../../support/browser.js';
import {
  authorizationUrl,
  authorize,
  redeem,
  tokenRequest,
  type FlowClient,
  type Parameters,
} from '../../support/browser-flow.js';
import { createClient } from '../../support/clients.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { REACHES_REPLICAS_MS, within } from '../../support/eventually.js';
import { createUser, type TestUser } from '../../support/people.js';
import { describeOnServer } from '../../support/test-database.js';

const CALLBACK = 'https://app.example/callback';

let gatehouse: Gatehouse;
let user: TestUser;
/** Confidential; its consent is remembered, so that each further code costs one request. */
let web: FlowClient;
let other: FlowClient;
let browser: Browser;

beforeAll(async () => {
  gatehouse = await startGatehouse();
  user = await createUser(gatehouse, { roles: ['user'] });
  const options = {
    redirectUris: [CALLBACK, `${CALLBACK}/other`],
    grantTypes: ['authorization_code', 'refresh_token'],
    scopes: ['mcp.access', 'read', 'audit.read'],
    audiences: ['/', '/mcp', 'https://api.example/'],
  };
  web = { ...(await createClient(gatehouse, options)), redirectUri: CALLBACK };
  other = { ...(await createClient(gatehouse, options)), redirectUri: CALLBACK };
  browser = new Browser(user);
});
afterAll(() => gatehouse.stop());

const codeFor = (parameters: Parameters = {}, client = web) =>
  authorize({ gatehouse, client, user, browser, parameters });
const claimsOf = (token: unknown) =>
  JSON.parse(Buffer.from(String(token).split('.')[1] ?? '', 'base64url').toString()) as Record<
    string,
    unknown
  >;
const hello = async (token: unknown) =>
  (await fetch(`${gatehouse.url}/hello`, { headers: { authorization: `Bearer ${String(token)}` } })).status;
const refresh = (token: unknown) =>
  tokenRequest(gatehouse, web, { grant_type: 'refresh_token', refresh_token: String(token) });

describe('a code', () => {
  it('is answered with state and iss (bcp-3, rfc9207)', async () => {
    const { url } = await codeFor({ state: 'a b&c=~' });
    expect(url.origin + url.pathname).toBe(CALLBACK);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      code: expect.stringMatching(/^[\w-]{43}$/),
      state: 'a b&c=~',
      iss: gatehouse.url,
    });
  });

  it('is exchanged for tokens of the person (rfc9068, bcp-15)', async () => {
    const { status, headers, body } = await redeem(gatehouse, web, await codeFor());
    expect([status, headers.get('cache-control'), headers.get('pragma')]).toEqual([
      200,
      'no-store',
      'no-cache',
    ]);
    expect(body).toEqual({
      access_token: expect.any(String),
      token_type: 'Bearer',
      expires_in: 1_800,
      scope: 'mcp.access',
      refresh_token: expect.stringMatching(/^gr_/),
    });
    expect(claimsOf(body['access_token'])).toMatchObject({
      sub: user.id,
      client_id: web.clientId,
      aud: [gatehouse.url, `${gatehouse.url}/mcp`, 'https://api.example/'],
      fid: expect.any(String),
      auth_time: expect.any(Number),
    });
    expect(await hello(body['access_token'])).toBe(200);
  });

  it('is good for the resources it was asked for, and for fewer (rfc8707)', async () => {
    const resource = [`${gatehouse.url}/mcp`, gatehouse.url.replace('http:', 'HTTP:')];
    const both = await redeem(gatehouse, web, await codeFor({ resource }));
    const one = await redeem(gatehouse, web, await codeFor({ resource }), {
      resource: `${gatehouse.url}/mcp`,
    });
    expect(claimsOf(both.body['access_token'])['aud']).toEqual([`${gatehouse.url}/mcp`, gatehouse.url]);
    expect(claimsOf(one.body['access_token'])['aud']).toBe(`${gatehouse.url}/mcp`);
    expect(await hello(one.body['access_token'])).toBe(401);
  });

  it.each([
    ['one that was not authorized', () => gatehouse.url],
    ['one of somebody else', () => 'https://other.example/'],
    ['a relative one', () => '/mcp'],
  ])('is not good for another resource (rfc8707): %s', async (_what, resource) => {
    const code = await codeFor({ resource: `${gatehouse.url}/mcp` });
    const { status, body } = await redeem(gatehouse, web, code, { resource: resource() });
    expect([status, body['error']]).toEqual([400, 'invalid_target']);
  });

  it('gives what the person has of what was asked for, and says so (oauth-14)', async () => {
    const { body } = await redeem(gatehouse, web, await codeFor({ scope: 'audit.read read' }));
    expect(body['scope']).toBe('read');
  });

  it('is not given for what the person has nothing of', async () => {
    const asked = authorize({ gatehouse, client: web, user, browser, parameters: { scope: 'audit.read' } });
    await expect(asked).rejects.toThrow(/error=access_denied.*state=state-of-the-test/);
  });
});

describe('a code is refused', () => {
  it.each<[string, (verifier: string, challenge: string) => string | undefined]>([
    ['no verifier', () => undefined],
    ['another verifier', () => 'a'.repeat(43)],
    ['a verifier in another case', (verifier) => verifier.toUpperCase()],
    ['the challenge for the verifier (bcp-4)', (_verifier, challenge) => challenge],
    ['a short verifier', (verifier) => verifier.slice(0, 42)],
    ['a long verifier', (verifier) => verifier.padEnd(129, 'a')],
    ['a verifier of other characters', (verifier) => `${verifier.slice(0, 42)}+`],
    ['a verifier with a space', (verifier) => `${verifier} `],
  ])('with %s, and is used up by the attempt (rfc7636)', async (_what, change) => {
    const code = await codeFor();
    const challenge = Buffer.from(
      await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code.verifier)),
    ).toString('base64url');
    const refused = await redeem(gatehouse, web, code, { code_verifier: change(code.verifier, challenge) });
    const again = await redeem(gatehouse, web, code);
    const answers = [refused, again].map(({ status, body }) => [status, body['error']]);
    expect(answers).toEqual([
      [400, 'invalid_grant'],
      [400, 'invalid_grant'],
    ]);
  });

  it.each([
    ['no redirect_uri', undefined],
    ['another redirect_uri of the client', `${CALLBACK}/other`],
    ['a foreign redirect_uri', 'https://evil.example/'],
  ])('with %s (oauth-6)', async (_what, redirectUri) => {
    const { status, body } = await redeem(gatehouse, web, await codeFor(), { redirect_uri: redirectUri });
    expect([status, body['error']]).toEqual([400, 'invalid_grant']);
  });

  it('at another client, and stays good for its own (bcp-4, oauth-6)', async () => {
    const code = await codeFor();
    const injected = await redeem(gatehouse, other, code);
    expect([injected.status, injected.body['error']]).toEqual([400, 'invalid_grant']);
    expect((await redeem(gatehouse, web, code)).status).toBe(200);
  });

  it.each(['', 'x', 'a'.repeat(43), "' OR 1=1 --", '\u0000'])('that was never issued: %j', async (code) => {
    const { status, body } = await redeem(gatehouse, web, { code, verifier: 'a'.repeat(43) });
    expect([status, body['error']]).toEqual([400, code === '' ? 'invalid_request' : 'invalid_grant']);
  });

  it('without the secret of its client', async () => {
    const { status, body } = await redeem(gatehouse, { ...web, clientSecret: 'wrong' }, await codeFor());
    expect([status, body['error']]).toEqual([401, 'invalid_client']);
  });

  it('the second time, and everything that came of it with it (oauth-7)', async () => {
    const code = await codeFor();
    const first = await redeem(gatehouse, web, code);
    expect(await hello(first.body['access_token'])).toBe(200);
    const replayed = await redeem(gatehouse, web, code);
    expect([replayed.status, replayed.body['error']]).toEqual([400, 'invalid_grant']);
    expect(
      await within(REACHES_REPLICAS_MS, async () => (await hello(first.body['access_token'])) === 401),
    ).toBe(true);
    expect((await refresh(first.body['refresh_token'])).body['error']).toBe('invalid_grant');
    const [record] = await auditRecords(gatehouse, { event_type: 'code.replayed' });
    expect(record).toMatchObject({ outcome: 'denied', reason: 'code_replayed' });
  });

  it('to all but one of twenty that use it at once (oauth-6)', async () => {
    const winners: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const code = await codeFor();
      const uses = await Promise.all(Array.from({ length: 20 }, () => redeem(gatehouse, web, code)));
      const tally = uses.map(({ status, body }) => `${status} ${body['error'] ?? 'tokens'}`);
      winners.push(tally.filter((answer) => answer === '200 tokens').length);
      // 503: the embedded database's one session, on a machine that is busy with other things.
      const others = tally.filter((answer) => answer !== '200 tokens');
      for (const answer of others)
        expect(answer).toMatch(/^(400 invalid_grant|503 temporarily_unavailable)$/);
    }
    expect(Math.max(...winners)).toBe(1);
  });
});

describeOnServer('a code that is a minute old', () => {
  it('is refused (oauth-6)', async () => {
    const code = await codeFor();
    const client = new pg.Client(gatehouse.database.url);
    await client.connect();
    await client.query('UPDATE authorization_codes SET expires_at = now() WHERE used_at IS NULL');
    await client.end();
    const { status, body } = await redeem(gatehouse, web, code);
    expect([status, body['error']]).toEqual([400, 'invalid_grant']);
  });
});

describeOnServer('a consent that is taken back while the client is answered', () => {
  const waiting = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;

  it('gives no code', async () => {
    await codeFor();
    const database = new pg.Client(gatehouse.database.url);
    await database.connect();
    await database.query('BEGIN');
    await database.query('DELETE FROM consents WHERE client_id = $1', [web.clientId]);
    const answer = browser.request(authorizationUrl(gatehouse, web));
    const isWaiting = async () => (await database.query(waiting)).rowCount === 1;
    expect(await within(REACHES_REPLICAS_MS, isWaiting)).toBe(true);
    await database.query('COMMIT');
    await database.end();
    const { status, headers } = await answer;
    expect([status, headers.get('location')]).toEqual([400, null]);
  });
});

it('neither codes nor verifiers are kept or logged in clear', async () => {
  const { code, verifier } = await codeFor();
  expect((await redeem(gatehouse, web, { code, verifier })).status).toBe(200);
  const records = JSON.stringify(await auditRecords(gatehouse, { client_id: web.clientId }));
  for (const secret of [code, verifier]) {
    expect(gatehouse.output()).not.toContain(secret);
    expect(records).not.toContain(secret);
  }
});
