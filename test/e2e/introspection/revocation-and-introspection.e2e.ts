import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { auditRecords } from '../../support/audit-records.js';
import { tokenRequest } from '../../support/browser-flow.js';
import { decode, encode } from '../../support/forge-token.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { openTokenSeed, type SeededClient, type TokenSeed } from '../../support/token-seed.js';

const INACTIVE = '{"active":false}';
const JWT = 'application/token-introspection+jwt';

describe('what clients ask about tokens, and do with them', () => {
  let gatehouse: Gatehouse;
  let seed: TokenSeed;
  let owner: SeededClient;
  let stranger: SeededClient;
  let resourceServer: SeededClient;
  let publicClient: SeededClient;
  let userId: string;

  beforeAll(async () => {
    gatehouse = await startGatehouse();
    seed = await openTokenSeed(gatehouse.database);
    owner = await seed.client();
    stranger = await seed.client();
    resourceServer = await seed.client({ scopes: ['token.introspect'], roles: [] });
    publicClient = await seed.publicClient();
    userId = await seed.user();
  });
  afterAll(async () => {
    await seed.close();
    await gatehouse.stop();
  });

  /** Tokens of a person, issued by a refresh. */
  const tokensOf = async (client: SeededClient, audience = [gatehouse.url]) => {
    const family = await seed.family({ clientId: client.clientId, userId, audience });
    const parameters = { grant_type: 'refresh_token', refresh_token: family.refreshToken };
    const { body } = await tokenRequest(gatehouse, client, parameters);
    return {
      familyId: family.id,
      usedToken: family.refreshToken,
      accessToken: String(body['access_token']),
      refreshToken: String(body['refresh_token']),
    };
  };
  const post = (
    path: string,
    client: SeededClient | undefined,
    parameters: Record<string, string>,
    headers: Record<string, string> = {},
  ) => {
    const body = new URLSearchParams(parameters);
    if (client !== undefined) body.set('client_id', client.clientId);
    if (client !== undefined && client.clientSecret !== '') body.set('client_secret', client.clientSecret);
    return fetch(`${gatehouse.url}${path}`, { method: 'POST', body, headers });
  };
  const revoke = (client: SeededClient | undefined, token: string, more: Record<string, string> = {}) =>
    post('/oauth2/revoke', client, { token, ...more });
  const introspect = (client: SeededClient | undefined, token: string, headers?: Record<string, string>) =>
    post('/oauth2/introspect', client, { token }, headers);
  const answerOf = async (client: SeededClient, token: string) => (await introspect(client, token)).text();
  const isLive = async (accessToken: string) => {
    const headers = { authorization: `Bearer ${accessToken}` };
    const response = await fetch(`${gatehouse.url}/hello`, { headers });
    await response.arrayBuffer();
    return response.status === 200;
  };
  const canRefresh = async (client: SeededClient, refreshToken: string) =>
    (await tokenRequest(gatehouse, client, { grant_type: 'refresh_token', refresh_token: refreshToken }))
      .status === 200;

  it('both endpoints are in both metadata documents, with how to authenticate there', async () => {
    for (const document of ['oauth-authorization-server', 'openid-configuration']) {
      const response = await fetch(`${gatehouse.url}/.well-known/${document}`);
      const metadata = (await response.json()) as Record<string, unknown>;
      expect(metadata).toMatchObject({
        revocation_endpoint: `${gatehouse.url}/oauth2/revoke`,
        introspection_endpoint: `${gatehouse.url}/oauth2/introspect`,
        introspection_signing_alg_values_supported: expect.arrayContaining(['RS256']),
      });
      expect(metadata['revocation_endpoint_auth_methods_supported']).toContain('none');
      expect(metadata['introspection_endpoint_auth_methods_supported']).not.toContain('none');
    }
  });

  describe('revocation (RFC 7009)', () => {
    it('an access token is dead when the answer is there; what else its family has goes on', async () => {
      const { accessToken, refreshToken } = await tokensOf(owner);
      expect(await isLive(accessToken)).toBe(true);
      const answer = await revoke(owner, accessToken);
      expect([answer.status, await answer.text()]).toEqual([200, '{}']);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(await isLive(accessToken)).toBe(false);
      expect(await answerOf(owner, accessToken)).toBe(INACTIVE);
      expect(await canRefresh(owner, refreshToken)).toBe(true);
    });

    it('an access token of the client itself is dead as well', async () => {
      const accessToken = await gatehouse.token(owner);
      expect(await isLive(accessToken)).toBe(true);
      await revoke(owner, accessToken);
      expect(await isLive(accessToken)).toBe(false);
    });

    it('a refresh token takes its family along, access tokens included', async () => {
      const { accessToken, refreshToken, familyId } = await tokensOf(owner);
      expect((await revoke(owner, refreshToken)).status).toBe(200);
      expect(await isLive(accessToken)).toBe(false);
      expect(await canRefresh(owner, refreshToken)).toBe(false);
      const [record] = await auditRecords(gatehouse, { event_type: 'token.revoked', target: familyId });
      expect(record).toMatchObject({ outcome: 'success', client_id: owner.clientId });
    });

    it('is the same the second time, and recorded once', async () => {
      const { accessToken } = await tokensOf(owner);
      for (let time = 0; time < 2; time += 1) expect((await revoke(owner, accessToken)).status).toBe(200);
      const target = String(decode(accessToken).payload['jti']);
      expect(await auditRecords(gatehouse, { event_type: 'token.revoked', target })).toHaveLength(1);
    });

    it.each(['unknown', `gr_${'A'.repeat(43)}`, 'a.b.c', 'gk_key', '\u0000'])(
      'of what is no token is answered 200: %j',
      async (token) => expect((await revoke(owner, token)).status).toBe(200),
    );

    it.each(['access_token', 'refresh_token', 'unknown_kind'])(
      'does not depend on the hint: %s',
      async (hint) => {
        const { accessToken, refreshToken } = await tokensOf(owner);
        await revoke(owner, accessToken, { token_type_hint: hint });
        expect(await isLive(accessToken)).toBe(false);
        await revoke(owner, refreshToken, { token_type_hint: hint });
        expect(await canRefresh(owner, refreshToken)).toBe(false);
      },
    );

    it('by another client has no effect', async () => {
      const { accessToken, refreshToken } = await tokensOf(owner);
      for (const token of [accessToken, refreshToken]) {
        for (const client of [stranger, publicClient]) {
          const answer = await revoke(client, token);
          expect([answer.status, await answer.json()]).toMatchObject([400, { error: 'invalid_grant' }]);
        }
      }
      expect(await isLive(accessToken)).toBe(true);
      expect(await canRefresh(owner, refreshToken)).toBe(true);
    });

    it('is open to public clients for their own tokens, and at the bare path', async () => {
      const { accessToken } = await tokensOf(publicClient);
      expect((await post('/revoke', publicClient, { token: accessToken })).status).toBe(200);
      expect(await isLive(accessToken)).toBe(false);
    });

    it('needs a client that is who it says', async () => {
      const { accessToken } = await tokensOf(owner);
      for (const client of [undefined, { ...owner, clientSecret: 'wrong' }]) {
        const answer = await revoke(client, accessToken);
        expect([answer.status, await answer.json()]).toMatchObject([401, { error: 'invalid_client' }]);
      }
      expect(await isLive(accessToken)).toBe(true);
    });

    it('takes a form by POST, with the token in it', async () => {
      expect((await fetch(`${gatehouse.url}/oauth2/revoke`)).status).toBe(405);
      expect((await post('/oauth2/revoke', owner, {})).status).toBe(400);
      expect((await post('/oauth2/revoke?token=x', owner, { token: 'x' })).status).toBe(400);
      const json = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } };
      expect((await fetch(`${gatehouse.url}/oauth2/revoke`, json)).status).toBe(400);
    });
  });

  describe('introspection (RFC 7662)', () => {
    it('tells the client about its own access token', async () => {
      const { accessToken, familyId } = await tokensOf(owner);
      const answer = await introspect(owner, accessToken);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
      const { payload } = decode(accessToken);
      expect(await answer.json()).toEqual({
        active: true,
        scope: 'openid mcp.access read write',
        client_id: owner.clientId,
        token_type: 'Bearer',
        exp: payload['exp'],
        iat: payload['iat'],
        sub: userId,
        aud: gatehouse.url,
        iss: gatehouse.url,
        jti: payload['jti'],
      });
      expect(payload['fid']).toBe(familyId);
    });

    it('tells it about its own refresh token, until that is used', async () => {
      const { refreshToken, usedToken } = await tokensOf(owner);
      expect(await (await introspect(owner, refreshToken)).json()).toMatchObject({
        active: true,
        client_id: owner.clientId,
        sub: userId,
      });
      expect(await answerOf(owner, usedToken)).toBe(INACTIVE);
      // Asking is no use: the family lives.
      expect(await canRefresh(owner, refreshToken)).toBe(true);
    });

    it('tells a resource server about tokens that are meant for it', async () => {
      const { accessToken, refreshToken } = await tokensOf(owner);
      expect(await (await introspect(resourceServer, accessToken)).json()).toMatchObject({ active: true });
      expect(await answerOf(resourceServer, refreshToken)).toBe(INACTIVE);
      const elsewhere = await tokensOf(owner, [`${gatehouse.url}/mcp`]);
      const narrow = await seed.client({ scopes: ['token.introspect'], roles: [], audiences: ['/'] });
      expect(await answerOf(narrow, elsewhere.accessToken)).toBe(INACTIVE);
      expect(await (await introspect(narrow, accessToken)).json()).toMatchObject({ active: true });
    });

    it('says exactly one thing of unknown, foreign, forged, altered and ended tokens', async () => {
      const { accessToken, refreshToken } = await tokensOf(owner);
      const [head = '', body = '', signature = ''] = accessToken.split('.');
      const { payload } = decode(accessToken);
      const forged = [
        `${head}.${encode({ ...payload, scope: 'Admin.Write' })}.${signature}`,
        `${encode({ alg: 'none', typ: 'at+jwt' })}.${body}.`,
        `${head}.${body}.${'A'.repeat(signature.length)}`,
      ];
      for (const token of ['x', 'a.b.c', `gr_${'A'.repeat(43)}`, ...forged])
        expect(await answerOf(owner, token)).toBe(INACTIVE);
      for (const token of [accessToken, refreshToken]) expect(await answerOf(stranger, token)).toBe(INACTIVE);
      await revoke(owner, refreshToken);
      for (const token of [accessToken, refreshToken]) expect(await answerOf(owner, token)).toBe(INACTIVE);
    });

    it('is for clients that can keep a secret, and have', async () => {
      const { accessToken } = await tokensOf(publicClient);
      for (const client of [undefined, publicClient, { ...owner, clientSecret: 'wrong' }]) {
        const answer = await introspect(client, accessToken);
        expect([answer.status, await answer.json()]).toMatchObject([401, { error: 'invalid_client' }]);
      }
      const bearer = { authorization: `Bearer ${accessToken}` };
      expect((await introspect(undefined, accessToken, bearer)).status).toBe(401);
    });

    it('takes a form by POST, with the token in it', async () => {
      expect((await fetch(`${gatehouse.url}/oauth2/introspect`)).status).toBe(405);
      expect((await post('/oauth2/introspect', owner, {})).status).toBe(400);
    });

    it('is recorded, with the id of the token and never the token', async () => {
      const { accessToken } = await tokensOf(owner);
      await introspect(owner, accessToken);
      const target = String(decode(accessToken).payload['jti']);
      const records = await auditRecords(gatehouse, { event_type: 'token.introspected', target });
      expect(records).toHaveLength(1);
      expect(JSON.stringify(records)).not.toContain(accessToken.split('.')[2]);
    });
  });

  describe('introspection as a JWT (RFC 9701)', () => {
    const signed = async (client: SeededClient, token: string, accept = JWT) => {
      const answer = await introspect(client, token, { accept });
      return { type: answer.headers.get('content-type') ?? '', text: await answer.text() };
    };

    it('is signed by the server, for the caller alone, and cannot pass for an access token', async () => {
      const { accessToken } = await tokensOf(owner);
      const { type, text } = await signed(resourceServer, accessToken);
      expect(type).toMatch(new RegExp(`^${JWT.replace('+', '\\+')}`));
      const keys = createRemoteJWKSet(new URL(`${gatehouse.url}/.well-known/jwks.json`));
      const { payload, protectedHeader } = await jwtVerify(text, keys, {
        issuer: gatehouse.url,
        audience: resourceServer.clientId,
        typ: 'token-introspection+jwt',
      });
      expect(protectedHeader.alg).toBe('RS256');
      expect(payload['token_introspection']).toMatchObject({ active: true, sub: userId });
      expect(Object.keys(payload).sort()).toEqual(['aud', 'iat', 'iss', 'token_introspection']);
      expect(await isLive(text)).toBe(false);
      expect(await answerOf(resourceServer, text)).toBe(INACTIVE);
    });

    it('says as little of what is not active', async () => {
      const { text } = await signed(stranger, (await tokensOf(owner)).accessToken);
      expect(decode(text).payload['token_introspection']).toEqual({ active: false });
    });

    it.each([
      [`application/json, ${JWT};q=0.5`, true],
      ['application/token-introspection+JWT', true],
      ['application/json', false],
      ['*/*', false],
      [`${JWT};q=0`, false],
    ])('is what is asked for by Accept: %s', async (accept, isJwt) => {
      const { text } = await signed(owner, 'x', accept);
      if (isJwt) expect(decodeProtectedHeader(text).typ).toBe('token-introspection+jwt');
      else expect(text).toBe(INACTIVE);
    });
  });
});
