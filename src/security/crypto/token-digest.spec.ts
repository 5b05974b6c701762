import { digestToken, matchesDigest, sha256 } from './token-digest.js';

describe('token digest', () => {
  it('is SHA-256 in base64url (FIPS 180-4, example "abc")', () => {
    expect(digestToken('abc')).toBe('ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0');
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256(Buffer.from('abc'))).toBe(sha256('abc'));
  });

  it.each([
    ['the secret', 'secret', digestToken('secret'), true],
    ['another secret', 'Secret', digestToken('secret'), false],
    ['an empty secret', '', digestToken('secret'), false],
    ['the digest itself', digestToken('secret'), digestToken('secret'), false],
    ['an empty digest', 'secret', '', false],
    ['a digest cut short', 'secret', digestToken('secret').slice(0, -1), false],
    ['a longer digest', 'secret', `${digestToken('secret')}=`, false],
    ['a digest with letters of several bytes', 'secret', '가'.repeat(43), false],
  ])('%s matches or not', (_what, secret, digest, expected) => {
    expect(matchesDigest(secret, digest)).toBe(expected);
  });
});
