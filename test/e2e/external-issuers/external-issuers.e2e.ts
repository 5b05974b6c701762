import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { auditRecords } from '../../support/audit-records.js';
import { bearer, statelessCall, withHeaders } from '../../support/doors.js';
import { encode, forge, type JsonObject } from '../../support/forge-token.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import {
  LOOPBACK_AUTHORITY_FILE,
  sendJson,
  startLoopbackHttps,
  type LoopbackHttps,
} from '../../support/loopback-https.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

const AUDIENCE = 'api://gatehouse';
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
const publicJwk = (key: KeyObject, kid: string) => ({ ...key.export({ format: 'jwk' }), kid, use: 'sig' });

/**
 * Issuers below one host: `office` as Entra ID writes tokens, `realm` as Keycloak does, `away`, which never answers,
 * and `liar`, whose metadata name another issuer.
 */
function answer(url: string, base: string): object | undefined {
  const issuer = (name: string) => `${base}/${name}`;
  const keys = { keys: [publicJwk(rsa.publicKey, 'rsa-1'), publicJwk(ec.publicKey, 'ec-1')] };
  const documents: Record<string, object> = {
    '/office/.well-known/openid-configuration': { issuer: issuer('office'), jwks_uri: `${base}/office/keys` },
    '/office/keys': keys,
    '/realm/certs': keys,
    '/liar/.well-known/openid-configuration': { issuer: issuer('office'), jwks_uri: `${base}/office/keys` },
  };
  return documents[url];
}

function configurationFor(base: string): object {
  const away = { audiences: [AUDIENCE], rules: [{ claim: 'scp', value: 'x', scopes: ['mcp.access'] }] };
  return {
    external_issuers: [
      {
        id: 'office',
        issuer: `${base}/office`,
        audiences: [AUDIENCE],
        algorithms: ['RS256'],
        typ: ['JWT'],
        subject_claim: 'oid',
        required_claims: { tid: 'tenant-1' },
        client_tokens: { claim: 'idtyp', value: 'app' },
        rules: [
          { claim: 'scp', value: 'access_as_user', scopes: ['mcp.access', 'read'] },
          { claim: 'scp', value: 'know_who', scopes: ['openid', 'email'] },
          { claim: 'roles', value: 'Gatehouse.Auditor', scopes: ['mcp.access', 'audit.read'] },
        ],
      },
      {
        id: 'realm',
        issuer: `${base}/realm`,
        jwks_uri: `${base}/realm/certs`,
        audiences: [AUDIENCE],
        resources: ['/mcp'],
        algorithms: ['ES256'],
        typ: ['JWT', 'at+jwt'],
        rules: [{ claim: ['realm_access', 'roles'], value: 'gatehouse-user', roles: ['user'] }],
      },
      { id: 'away', issuer: `${base}/away`, ...away },
      { id: 'liar', issuer: `${base}/liar`, ...away },
    ],
  };
}

