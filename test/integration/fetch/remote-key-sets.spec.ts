import { generateKeyPairSync } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import {
  KEY_SET_COOL_DOWN_MS,
  MAXIMUM_FETCHES,
  MAXIMUM_SETS,
  RemoteKeySets,
} from '../../../src/auth/key-sets/remote-key-sets.js';
import { ServiceUnavailableError } from '../../../src/common/problem-error.js';
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
  let fetcher: GuardedFetcher;
  let sets: RemoteKeySets;
  /** Answers that are owed to whoever asks below /silent. */
  const owed: ServerResponse[] = [];

  beforeAll(async () => {
    site = await startLoopbackHttps((request, response) => {
      if (request.url?.startsWith('/silent') === true) owed.push(response);
      else if (status === 200) sendJson(response, published, { 'cache-control': 'max-age=300' });
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
    fetcher = new GuardedFetcher(new TableResolver(), new CountingConnector(), configuration);
    sets = new RemoteKeySets(fetcher, clock);
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

  const isFirst = (keys: readonly PublicJwk[]) => keys.some(({ kid }) => kid === 'first');
  /** As many that never answer; resolves once all of them are under way, with what ends them. */
  const hold = async (count: number, holders: readonly string[] = []) => {
    const held = Array.from({ length: count }, (_each, index) =>
      sets.find(`${site.url}/silent/${holders.join()}/${index}`, isFirst, holders),
    );
    while (owed.length < count) await delay(5);
    return async () => {
      for (const response of owed.splice(0)) response.destroy();
      await Promise.all(held);
    };
  };

  it('say so when no fetch is free for a key that is not known, and find it as soon as one is', async () => {
    const release = await hold(MAXIMUM_FETCHES);
    await expect(find('first')).rejects.toThrow(ServiceUnavailableError);
    await release();
    expect(await find('first')).toEqual(['first']);
  });

  it('that are known are good enough while no fetch is free', async () => {
    await find('first');
    clock.offsetMs += 301_000;
    const release = await hold(MAXIMUM_FETCHES);
    expect(await find('first')).toEqual(['first']);
    await release();
  });

  it('are fetched a few at once for one holder, and for others all the same', async () => {
    sets = new RemoteKeySets(fetcher, clock, { altogether: MAXIMUM_FETCHES, each: 2 });
    const release = await hold(2, ['one', 'two']);
    for (const holder of ['one', 'two'])
      await expect(sets.find(url(), isFirst, [holder, 'three'])).rejects.toThrow(ServiceUnavailableError);
    expect(isFirst(await sets.find(url(), isFirst, ['three']))).toBe(true);
    await release();
    expect(isFirst(await sets.find(`${url()}?again`, isFirst, ['one', 'two']))).toBe(true);
  });

  it('are forgotten when there are too many: those first that were not used for longest', async () => {
    const at = (index: number) => sets.find(`${site.url}/${index}`, isFirst);
    for (let index = 0; index < MAXIMUM_SETS; index += 1) await at(index);
    await at(0);
    await at(MAXIMUM_SETS);
    site.requests.length = 0;
    await at(0);
    await at(1);
    expect(site.requests).toEqual(['/1']);
  }, 60_000);
});
