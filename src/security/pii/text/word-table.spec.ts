import { hashOf, WordTable } from './word-table.js';

const words = new WordTable(
  () =>
    new Map([
      ['Seoul', 1],
      ['Seou', 2],
      ['서울', 4],
      ['É', 8],
    ]),
);

describe('WordTable', () => {
  it.each([
    ['Seoul', 1],
    ['Seou', 2],
    ['서울', 4],
    ['É', 8],
    ['seoul', 0],
    ['Seo', 0],
    ['Seouls', 0],
    ['', 0],
  ])('knows %j as %i', (word, value) => {
    expect(words.of(word)).toBe(value);
    const text = `in ${word} by`;
    expect(words.at(text, 3, 3 + word.length, hashOf(text, 3, 3 + word.length))).toBe(value);
  });

  it('reads capitals behind the first letter as small ones where asked', () => {
    const hash = hashOf('Seoul', 0, 5);
    expect(words.at('SEOUL', 0, 5, hash, true)).toBe(1);
    expect(words.at('SEOUL', 0, 5, hash)).toBe(0);
    expect(words.at('sEOUL', 0, 5, hash, true)).toBe(0);
  });
});
