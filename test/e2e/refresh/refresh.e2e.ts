import { auditRecords } from '../../support/audit-records.js';
import { authorize, redeem, tokenRequest, type TokenAnswer } from '../../support/browser-flow.js';
import { cli, runCli } from '../../support/cli.js';
import { LIVENESS_MS, timeUntil, within } from '../../support/eventually.js';
import { decode } from '../../support/forge-token.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import type { TestUser } from '../../support/people.js';
import { openTokenSeed, type SeededClient, type TokenSeed } from '../../support/token-seed.js';

const REDIRECT_URI = 'https://client.example/callback';

describe('refreshing (RFC 6749 section 6, RFC 9700 section 4.14.2)', () => {
  let gatehouse: Gatehouse;
  let seed: TokenSeed;
  let person: TestUser;
  let confidential: SeededClient;
  let publicClient: SeededClient;
  let patient: SeededClient;

  beforeAll(async () => {
    gatehouse = await startGatehouse();
    seed = await openTokenSeed(gatehouse.database);
    person = await seed.person();
    confidential = await seed.client();
    publicClient = await seed.publicClient();
    patient = await seed.client({ refreshRetrySeconds: 60 });
  });
  afterAll(async () => {
    await seed.close();
    await gatehouse.stop();
  });

  const connect = async (client: SeededClient, scope = 'openid offline_access mcp.access read') => {
    const flowClient = { ...client, redirectUri: REDIRECT_URI };
    const answer = await authorize({ gatehouse, client: flowClient, user: person, parameters: { scope } });
    const tokens = await redeem(gatehouse, flowClient, answer);
    expect(tokens.status).toBe(200);
    return tokens.body as Record<'access_token' | 'refresh_token' | 'id_token', string>;
  };
  const refresh = (client: SeededClient, token: unknown, more: Record<string, string> = {}) =>
    tokenRequest(gatehouse, client, { grant_type: 'refresh_token', refresh_token: String(token), ...more });
  const hello = async ({ body }: TokenAnswer) => {
    const headers = { authorization: `Bearer ${String(body['access_token'])}` };
    const response = await fetch(`${gatehouse.url}/hello`, { headers });
    await response.arrayBuffer();
    return response.status;
  };

  it.each(['confidential', 'public'])('rotates the token of a %s client every time', async (kind) => {
    const client = kind === 'public' ? publicClient : confidential;
    const seen = new Set<unknown>();
    let current: unknown = (await connect(client)).refresh_token;
    for (let round = 0; round < 3; round += 1) {
      seen.add(current);
      const answer = await refresh(client, current);
      expect(answer).toMatchObject({ status: 200, body: { token_type: 'Bearer' } });
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(await hello(answer)).toBe(200);
      current = answer.body['refresh_token'];
    }
    seen.add(current);
    expect(seen.size).toBe(4);
  });

  it('keeps login, subject and session in the new ID token', async () => {
    const first = await connect(confidential);
    const { body } = await refresh(confidential, first.refresh_token);
    const [before, after] = [first.id_token, String(body['id_token'])].map((token) => decode(token).payload);
    for (const claim of ['iss', 'sub', 'aud', 'auth_time', 'sid'])
      expect(after?.[claim]).toEqual(before?.[claim]);
    expect(after).not.toHaveProperty('nonce');
  });

  it('a reused token ends its family: the newest token, and the access tokens wherever they are used', async () => {
    const first = (await connect(publicClient)).refresh_token;
    const second = await refresh(publicClient, first);
    const third = await refresh(publicClient, second.body['refresh_token']);
    expect([await hello(second), await hello(third)]).toEqual([200, 200]);
    expect(await refresh(publicClient, first)).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant' },
    });
    expect(await refresh(publicClient, third.body['refresh_token'])).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant' },
    });
    await timeUntil('401 401', async () => `${await hello(second)} ${await hello(third)}`);
    const family = String(decode(String(third.body['access_token'])).payload['fid']);
    const [replay] = await auditRecords(gatehouse, { event_type: 'token.replayed', target: family });
    expect(replay).toMatchObject({ outcome: 'denied', reason: 'refresh_token_replayed' });
  });

  it('a lost answer can be asked for again, and is the same', async () => {
    const { refresh_token: token } = await connect(patient);
    const [lost, again] = [await refresh(patient, token), await refresh(patient, token)];
    expect(again.body['refresh_token']).toBe(lost.body['refresh_token']);
    expect([await hello(lost), await hello(again)]).toEqual([200, 200]);
    expect((await refresh(patient, again.body['refresh_token'])).status).toBe(200);
    expect((await refresh(patient, token)).body['error']).toBe('invalid_grant');
  });

  it.each([
    ['invalid_request', {}],
    ['invalid_request', { refresh_token: '' }],
    ['invalid_grant', { refresh_token: 'gr_nothing' }],
    ['invalid_grant', { refresh_token: `gr_${'0'.repeat(43)}` }],
  ])('%s for %j', async (error, parameters) => {
    const answer = await tokenRequest(gatehouse, confidential, {
      grant_type: 'refresh_token',
      ...parameters,
    });
    expect(answer).toMatchObject({ status: 400, body: { error } });
  });

  it('never widens: scope and resource are those granted or fewer, the client is the one they were granted to', async () => {
    const { refresh_token: token } = await connect(confidential, 'mcp.access read');
    const wider = await refresh(confidential, token, { scope: 'mcp.access write' });
    expect(wider).toMatchObject({ status: 400, body: { error: 'invalid_scope' } });
    const elsewhere = await refresh(confidential, token, { resource: 'https://elsewhere.example/' });
    expect(elsewhere).toMatchObject({ status: 400, body: { error: 'invalid_target' } });
    expect(await refresh(patient, token)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    const narrow = await refresh(confidential, token, { scope: 'mcp.access' });
    expect(narrow).toMatchObject({ status: 200, body: { scope: 'mcp.access' } });
  });

  it('a grant is listed and ended by the command line', async () => {
    const somebody = await seed.person();
    const { id: userId, username } = somebody;
    const { clientId } = confidential;
    const { id, refreshToken } = await seed.family({ clientId, userId, audience: [gatehouse.url] });
    const tokens = await refresh(confidential, refreshToken);
    expect(await cli(gatehouse.database, ['grant', 'list', username, '--json'])).toEqual([
      expect.objectContaining({ id, client_id: clientId, scopes: ['openid', 'mcp.access', 'read', 'write'] }),
    ]);
    await cli(gatehouse.database, ['grant', 'revoke', id, '--json']);
    await timeUntil(401, () => hello(tokens));
    expect((await refresh(confidential, tokens.body['refresh_token'])).status).toBe(400);
    const again = await runCli(gatehouse.database, ['grant', 'revoke', username, '--client', clientId]);
    expect(again).toMatchObject({ code: 1 });
    expect(again.stderr).toContain('granted nothing');
  });

  it('no refresh token is in what the service writes', async () => {
    const { refresh_token: token } = await connect(patient);
    const { body } = await refresh(patient, token);
    await refresh(confidential, token);
    expect(await within(LIVENESS_MS, () => gatehouse.output().length > 0)).toBe(true);
    for (const secret of [token, String(body['refresh_token'])])
      expect(gatehouse.output()).not.toContain(secret.slice(3));
    const records = JSON.stringify(await auditRecords(gatehouse));
    expect(records).not.toContain(token.slice(3));
  });
});
