import fc from 'fast-check';
import { PiiAnalyzer } from './analyzer.js';

const analyzer = new PiiAnalyzer();

describe('PiiAnalyzer', () => {
  it.each([
    [
      '고객 정보: 홍길동님 (hong@example.com, 010-1234-5678)',
      '고객 정보: 홍*동님 (hong****@example.com, 010-****-5678)',
    ],
    [
      'Customer info: John Doe (john@example.com, 010-1234-5678)',
      'Customer info: J*** D** (john****@example.com, 010-****-5678)',
    ],
    ['주민번호 900101-1234568', '주민번호 900101-*******'],
    ['카드 4111-1111-1111-1111', '카드 4111-****-****-1111'],
    ['IP 203.0.113.7', 'IP 203.0.*.*'],
    ['postgres://user:pa55@db/x', 'postgres://***:***@db/x'],
    ['서울특별시 강남구 테헤란로 152', '서울특별시 강남구 **** ***'],
    ['여권 M12345678', '여권 M********'],
    ['GB82 WEST 1234 5698 7654 32', 'GB** **** **** **** **54 32'],
    ['nothing of the kind', 'nothing of the kind'],
  ])('masks %j', (text, masked) => {
    expect(analyzer.mask(text)).toBe(masked);
  });

  it('finds name, e-mail and phone with positions, scores and no values', () => {
    const findings = analyzer.scan('홍길동님 (hong@example.com, 010-1234-5678)');
    expect(findings.map(({ entityType, start, end }) => [entityType, start, end])).toEqual([
      ['PERSON', 0, 3],
      ['EMAIL', 6, 22],
      ['PHONE', 24, 37],
    ]);
    expect(JSON.stringify(findings)).not.toMatch(/홍길동|hong|5678/);
  });

  it('gives offsets of the text as written, also where hidden characters were read over', () => {
    const text = 'T: 0１0\u200b-1234-5678!';
    const [finding] = analyzer.scan(text);
    expect(text.slice(finding!.start, finding!.end)).toBe('0１0\u200b-1234-5678');
  });

  it('reads decomposed Hangul', () => {
    expect(analyzer.scan('홍길동님'.normalize('NFD')).map(({ entityType }) => entityType)).toEqual([
      'PERSON',
    ]);
  });

  it.each([
    ['phone', '01012345678', 'PHONE'],
    ['phone', '1012345678', 'PHONE'],
    ['주민번호', '9001011234567', 'KR_RRN'],
    ['성명', '홍길동', 'PERSON'],
    ['name', '홍길동', 'PERSON'],
    ['customer name', 'jane roe', 'PERSON'],
    ['account number', '110234567890', 'BANK_ACCOUNT'],
  ])('reads a value under %j', (label, text, entityType) => {
    expect(analyzer.scanLabelled(label, text)).toMatchObject([{ entityType, start: 0, end: text.length }]);
  });

  it.each([
    ['name', 'Standing desk'],
    ['name', 'Standing Desk'],
    ['name', '키보드'],
    ['name', '무선 마우스'],
    ['product name', 'John Deere'],
    ['id', '1012345678'],
    ['created at', '1611234567890'],
    ['price', '129000'],
    ['title', 'Broken keyboard'],
  ])('finds nothing under %j in %j', (label, text) => {
    expect(analyzer.scanLabelled(label, text)).toEqual([]);
  });

  const pieces = fc.constantFrom(
    '홍길동님 ',
    'hong@example.com',
    '010-1234-5678 ',
    '900101-1234568,',
    'John Doe <',
    '> ',
    '\n',
    '4111 1111 1111 1111',
    '서울시 강남구 테헤란로 152 ',
    '⟦',
    '\u200b',
    '１',
    ' ',
    '-',
    'GB82 WEST 1234 5698 7654 32',
    'http://u:p@h ',
    '12가 3456',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(pieces, { maxLength: 12 }).map((all) => all.join(' ')),
  );

  it('gives findings in order, inside the text and without overlaps, whatever the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let from = 0;
        for (const { start, end } of analyzer.scan(text)) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeGreaterThan(start);
          from = end;
        }
        expect(from).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('changes nothing when it masks a second time', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = analyzer.mask(text);
        expect(analyzer.mask(once)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });
});
