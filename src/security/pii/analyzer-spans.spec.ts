import { PiiAnalyzer } from './analyzer.js';
import { ALL_TYPES } from './entity-types.js';
import type { Finding } from './finding.js';

const analyzer = new PiiAnalyzer();

/** What texts are made of: values, halves of values, and everything that is read as something else. */
const PIECES = [
  ...[
    '공일공',
    '일이삼사',
    '오육칠팔',
    '공',
    '이',
    '구',
    ' 다시 ',
    '에 ',
    '이에요',
    'ㅡ',
    '—',
    '-',
    ' ',
    ' ',
  ],
  ...['010', '-1234', '5678', '4111 1111 1111 1111', '900101-1234568', '203.0.113.7', '２', '𝟎', '\ud835'],
  ...[
    'a',
    'hong',
    '@',
    '골뱅이',
    ' (at) ',
    '[dot]',
    '.com',
    '닷컴',
    '"john doe"@',
    'example.com',
    '%40',
    '%EA%B9%80',
  ],
  ...[
    '홍길동',
    '김',
    '님',
    '씨 ',
    '성명: ',
    '서울시 강남구 역삼동 12-3',
    'Mr. John Smith',
    'my name is ',
    'ann lee',
  ],
  ...[
    '\\u0040',
    '\\n',
    '&#64;',
    '&commat;',
    '&',
    '%2',
    '\u200b',
    '\u3000',
    '\u1112\u1169\u11bc',
    '\u1100',
    '🙂',
  ],
  ...['\n', ',', '"', ':', '=', '(', ')', '⟦', '身份证', '電話', '계좌 ', '국민은행 ', 'SIN ', '0x'],
];

/** Numbers in [0, 1) that are the same in every run. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function randomText(random: () => number): string {
  const count = 1 + Math.floor(random() * 16);
  return Array.from({ length: count }, () => PIECES[Math.floor(random() * PIECES.length)]!).join('');
}

/** What is wrong with a span; empty when nothing is. */
function mistakeIn(text: string, { start, end }: Finding, previousEnd: number): string {
  if (start >= end) return 'is empty';
  if (start < previousEnd) return 'overlaps another';
  if (end > text.length) return 'is out of range';
  const value = text.slice(start, end);
  if (/^[\s\u200b]|[\s\u200b]$/.test(value)) return 'takes along what stands around the value';
  return /^[\udc00-\udfff]|[\ud800-\udbff]$/.test(value) ? 'cuts a character' : '';
}

function mistakesIn(text: string, findings: readonly Finding[]): string[] {
  return findings.flatMap((finding, index) => {
    const mistake = mistakeIn(text, finding, findings[index - 1]?.end ?? 0);
    return mistake === ''
      ? []
      : [`${finding.entityType} at ${finding.start}-${finding.end} ${mistake}: ${text}`];
  });
}

describe('spans of findings', () => {
  it.each([1, 2, 3, 4])('are not empty, out of range or overlapping in random texts (seed %i)', (seed) => {
    const random = mulberry32(seed);
    const mistakes: string[] = [];
    let found = 0;
    for (let count = 0; count < 2_500; count++) {
      const text = randomText(random);
      const plain = analyzer.scan(text, ALL_TYPES);
      found += plain.length;
      mistakes.push(...mistakesIn(text, plain));
      mistakes.push(...mistakesIn(text, analyzer.scanLabelled('phone', text, ALL_TYPES)));
    }
    expect(mistakes).toEqual([]);
    expect(found).toBeGreaterThan(1_000);
  });

  it.each([
    ['전화 공일공 일이삼사 오육칠팔 입니다', '공일공 일이삼사 오육칠팔'],
    ['번호는 공일공-일이삼사-오육칠팔이에요', '공일공-일이삼사-오육칠팔'],
    ['010-1234-5678\u200b입니다', '010-1234-5678'],
    ['메일 hong 골뱅이 naver.com 으로', 'hong 골뱅이 naver.com'],
  ])('of %j are exactly the value', (text, value) => {
    expect(analyzer.scan(text).map(({ start, end }) => text.slice(start, end))).toEqual([value]);
  });
});
