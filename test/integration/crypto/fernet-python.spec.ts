import { spawnSync } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { SystemClock } from '../../../src/common/clock.js';
import { FernetCodec } from '../../../src/security/crypto/fernet/fernet-codec.js';
import { parseFernetKey, type FernetKey } from '../../../src/security/crypto/fernet/fernet-key.js';

const PROGRAM = `
import json, sys
from cryptography.fernet import Fernet, MultiFernet
job = json.load(sys.stdin)
fernet = MultiFernet([Fernet(key) for key in job["keys"]])
json.dump({
    "generated": Fernet.generate_key().decode(),
    "encrypted": [fernet.encrypt(text.encode()).decode() for text in job.get("encrypt", [])],
    "decrypted": [fernet.decrypt(token.encode(), ttl=300).decode() for token in job.get("decrypt", [])],
    "rotated": [fernet.rotate(token.encode()).decode() for token in job.get("rotate", [])],
}, sys.stdout)
`;

interface Job {
  readonly keys: readonly string[];
  readonly encrypt?: readonly string[];
  readonly decrypt?: readonly string[];
  readonly rotate?: readonly string[];
}

interface Answer {
  readonly generated: string;
  readonly encrypted: readonly string[];
  readonly decrypted: readonly string[];
  readonly rotated: readonly string[];
}

/** The system's Python first: Debian's python3-cryptography installs for that one. */
const interpreter = ['/usr/bin/python3', 'python3'].find(
  (command) => spawnSync(command, ['-c', 'import cryptography.fernet']).status === 0,
);
const describeWithPython = interpreter === undefined ? describe.skip : describe;

function python(job: Job): Answer {
  const { status, stdout, stderr } = spawnSync(interpreter ?? '', ['-c', PROGRAM], {
    input: JSON.stringify(job),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`python failed: ${stderr}`);
  return JSON.parse(stdout) as Answer;
}

function codecOf(...keys: string[]): FernetCodec {
  const [newest, ...older] = keys.map(toKey);
  if (newest === undefined) throw new Error('a codec needs a key');
  return new FernetCodec([newest, ...older], new SystemClock());
}

function toKey(text: string): FernetKey {
  const key = parseFernetKey(text);
  if (key === undefined) throw new Error('Python made a key that is not one');
  return key;
}

const randomText = (): string =>
  randomBytes(randomInt(200)).toString('latin1') + '홍길동'.repeat(randomInt(4));

describeWithPython('Fernet exchange with Python (needs python3-cryptography)', () => {
  const texts = [
    '',
    'exactly 16 bytes',
    '고객 정보: 홍길동님 🔐',
    ...Array.from({ length: 1_000 }, randomText),
  ];
  let old: string;
  let next: string;

  beforeAll(() => {
    // Keys of Python's own making, so that their format is exchanged as well.
    old = python({ keys: [`${randomBytes(32).toString('base64url')}=`] }).generated;
    next = python({ keys: [old] }).generated;
  });

  it('reads what Python writes', () => {
    const { encrypted } = python({ keys: [old], encrypt: texts });
    const codec = codecOf(old);
    expect(encrypted.map((token) => codec.decrypt(token, 300))).toEqual(texts);
  });

  it('writes what Python reads', () => {
    const codec = codecOf(old);
    const tokens = texts.map((text) => codec.encrypt(text));
    expect(python({ keys: [old], decrypt: tokens }).decrypted).toEqual(texts);
  });

  it('rotates Python’s tokens to a key Python then reads alone', () => {
    const { encrypted } = python({ keys: [old], encrypt: texts });
    const codec = codecOf(next, old);
    const rotated = encrypted.map((token) => codec.rotate(token));
    expect(python({ keys: [next], decrypt: rotated }).decrypted).toEqual(texts);
    expect(() => python({ keys: [old], decrypt: rotated.slice(0, 1) })).toThrow('InvalidToken');
  });

  it('reads what Python has rotated, with the new key alone', () => {
    const tokens = texts.map((text) => codecOf(old).encrypt(text));
    const { rotated } = python({ keys: [next, old], rotate: tokens });
    const codec = codecOf(next);
    expect(rotated.map((token) => codec.decrypt(token))).toEqual(texts);
    expect(() => codecOf(old).decrypt(rotated[0] ?? '')).toThrow('decryption failed');
  });
});
