import { generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditRecords } from '../../support/audit-records.js';
import { createClient, type TestClient } from '../../support/clients.js';
import { encode, forge } from '../../support/forge-token.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import {
  LOOPBACK_AUTHORITY_FILE,
  sendJson,
  startLoopbackHttps,
  type LoopbackHttps,
} from '../../support/loopback-https.js';

const JWT_BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const ec = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
const jwkOf = (key: KeyObject, kid: string) => ({ ...key.export({ format: 'jwk' }), kid });

type Parts = { header?: object; claims?: object; key?: KeyObject | string; algorithm?: string };

describe('client authentication', () => {
  const [own, next, strangers] = [ec(), ec(), ec()];
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  let gatehouse: Gatehouse;
  let site: LoopbackHttps;
  let signing: TestClient;
  let remote: TestClient;
  let open: TestClient;
  let keys: object[];

  beforeAll(async () => {
    keys = [jwkOf(own.publicKey, 'own')];
    site = await startLoopbackHttps((_request, response) => sendJson(response, { keys }));
    gatehouse = await startGatehouse({
      env: { FETCH_ALLOWED_HOSTS: site.host, NODE_EXTRA_CA_CERTS: LOOPBACK_AUTHORITY_FILE },
    });
    const jwksFile = join(mkdtempSync(join(tmpdir(), 'gatehouse-keys-')), 'jwks.json');
    const jwks = { keys: [jwkOf(own.publicKey, 'own'), jwkOf(rsa.publicKey, 'rsa')] };
    writeFileSync(jwksFile, JSON.stringify(jwks));
    const common = {
      grantTypes: ['client_credentials'],
      scopes: ['mcp.access'],
      defaultScopes: ['mcp.access'],
    };
    const authMethods = ['private_key_jwt'];
    signing = await createClient(gatehouse, { ...common, authMethods, jwksFile });
    remote = await createClient(gatehouse, { ...common, authMethods, jwksUri: `${site.url}/jwks.json` });
    open = await createClient(gatehouse, { isPublic: true, redirectUris: ['http://127.0.0.1/callback'] });
  });
  afterAll(async () => {
    await gatehouse.stop();
    await site.close();
  });

  const assertion = (clientId: string, { header, claims, key, algorithm = 'ES256' }: Parts = {}): string => {
    const now = Math.floor(Date.now() / 1_000);
    const full = {
      iss: clientId,
      sub: clientId,
      aud: gatehouse.url,
      iat: now,
      exp: now + 60,
      jti: randomUUID(),
    };
    return forge(
      { alg: algorithm, kid: 'own', ...header },
      { ...full, ...claims },
      algorithm,
      key ?? own.privateKey,
    );
  };
  const ask = (parameters: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(`${gatehouse.url}/oauth2/token`, {
      method: 'POST',
      headers,
      body: new URLSearchParams({ grant_type: 'client_credentials', ...parameters }),
    });
  const askWith = (clientAssertion: string, more: Record<string, string> = {}) =>
    ask({ client_assertion: clientAssertion, client_assertion_type: JWT_BEARER, ...more });
  const outcome = async (answer: Promise<Response>) => {
    const response = await answer;
    return { status: response.status, error: ((await response.json()) as { error?: string }).error };
  };
  const REFUSED = { status: 401, error: 'invalid_client' };

  it('is announced, without shared secrets for assertions', async () => {
    const metadata = (await (
      await fetch(`${gatehouse.url}/.well-known/oauth-authorization-server`)
    ).json()) as object;
    expect(metadata).toMatchObject({
      token_endpoint_auth_methods_supported: [
        'client_secret_basic',
        'client_secret_post',
        'private_key_jwt',
        'none',
      ],
      token_endpoint_auth_signing_alg_values_supported: ['ES256', 'RS256', 'PS256', 'EdDSA'],
    });
  });

  describe('by private_key_jwt', () => {
    it.each([
      ['for the issuer', {}],
      ['for the token endpoint', { claims: { aud: 'TOKEN' } }],
      ['for one audience in a list', { claims: { aud: ['ISSUER'] } }],
      ['typed explicitly', { header: { typ: 'client-authentication+jwt' } }],
      ['without a kid', { header: { kid: undefined } }],
      ['by an RSA key', { header: { kid: 'rsa' }, algorithm: 'RS256', key: rsa.privateKey }],
      ['by an RSA key with PSS', { header: { kid: 'rsa' }, algorithm: 'PS256', key: rsa.privateKey }],
    ] as [string, Parts][])('takes an assertion %s', async (_what, parts) => {
      const text = JSON.stringify(parts.claims ?? {})
        .replace('TOKEN', `${gatehouse.url}/oauth2/token`)
        .replace('ISSUER', gatehouse.url);
      const answer = await askWith(
        assertion(signing.clientId, { ...parts, claims: JSON.parse(text) as object }),
      );
      expect(answer.status).toBe(200);
    });

    const now = () => Math.floor(Date.now() / 1_000);
    it.each([
      ['another audience', () => ({ claims: { aud: 'https://elsewhere.example' } }), 'assertion_audience'],
      [
        'two audiences',
        () => ({ claims: { aud: [gatehouse.url, 'https://elsewhere.example'] } }),
        'assertion_claims',
      ],
      [
        'an audience that begins like ours',
        () => ({ claims: { aud: `${gatehouse.url}.evil.example` } }),
        'assertion_audience',
      ],
      ['no audience', () => ({ claims: { aud: undefined } }), 'assertion_claims'],
      ['an end that has passed', () => ({ claims: { exp: now() - 1 } }), 'assertion_expired'],
      ['no end', () => ({ claims: { exp: undefined } }), 'assertion_claims'],
      ['an end as text', () => ({ claims: { exp: String(now() + 60) } }), 'assertion_claims'],
      ['an end far away', () => ({ claims: { exp: now() + 3_600 } }), 'assertion_lifetime'],
      ['a begin that is to come', () => ({ claims: { nbf: now() + 240 } }), 'assertion_not_yet_valid'],
      ['another issuer', () => ({ claims: { iss: 'mcp-client' } }), 'assertion_issuer'],
      ['no jti', () => ({ claims: { jti: undefined } }), 'assertion_claims'],
      ['a stranger’s signature', () => ({ key: strangers.privateKey }), 'assertion_unproved'],
      ['a kid that nobody has', () => ({ header: { kid: 'none' } }), 'assertion_unknown_key'],
      ['the type of an access token', () => ({ header: { typ: 'at+jwt' } }), 'assertion_type'],
      [
        'an algorithm with a shared secret',
        () => ({ algorithm: 'HS256', key: own.publicKey.export({ format: 'pem', type: 'spki' }).toString() }),
        'assertion_algorithm',
      ],
      ['the algorithm of another kind of key', () => ({ header: { alg: 'RS256' } }), 'assertion_unknown_key'],
      [
        'a key of its own in the header',
        () => ({
          header: { kid: undefined, jwk: jwkOf(strangers.publicKey, 'x') },
          key: strangers.privateKey,
        }),
        'assertion_unproved',
      ],
      [
        'an extension that must be understood',
        () => ({ header: { crit: ['x'], x: 1 } }),
        'assertion_unproved',
      ],
    ] as [string, () => Parts, string][])('refuses an assertion with %s', async (_what, parts, reason) => {
      expect(await outcome(askWith(assertion(signing.clientId, parts())))).toEqual(REFUSED);
      const [record] = await auditRecords(gatehouse, {
        event_type: 'token.denied',
        client_id: signing.clientId,
      });
      expect(record?.reason).toBe(reason);
    });

    it.each([['none'], ['None'], ['nOnE'], ['']])(
      'refuses an assertion that is not signed: %j',
      async (alg) => {
        const [, payload = ''] = assertion(signing.clientId).split('.');
        for (const signature of ['', 'AA']) {
          expect(await outcome(askWith(`${encode({ alg })}.${payload}.${signature}`))).toEqual(REFUSED);
        }
      },
    );

    it('takes an assertion once, in parallel too', async () => {
      const once = assertion(signing.clientId);
      const answers = await Promise.all(Array.from({ length: 10 }, () => outcome(askWith(once))));
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(answers.filter(({ error }) => error === 'invalid_client')).toHaveLength(9);
    });

    it('takes no assertion of another client, or for a client without the method', async () => {
      const foreign = assertion(remote.clientId);
      expect(await outcome(askWith(foreign, { client_id: signing.clientId }))).toEqual({
        status: 400,
        error: 'invalid_request',
      });
      for (const clientId of ['mcp-client', open.clientId, 'nobody']) {
        expect(await outcome(askWith(assertion(clientId)))).toEqual(REFUSED);
      }
    });

    it.each([
      ['no assertion', { client_assertion_type: JWT_BEARER }, 400],
      ['no type', { client_assertion: 'a.b.c' }, 400],
      ['another type', { client_assertion: 'a.b.c', client_assertion_type: 'urn:x' }, 401],
      ['no JWT', { client_assertion: 'hello', client_assertion_type: JWT_BEARER }, 401],
      ['no JSON', { client_assertion: 'YQ.YQ.YQ', client_assertion_type: JWT_BEARER }, 401],
      [
        'far too much',
        { client_assertion: `${'a'.repeat(20_000)}.a.a`, client_assertion_type: JWT_BEARER },
        401,
      ],
    ])('refuses %s', async (_what, parameters, status) => {
      expect((await ask(parameters)).status).toBe(status);
    });

    it('refuses a second method beside it', async () => {
      const clientAssertion = assertion(signing.clientId);
      for (const more of [{ client_id: signing.clientId, client_secret: 'x' }]) {
        expect(await outcome(askWith(clientAssertion, more))).toEqual({
          status: 400,
          error: 'invalid_request',
        });
      }
      const basic = ask(
        { client_assertion: clientAssertion, client_assertion_type: JWT_BEARER },
        { authorization: `Basic ${btoa('mcp-client:secret')}` },
      );
      expect(await outcome(basic)).toEqual({ status: 400, error: 'invalid_request' });
    });

    it('fetches the keys at a jwks_uri once, for a thousand unknown kids no more often than the cool-down lets it', async () => {
      expect((await askWith(assertion(remote.clientId))).status).toBe(200);
      keys = [jwkOf(next.publicKey, 'next')];
      const flood = Array.from({ length: 1_000 }, (_each, index) =>
        assertion(remote.clientId, { header: { kid: `unknown-${index}` } }),
      );
      for (let begin = 0; begin < flood.length; begin += 50) {
        const answers = await Promise.all(flood.slice(begin, begin + 50).map((each) => askWith(each)));
        expect(answers.every(({ status }) => status === 401)).toBe(true);
      }
      // One at first, and one for each 30 s that the flood may have taken.
      expect(site.requests.length).toBeLessThanOrEqual(4);
    });
  });

  describe('by none', () => {
    it('knows a public client by its id, and gives it no token of its own', async () => {
      expect(await outcome(ask({ client_id: open.clientId }))).toEqual({
        status: 400,
        error: 'unauthorized_client',
      });
    });

    it('is nothing for a client with a secret or a key, nor for an unknown one', async () => {
      for (const clientId of ['mcp-client', signing.clientId, 'nobody']) {
        expect(await outcome(ask({ client_id: clientId }))).toEqual(REFUSED);
      }
    });

    it('refuses a secret, an empty Basic or nothing at all', async () => {
      expect(await outcome(ask({ client_id: open.clientId, client_secret: 'x' }))).toEqual(REFUSED);
      const basic = { authorization: `Basic ${btoa(`${open.clientId}:`)}` };
      expect(await outcome(ask({}, basic))).toEqual(REFUSED);
      expect(await outcome(ask({}))).toEqual(REFUSED);
    });

    it('locks nobody out: neither the public client nor the one whose id was tried', async () => {
      for (let index = 0; index < 15; index += 1) {
        expect((await ask({ client_id: 'mcp-client' })).status).toBe(401);
        await ask({ client_id: open.clientId, client_secret: `guess-${index}` });
      }
      expect((await ask({ client_id: 'mcp-client', client_secret: 'secret' })).status).toBe(200);
      expect(await outcome(ask({ client_id: open.clientId }))).toEqual({
        status: 400,
        error: 'unauthorized_client',
      });
    });
  });
});