describe('Tokens of external issuers', () => {
  let provider: LoopbackHttps;
  let database: TestDatabase;
  let gatehouse: Gatehouse;

  beforeAll(async () => {
    provider = await startLoopbackHttps((request, response) => {
      const document = answer(request.url ?? '', provider.url);
      if (document === undefined) response.writeHead(500).end();
      else sendJson(response, document, { 'cache-control': 'max-age=3600' });
    });
    database = await createTestDatabase();
    const file = join(database.folder, 'external-issuers.json');
    writeFileSync(file, JSON.stringify(configurationFor(provider.url)));
    const env = {
      EXTERNAL_ISSUERS_FILE: file,
      FETCH_ALLOWED_HOSTS: provider.host,
      NODE_EXTRA_CA_CERTS: resolve(LOOPBACK_AUTHORITY_FILE),
    };
    gatehouse = await startGatehouse({ database, env });
  });
  afterAll(async () => {
    await gatehouse.stop();
    await provider.close();
    await database.drop();
  });

  const now = () => Math.floor(Date.now() / 1000);
  const officeHeader = { alg: 'RS256', kid: 'rsa-1', typ: 'JWT' };
  const officeClaims = (): JsonObject => ({
    iss: `${provider.url}/office`,
    aud: AUDIENCE,
    oid: 'person-1',
    sub: 'pairwise',
    azp: 'vs-code',
    tid: 'tenant-1',
    scp: 'access_as_user',
    jti: 'token-1',
    iat: now(),
    nbf: now(),
    exp: now() + 600,
  });
  const office = (claims: JsonObject = {}, header: JsonObject = {}, key: KeyObject = rsa.privateKey) =>
    forge({ ...officeHeader, ...header }, { ...officeClaims(), ...claims }, 'RS256', key);
  const realm = (claims: JsonObject = {}) =>
    forge(
      { alg: 'ES256', kid: 'ec-1', typ: 'JWT' },
      {
        iss: `${provider.url}/realm`,
        aud: ['account', AUDIENCE],
        sub: 'a-person',
        azp: 'inspector',
        realm_access: { roles: ['gatehouse-user'] },
        exp: now() + 600,
        ...claims,
      },
      'ES256',
      ec.privateKey,
    );
  const get = (path: string, token: string) => fetch(`${gatehouse.url}${path}`, { headers: bearer(token) });
  const statusOf = async (token: string, path = '/hello') => {
    const response = await get(path, token);
    await response.arrayBuffer();
    return response.status;
  };
  const listTools = async (token: string) => {
    const response = await fetch(
      `${gatehouse.url}/mcp`,
      withHeaders(statelessCall('tools/list'), bearer(token)),
    );
    const body = (await response.json()) as { result?: { tools: { name: string }[] } };
    return { status: response.status, tools: body.result?.tools.map(({ name }) => name) ?? [] };
  };

  it('open routes and tools by the scopes their claims are worth', async () => {
    expect(await statusOf(office())).toBe(200);
    expect(await statusOf(office(), '/admin/audit/report')).toBe(403);
    expect(await statusOf(office({ roles: ['Gatehouse.Auditor'] }), '/admin/audit/report')).toBe(200);
    const { status, tools } = await listTools(office());
    expect(status).toBe(200);
    expect(tools).toContain('lookup_inventory');
    expect(tools).not.toContain('create_ticket');
    expect(tools).not.toContain('get_security_audit_log');
  });

  it('open them by roles as well, at the resources their issuer is trusted at', async () => {
    const { status, tools } = await listTools(realm());
    expect(status).toBe(200);
    expect(tools).toEqual(expect.arrayContaining(['create_ticket', 'create_product']));
    expect(tools).not.toContain('delete_product');
    expect(await statusOf(realm(), '/hello')).toBe(401);
  });

  it('open nothing when their claims are worth nothing', async () => {
    const response = await get('/hello', office({ scp: 'other' }));
    expect(response.status).toBe(403);
    expect(response.headers.get('www-authenticate')).toContain('error="insufficient_scope"');
  });

  it('tell nothing at userinfo: whom they stand for is nobody here', async () => {
    for (const claims of [{}, { idtyp: 'app' }]) {
      const response = await get('/oauth2/userinfo', office({ scp: 'know_who', ...claims }));
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toContain('error="invalid_token"');
    }
  });

  it('are recorded with their issuer before the person and the client', async () => {
    const jti = `recorded-${now()}`;
    expect(await statusOf(office({ jti }))).toBe(200);
    expect(await statusOf(office({ jti: `${jti}-app`, idtyp: 'app' }))).toBe(200);
    const records = await auditRecords(gatehouse, { event_type: 'route.accessed' });
    const actors = records.map(({ actor, client_id: client }) => ({ ...(actor as JsonObject), client }));
    expect(actors).toContainEqual(
      expect.objectContaining({ kind: 'user', subject: 'office:person-1', client: 'office:vs-code' }),
    );
    expect(actors).toContainEqual(expect.objectContaining({ kind: 'client', subject: 'office:person-1' }));
  });

  it.each<[string, () => string]>([
    ['another audience', () => office({ aud: 'api://other' })],
    ['an audience that only begins alike', () => office({ aud: `${AUDIENCE}/x` })],
    ['no audience', () => office({ aud: undefined })],
    ['another tenant', () => office({ tid: 'tenant-2' })],
    ['no tenant', () => office({ tid: undefined })],
    ['a tenant of another type', () => office({ tid: ['tenant-1'] })],
    ['no subject', () => office({ oid: undefined })],
    ['an end in the past', () => office({ exp: now() - 1 })],
    ['no end', () => office({ exp: undefined })],
    ['an end that is text', () => office({ exp: String(now() + 600) })],
    ['a beginning in the future', () => office({ nbf: now() + 600 })],
    ['an issue in the future', () => office({ iat: now() + 600 })],
    ['an issuer that only ends alike', () => office({ iss: `https://evil.example/${provider.host}/office` })],
    ['a slash behind the issuer', () => office({ iss: `${provider.url}/office/` })],
    ['the claim of an ID token', () => office({ at_hash: 'x' })],
    ['the claim of a logout token', () => office({ events: {} })],
    ['the type of another token', () => office({}, { typ: 'at+jwt' })],
    ['no type', () => office({}, { typ: undefined })],
    ['no key id', () => office({}, { kid: undefined })],
    ['an unknown key id', () => office({}, { kid: 'rsa-2' })],
    ['a key id that is an object', () => office({}, { kid: {} })],
    ['a key of another kind', () => office({}, { kid: 'ec-1' })],
    ['a key of a stranger', () => office({}, {}, stranger.privateKey)],
    [
      'a key in its header',
      () => office({}, { jwk: publicJwk(stranger.publicKey, 'rsa-1') }, stranger.privateKey),
    ],
    ['a place of keys in its header', () => office({}, { jku: `${provider.url}/office/keys` })],
    ['an extension', () => office({}, { crit: ['exp'] })],
    ['an unencoded payload', () => office({}, { b64: false })],
    ['an algorithm its issuer does not use', () => office({}, { alg: 'PS256' })],
    [
      'no algorithm',
      () => `${encode({ ...officeHeader, alg: 'none' })}.${encode(officeClaims())}.${encode('x')}`,
    ],
    [
      'an HMAC by the public key',
      () =>
        forge(
          { ...officeHeader, alg: 'HS256' },
          officeClaims(),
          'HS256',
          rsa.publicKey.export({ type: 'spki', format: 'pem' }),
        ),
    ],
    ['the keys of another issuer', () => office({ iss: `${provider.url}/realm` })],
  ])('are refused with %s', async (_what, token) => {
    const response = await get('/hello', token());
    expect(response.status).toBe(401);
    const challenge = response.headers.get('www-authenticate') ?? '';
    expect(challenge).toContain('error="invalid_token"');
    expect(challenge).toContain(`resource_metadata="${gatehouse.url}/.well-known/oauth-protected-resource"`);
  });

  it('are refused once they have expired, though they were good before', async () => {
    const token = office({ exp: now() + 2 });
    expect(await statusOf(token)).toBe(200);
    const deadline = Date.now() + 10_000;
    let status = 200;
    while (status === 200 && Date.now() < deadline) status = await statusOf(token);
    expect(status).toBe(401);
  });

  it('leave our own tokens alone', async () => {
    expect(await statusOf(await gatehouse.token())).toBe(200);
  });

  it('fetch nothing more, however many unknown keys they name', async () => {
    const fetches = () => provider.requests.filter((path) => path.startsWith('/office')).length;
    await statusOf(office({}, { kid: 'unknown' }));
    const before = fetches();
    const tail = office().split('.').slice(1).join('.');
    for (let done = 0; done < 1_000; done += 50) {
      const header = (index: number) => encode({ ...officeHeader, kid: `unknown-${done + index}` });
      const tokens = Array.from({ length: 50 }, (_, index) => `${header(index)}.${tail}`);
      expect(new Set(await Promise.all(tokens.map((token) => statusOf(token))))).toEqual(new Set([401]));
    }
    expect(fetches() - before).toBeLessThanOrEqual(1);
  });

  it.each(['away', 'liar'])('are answered 503, not 401, when the keys of %s cannot be had', async (name) => {
    const token = forge(
      { alg: 'RS256', kid: 'rsa-1', typ: 'at+jwt' },
      { ...officeClaims(), iss: `${provider.url}/${name}`, scp: 'x' },
      'RS256',
      rsa.privateKey,
    );
    const response = await get('/hello', token);
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toMatch(/^\d+$/);
  });
});
