import { randomBytes } from 'node:crypto';
import { DataEncryptionKey } from '../keys/data-encryption-key.js';
import { KeyRing } from '../keys/key-ring.js';
import { fernetKeysOf } from './fernet-keys.js';

const ring = new KeyRing([
  new DataEncryptionKey('old', 1, 'deactivated', randomBytes(32)),
  new DataEncryptionKey('now', 2, 'active', randomBytes(32)),
]);
const key = (bytes = 32): string => randomBytes(bytes).toString('base64url');

describe('fernetKeysOf', () => {
  it('reads the configured keys in their order', () => {
    const keys = fernetKeysOf(['A'.repeat(43) + '=', `${key()}=`], ring);
    expect(keys).toHaveLength(2);
    expect(keys[0].signingKey.export()).toEqual(Buffer.alloc(16));
  });

  it('derives one of every key of the ring when none is configured, the active one first', () => {
    const keys = fernetKeysOf([], ring);
    const derived = Buffer.concat([keys[0].signingKey.export(), keys[0].encryptionKey.export()]);
    expect(keys).toHaveLength(2);
    expect(derived).toEqual(ring.active.derive('fernet').export());
  });

  it.each([
    ['no padding', key()],
    ['31 bytes', key(31)],
    ['33 bytes', `${key(33)}`],
    ['the other alphabet', `${'+/'.repeat(21)}8=`],
    ['unused bits', 'A'.repeat(42) + 'B='],
    ['words', 'not a key'],
  ])('refuses %s, naming the variable and no value', (_what, bad) => {
    const read = () => fernetKeysOf([`${key()}=`, bad], ring);
    expect(read).toThrow('FERNET_KEYS: key 2 must be 32 bytes in base64url with padding');
    expect(read).not.toThrow(bad);
  });
});
