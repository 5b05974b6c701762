import { randomBytes } from 'node:crypto';
import { readEnvironmentKeys } from './environment-keys.js';

const key = (bytes = 32): string => randomBytes(bytes).toString('base64');

describe('readEnvironmentKeys', () => {
  it('takes the first pair for new data and the others for old data', () => {
    const ring = readEnvironmentKeys(`2026-11:${key()}, 2026-05:${key()},first:${key()}`);
    expect(ring.keys.map(({ kid, version, state }) => ({ kid, version, state }))).toEqual([
      { kid: '2026-11', version: 3, state: 'active' },
      { kid: '2026-05', version: 2, state: 'deactivated' },
      { kid: 'first', version: 1, state: 'deactivated' },
    ]);
    expect(ring.active.kid).toBe('2026-11');
  });

  it.each([
    ['no kid', key(), 'pair 1: the kid must be'],
    ['an empty kid', `:${key()}`, 'pair 1: the kid must be'],
    ['a kid with a dot', `a.b:${key()}`, 'pair 1: the kid must be'],
    ['a kid of 65 letters', `${'k'.repeat(65)}:${key()}`, 'pair 1: the kid must be'],
    ['a key of 31 bytes', `a:${key(31)}`, 'pair 1: the key must be 32 bytes in base64'],
    ['a key of 33 bytes', `a:${key(33)}`, 'pair 1: the key must be 32 bytes in base64'],
    ['a key that is not base64', `a:${'!'.repeat(44)}`, 'pair 1: the key must be'],
    ['a key without padding', `a:${key().replace(/=+$/, '')}`, 'pair 1: the key must be'],
    ['a bad second pair', `a:${key()},b:short`, 'pair 2: the key must be'],
    ['a trailing comma', `a:${key()},`, 'pair 2: the kid must be'],
    ['one kid twice', `a:${key()},a:${key()}`, 'two pairs have the same kid'],
  ])('refuses %s, naming the variable and no value', (_what, text, message) => {
    const read = () => readEnvironmentKeys(text);
    expect(read).toThrow(`ENCRYPTION_KEYS: ${message}`);
    expect(read).not.toThrow(text.split(':').at(-1)?.slice(0, 12) || 'no value');
  });

  it('reports every bad pair at once', () => {
    expect(() => readEnvironmentKeys('a:x,b:y')).toThrow(/pair 1.*\n.*pair 2/);
  });
});
