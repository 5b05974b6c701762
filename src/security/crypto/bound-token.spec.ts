import { randomBytes } from 'node:crypto';
import { BoundTokens } from './bound-token.js';
import { DataEncryptionKey } from './keys/data-encryption-key.js';
import { KeyRing } from './keys/key-ring.js';

const old = (state: 'active' | 'deactivated') => new DataEncryptionKey('old', 1, state, OLD);
const OLD = randomBytes(32);

describe('BoundTokens', () => {
  const tokens = new BoundTokens(new KeyRing([old('active')]));
  const token = tokens.make('browser', 'consent 1');

  it.each<[string, string, string[], boolean]>([
    ['what it was made of', token, ['browser', 'consent 1'], true],
    ['another browser', token, ['Browser', 'consent 1'], false],
    ['another request', token, ['browser', 'consent 2'], false],
    ['the same letters cut elsewhere', token, ['browserc', 'onsent 1'], false],
    ['one part only', token, ['browserconsent 1'], false],
    ['no token', '', ['browser', 'consent 1'], false],
    ['a token cut short', token.slice(0, -2), ['browser', 'consent 1'], false],
    ['a longer token', `${token}AA`, ['browser', 'consent 1'], false],
  ])('matches by %s, or not', (_what, candidate, parts, expected) => {
    expect(tokens.matches(candidate, ...parts)).toBe(expected);
  });

  it('knows tokens made before a key rotation, and none of another installation', () => {
    const rotated = new KeyRing([
      old('deactivated'),
      new DataEncryptionKey('new', 2, 'active', randomBytes(32)),
    ]);
    const other = new KeyRing([new DataEncryptionKey('old', 1, 'active', randomBytes(32))]);
    expect(new BoundTokens(rotated).matches(token, 'browser', 'consent 1')).toBe(true);
    expect(new BoundTokens(rotated).make('browser', 'consent 1')).not.toBe(token);
    expect(new BoundTokens(other).matches(token, 'browser', 'consent 1')).toBe(false);
  });
});
