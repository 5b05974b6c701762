import {
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify as verifySignature,
  type KeyObject,
} from 'node:crypto';
import {
  AccessTokenVerifier,
  ClientAdministration,
  Clients,
  InvalidTokenError,
  SigningKeys,
  TokenIssuer,
} from '../../../src/auth/index.js';
import { REACHES_REPLICAS_MS, within } from '../../support/eventually.js';
import { decode, encode, forge, type JsonObject } from '../../support/forge-token.js';
import { relativeCost } from '../../support/relative-cost.js';
import { configurationOf } from '../../support/test-configuration.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { startReplica, type Replica } from './replica.js';

const HOUR = 3_600;

describe('AccessTokenVerifier', () => {
  let database: TestDatabase;
  let replica: Replica;
  let verifier: AccessTokenVerifier;
  let issuer: string;
  let key: { kid: string; key: KeyObject };
  let rsaKey: { kid: string; key: KeyObject };
  const foreign = generateKeyPairSync('ec', { namedCurve: 'P-256' });

  beforeAll(async () => {
    database = await createTestDatabase();
    replica = await startReplica(database);
    verifier = replica.module.get(AccessTokenVerifier);
    issuer = configurationOf(database).server.publicUrl;
    key = await replica.module.get(SigningKeys).obtainSigningKey('ES256');
    rsaKey = await replica.module.get(SigningKeys).obtainSigningKey('RS256');
    await replica.module
      .get(ClientAdministration)
      .create({ clientId: 'caller', clientName: 'Caller', roles: ['user'] });
  });
  afterAll(async () => {
    await replica.close();
    await database.drop();
  });

  const now = () => Math.floor(Date.now() / 1000);
  const header = (change: JsonObject = {}): JsonObject => ({
    alg: 'ES256',
    typ: 'at+jwt',
    kid: key.kid,
    ...change,
  });
  const claims = (change: JsonObject = {}): JsonObject => ({
    iss: issuer,
    sub: 'caller',
    client_id: 'caller',
    aud: [issuer],
    scope: 'mcp.access read',
    iat: now(),
    exp: now() + HOUR,
    jti: `jti-${Math.random()}`,
    ...change,
  });
  const signed = (head: JsonObject, body: unknown) => forge(head, body, 'ES256', key.key);
  const verify = (token: string, resource = '/') => verifier.verify(token, resource);
  const refusal = (token: string, resource?: string): Promise<InvalidTokenError> =>
    verify(token, resource).then(
      () => Promise.reject(new Error('was accepted')),
      (error: unknown) => error as InvalidTokenError,
    );

  async function expectRefused(token: string, reason: string): Promise<void> {
    const error = await refusal(token);
    expect(error).toBeInstanceOf(InvalidTokenError);
    expect({ status: error.status, reason: error.reason }).toEqual({ status: 401, reason });
    expect(error.headers['WWW-Authenticate']).toContain('error="invalid_token"');
  }

  describe('accepts', () => {
    it('what the server issues, and says who calls', async () => {
      const client = await replica.module.get(Clients).find('caller');
      if (client === undefined) throw new Error('no client');
      const scopes = ['mcp.access', 'write'];
      const token = await replica.module.get(TokenIssuer).issue({ client, scopes, audience: [issuer] });
      expect(await verify(token.accessToken)).toMatchObject({
        subject: 'caller',
        clientId: 'caller',
        kind: 'client',
        scopes,
        roles: ['user'],
        issuer,
        audience: [issuer],
        tokenId: token.jti,
      });
    });

    it.each(['at+jwt', 'AT+JWT', 'application/at+jwt', 'Application/At+Jwt'])('typ %s', async (typ) => {
      await expect(verify(signed(header({ typ }), claims()))).resolves.toMatchObject({ subject: 'caller' });
    });

    it.each([
      ['the public URL on routes', '/', ''],
      ['its own URL on /mcp', '/mcp', '/mcp'],
      ['the public URL on /mcp', '/mcp', ''],
    ])('the audience: %s', async (_case, resource, suffix) => {
      const token = signed(header(), claims({ aud: `${issuer}${suffix}` }));
      await expect(verify(token, resource)).resolves.toMatchObject({ audience: [`${issuer}${suffix}`] });
    });

    it('a duplicate member, of which the last counts for everybody', async () => {
      const body = JSON.stringify(claims()).replace('"sub":"caller"', '"sub":"somebody","sub":"caller"');
      await expect(verify(signed(header(), body))).resolves.toMatchObject({ subject: 'caller' });
    });

    it('claims it does not know, and a token of a replica whose clock is ahead', async () => {
      const token = signed(header(), claims({ iat: now() + 50, nbf: now() + 50, custom: { a: 1 } }));
      await expect(verify(token)).resolves.toMatchObject({ subject: 'caller' });
    });

    it('no scope that was taken from the client since', async () => {
      const token = signed(header(), claims({ scope: 'read audit.read Admin.Write unknown' }));
      await expect(verify(token)).resolves.toMatchObject({ scopes: ['read'] });
    });
  });

  describe('refuses by header', () => {
    const unsigned = (alg: unknown, tail: string) => `${encode(header({ alg }))}.${encode(claims())}.${tail}`;

    it.each(['none', 'None', 'NONE', 'nOnE', '', null, undefined, 0, ['ES256'], { alg: 'ES256' }])(
      'alg %j, without or with a signature',
      async (alg) => {
        await expectRefused(unsigned(alg, ''), 'token_malformed');
        await expectRefused(unsigned(alg, encode('signature')), 'wrong_algorithm');
        await expectRefused(signed(header({ alg }), claims()), 'wrong_algorithm');
      },
    );

    it.each(['HS256', 'HS384', 'HS512'])('%s with the public key as the secret', async (alg) => {
      for (const { kid, key: privateKey } of [key, rsaKey]) {
        const publicKey = createPublicKey(privateKey);
        const pem = publicKey.export({ format: 'pem', type: 'spki' }).toString();
        const jwk = JSON.stringify(publicKey.export({ format: 'jwk' }));
        const der = publicKey.export({ format: 'der', type: 'spki' });
        for (const secret of [pem, pem.trim(), jwk, der]) {
          await expectRefused(forge(header({ alg, kid }), claims(), alg, secret), 'wrong_algorithm');
        }
      }
    });

    it.each(['RS512', 'PS256', 'RS384'])('%s with the RSA key that is pinned to RS256', async (alg) => {
      await expectRefused(
        forge(header({ alg, kid: rsaKey.kid }), claims(), alg, rsaKey.key),
        'wrong_algorithm',
      );
    });

    it.each([
      ['jwk', foreign.publicKey.export({ format: 'jwk' })],
      ['jku', 'https://attacker.example/jwks.json'],
      ['x5u', 'https://attacker.example/cert.pem'],
      ['x5c', ['MIIB']],
    ])('%s, with and without a known kid', async (name, value) => {
      for (const kid of [key.kid, 'attacker', undefined]) {
        const token = forge(header({ kid, [name]: value }), claims(), 'ES256', foreign.privateKey);
        await expectRefused(token, 'foreign_key');
      }
      await expectRefused(signed(header({ [name]: value }), claims()), 'foreign_key');
    });

    it.each([
      undefined,
      null,
      '',
      'unknown',
      '../../../../dev/null',
      "' OR '1'='1",
      '$(id)',
      '__proto__',
      'constructor',
      0,
      {},
      ['a'],
      'k'.repeat(4_000),
    ])('kid %j', async (kid) => {
      await expectRefused(forge(header({ kid }), claims(), 'ES256', foreign.privateKey), 'unknown_key');
      await expectRefused(signed(header({ kid }), claims()), 'unknown_key');
      await expectRefused(forge(header({ kid, alg: 'HS256' }), claims(), 'HS256', ''), 'unknown_key');
    });

    it.each([
      'JWT',
      'jwt',
      '',
      null,
      undefined,
      'at-jwt',
      'at+jwt2',
      'text/at+jwt',
      'dpop+jwt',
      'logout+jwt',
      ['at+jwt'],
    ])('typ %j', async (typ) => {
      await expectRefused(signed(header({ typ }), claims()), 'wrong_typ');
    });

    it.each([[['exp']], [['b64']], [['unknown']], [[]], ['exp'], [null]])('crit %j', async (crit) => {
      await expectRefused(signed(header({ crit, unknown: 1 }), claims()), 'unknown_crit');
    });

    it.each([false, 'false', 0, null])('b64 %j', async (b64) => {
      await expectRefused(signed(header({ b64 }), claims()), 'unencoded_payload');
    });
  });

  describe('refuses by form', () => {
    it.each([
      ['nothing', ''],
      ['a word', 'garbage'],
      ['two parts', 'a.b'],
      ['four parts', 'a.b.c.d'],
      ['a JWE', 'a.b.c.d.e'],
      ['no JSON', `${encode('{')}.${encode('{}')}.aaaa`],
      ['a header that is a list', `${encode([])}.${encode({})}.aaaa`],
      ['a header that is null', `${encode('null')}.${encode({})}.aaaa`],
      ['padding', `${encode({ alg: 'ES256' })}==.${encode({})}.aaaa`],
      ['too much', `${encode({ alg: 'ES256' })}.${'a'.repeat(9_000)}.aaaa`],
    ])('%s', async (_case, token) => {
      await expectRefused(token, 'token_malformed');
    });
  });

  describe('refuses by signature', () => {
    it('another key under a known kid', async () => {
      await expectRefused(forge(header(), claims(), 'ES256', foreign.privateKey), 'token_unproven');
    });

    it('every part tampered with', async () => {
      const token = signed(header(), claims());
      const { header: head, payload, signature } = decode(token);
      const [first, second] = token.split('.');
      const zero = Buffer.alloc(64).toString('base64url');
      await expectRefused(
        `${first}.${encode({ ...payload, scope: 'Admin.Write' })}.${signature}`,
        'token_unproven',
      );
      await expectRefused(`${encode({ ...head, extra: 1 })}.${second}.${signature}`, 'token_unproven');
      await expectRefused(`${first}.${second}.${signature.slice(0, -8)}`, 'token_unproven');
      await expectRefused(`${first}.${second}.${zero}`, 'token_unproven');
    });
  });

  describe('refuses by claim', () => {
    it.each(['iss', 'sub', 'client_id', 'aud', 'exp', 'iat', 'jti'])(
      'a missing or mistyped %s',
      async (name) => {
        for (const value of [undefined, null, '', {}, [], [1], true]) {
          const error = await refusal(signed(header(), claims({ [name]: value })));
          expect(error).toBeInstanceOf(InvalidTokenError);
          expect(['claims_malformed', 'token_unproven']).toContain(error.reason);
        }
      },
    );

    it.each([
      ['expired', () => ({ exp: now() - 1 }), 'token_expired'],
      ['long expired', () => ({ exp: now() - HOUR }), 'token_unproven'],
      ['exp as text', () => ({ exp: String(now() + HOUR) }), 'token_unproven'],
      ['exp beyond any date', () => ({ exp: 1e300 }), 'claims_malformed'],
      ['not valid yet', () => ({ nbf: now() + HOUR }), 'token_unproven'],
      ['issued in the future', () => ({ iat: now() + HOUR }), 'token_not_yet_valid'],
      ['nbf as text', () => ({ nbf: '0' }), 'token_unproven'],
      ['another issuer', () => ({ iss: 'https://attacker.example' }), 'token_unproven'],
      ['the issuer with a slash', () => ({ iss: `${issuer}/` }), 'token_unproven'],
      ['a subject nobody knows', () => ({ sub: 'somebody' }), 'unknown_subject'],
      ['a client nobody knows', () => ({ sub: 'nobody', client_id: 'nobody' }), 'client_inactive'],
      ['scope as a list', () => ({ scope: ['read'] }), 'claims_malformed'],
    ])('%s', async (_case, change, reason) => {
      await expectRefused(signed(header(), claims(change())), reason);
    });

    it.each(['null', '[]', '"text"', '1', '{', ''])('a payload that is %s', async (body) => {
      const error = await refusal(signed(header(), body));
      expect(error).toBeInstanceOf(InvalidTokenError);
    });
  });

  describe('refuses by audience', () => {
    it.each([
      ['another server', '/', () => ['https://other.example']],
      ['a name', '/', () => ['mcp-client']],
      ['a longer URL', '/', () => [`${issuer}/api`]],
      ['a shorter URL', '/mcp', () => [issuer.slice(0, -1)]],
      ['the URL of /mcp on a route', '/', () => [`${issuer}/mcp`]],
      ['a slash more', '/mcp', () => [`${issuer}/mcp/`]],
    ])('%s', async (_case, resource, aud) => {
      const error = await refusal(signed(header(), claims({ aud: aud() })), resource);
      expect(error.reason).toBe('wrong_audience');
      expect(error.headers['WWW-Authenticate']).toContain(
        `resource_metadata="${issuer}/.well-known/oauth-protected-resource${resource === '/' ? '' : resource}"`,
      );
    });

    it('of a token that another resource has just accepted', async () => {
      const token = signed(header(), claims({ aud: `${issuer}/mcp` }));
      await expect(verify(token, '/mcp')).resolves.toMatchObject({ subject: 'caller' });
      expect((await refusal(token, '/')).reason).toBe('wrong_audience');
    });
  });

  it('refuses a remembered token once it has expired', async () => {
    const token = signed(header(), claims({ exp: now() + 30 }));
    await verify(token);
    replica.clock.offsetMs = 31_000;
    try {
      await expectRefused(token, 'token_expired');
    } finally {
      replica.clock.offsetMs = 0;
    }
  });

  it('forgets what it remembers when the client is disabled, and accepts it again afterwards', async () => {
    const administration = replica.module.get(ClientAdministration);
    await administration.create({ clientId: 'short-lived', clientName: 'Short-lived' });
    const token = signed(header(), claims({ sub: 'short-lived', client_id: 'short-lived' }));
    await verify(token);
    await administration.disable('short-lived');
    await eventually(async () => (await refusal(token)).reason === 'client_inactive');
    await administration.enable('short-lived');
    await eventually(async () => (await verify(token).catch(() => undefined)) !== undefined);
  });

  it('refuses the tokens of a client that was deleted, whoever has its id now', async () => {
    const administration = replica.module.get(ClientAdministration);
    const clients = replica.module.get(Clients);
    const namesake = { clientId: 'namesake', clientName: 'Namesake' };
    const issueToken = async () => {
      const client = await clients.find('namesake');
      if (client === undefined) throw new Error('no client');
      const request = { client, scopes: ['mcp.access'], audience: [issuer] };
      return (await replica.module.get(TokenIssuer).issue(request)).accessToken;
    };
    await administration.create(namesake);
    const token = await issueToken();
    await verify(token);
    await administration.delete('namesake');
    await eventually(async () => (await refusal(token)).reason === 'client_inactive');
    await administration.create(namesake);
    await eventually(async () => (await verify(await issueToken())).clientId === 'namesake');
    await expectRefused(token, 'client_inactive');
  });

  it('refuses what is older than an access token may become now, however long it was issued for', async () => {
    const { accessTokenTtl } = configurationOf(database).tokens;
    const token = signed(header(), claims({ exp: now() + accessTokenTtl + HOUR }));
    try {
      replica.clock.offsetMs = (accessTokenTtl - 10) * 1_000;
      await verify(token);
      replica.clock.offsetMs = (accessTokenTtl + 1) * 1_000;
      await expectRefused(token, 'token_expired');
    } finally {
      replica.clock.offsetMs = 0;
    }
  });

  async function eventually(condition: () => Promise<boolean>): Promise<void> {
    const held = await within(REACHES_REPLICAS_MS, () => condition().catch(() => false));
    expect(held).toBe(true);
  }

  it('answers from memory for a third of what proving a signature costs, or less', async () => {
    const token = signed(header(), claims());
    const text = Buffer.from(token);
    const signature = sign('sha256', text, foreign.privateKey);
    const cost = await relativeCost(
      { times: 1_000, run: () => verify(token) },
      { times: 100, run: () => verifySignature('sha256', text, foreign.publicKey, signature) },
    );
    // About 0.03 on a machine at rest.
    expect(cost).toBeLessThan(1 / 3);
  });
});
