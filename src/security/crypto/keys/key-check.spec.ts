import { randomBytes } from 'node:crypto';
import { DataEncryptionKey } from './data-encryption-key.js';
import { compareKeys, makeKeyCheck } from './key-check.js';
import { KeyRing } from './key-ring.js';

const MATERIAL = { a: randomBytes(32), b: randomBytes(32) };
const active = (kid: string, material: Buffer) => new DataEncryptionKey(kid, 2, 'active', material);
const deactivated = (kid: string, material: Buffer) => new DataEncryptionKey(kid, 1, 'deactivated', material);

describe('compareKeys', () => {
  const onlyA = new KeyRing([active('a', MATERIAL.a)]);
  const rotated = new KeyRing([active('b', MATERIAL.b), deactivated('a', MATERIAL.a)]);
  const onlyB = new KeyRing([active('b', MATERIAL.b)]);
  const a = makeKeyCheck(onlyA);
  const b = makeKeyCheck(rotated);

  it.each([
    ['a new database', onlyA, [], []],
    ['the same key', onlyA, [a], []],
    ['a key added', rotated, [a], []],
    ['a rotation seen by all', rotated, [a, b], []],
    ['a replica that has not rotated yet', onlyA, [a, b], ['b']],
    ['an old key taken out', onlyB, [a, b], ['a']],
  ])('starts with %s', (_what, ring, checks, missing) => {
    expect(compareKeys(ring, checks)).toEqual(missing);
  });

  it.each([
    ['keys that were lost', onlyB, [a], /encrypted with other keys \(a\)/],
    [
      'another key of the same name',
      new KeyRing([active('a', MATERIAL.b)]),
      [a],
      /the key named a is not the a/,
    ],
    [
      'another key of the same name beside the right one',
      new KeyRing([active('b', MATERIAL.a), deactivated('a', MATERIAL.a)]),
      [a, b],
      /the key named b is not the b/,
    ],
    ['a check that was altered', onlyA, [{ ...a, envelope: b.envelope }], /the key named a/],
  ])('does not start with %s', (_what, ring, checks, message) => {
    expect(() => compareKeys(ring, checks)).toThrow(message);
  });
});
