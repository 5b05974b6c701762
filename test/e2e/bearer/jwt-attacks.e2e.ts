import { createPublicKey, generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decode, encode, forge, type JsonObject } from '../../support/forge-token.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';

const SECRET = 'a shared secret that is long enough for HS256';
const HOUR = 3_600;

async function expectRefused(gatehouse: Gatehouse, token: string): Promise<void> {
  const response = await fetch(`${gatehouse.url}/hello`, { headers: { authorization: `Bearer ${token}` } });
  expect(response.status).toBe(401);
  expect(response.headers.get('www-authenticate')).toContain('error="invalid_token"');
  expect(await response.text()).not.toMatch(/\bat .+\.js/);
}

describe('Forged tokens at a server with keys of its own', () => {
  let gatehouse: Gatehouse;
  let sink: Server;
  let hits = 0;
  let header: JsonObject;
  let payload: JsonObject;
  let keys: (JsonWebKey & { kid: string; alg: string })[];
  const foreign = generateKeyPairSync('rsa', { modulusLength: 2_048 });

  beforeAll(async () => {
    gatehouse = await startGatehouse();
    ({ header, payload } = decode(await gatehouse.token()));
    const response = await fetch(`${gatehouse.url}/.well-known/jwks.json`);
    ({ keys } = (await response.json()) as { keys: typeof keys });
    sink = createServer((_request, answer) => {
      hits += 1;
      answer.end(
        JSON.stringify({ keys: [{ ...foreign.publicKey.export({ format: 'jwk' }), kid: 'attacker' }] }),
      );
    });
    await new Promise<void>((resolve) => sink.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    await new Promise((resolve) => sink.close(resolve));
    await gatehouse.stop();
  });

  it.each(['none', 'None', 'NONE', 'nOnE', '', null])('alg %j', async (alg) => {
    const input = `${encode({ ...header, alg })}.${encode(payload)}`;
    for (const signature of ['', 'AAAA']) await expectRefused(gatehouse, `${input}.${signature}`);
  });

  it.each(['HS256', 'HS384', 'HS512'])('%s with a public key as the secret', async (alg) => {
    for (const { kid, ...jwk } of keys) {
      const publicKey = createPublicKey({ key: jwk, format: 'jwk' });
      const pem = publicKey.export({ format: 'pem', type: 'spki' }).toString();
      for (const secret of [
        pem,
        pem.trimEnd(),
        JSON.stringify(jwk),
        publicKey.export({ format: 'der', type: 'spki' }),
      ]) {
        await expectRefused(gatehouse, forge({ ...header, alg, kid }, payload, alg, secret));
      }
    }
  });

  it('keys and addresses of keys that the token brings along; nothing is fetched', async () => {
    const { port } = sink.address() as AddressInfo;
    const jwk = foreign.publicKey.export({ format: 'jwk' });
    const url = `http://127.0.0.1:${port}/jwks.json`;
    for (const extra of [
      { jwk },
      { jku: url },
      { x5u: url },
      { x5c: [encode('certificate')] },
      { kid: url },
    ]) {
      for (const kid of [header['kid'], 'attacker']) {
        await expectRefused(
          gatehouse,
          forge({ ...header, kid, ...extra }, payload, 'RS256', foreign.privateKey),
        );
      }
    }
    expect(hits).toBe(0);
  });

  it.each(['../../../dev/null', "x' UNION SELECT 'k", '|id', '__proto__', '', 0, {}, [], null])(
    'kid %j',
    async (kid) => {
      await expectRefused(gatehouse, forge({ ...header, kid }, payload, 'RS256', foreign.privateKey));
      await expectRefused(gatehouse, forge({ ...header, alg: 'HS256', kid }, payload, 'HS256', ''));
    },
  );

  it('a real token with any part changed', async () => {
    const token = await gatehouse.token();
    const [first, second, third = ''] = token.split('.');
    await expectRefused(gatehouse, `${first}.${encode({ ...payload, scope: 'Admin.Write' })}.${third}`);
    await expectRefused(gatehouse, `${encode({ ...header, typ: 'JWT' })}.${second}.${third}`);
    await expectRefused(gatehouse, `${first}.${second}.${third.slice(0, -4)}`);
    await expectRefused(gatehouse, `${first}.${second}.${Buffer.alloc(256).toString('base64url')}`);
  });

  // What they cost is counted in signing-keys.spec.ts: one query a second.
  it('hundreds of unknown keys, and goes on answering', async () => {
    const tokens = Array.from({ length: 300 }, (_, index) =>
      forge({ ...header, kid: `unknown-${index}` }, payload, 'HS256', 'secret'),
    );
    for (let index = 0; index < tokens.length; index += 50) {
      await Promise.all(tokens.slice(index, index + 50).map((token) => expectRefused(gatehouse, token)));
    }
    const authorization = `Bearer ${await gatehouse.token()}`;
    expect((await fetch(`${gatehouse.url}/hello`, { headers: { authorization } })).status).toBe(200);
  });
});

describe('Well-signed tokens that are wrong otherwise', () => {
  let gatehouse: Gatehouse;
  let header: JsonObject;
  let payload: JsonObject;
  const signed = (head: JsonObject, body: JsonObject) => forge(head, body, 'HS256', SECRET);
  const now = () => Math.floor(Date.now() / 1_000);

  beforeAll(async () => {
    gatehouse = await startGatehouse({ env: { JWT_SECRET_KEY: SECRET } });
    ({ header, payload } = decode(await gatehouse.token()));
  });
  afterAll(() => gatehouse.stop());

  it('are made by the same hand as the good one', async () => {
    const token = signed(header, { ...payload, jti: 'another' });
    const response = await fetch(`${gatehouse.url}/hello`, { headers: { authorization: `Bearer ${token}` } });
    expect(response.status).toBe(200);
  });

  it.each([
    ['typ JWT', { typ: 'JWT' }],
    ['no typ', { typ: undefined }],
    ['typ of a client assertion', { typ: 'client-authentication+jwt' }],
    ['an unknown crit', { crit: ['unknown'], unknown: true }],
    ['b64:false', { b64: false, crit: ['b64'] }],
    ['b64:false without crit', { b64: false }],
    ['HS512', { alg: 'HS512' }],
  ])('header: %s', async (_case, change: JsonObject) => {
    await expectRefused(gatehouse, signed({ ...header, ...change }, payload));
  });

  it.each([
    ['expired a second ago', () => ({ exp: now() - 1 })],
    ['expired long ago', () => ({ exp: now() - HOUR })],
    ['no exp', () => ({ exp: undefined })],
    ['exp as text', () => ({ exp: String(now() + HOUR) })],
    ['nbf ahead', () => ({ nbf: now() + HOUR })],
    ['iat ahead', () => ({ iat: now() + HOUR })],
    ['another issuer', () => ({ iss: 'https://attacker.example' })],
    ['no issuer', () => ({ iss: undefined })],
    ['another audience', () => ({ aud: 'https://other.example' })],
    ['an audience that begins alike', () => ({ aud: `${gatehouse.url}.attacker.example` })],
    ['no audience', () => ({ aud: undefined })],
    ['another subject', () => ({ sub: 'somebody' })],
    ['a client that does not exist', () => ({ sub: 'nobody', client_id: 'nobody' })],
    ['no jti', () => ({ jti: undefined })],
  ])('claims: %s', async (_case, change) => {
    await expectRefused(gatehouse, signed(header, { ...payload, ...change() }));
  });

  it('more scope than the client may have is not believed', async () => {
    const token = signed(header, { ...payload, scope: 'mcp.access Admin.Write' });
    const response = await fetch(`${gatehouse.url}/admin/audit/report`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(response.status).toBe(403);
  });
});
