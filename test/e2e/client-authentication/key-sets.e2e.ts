import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { createClient } from '../../support/clients.js';
import { forge } from '../../support/forge-token.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import {
  LOOPBACK_AUTHORITY_FILE,
  sendJson,
  startLoopbackHttps,
  type LoopbackHttps,
} from '../../support/loopback-https.js';

const JWT_BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
/** More than are fetched at once. */
const SILENT = 12;

describe('key sets of clients, while some never answer', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'own' }];
  let site: LoopbackHttps;
  let gatehouse: Gatehouse;

  beforeAll(async () => {
    site = await startLoopbackHttps((request, response) => {
      if (request.url?.startsWith('/silent') !== true) sendJson(response, { keys });
    });
    gatehouse = await startGatehouse({
      env: {
        FETCH_ALLOWED_HOSTS: `${site.host},127.0.0.1:${site.port}`,
        NODE_EXTRA_CA_CERTS: LOOPBACK_AUTHORITY_FILE,
        REGISTRATION: 'open',
        REGISTRATIONS_PER_MINUTE: '1000',
        TRUSTED_PROXIES: '127.0.0.0/8,::1',
      },
    });
  });
  afterAll(async () => {
    await gatehouse.stop();
    await site.close();
  });

  const register = async (jwksUri: string): Promise<string> => {
    const answer = await fetch(`${gatehouse.url}/oauth2/register`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        redirect_uris: ['https://app.example/cb'],
        token_endpoint_auth_method: 'private_key_jwt',
        jwks_uri: jwksUri,
      }),
    });
    return ((await answer.json()) as { client_id: string }).client_id;
  };
  const ask = (clientId: string, parameters: Record<string, string>, address: string) => {
    const now = Math.floor(Date.now() / 1_000);
    const claims = {
      iss: clientId,
      sub: clientId,
      aud: gatehouse.url,
      iat: now,
      exp: now + 60,
      jti: randomUUID(),
    };
    return fetch(`${gatehouse.url}/oauth2/token`, {
      method: 'POST',
      headers: { 'x-forwarded-for': address },
      body: new URLSearchParams({
        ...parameters,
        client_assertion: forge({ alg: 'ES256', kid: 'own' }, claims, 'ES256', privateKey),
        client_assertion_type: JWT_BEARER,
      }),
    });
  };
  /** Proven clients hear that the code is none. */
  const CODE = {
    grant_type: 'authorization_code',
    code: 'none',
    redirect_uri: 'https://app.example/cb',
    code_verifier: 'v'.repeat(43),
  };
  const errorOf = async (answer: Response) => ((await answer.json()) as { error?: string }).error;

  it('are had for administrators’ clients, and for others but those who share a host or an address with the silent', async () => {
    const machine = await createClient(gatehouse, {
      grantTypes: ['client_credentials'],
      scopes: ['mcp.access'],
      defaultScopes: ['mcp.access'],
      authMethods: ['private_key_jwt'],
      jwksUri: `${site.url}/jwks.json`,
    });
    const [neighbour, stranger] = [
      await register(`${site.url}/neighbour.json`),
      await register(`https://127.0.0.1:${site.port}/stranger.json`),
    ];
    const silent = await Promise.all(
      Array.from({ length: SILENT }, (_each, index) => register(`${site.url}/silent/${index}`)),
    );
    const attack = silent.map((clientId, index) => ask(clientId, CODE, `198.51.100.${index}`));
    while (site.requests.length < 2) await delay(10);
    // All of them have been asked by then, and none was given up yet.
    await delay(1_000);

    const served = await ask(machine.clientId, { grant_type: 'client_credentials' }, '203.0.113.1');
    expect(served.status).toBe(200);
    const apart = await ask(stranger, CODE, '203.0.113.2');
    expect({ status: apart.status, error: await errorOf(apart) }).toEqual({
      status: 400,
      error: 'invalid_grant',
    });
    const beside = await ask(neighbour, CODE, '203.0.113.3');
    expect(beside.status).toBe(503);
    expect(Number(beside.headers.get('retry-after'))).toBeGreaterThan(0);

    const statuses = (await Promise.all(attack)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 503)).toHaveLength(SILENT - 2);
    const later = await ask(neighbour, CODE, '203.0.113.3');
    expect(await errorOf(later)).toBe('invalid_grant');
  });
});
