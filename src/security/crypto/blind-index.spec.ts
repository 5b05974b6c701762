import { randomBytes } from 'node:crypto';
import { BlindIndex } from './blind-index.js';
import { DataEncryptionKey } from './keys/data-encryption-key.js';
import { KeyRing } from './keys/key-ring.js';

const OLD = randomBytes(32);
const before = new BlindIndex(new KeyRing([new DataEncryptionKey('old', 1, 'active', OLD)]));
const after = new BlindIndex(
  new KeyRing([
    new DataEncryptionKey('new', 2, 'active', randomBytes(32)),
    new DataEncryptionKey('old', 1, 'deactivated', OLD),
  ]),
);

describe('BlindIndex', () => {
  it('gives equal values of one context equal macs', () => {
    expect(before.compute('hong@example.com', 'customers.email')).toMatch(/^[\w-]{43}$/);
    expect(before.compute('a', 'x')).toBe(before.compute('a', 'x'));
  });

  it.each([
    ['another value', 'b', 'x'],
    ['another case', 'A', 'x'],
    ['another context', 'a', 'y'],
    ['an end of the context moved into the value', 'x:a', ''],
    ['a length moved into the value', ':a', 'x'],
  ])('tells %s apart', (_what, value, context) => {
    expect(before.compute(value, context)).not.toBe(before.compute('a', 'x'));
  });

  it('depends on the key', () => {
    expect(after.compute('a', 'x')).not.toBe(before.compute('a', 'x'));
  });

  it('finds rows written before a key rotation, and writes with the active key', () => {
    expect(after.candidates('a', 'x')).toEqual([after.compute('a', 'x'), before.compute('a', 'x')]);
  });
});
