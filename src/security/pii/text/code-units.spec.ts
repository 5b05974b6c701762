import { CodeUnits } from './code-units.js';

describe('CodeUnits', () => {
  it.each([
    ['a short text', '010-1234, 김철수 😀'],
    ['one that has no room yet', '김'.repeat(100_000)],
    ['half a pair', 'a\ud800b'],
    ['none', ''],
  ])('reads %s as the string does, and 0 around it', (_, text) => {
    const units = new CodeUnits();
    units.read('what was there before, and longer'.repeat(9));
    units.clear();
    units.read(text);
    expect(units.length).toBe(text.length);
    const differing: number[] = [];
    for (let index = 0; index < text.length; index++)
      if (units.charCodeAt(index) !== text.charCodeAt(index)) differing.push(index);
    expect(differing).toEqual([]);
    expect([-1, -48, text.length, text.length + 48].map((index) => units.charCodeAt(index))).toEqual([
      0, 0, 0, 0,
    ]);
  });

  it('finds what a table names from a place on, and the end of the text where there is no more', () => {
    const units = new CodeUnits();
    units.read('a1b22');
    const digits = new Uint8Array(0x10000).fill(1, 0x30, 0x3a);
    expect([0, 1, 2, 4, 5].map((from) => units.nextIn(digits, from))).toEqual([1, 1, 3, 4, 5]);
    expect(units.nextIn(new Uint8Array(0x10000), 0)).toBe(5);
    expect([units.nextIn(digits, 2, 3), units.nextIn(digits, 2, 4)]).toEqual([3, 3]);
    expect(units.nextIn(digits, 2, 2)).toBe(2);
  });

  it('keeps nothing of a text that is done with', () => {
    const units = new CodeUnits();
    units.read('900101-1234567');
    units.clear();
    expect(units.string).toBe('');
    expect(Array.from({ length: 14 }, (_, index) => units.charCodeAt(index))).toEqual(Array(14).fill(0));
  });
});
