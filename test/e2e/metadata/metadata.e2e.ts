import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';

type Json = Record<string, unknown>;
const DOCUMENTS = [
  '/.well-known/openid-configuration',
  '/.well-known/oauth-authorization-server',
  '/.well-known/jwks.json',
  '/.well-known/oauth-protected-resource',
  '/.well-known/oauth-protected-resource/mcp',
];

async function json(url: string): Promise<Json> {
  return (await (await fetch(url)).json()) as Json;
}

describe('metadata', () => {
  let gatehouse: Gatehouse;

  beforeAll(async () => {
    gatehouse = await startGatehouse({
      env: { SERVICE_DOCUMENTATION_URL: 'https://docs.example.com/gatehouse' },
    });
  });
  afterAll(() => gatehouse.stop());

  it.each([
    '/.well-known/oauth-authorization-server/other',
    '/.well-known/openid-configuration/other',
    '/.well-known/oauth-protected-resource/other',
    '/.well-known/oauth-protected-resource/mcp/x',
  ])('does not exist at %s', async (path) => {
    expect((await fetch(gatehouse.url + path)).status).toBe(404);
  });

  it.each(DOCUMENTS)('%s is public JSON that caches and pages may read', async (path) => {
    const response = await fetch(gatehouse.url + path, { headers: { origin: 'https://page.example' } });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    expect(response.headers.get('cache-control')).toBe('public, max-age=300');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
    expect(Object.keys((await response.json()) as Json).length).toBeGreaterThan(0);
  });

  it.each(DOCUMENTS)('%s answers 304 to who has it already', async (path) => {
    const etag = (await fetch(gatehouse.url + path)).headers.get('etag') ?? '';
    const again = await fetch(gatehouse.url + path, { headers: { 'if-none-match': `"other", W/${etag}` } });
    const other = await fetch(gatehouse.url + path, { headers: { 'if-none-match': '"other"' } });
    expect([again.status, other.status]).toEqual([304, 200]);
  });

  it.each(DOCUMENTS)('%s answers the preflight of any page', async (path) => {
    const headers = { origin: 'https://page.example', 'access-control-request-method': 'GET' };
    const response = await fetch(gatehouse.url + path, { method: 'OPTIONS', headers });
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([204, '*']);
  });

  it('lists what answers, and nothing else (RFC 8414)', async () => {
    const document = await json(`${gatehouse.url}/.well-known/oauth-authorization-server`);
    expect(document).toMatchObject({
      issuer: gatehouse.url,
      token_endpoint: `${gatehouse.url}/oauth2/token`,
      authorization_endpoint: `${gatehouse.url}/oauth2/authorize`,
      jwks_uri: `${gatehouse.url}/.well-known/jwks.json`,
      scopes_supported: expect.arrayContaining(['mcp.access', 'read', 'write', 'audit.read', 'Admin.Write']),
      response_types_supported: ['code'],
      code_challenge_methods_supported: ['S256'],
      grant_types_supported: ['authorization_code', 'client_credentials', 'refresh_token'],
      token_endpoint_auth_methods_supported: expect.arrayContaining([
        'client_secret_basic',
        'private_key_jwt',
        'none',
      ]),
      protected_resources: [gatehouse.url, `${gatehouse.url}/mcp`],
      service_documentation: 'https://docs.example.com/gatehouse',
    });
    const endpoints = Object.entries(document).filter(([name]) => name.endsWith('_endpoint'));
    const statusOf = async (url: unknown, method: string) =>
      (await fetch(String(url), { method, redirect: 'manual' })).status;
    for (const [name, url] of endpoints) {
      const statuses = [await statusOf(url, 'GET'), await statusOf(url, 'POST')];
      expect({ name, isThere: statuses.some((status) => status !== 404) }).toEqual({ name, isThere: true });
    }
  });

  it('says the same in the form of OpenID Connect', async () => {
    const oauth = await json(`${gatehouse.url}/.well-known/oauth-authorization-server`);
    const openid = await json(`${gatehouse.url}/.well-known/openid-configuration`);
    expect(openid).toEqual(oauth);
    expect(openid).toMatchObject({
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: expect.arrayContaining(['RS256']),
    });
  });

  it.each([
    ['', ''],
    ['/mcp', '/mcp'],
  ])('describes the protected resource "%s" (RFC 9728)', async (metadata, resource) => {
    expect(await json(`${gatehouse.url}/.well-known/oauth-protected-resource${metadata}`)).toEqual({
      resource: gatehouse.url + resource,
      authorization_servers: [gatehouse.url],
      scopes_supported: ['mcp.access'],
      bearer_methods_supported: ['header'],
      resource_name: expect.any(String),
      resource_documentation: 'https://docs.example.com/gatehouse',
    });
  });

  it('publishes public keys only', async () => {
    const { keys } = (await json(`${gatehouse.url}/.well-known/jwks.json`)) as { keys: Json[] };
    const members = keys.map((key) => [key['alg'], Object.keys(key).sort().join(' ')]);
    expect(members.sort()).toEqual([
      ['ES256', 'alg crv kid kty use x y'],
      ['RS256', 'alg e kid kty n use'],
    ]);
  });

  it('lets a gateway validate a token from discovery alone, as Azure API Management does', async () => {
    const { issuer, jwks_uri: jwksUri } = await json(`${gatehouse.url}/.well-known/openid-configuration`);
    const jwks = createRemoteJWKSet(new URL(String(jwksUri)));
    const expected = { issuer: String(issuer), audience: 'mcp-client', algorithms: ['RS256'] };
    const { payload } = await jwtVerify(await gatehouse.token(), jwks, expected);
    expect(payload['client_id']).toBe('mcp-client');
    await expect(jwtVerify(await gatehouse.adminToken(), jwks, expected)).rejects.toThrow();
  });
});

