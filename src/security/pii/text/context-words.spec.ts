import { ColumnLabels } from '../structure/column-labels.js';
import { CodeUnits } from './code-units.js';
import { ContextScan } from './context-scan.js';
import { ContextWords } from './context-words.js';

/** Two recognizers with words of their own and of things. */
const PHONE = 0;
const ACCOUNT = 1;
const words = new ContextWords([
  { for: ['tel', 'phone', 'mobile no', "caller's no", '전화', '電話'], against: ['order', '주문'] },
  { for: ['account', '계좌', '법인등록'], against: ['order', '주문', 'tel', '법인'] },
]);
const columns = new ColumnLabels();
const scan = new ContextScan(words, columns);

/** The text as columns are read from. */
function unitsOf(text: string): CodeUnits {
  const units = new CodeUnits();
  units.read(text);
  return units;
}

/** What is said of the number `#` to a recognizer. */
function said(text: string, topic: number): number {
  const at = text.indexOf('#');
  const units = unitsOf(text);
  columns.reset(units);
  scan.reset(units, at);
  scan.topic = topic;
  const isNamed = scan.isNamed();
  const before = scan.before();
  expect(isNamed).toBe(before > 0);
  return before;
}

function saidBehind(text: string, topic: number): boolean {
  const units = unitsOf(text);
  columns.reset(units);
  scan.reset(units, text.indexOf('#'));
  scan.topic = topic;
  return scan.after(text.indexOf('#') + 1);
}

describe('the label before a number', () => {
  it.each([
    ['tel: #', 1],
    ['Tel #', 1],
    ['TEL#', 1],
    ['myTel: #', 1],
    ['telNo: #', 1],
    ['user_tel=#', 1],
    ['mobile no: #', 1],
    ['mobile_no: #', 1],
    ['mobileNo: #', 1],
    ['mobile-no: #', 1],
    ['전화는 #', 1],
    ['대표전화 #', 1],
    ['電話番号：#'.replace('：', ':'), 1],
    ['telephones #', 0],
    ['hotel #', 0],
    ['tell #', 0],
    ['TELL #', 0],
    ['phones #', 1],
    ['#', 0],
    ['order #', -1],
    ['주문번호 #', -1],
    // The nearest word decides.
    ['tel order #', -1],
    ['order tel #', 1],
    // Another value stands between.
    ['order 12345, #', 0],
    ['tel 010, #', 1],
    // Another recognizer's label is nearer, in a field of its own.
    ['tel: x, account: #', 0],
    // Too far away.
    [`tel ${'x'.repeat(40)} #`, 0],
    // A label alone on the line before belongs to it, a sentence does not.
    ['tel:\n#', 1],
    ['**tel**\n#', 1],
    ['the tel is broken\n#', 0],
    ['tel: 1\n#', 0],
    ['id, tel:\n#', 0],
    // Either apostrophe.
    ["caller's no #", 1],
    ['caller’s no #', 1],
    // A thing is no longer spoken of in the next sentence, nor when something else is told.
    ['주문이 접수되었습니다. 기사 #', 0],
    ['order no. #', -1],
    ['order closed, her sister gave #', 0],
    ['order ref, see #', -1],
  ])('says of %j %i', (text, expected) => {
    expect(said(text, PHONE)).toBe(expected);
  });

  it('says to each recognizer what it asks', () => {
    expect(['tel #', 'account #', '계좌 #'].map((text) => [said(text, PHONE), said(text, ACCOUNT)])).toEqual([
      [1, -1],
      [0, 1],
      [0, 1],
    ]);
  });

  it('takes the longest word, which may say otherwise than the one it begins with', () => {
    expect([said('법인 #', ACCOUNT), said('법인등록 #', ACCOUNT)]).toEqual([-1, 1]);
  });

  it('is the header where the number stands in a column', () => {
    expect(said('id,tel\n1,#', PHONE)).toBe(1);
    expect(said('id,order\n1,#', PHONE)).toBe(-1);
    expect(said('id,name\n1,#', PHONE)).toBe(0);
  });
});

describe('the label behind a number', () => {
  it.each([
    ['# (tel)', true],
    ['# 전화', true],
    ['# is my phone', true],
    ['# order', false],
    ['# hotel', false],
    ['#\ntel', false],
    ['# 12 tel', false],
    [`# ${'x'.repeat(20)} tel`, false],
  ])('is looked for in %j', (text, expected) => {
    expect(saidBehind(text, PHONE)).toBe(expected);
  });
});
