import { fold, originEnd, originOf } from './fold.js';

/** What is written, and what recognizers read. */
const READ = [
  ['full-width letters, digits and marks', 'ａ＠ｂ．ｃ：１', 'a@b.c:1'],
  ['digits of other scripts', '٠١٠ ۰۱۰ ०१० ০১০ ๐๑๐', '010 010 010 010 010'],
  ['mathematical digits', '𝟎𝟏𝟎 𝟘𝟙𝟘', '010 010'],
  ['zero-width characters', '01\u200b0\u200d-\u2060\ufeff1\u00ad2', '010-12'],
  ['marks of direction', '\u202a010\u200e-1234\u2066-5\u202c', '010-1234-5'],
  ['fillers, selectors and tags', '홍\u3164길\uffa0동 a\ufe0f@\u{e0041}b\u{e0100}.c', '홍길동 a@b.c'],
  ['typographic hyphens and spaces', '010–1234—5678\u00a0x\u3000y', '010-1234-5678 x y'],
  ['decomposed Hangul', '\u1112\u1169\u11bc\u1100\u1175\u11af', '홍길'],
  ['percent signs', 'a%40b.c%EA%B9%80', 'a@b.c김'],
  ['escapes of JSON', '\\u0040 \\x40 \\/ \\"', '@ @ / "'],
  ['entities', '&#64; &#x40; &commat; &nbsp;', '@ @ @  '],
  ['a number in words', '공일공 일이삼사 오육칠팔', '010-1234-5678'],
  ['a number in words with particles', '공일공에 일이삼사에 오육칠팔이에요', '010-1234-5678이에요'],
  ['spoken hyphens', '팔팔공일공일 다시 일이삼사오육칠', '880101-1234567'],
  ['an at in words', 'hong (at) example [dot] com', 'hong@example.com'],
  ['an at in Korean words', 'hong 골뱅이 naver닷컴', 'hong@naver.com'],
] as const;

/** What stays as it is. */
const KEPT = [
  '평범한 문장입니다.',
  'plain text, 100% of it & more \\o/',
  '%zz %4 %80 %C3%zz %00',
  '\\u12 \\xg0 \\q',
  '&unknown; &#xffffffff; &#1; & ;',
  '이 사람이 일이 많다',
  '일이삼사오육칠팔',
  '(at) x(at)',
  '\ud835 \ud835a \u1100 \u1100a',
];

describe('fold', () => {
  it.each(READ)('reads %s', (_what, written, read) => {
    expect(fold(written).text).toBe(read);
  });

  it.each(KEPT)('leaves %j alone', (text) => {
    expect(fold(text)).toEqual({ text, origins: undefined, original: text });
  });
});

/** A text, a value in what is read, and the part of the text it was read from. */
const ORIGINS = [
  ['tel ０１０-1234.', '010-1234', '０１０-1234'],
  ['\u200b010\u200b-1234\u200b.', '010-1234', '010\u200b-1234'],
  ['제 번호는 공일공 일이삼사 오육칠팔 입니다', '010-1234-5678', '공일공 일이삼사 오육칠팔'],
  ['공일공 일이삼사 오육칠팔이에요', '010-1234-5678', '공일공 일이삼사 오육칠팔'],
  ['메일 hong 골뱅이 naver.com 임', 'hong@naver.com', 'hong 골뱅이 naver.com'],
  ['메일 hong 골뱅이 naver.com 임', 'hong', 'hong'],
  ['메일 hong골뱅이naver 닷컴', 'hong@naver.com', 'hong골뱅이naver 닷컴'],
  ['?q=a%40b.co&x', 'a@b.co', 'a%40b.co'],
  [
    '\u1112\u1169\u11bc\u1100\u1175\u11af\u1103\u1169\u11bc님',
    '홍길동',
    '\u1112\u1169\u11bc\u1100\u1175\u11af\u1103\u1169\u11bc',
  ],
  ['🙂 𝟎𝟏𝟎 🙂', '010', '𝟎𝟏𝟎'],
  // Part of what was read from one thing is all of it.
  ['공일공 일이삼사 오육칠팔', '1234', '공일공 일이삼사 오육칠팔'],
] as const;

describe('originOf and originEnd', () => {
  it.each(ORIGINS)('of %j place %j exactly', (text, value, origin) => {
    const folded = fold(text);
    const at = folded.text.indexOf(value);
    expect(at).toBeGreaterThanOrEqual(0);
    expect(text.slice(originOf(folded, at), originEnd(folded, at + value.length))).toBe(origin);
  });

  it('are the offsets themselves where nothing is read otherwise', () => {
    const folded = fold('010-1234');
    expect([originOf(folded, 4), originEnd(folded, 8)]).toEqual([4, 8]);
  });
});
