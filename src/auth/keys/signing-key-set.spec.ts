import { generateKeyMaterial, toPrivateKey, toPublicKey } from './key-material.js';
import { SigningKeySet, type LoadedKey } from './signing-key-set.js';

const HOUR = 3_600_000;
const START = Date.UTC(2026, 0, 1);
const at = (hours: number) => new Date(START + hours * HOUR);

async function keyOf(generation: number, activatesAt: Date): Promise<LoadedKey> {
  const { kid, publicJwk, privatePem } = await generateKeyMaterial('ES256');
  const keys = { publicKey: toPublicKey(publicJwk), privateKey: toPrivateKey(privatePem) };
  return { kid, algorithm: 'ES256', generation, activatesAt, publicJwk, ...keys };
}

describe('SigningKeySet', () => {
  let first: LoadedKey;
  let second: LoadedKey;
  let keys: SigningKeySet;

  beforeAll(async () => {
    first = await keyOf(1, at(0));
    second = await keyOf(2, at(10));
    keys = new SigningKeySet([first, second], HOUR);
  });

  it.each([
    ['by a clock that is behind the one that made the first', -0.1, 1],
    ['before the second is activated', 9.9, 1],
    ['from the moment it is', 10, 2],
    ['long after', 100, 2],
  ])('signs with the right generation %s', (_when, hours, generation) => {
    const expected = generation === 1 ? first : second;
    expect(keys.signing('ES256', at(hours))?.kid).toBe(expected.kid);
  });

  it.each([
    ['publishes the next key before it signs', 1, [1, 2]],
    ['keeps the replaced key until its last token has expired', 10.9, [1, 2]],
    ['drops it then', 11, [2]],
  ])('%s', (_what, hours, generations) => {
    const expected = [first, second].filter(({ generation }) => generations.includes(generation));
    expect(keys.jwks(at(hours)).keys.map(({ kid }) => kid)).toEqual(expected.map(({ kid }) => kid));
    expect(keys.verifying(first.kid, at(hours)) !== undefined).toBe(generations.includes(1));
    expect(keys.expired(at(hours)).includes(first)).toBe(!generations.includes(1));
  });

  it('names the states of NIST SP 800-57', () => {
    expect(keys.statuses(at(9)).map(({ state }) => state)).toEqual(['active', 'pre-activation']);
    expect(keys.statuses(at(10.5)).map(({ state }) => state)).toEqual(['deactivated', 'active']);
  });

  it('publishes no private member, and pins algorithm and use', () => {
    for (const jwk of keys.jwks(at(1)).keys) {
      expect(Object.keys(jwk).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
      expect(jwk).toMatchObject({ alg: 'ES256', use: 'sig' });
    }
  });

  it('does not know a foreign kid or another algorithm', () => {
    expect(keys.verifying('__proto__', at(1))).toBeUndefined();
    expect(keys.signing('RS256', at(1))).toBeUndefined();
  });
});
