import type { PiiAction } from '../../common/policy-decision.js';
import { BlindIndex, DataEncryptionKey, EnvelopeCipher, KeyRing } from '../crypto/index.js';
import { PiiAnalyzer } from './analyzer.js';
import { Anonymizer } from './anonymizer.js';
import { decodeTokenBody, encodeTokenBody } from './operators/tokens/token-body.js';

const keyRing = new KeyRing([new DataEncryptionKey('test', 1, 'active', Buffer.alloc(32, 7))]);
const anonymizer = new Anonymizer(new EnvelopeCipher(keyRing), new BlindIndex(keyRing));
/** The same keys, for somebody else's data. */
const elsewhere = new Anonymizer(new EnvelopeCipher(keyRing), new BlindIndex(keyRing), 'other');
const analyzer = new PiiAnalyzer();

const LINE = '고객 정보: 홍길동님 (hong@example.com, 010-1234-5678) 900101-1234568 4111-1111-1111-1111';
const ORIGIN = 'tool:sample';

function anonymize(text: string, action: PiiAction): string {
  return anonymizer.anonymize(text, analyzer.scan(text), action, ORIGIN);
}

describe('Anonymizer', () => {
  it.each([
    ['keep', LINE],
    ['mask', '고객 정보: 홍*동님 (hong****@example.com, 010-****-5678) 900101-******* 4111-****-****-1111'],
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
    expect(hash).toMatch(/^⟦EMAIL#[a-z2-7]{52}⟧$/);
    expect(anonymizer.apply('hash', 'hong@example.com', context)).toBe(hash);
    expect(anonymizer.apply('hash', 'hong@example.com', { ...context, origin: 'tool:other' })).not.toBe(hash);
    expect(elsewhere.apply('hash', 'hong@example.com', context)).not.toBe(hash);
    expect(anonymizer.apply('hash', hash, context)).toBe(hash);
  });

  it('encrypts so that only the same origin and type opens it', () => {
    const encrypted = anonymize(LINE, 'encrypt');
    expect(encrypted).toMatch(/^고객 정보: ⟦PERSON:[a-z2-7]+⟧님 \(⟦EMAIL:[a-z2-7]+⟧, ⟦PHONE:[a-z2-7]+⟧\)/);
    expect(anonymizer.restore(encrypted, ORIGIN)).toBe(LINE);
    expect(anonymizer.restore(encrypted, ['tool:other', ORIGIN])).toBe(LINE);
    expect(anonymizer.restore(encrypted, 'tool:other')).toBe(encrypted);
    expect(anonymizer.restore(encrypted, [])).toBe(encrypted);
  });

  describe('a token', () => {
    const context = { entityType: 'EMAIL', origin: ORIGIN } as const;
    const token = anonymizer.apply('encrypt', 'hong@example.com', context);

    it('says what it is and where it is from, and holds nothing a text format has a use for', () => {
      expect(token).toMatch(/^⟦EMAIL:[a-z2-7]+⟧$/);
      expect(anonymizer.open(token)).toEqual({
        value: 'hong@example.com',
        entityType: 'EMAIL',
        origin: ORIGIN,
        numeric: false,
      });
    });

    it('does not open under another tenant, type, or origin', () => {
      expect(elsewhere.open(token)).toBeUndefined();
      expect(elsewhere.restore(token, ORIGIN)).toBe(token);
      expect(anonymizer.open(token.replace('EMAIL', 'PHONE'))).toBeUndefined();
      const body = decodeTokenBody(token.slice('⟦EMAIL:'.length, -1))!;
      for (const moved of [
        { ...body, origin: 'tool:other' },
        { ...body, numeric: true },
      ]) {
        const changed = `⟦EMAIL:${encodeTokenBody(moved)}⟧`;
        expect(anonymizer.open(changed)).toBeUndefined();
        expect(anonymizer.restore(changed, [ORIGIN, 'tool:other'])).toBe(changed);
      }
    });

    it('does not open once any character of it was changed', () => {
      for (let index = '⟦EMAIL:'.length; index < token.length - 1; index++) {
        const other = token[index] === 'a' ? 'b' : 'a';
        expect(anonymizer.open(token.slice(0, index) + other + token.slice(index + 1))).toBeUndefined();
      }
    });

    const url = encodeURIComponent(token);
    const json = token.replace('⟦', '\\u27e6').replace('⟧', '\\u27E7');
    it.each([
      ['as it is', `to ${token}!`, 'to hong@example.com!'],
      ['in capitals', token.toUpperCase(), 'hong@example.com'],
      ['in a URL', `https://x/?to=${url}&a=1`, 'https://x/?to=hong%40example.com&a=1'],
      ['in a URL that a library wrote', new URL(`https://x/${token}`).href, 'https://x/hong%40example.com'],
      [
        'in a URL in a URL',
        `/?next=${encodeURIComponent(`/?to=${url}`)}`,
        '/?next=%2F%3Fto%3Dhong%2540example.com',
      ],
      ['in escaped JSON', `{"a":"${json}"}`, '{"a":"hong@example.com"}'],
      ['in JSON in JSON', JSON.stringify(`{"a":"${json}"}`), '"{\\"a\\":\\"hong@example.com\\"}"'],
      ['beside another', `${token}${token}`, 'hong@example.comhong@example.com'],
    ])('is restored %s', (_where, text, restored) => {
      expect(anonymizer.restore(text, ORIGIN)).toBe(restored);
      expect(analyzer.scan(text)).toEqual([]);
    });

    it('restores a value written as its place wants it', () => {
      const quoted = anonymizer.apply('encrypt', 'a"\\b', { entityType: 'DECLARED', origin: ORIGIN });
      const escaped = JSON.stringify({ a: quoted }).replace('⟦', '\\u27e6').replace('⟧', '\\u27e7');
      expect(JSON.parse(anonymizer.restore(escaped, ORIGIN))).toEqual({ a: 'a"\\b' });
      const twice = JSON.stringify({ json: escaped });
      const { json: inner } = JSON.parse(anonymizer.restore(twice, ORIGIN)) as { json: string };
      expect(JSON.parse(inner)).toEqual({ a: 'a"\\b' });
    });

    it('is the same for the same value, type and origin where that is asked for, else never', () => {
      const joinable = { ...context, deterministic: true };
      const first = anonymizer.apply('encrypt', 'hong@example.com', joinable);
      expect(anonymizer.apply('encrypt', 'hong@example.com', joinable)).toBe(first);
      expect(anonymizer.restore(first, ORIGIN)).toBe('hong@example.com');
      const others = [
        anonymizer.apply('encrypt', 'hong@example.co', joinable),
        anonymizer.apply('encrypt', 'hong@example.com', { ...joinable, entityType: 'PERSON' }),
        anonymizer.apply('encrypt', 'hong@example.com', { ...joinable, origin: 'tool:other' }),
        elsewhere.apply('encrypt', 'hong@example.com', joinable),
        anonymizer.apply('encrypt', 'hong@example.com', context),
        token,
      ].map((each) => each.slice('⟦EMAIL:'.length));
      expect(new Set([...others, first.slice('⟦EMAIL:'.length)]).size).toBe(others.length + 1);
    });
  });

  it('makes 100,000 tokens of one value, no two alike', () => {
    const tokens = new Set<string>();
    const context = { entityType: 'PERSON', origin: ORIGIN } as const;
    for (let count = 0; count < 100_000; count++) tokens.add(anonymizer.apply('encrypt', '홍길동', context));
    expect(tokens.size).toBe(100_000);
  });

  it('encrypts a whole value once, but takes no forged token for one', () => {
    const context = { entityType: 'PERSON', origin: ORIGIN } as const;
    const token = anonymizer.apply('encrypt', '홍길동', context);
    expect(anonymizer.apply('encrypt', token, context)).toBe(token);
    expect(anonymizer.apply('encrypt', '⟦PERSON:Hong⟧', context)).not.toContain('Hong');
    expect(analyzer.scan('⟦EMAIL:hong@example.com⟧')).toHaveLength(1);
    // Nor one whose type says more than a type.
    expect(anonymizer.apply('mask', token.replace('PERSON', 'A_01012345678'), context)).not.toContain(
      '01012345678',
    );
  });

  it('has no operator for a verdict', () => {
    expect(() => anonymizer.apply('reject', 'x', { entityType: 'EMAIL', origin: ORIGIN })).toThrow(TypeError);
  });
});
