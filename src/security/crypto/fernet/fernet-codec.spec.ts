import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Clock } from '../../../common/clock.js';
import { encodePadded } from '../base64url.js';
import { DecryptionError } from '../decryption-error.js';
import { FernetCodec } from './fernet-codec.js';
import { parseFernetKey, type FernetKey } from './fernet-key.js';
import { sealFernetToken } from './fernet-token.js';

interface Vector {
  readonly desc?: string;
  readonly token: string;
  readonly now: string;
  readonly ttl_sec: number;
  readonly src: string;
  readonly secret: string;
  readonly iv: readonly number[];
}

interface PythonTokens {
  readonly keys: readonly string[];
  readonly tokens: readonly { key: string; text: string; issuedAt: number; token: string }[];
}

class FixedClock extends Clock {
  constructor(readonly time: Date) {
    super();
  }
  now(): Date {
    return this.time;
  }
}

const fixture = <T>(name: string): T =>
  JSON.parse(readFileSync(`test/fixtures/fernet/${name}.json`, 'utf8')) as T;
const at = (seconds: number) => new FixedClock(new Date(seconds * 1000));

function keyOf(text: string): FernetKey {
  const key = parseFernetKey(text);
  if (key === undefined) throw new Error('the fixture has no usable key');
  return key;
}

describe('Fernet spec vectors', () => {
  const [generate, verify, invalid] = ['spec-generate', 'spec-verify', 'spec-invalid'].map((name) =>
    fixture<Vector[]>(name),
  );

  it('are ten', () => {
    expect([generate?.length, verify?.length, invalid?.length]).toEqual([1, 1, 8]);
  });

  it.each(generate ?? [])('generate: $src', ({ src, now, iv, secret, token }) => {
    const content = { plaintext: Buffer.from(src), issuedAt: Date.parse(now) / 1000 };
    expect(sealFernetToken(content, Buffer.from(iv), keyOf(secret))).toBe(token);
  });

  it.each(verify ?? [])('verify: $src', ({ token, now, ttl_sec, secret, src }) => {
    const codec = new FernetCodec([keyOf(secret)], new FixedClock(new Date(now)));
    expect(codec.decrypt(token, ttl_sec)).toBe(src);
  });

  it.each(invalid ?? [])('invalid: $desc', ({ token, now, ttl_sec, secret }) => {
    const codec = new FernetCodec([keyOf(secret)], new FixedClock(new Date(now)));
    expect(() => codec.decrypt(token, ttl_sec)).toThrow(new DecryptionError());
  });
});

describe('tokens made by Python’s cryptography', () => {
  const { keys, tokens } = fixture<PythonTokens>('python-tokens');
  const [newest, older] = keys.map(keyOf);

  it.each(tokens)('opens $text of $issuedAt', ({ token, text, key, issuedAt }) => {
    expect(new FernetCodec([keyOf(key)], at(issuedAt)).decrypt(token, 0)).toBe(text);
  });

  it('opens them all with both keys, and rotates them to the newest', () => {
    const both = new FernetCodec([newest!, older!], at(1_700_000_100));
    const onlyNewest = new FernetCodec([newest!], at(1_700_000_100));
    const texts = tokens.map(({ token }) => onlyNewest.decrypt(both.rotate(token)));
    expect(texts).toEqual(tokens.map(({ text }) => text));
  });
});

describe('FernetCodec', () => {
  const key = keyOf(encodePadded(randomBytes(32)));
  const next = keyOf(encodePadded(randomBytes(32)));
  const NOW = 1_800_000_000;
  const codec = new FernetCodec([key], at(NOW));
  const token = codec.encrypt('hello');

  it('opens what it closed, and never closes the same way twice', () => {
    expect(codec.decrypt(codec.encrypt('홍길동 🔐'))).toBe('홍길동 🔐');
    expect(codec.encrypt('hello')).not.toBe(token);
  });

  it.each([
    ['at its greatest age', 60, 60, true],
    ['one second older', 61, 60, false],
    ['without a limit, years later', 100_000_000, undefined, true],
    ['60 seconds ahead', -60, undefined, true],
    ['61 seconds ahead', -61, undefined, false],
    ['61 seconds ahead of a limit', -61, 60, false],
  ])('a token %s', (_what, age, ttl, opens) => {
    const decrypt = () => new FernetCodec([key], at(NOW + age)).decrypt(token, ttl);
    if (opens) expect(decrypt()).toBe('hello');
    else expect(decrypt).toThrow(new DecryptionError());
  });

  it('refuses any single changed bit', () => {
    const octets = Buffer.from(token, 'base64url');
    for (let bit = 0; bit < octets.length * 8; bit += 1) {
      const changed = Buffer.from(octets);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => codec.decrypt(encodePadded(changed))).toThrow(DecryptionError);
    }
  });

  const octets = Buffer.from(token, 'base64url');
  it.each([
    ['no padding', token.replace(/=+$/, '')],
    ['too much padding', `${token}=`],
    ['the other base64 alphabet', sealWithSpecialCharacters(key).replaceAll('-', '+').replaceAll('_', '/')],
    ['a space in it', `${token.slice(0, 8)} ${token.slice(8)}`],
    ['a line end', `${token}\n`],
    ['unused bits set', withUnusedBits(token)],
    ['a byte too much', encodePadded(Buffer.concat([octets, Buffer.alloc(1)]))],
    ['a byte too few', encodePadded(octets.subarray(0, -1))],
    ['no ciphertext', encodePadded(Buffer.concat([octets.subarray(0, 25), octets.subarray(-32)]))],
    ['version 0x81', encodePadded(Buffer.concat([Buffer.from([0x81]), octets.subarray(1)]))],
    ['nothing', ''],
    ['another key’s token', new FernetCodec([next], at(NOW)).encrypt('hello')],
    [
      'octets that are no text',
      sealFernetToken({ plaintext: Buffer.from([0xff]), issuedAt: NOW }, randomBytes(16), key),
    ],
    [
      'a timestamp beyond every calendar',
      sealFernetToken({ plaintext: Buffer.from('a'), issuedAt: 2 ** 53 }, randomBytes(16), key),
    ],
  ])('refuses %s', (_what, bad) => {
    expect(() => codec.decrypt(bad)).toThrow(new DecryptionError());
  });

  it('rotates with the timestamp it had: rotation makes no token younger', () => {
    const later = new FernetCodec([next, key], at(NOW + 100));
    const rotated = later.rotate(token);
    expect(new FernetCodec([next], at(NOW + 100)).decrypt(rotated, 100)).toBe('hello');
    expect(() => later.decrypt(rotated, 99)).toThrow(DecryptionError);
    expect(() => codec.decrypt(rotated)).toThrow(DecryptionError);
  });

  it('rotates nothing of another key', () => {
    expect(() => new FernetCodec([next], at(NOW)).rotate(token)).toThrow(new DecryptionError());
  });
});

function withUnusedBits(token: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return token.replace(
    /(.)(=+)$/,
    (_all, last: string, padding: string) => alphabet[alphabet.indexOf(last) + 1]! + padding,
  );
}

/** A token in which the two base64 alphabets differ. */
function sealWithSpecialCharacters(key: FernetKey): string {
  for (;;) {
    const token = sealFernetToken(
      { plaintext: Buffer.from('hello'), issuedAt: 1_800_000_000 },
      randomBytes(16),
      key,
    );
    if (/[-_]/.test(token)) return token;
  }
}
