import { generateKeyPairSync } from 'node:crypto';
import { RemoteKeySets, KEY_SET_COOL_DOWN_MS } from '../../../src/auth/key-sets/remote-key-sets.js';
import { loadConfiguration } from '../../../src/config/index.js';
import { GuardedFetcher } from '../../../src/security/fetch/index.js';
import type { PublicJwk } from '../../../src/security/crypto/index.js';
import { CountingConnector, TableResolver } from '../../support/fetch-doubles.js';
import { sendJson, startLoopbackHttps, type LoopbackHttps } from '../../support/loopback-https.js';
import { MovableClock } from '../auth-guards/replica.js';

const newKey = (kid: string) => ({
  ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' }),
  kid,
});

describe('RemoteKeySets', () => {
  let site: LoopbackHttps;
  let published: unknown;
  let status = 200;
  let clock: MovableClock;
  let sets: RemoteKeySets;

  beforeAll(async () => {
    site = await startLoopbackHttps((_request, response) => {
      if (status === 200) sendJson(response, published, { 'cache-control': 'max-age=300' });
      else response.writeHead(status).end();
    });
  });
  afterAll(() => site.close());
  beforeEach(() => {
    site.requests.length = 0;
    status = 200;
    published = { keys: [newKey('first')] };
    clock = new MovableClock();
    const configuration = loadConfiguration({ FETCH_ALLOWED_HOSTS: site.host });
    sets = new RemoteKeySets(
      new GuardedFetcher(new TableResolver(), new CountingConnector(), configuration),
      clock,
    );
  });

  const url = () => `${site.url}/jwks.json`;
  const find = async (kid: string) =>
    (await sets.find(url(), (keys) => keys.some((key) => key.kid === kid))).map((key: PublicJwk) => key.kid);

  it('are fetched once for many at the same time, and kept', async () => {
    await Promise.all(Array.from({ length: 20 }, () => find('first')));
    await find('first');
    expect(site.requests).toHaveLength(1);
  });

  it('are fetched once within the cool-down, however many unknown keys are asked for', async () => {
    await find('first');
    clock.offsetMs += KEY_SET_COOL_DOWN_MS + 1;
    for (let index = 0; index < 1_000; index += 1) await find(`unknown-${index}`);
    expect(site.requests).toHaveLength(2);
  });

  it('bring a new key as soon as it is asked for', async () => {
    await find('first');
    published = { keys: [newKey('first'), newKey('second')] };
    clock.offsetMs += KEY_SET_COOL_DOWN_MS + 1;
    expect(await find('second')).toEqual(['first', 'second']);
  });

  it('lose a key that is published no more, once they have aged', async () => {
    await find('first');
    published = { keys: [newKey('second')] };
    clock.offsetMs += 301_000;
    expect(await find('first')).toEqual(['second']);
  });

  it('outlive an hour without their server, and no more', async () => {
    await find('first');
    status = 503;
    clock.offsetMs += 3_000_000;
    expect(await find('first')).toEqual(['first']);
    clock.offsetMs += 1_000_000;
    expect(await find('first')).toEqual([]);
  });

  it.each([
    ['text', 'nonsense'],
    ['no set', { key: [] }],
    ['keys that are no list', { keys: {} }],
    ['a symmetric key', { keys: [{ kty: 'oct', k: 'c2VjcmV0', kid: 'first' }] }],
    ['a short RSA key', { keys: [{ kty: 'RSA', n: 'AQAB', e: 'AQAB', kid: 'first' }] }],
    ['a key for encryption', { keys: [{ ...newKey('first'), use: 'enc' }] }],
  ])('have no keys when there is %s', async (_what, document) => {
    published = document;
    expect(await find('first')).toEqual([]);
  });
});
