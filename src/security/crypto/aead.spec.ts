import { createSecretKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { open, seal } from './aead.js';
import { DecryptionError } from './decryption-error.js';
import { formatEnvelope, parseEnvelope } from './envelope.js';

interface Vector {
  readonly tcId: number;
  readonly comment: string;
  readonly result: 'valid' | 'invalid';
  readonly key: string;
  readonly iv: string;
  readonly aad: string;
  readonly msg: string;
  readonly ct: string;
  readonly tag: string;
}

interface Group {
  readonly ivSize: number;
  readonly tests: readonly Vector[];
}

const { testGroups } = JSON.parse(readFileSync('test/fixtures/wycheproof/aes-256-gcm.json', 'utf8')) as {
  testGroups: readonly Group[];
};
const ours = testGroups.filter(({ ivSize }) => ivSize === 96).flatMap(({ tests }) => tests);
const others = testGroups.filter(({ ivSize }) => ivSize !== 96).flatMap(({ tests }) => tests);
const octets = (hex: string) => Buffer.from(hex, 'hex');

/** The vector as an envelope reads after it was written; undefined when it cannot be one. */
function throughText({ iv, ct, tag }: Vector) {
  const names = { ivKind: 'random', algorithm: 'A256GCM', kid: 'k' } as const;
  return parseEnvelope(
    formatEnvelope({ ...names, iv: octets(iv), ciphertext: octets(ct), tag: octets(tag) }),
  );
}

function keyOf({ key, aad }: Vector) {
  return { algorithm: 'A256GCM', key: createSecretKey(octets(key)), aad: octets(aad) } as const;
}

describe('the envelope against the AES-GCM vectors of Wycheproof', () => {
  it('has those of 256-bit keys and 96-bit IVs', () => expect(ours).toHaveLength(66));

  it.each(ours)('$tcId $result $comment', (vector) => {
    const envelope = throughText(vector);
    const opened = () => open(keyOf(vector), envelope!).toString('hex');
    if (vector.result === 'invalid') return expect(opened).toThrow(DecryptionError);
    expect(opened()).toBe(vector.msg);
    const sealed = seal(keyOf(vector), octets(vector.iv), octets(vector.msg));
    return expect([sealed.ciphertext.toString('hex'), sealed.tag.toString('hex')]).toEqual([
      vector.ct,
      vector.tag,
    ]);
  });

  it.each(others)('$tcId is no envelope: its IV has another length', (vector) => {
    expect(throughText(vector)).toBeUndefined();
  });
});