describe('metadata of an issuer with a path', () => {
  const PUBLIC_URL = 'https://example.com/gate';
  let gatehouse: Gatehouse;
  const ask = (path: string) => fetch(`http://127.0.0.1:${gatehouse.port}${path}`);

  beforeAll(async () => {
    gatehouse = await startGatehouse({ env: { PUBLIC_URL } });
  });
  afterAll(() => gatehouse.stop());

  it.each(['oauth-authorization-server', 'openid-configuration'])(
    '%s answers with the path behind it, and before it',
    async (name) => {
      const paths = [`/.well-known/${name}`, `/.well-known/${name}/gate`, `/gate/.well-known/${name}`];
      for (const path of paths) {
        expect(await (await ask(path)).json()).toMatchObject({ issuer: PUBLIC_URL });
      }
      expect((await ask(`/.well-known/${name}/gat`)).status).toBe(404);
    },
  );

  it('describes its resources where RFC 9728 §3.1 puts them', async () => {
    const root = await (await ask('/.well-known/oauth-protected-resource/gate')).json();
    const mcp = await (await ask('/.well-known/oauth-protected-resource/gate/mcp')).json();
    expect([root, mcp]).toMatchObject([{ resource: PUBLIC_URL }, { resource: `${PUBLIC_URL}/mcp` }]);
  });
});

describe('an issuer configured with a trailing slash', () => {
  const PUBLIC_URL = 'https://example.com/gate/';

  it('stands everywhere byte for byte, and the URLs below it have one slash', async () => {
    const gatehouse = await startGatehouse({ env: { PUBLIC_URL } });
    try {
      const base = `http://127.0.0.1:${gatehouse.port}`;
      for (const name of ['oauth-authorization-server', 'openid-configuration']) {
        expect(await json(`${base}/.well-known/${name}`)).toMatchObject({
          issuer: PUBLIC_URL,
          token_endpoint: 'https://example.com/gate/oauth2/token',
        });
      }
      expect(await json(`${base}/.well-known/oauth-protected-resource/gate/mcp`)).toMatchObject({
        resource: 'https://example.com/gate/mcp',
        authorization_servers: [PUBLIC_URL],
      });
      const token = await gatehouse.token();
      expect(decodeJwt(token).iss).toBe(PUBLIC_URL);
      const root = await fetch(base, { headers: { authorization: `Bearer ${token}` } });
      expect(await root.json()).toMatchObject({ issuer: PUBLIC_URL });
    } finally {
      await gatehouse.stop();
    }
  });
});

describe('metadata of a server with a shared secret', () => {
  let gatehouse: Gatehouse;

  beforeAll(async () => {
    gatehouse = await startGatehouse({
      env: { JWT_SECRET_KEY: 'mcp-oauth2-demo-secret-key-2025', REGISTRATION: 'open' },
    });
  });
  afterAll(() => gatehouse.stop());

  it('lists no key, and says so in the log', async () => {
    expect(await json(`${gatehouse.url}/.well-known/jwks.json`)).toEqual({ keys: [] });
    expect(gatehouse.output()).toMatch(/HS256.*JWKS lists no key/);
    expect(gatehouse.output()).toMatch(/"level":"warn".*published demo value/);
    const token = await gatehouse.token();
    const hello = await fetch(`${gatehouse.url}/hello`, { headers: { authorization: `Bearer ${token}` } });
    expect(hello.status).toBe(200);
  });

  it('names the algorithm that everything is signed with', async () => {
    expect(await json(`${gatehouse.url}/.well-known/oauth-authorization-server`)).toMatchObject({
      id_token_signing_alg_values_supported: ['HS256'],
      introspection_signing_alg_values_supported: ['HS256'],
    });
    const introspection = await fetch(`${gatehouse.url}/oauth2/introspect`, {
      method: 'POST',
      headers: { accept: 'application/token-introspection+jwt' },
      body: new URLSearchParams({
        token: await gatehouse.token(),
        client_id: 'mcp-client',
        client_secret: 'secret',
      }),
    });
    expect(decodeProtectedHeader(await introspection.text()).alg).toBe('HS256');
  });

  it.each([
    ['nothing', undefined, 201, { id_token_signed_response_alg: 'HS256' }],
    ['that one', 'HS256', 201, { id_token_signed_response_alg: 'HS256' }],
    ['another', 'ES256', 400, { error: 'invalid_client_metadata' }],
  ])('registers clients for it that ask for %s', async (_what, algorithm, status, body) => {
    const answer = await fetch(`${gatehouse.url}/oauth2/register`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        redirect_uris: ['https://app.example/cb'],
        id_token_signed_response_alg: algorithm,
      }),
    });
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject(body);
  });
});
