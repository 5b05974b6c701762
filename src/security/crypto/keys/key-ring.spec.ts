import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { DataEncryptionKey, type KeyPurpose, type KeyState } from './data-encryption-key.js';
import { KeyRing } from './key-ring.js';

const key = (kid: string, version: number, state: KeyState) =>
  new DataEncryptionKey(kid, version, state, randomBytes(32));

describe('KeyRing', () => {
  it('keeps keys of every state, newest first, and names the active one', () => {
    const ring = new KeyRing([
      key('old', 1, 'deactivated'),
      key('next', 3, 'pre-activation'),
      key('now', 2, 'active'),
    ]);
    expect(ring.keys.map(({ kid }) => kid)).toEqual(['next', 'now', 'old']);
    expect(ring.active.kid).toBe('now');
    expect(ring.find('old')?.version).toBe(1);
    expect(ring.find('other')).toBeUndefined();
  });

  it.each([
    ['no active key', [key('a', 1, 'deactivated')], 'exactly one key must be active'],
    ['two active keys', [key('a', 1, 'active'), key('b', 2, 'active')], 'exactly one key must be active'],
    ['one kid twice', [key('a', 1, 'active'), key('a', 2, 'deactivated')], 'a kid of its own'],
  ])('refuses %s', (_what, keys, message) => {
    expect(() => new KeyRing(keys)).toThrow(message);
  });
});

describe('DataEncryptionKey', () => {
  const PURPOSES: KeyPurpose[] = ['envelope/A256GCM', 'envelope/ARIA-256-GCM', 'blind-index', 'fernet'];

  it('derives another key for every purpose, always the same one, and never itself', () => {
    const material = randomBytes(32);
    const one = new DataEncryptionKey('a', 1, 'active', material);
    const again = new DataEncryptionKey('a', 1, 'active', material);
    const derived = PURPOSES.map((purpose) => one.derive(purpose).export().toString('hex'));
    expect(new Set([...derived, material.toString('hex')]).size).toBe(PURPOSES.length + 1);
    expect(PURPOSES.map((purpose) => again.derive(purpose).export().toString('hex'))).toEqual(derived);
  });

  it('shows its octets neither when inspected nor as JSON', () => {
    const material = randomBytes(32);
    const secret = new DataEncryptionKey('a', 1, 'active', material);
    secret.derive('fernet');
    const shown = inspect(secret, { depth: null, showHidden: true }) + JSON.stringify(secret);
    for (const encoding of ['hex', 'base64', 'base64url'] as const) {
      expect(shown).not.toContain(material.toString(encoding).slice(0, 12));
    }
  });

  it.each([
    ['a kid that an envelope cannot carry', 'a.b', 32],
    ['16 bytes', 'a', 16],
  ])('refuses %s', (_what, kid, bytes) => {
    expect(() => new DataEncryptionKey(kid, 1, 'active', randomBytes(bytes))).toThrow(RangeError);
  });
});
