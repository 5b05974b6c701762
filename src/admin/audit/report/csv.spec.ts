import { toCsv } from './csv.js';

const cellOf = (cell: string | number | null) =>
  /^\ufeffh\r\n([\s\S]*)\r\n$/.exec(toCsv(['h'], [[cell]]))?.[1];

describe('toCsv', () => {
  it('begins with a byte order mark and ends every line with CRLF', () => {
    expect(toCsv(['a', 'b'], [['한글', 1]])).toBe('\ufeffa,b\r\n한글,1\r\n');
  });

  it.each([
    ['plain', 'plain'],
    ['with space', 'with space'],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['two\r\nlines', '"two\r\nlines"'],
    ['', ''],
    [null, ''],
    [-5, '-5'],
    [0.25, '0.25'],
  ])('writes %j as %j', (cell, expected) => {
    expect(cellOf(cell)).toBe(expected);
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1＋1', "'＝1＋1"],
    ['＠SUM(A1)', "'＠SUM(A1)"],
    ['\tx', "'\tx"],
    ['\rx', `"'\rx"`],
    ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
  ])('keeps %j from being calculated', (cell, expected) => {
    expect(cellOf(cell)).toBe(expected);
  });

  it.each(['a=1', 'x-y', 'user@example', '1+1'])(
    'leaves %j as it is, since no formula starts there',
    (cell) => {
      expect(cellOf(cell)).toBe(cell);
    },
  );
});
