import { PiiAnalyzer } from './analyzer.js';
import type { NumberRecognizer } from './recognizers/recognizer.js';
import { Scanner } from './scanner.js';
import { TRIGGERS } from './text/character-class.js';

const analyzer = new PiiAnalyzer();
const ADVERSARIAL_LENGTH = 102_400;

const ORDINARY =
  '이번 분기 보고서에 따르면 북부 지역의 매출은 12퍼센트 늘었고 비용은 거의 변하지 않았습니다. Please review section 4 ' +
  'before Friday and send comments to the team; the help desk is open from 9:00 to 18:00. 금요일까지 의견을 보내 주세요. ';

function repeated(unit: string, length: number): string {
  return unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
}

/** Least of several runs in microseconds of processor time, which a busy machine hardly changes; the clock's it does. */
function fastest(runs: number, work: () => unknown): number {
  let best = Infinity;
  for (let run = 0; run < runs; run++) {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, user + system);
  }
  return best;
}

/** The floor of every scan: one look at a table for each character. */
function barePass(text: string, table: Uint8Array): number {
  let sum = 0;
  for (let index = 0; index < text.length; index++) sum += table[text.charCodeAt(index)]!;
  return sum;
}

describe('what a recognizer asks for before it is called', () => {
  const askedFor = (wanted: Partial<NumberRecognizer>, text: string) => {
    const asked: string[] = [];
    const recognize: NumberRecognizer['recognize'] = ({ value }) => void asked.push(value);
    new Scanner([{ name: 'two-digits', trigger: 'number', shapes: ['2', 'LD'], ...wanted, recognize }]).scan(
      text,
    );
    return asked;
  };

  it.each<[Partial<NumberRecognizer>, string[]]>([
    [{}, ['12', '34', '56', '78', 'P9', 'q0']],
    [{ before: ['SPACE'] }, ['34', '78', 'q0']],
    [{ after: ['HANGUL', 'COMMA'] }, ['12', '34', 'P9']],
    [{ before: ['SPACE', 'HYPHEN'], after: ['COLON'] }, ['56']],
    [{ first: '15' }, ['12', '56']],
    [{ first: 'PQ' }, ['P9', 'q0']],
    [{ first: '0' }, []],
  ])('%j', (wanted, asked) => {
    expect(askedFor(wanted, '12, 34원 -56: 78;P9, q0')).toEqual(asked);
  });
});

describe('speed', () => {
  it('scans ordinary text of 4 KB within 300 times a bare pass over its characters', () => {
    const text = repeated(ORDINARY, 4096);
    const batch = (work: () => unknown) => () => {
      for (let index = 0; index < 50; index++) work();
    };
    batch(() => analyzer.scan(text))();
    const floor = fastest(
      10,
      batch(() => barePass(text, TRIGGERS)),
    );
    const scan = fastest(
      10,
      batch(() => analyzer.scan(text)),
    );
    // About 20 on a machine at rest; a bound for what a wrong trigger or an unbounded window would cost.
    expect(scan / floor).toBeLessThan(300);
  });

  const ordinary = repeated(ORDINARY, ADVERSARIAL_LENGTH);
  /** Ordinary text of the same length; measured beside each shape, so that a busy machine slows both. */
  const floorNow = () => fastest(2, () => analyzer.scan(ordinary));

  it.each([
    '1',
    'a',
    '가',
    '님',
    '@',
    'a@',
    'a.a.@a.a.@',
    '12-12-',
    '1 ',
    '1.1.1.1.',
    '+82',
    '(02',
    '::',
    '1:',
    'http://a:',
    'John ',
    'Mr. ',
    "O'",
    'name: ',
    '성명 ',
    '홍길동님 ',
    '서울시 강남구 ',
    '로1 ',
    '1 A A A A ',
    '⟦A:',
    '\\u0040',
    '%40',
    '\u1112\u1161',
    '\u200b1',
    'a@b.co ',
    '010-1234-5678 ',
    '김철수 010-1234-5678,',
    '{"a":',
    '[',
    'GB82',
    '4111 ',
    'my name is ',
    '"a"@b.co',
    'Aa House, Aa Aa, A1 1AA ',
    '철수 씨 ',
    '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed ',
  ])('takes 100 KB of %j within 60 times ordinary text of that length', (unit) => {
    const text = repeated(unit, ADVERSARIAL_LENGTH);
    expect(fastest(2, () => analyzer.scan(text)) / floorNow()).toBeLessThan(60);
  });

  it('grows no faster than the text', () => {
    for (const unit of ['John Smith ', '12-12-', 'a@b.co 홍길동님 ', '서울시 강남구 로1 ']) {
      const small = repeated(unit, ADVERSARIAL_LENGTH / 8);
      const large = repeated(unit, ADVERSARIAL_LENGTH);
      analyzer.scan(large);
      const ratio = fastest(3, () => analyzer.scan(large)) / fastest(5, () => analyzer.scan(small));
      // Linear would be 8, quadratic 64.
      expect(ratio).toBeLessThan(30);
    }
  });
});
