import { randomBytes } from 'node:crypto';
import { packEnvelope, unpackEnvelope } from './compact-envelope.js';
import { DecryptionError } from './decryption-error.js';
import { EnvelopeCipher } from './envelope-cipher.js';
import { DataEncryptionKey, type KeyState } from './keys/data-encryption-key.js';
import { KeyRing } from './keys/key-ring.js';
import type { EnvelopeAlgorithm } from './envelope.js';

const AAD = 'customers.name:1';
const MATERIAL = randomBytes(32);
const key = (kid: string, version: number, state: KeyState, material = randomBytes(32)) =>
  new DataEncryptionKey(kid, version, state, material);

/** An envelope with one of its six parts replaced. */
function withPart(envelope: string, index: number, change: (part: string) => string): string {
  return envelope
    .split('.')
    .map((part, position) => (position === index ? change(part) : part))
    .join('.');
}

/** The same octets with one bit changed. */
function flip(part: string, bit = 0): string {
  const octets = Buffer.from(part, 'base64url');
  octets[bit >> 3] = (octets[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return octets.toString('base64url');
}

const ALGORITHMS: EnvelopeAlgorithm[] = ['A256GCM', 'ARIA-256-GCM'];

describe.each(ALGORITHMS)('EnvelopeCipher with %s', (algorithm) => {
  const cipher = new EnvelopeCipher(new KeyRing([key('now', 1, 'active', MATERIAL)]), algorithm);

  it.each([
    ['nothing', ''],
    ['one letter', 'a'],
    ['Korean', '홍길동님'],
    ['an emoji and a zero', '🔐\0'],
    ['a byte order mark', '\uFEFFtext'],
    ['100 KB', '가'.repeat(34_000)],
  ])('opens what it closed: %s', (_what, text) => {
    expect(cipher.decrypt(cipher.encrypt(text, AAD), AAD)).toBe(text);
  });

  it('says in clear only how it is opened', () => {
    const envelope = cipher.encrypt('hong@example.com', AAD);
    expect(envelope.split('.').slice(0, 3)).toEqual(['gh1', algorithm, 'now']);
    expect(Buffer.from(envelope.split('.')[4] ?? '', 'base64url')).toHaveLength('hong@example.com'.length);
    expect(envelope).not.toContain('hong');
  });

  it('refuses any single changed bit of iv, ciphertext and tag', () => {
    const envelope = cipher.encrypt('secret', AAD);
    const sizes = [
      [3, 12],
      [4, 6],
      [5, 16],
    ] as const;
    for (const [index, bytes] of sizes) {
      for (let bit = 0; bit < bytes * 8; bit += 1) {
        const changed = withPart(envelope, index, (part) => flip(part, bit));
        expect(() => cipher.decrypt(changed, AAD)).toThrow(DecryptionError);
      }
    }
  });

  const envelope = cipher.encrypt('secret', AAD);
  const other = cipher.encrypt('secret', AAD);
  it.each([
    ['the iv of another', withPart(envelope, 3, () => other.split('.')[3] ?? '')],
    ['the tag of another', withPart(envelope, 5, () => other.split('.')[5] ?? '')],
    ['a tag of 12 bytes', withPart(envelope, 5, (tag) => tag.slice(0, 16))],
    [
      'a tag of 4 bytes',
      withPart(envelope, 5, (tag) => Buffer.from(tag, 'base64url').subarray(0, 4).toString('base64url')),
    ],
    ['no tag', withPart(envelope, 5, () => '')],
    ['a longer tag', withPart(envelope, 5, (tag) => `${tag}AA`)],
    ['an empty iv', withPart(envelope, 3, () => '')],
    ['an iv of 8 bytes', withPart(envelope, 3, () => 'AAAAAAAAAAA')],
    ['an iv of 16 bytes', withPart(envelope, 3, () => randomBytes(16).toString('base64url'))],
    ['a ciphertext cut short', withPart(envelope, 4, (text) => text.slice(0, 4))],
    ['no ciphertext', withPart(envelope, 4, () => '')],
    ['a longer ciphertext', withPart(envelope, 4, (text) => `${text}AAAA`)],
    ['an unknown kid', withPart(envelope, 2, () => 'other')],
    ['an empty kid', withPart(envelope, 2, () => '')],
    ['a kid named like an object member', withPart(envelope, 2, () => '__proto__')],
    [
      'the other algorithm',
      withPart(envelope, 1, (name) => ALGORITHMS.find((known) => known !== name) ?? ''),
    ],
    ['an unknown algorithm', withPart(envelope, 1, () => 'none')],
    ['an algorithm in lower case', withPart(envelope, 1, (name) => name.toLowerCase())],
    ['another format', withPart(envelope, 0, () => 'gh2')],
    ['a seventh part', `${envelope}.AA`],
    ['five parts', envelope.split('.').slice(0, 5).join('.')],
    ['padding', `${envelope}==`],
    ['a space', ` ${envelope}`],
    ['a line end', `${envelope}\n`],
    [
      'unused bits set',
      withPart(envelope, 5, (tag) => tag.replace(/.$/, (last) => (last === 'B' ? 'C' : nextCharacter(last)))),
    ],
    ['nothing', ''],
    ['the text itself', 'secret'],
  ])('refuses %s', (_what, changed) => {
    expect(changed).not.toBe(envelope);
    expect(() => cipher.decrypt(changed, AAD)).toThrow(new DecryptionError());
  });

  it.each([
    ['another row', 'customers.name:2'],
    ['another column', 'customers.email:1'],
    ['no context', ''],
    ['a context that begins the same', `${AAD}0`],
    ['another Unicode form', AAD.replace('a', 'á')],
  ])('does not open in %s', (_what, aad) => {
    expect(() => cipher.decrypt(cipher.encrypt('secret', AAD), aad)).toThrow(new DecryptionError());
  });

  it('does not open with another key of the same name', () => {
    const foreign = new EnvelopeCipher(new KeyRing([key('now', 1, 'active')]), algorithm);
    expect(() => foreign.decrypt(envelope, AAD)).toThrow(new DecryptionError());
  });
});

/** The base64url character after this one: of a last character only unused bits change. */
function nextCharacter(character: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return alphabet[alphabet.indexOf(character) + 1] ?? '';
}

describe('EnvelopeCipher', () => {
  const old = new EnvelopeCipher(new KeyRing([key('old', 1, 'active', MATERIAL)]));
  const rotated = new EnvelopeCipher(
    new KeyRing([key('new', 2, 'active'), key('old', 1, 'deactivated', MATERIAL)]),
    'ARIA-256-GCM',
  );

  it('still opens what an older key and another algorithm closed', () => {
    expect(rotated.decrypt(old.encrypt('secret', AAD), AAD)).toBe('secret');
  });

  it('rotates to the active key and algorithm, once', () => {
    const envelope = rotated.rotate(old.encrypt('secret', AAD), AAD);
    expect(envelope).toMatch(/^gh1\.ARIA-256-GCM\.new\./);
    expect(rotated.decrypt(envelope, AAD)).toBe('secret');
    expect(rotated.rotate(envelope, AAD)).toBe(envelope);
  });

  it('rotates nothing that does not open', () => {
    const envelope = rotated.encrypt('secret', AAD);
    expect(() => rotated.rotate(envelope, 'elsewhere')).toThrow(DecryptionError);
  });

  it('makes 100,000 envelopes without repeating an iv', () => {
    const text = 'x'.repeat(100);
    const ivs = new Set<string>();
    for (let count = 0; count < 100_000; count += 1) ivs.add(old.encrypt(text, AAD).split('.')[3] ?? '');
    expect(ivs.size).toBe(100_000);
  });

  it('closes equal texts equally on request, under a key and IVs of their own', () => {
    const envelope = old.encryptDeterministically('secret', AAD);
    expect(envelope).toMatch(/^gh1s\.A256GCM\.old\./);
    expect(old.encryptDeterministically('secret', AAD)).toBe(envelope);
    expect(old.decrypt(envelope, AAD)).toBe('secret');
    const posingAsRandom = envelope.replace('gh1s.', 'gh1.');
    expect(() => old.decrypt(posingAsRandom, AAD)).toThrow(DecryptionError);
  });

  it.each([
    ['another text', 'secreT', AAD],
    ['another context', 'secret', `${AAD}0`],
    ['text that was context', '', `${AAD}secret`],
  ])('closes %s under another synthetic iv', (_what, text, aad) => {
    const iv = (envelope: string) => envelope.split('.')[3];
    expect(iv(old.encryptDeterministically(text, aad))).not.toBe(
      iv(old.encryptDeterministically('secret', AAD)),
    );
  });

  it('gives 100,000 texts 100,000 synthetic ivs', () => {
    const ivs = new Set<string>();
    for (let count = 0; count < 100_000; count += 1)
      ivs.add(old.encryptDeterministically(String(count), AAD).split('.')[3] ?? '');
    expect(ivs.size).toBe(100_000);
  });

  it('rotates what is deterministic to what is deterministic', () => {
    const envelope = rotated.rotate(old.encryptDeterministically('secret', AAD), AAD);
    expect(envelope).toBe(rotated.encryptDeterministically('secret', AAD));
    expect(rotated.rotate(envelope, AAD)).toBe(envelope);
  });

  it.each(['encrypt', 'encryptDeterministically'] as const)('packs what %s gives and unpacks it', (how) => {
    const envelope = rotated[how]('secret', AAD);
    const packed = packEnvelope(envelope);
    expect(packed).toHaveLength(2 + 'new'.length + 12 + 16 + 'secret'.length);
    expect(unpackEnvelope(packed)).toBe(envelope);
    expect(unpackEnvelope(packed.subarray(0, 2 + 3 + 12 + 15))).toBeUndefined();
    expect(() => packEnvelope('secret')).toThrow(TypeError);
  });

  it('derives the key of a purpose once: HKDF costs as much as several envelopes', () => {
    const shared = key('shared', 1, 'active');
    expect(shared.derive('envelope/A256GCM')).toBe(shared.derive('envelope/A256GCM'));
    expect(shared.derive('envelope/A256GCM')).not.toBe(shared.derive('envelope/ARIA-256-GCM'));
  });
});
