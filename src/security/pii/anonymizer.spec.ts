import type { PiiAction } from '../../common/policy-decision.js';
import { BlindIndex, DataEncryptionKey, EnvelopeCipher, KeyRing } from '../crypto/index.js';
import { PiiAnalyzer } from './analyzer.js';
import { Anonymizer } from './anonymizer.js';

const keyRing = new KeyRing([new DataEncryptionKey('test', 1, 'active', Buffer.alloc(32, 7))]);
const anonymizer = new Anonymizer(new EnvelopeCipher(keyRing), new BlindIndex(keyRing));
const analyzer = new PiiAnalyzer();

const LINE = '고객 정보: 홍길동님 (hong@example.com, 010-1234-5678) 900101-1234568 4111-1111-1111-1111';
const ORIGIN = 'tool:sample';

function anonymize(text: string, action: PiiAction): string {
  return anonymizer.anonymize(text, analyzer.scan(text), action, ORIGIN);
}

describe('Anonymizer', () => {
  it.each([
    ['keep', LINE],
    ['mask', '고객 정보: 홍*동님 (h***@example.com, 010-****-5678) 900101-******* ****-****-****-1111'],
    ['redact', '고객 정보: 님 (, )  '],
    ['replace', '고객 정보: <PERSON>님 (<EMAIL>, <PHONE>) <KR_RRN> <CREDIT_CARD>'],
  ] as const)('applies %s', (action, expected) => {
    expect(anonymize(LINE, action)).toBe(expected);
  });

  it.each(['mask', 'redact', 'replace', 'hash', 'encrypt'] as const)(
    '%s changes nothing the second time',
    (action) => {
      const once = anonymize(LINE, action);
      expect(once).not.toBe(LINE);
      expect(analyzer.scan(once)).toEqual([]);
      expect(anonymize(once, action)).toBe(once);
    },
  );

  it('hashes equal values equally, and differently for another origin', () => {
    const context = { entityType: 'EMAIL', origin: ORIGIN } as const;
    const hash = anonymizer.apply('hash', 'hong@example.com', context);
    expect(hash).toMatch(/^⟦EMAIL#[\w-]{43}⟧$/);
    expect(anonymizer.apply('hash', 'hong@example.com', context)).toBe(hash);
    expect(anonymizer.apply('hash', 'hong@example.com', { ...context, origin: 'tool:other' })).not.toBe(hash);
    expect(anonymizer.apply('hash', hash, context)).toBe(hash);
  });

  it('encrypts so that only the same origin and type opens it', () => {
    const encrypted = anonymize(LINE, 'encrypt');
    expect(encrypted).toMatch(/^고객 정보: ⟦PERSON:gh1\..+⟧님 \(⟦EMAIL:gh1\..+⟧, ⟦PHONE:gh1\..+⟧\)/);
    expect(anonymizer.restore(encrypted, ORIGIN)).toBe(LINE);
    expect(anonymizer.restore(encrypted, 'tool:other')).toBe(encrypted);
    const mislabelled = encrypted.replaceAll('EMAIL', 'PHONE');
    expect(anonymizer.restore(mislabelled, ORIGIN)).not.toContain('hong@example.com');
  });

  it('encrypts a whole value once, but takes no forged token for one', () => {
    const context = { entityType: 'PERSON', origin: ORIGIN } as const;
    const token = anonymizer.apply('encrypt', '홍길동', context);
    expect(anonymizer.apply('encrypt', token, context)).toBe(token);
    expect(anonymizer.apply('encrypt', '⟦PERSON:Hong⟧', context)).not.toContain('Hong');
  });

  it('has no operator for a verdict', () => {
    expect(() => anonymizer.apply('reject', 'x', { entityType: 'EMAIL', origin: ORIGIN })).toThrow(TypeError);
  });
});
