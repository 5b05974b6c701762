import { textStatistics } from './text-statistics.js';

describe('textStatistics', () => {
  it.each([
    ['quarterly sales up', { characters: 18, words: 3, lines: 1, bytes: 18 }],
    ['분기 매출', { characters: 5, words: 2, lines: 1, bytes: 13 }],
    ['🙂', { characters: 1, words: 1, lines: 1, bytes: 4 }],
    ['one\r\ntwo\rthree\n', { characters: 15, words: 3, lines: 4, bytes: 15 }],
    [' \t ', { characters: 3, words: 0, lines: 1, bytes: 3 }],
  ])('%j', (text, expected) => {
    expect(textStatistics(text)).toEqual(expected);
  });
});
