import { relativeCost } from '../../../test/support/relative-cost.js';
import { WordSearch } from './word-search.js';

const found = (words: string[], text: string) =>
  [...new WordSearch(words).find(text)].map(({ start, end }) => text.slice(start, end));

describe('WordSearch', () => {
  it.each<[string[], string, string[]]>([
    [['falcon'], 'project Falcon, falcons and the FALCON', ['Falcon', 'FALCON']],
    [['he', 'she', 'his', 'hers'], 'ushers she his', ['she', 'his']],
    [['new york', 'york'], 'in New York and York', ['New York', 'York']],
    [['a b c', 'b c d'], 'a b c d', ['a b c', 'b c d']],
    [['나래솔'], '나래솔, 나래솔과', ['나래솔']],
    [['İx'], 'İx i̇x', ['İx']],
    [[], 'anything', []],
  ])('finds %j in %j', (words, text, expected) => {
    expect(found(words, text)).toEqual(expected);
  });

  it('costs no more for words and texts that were made to cost', async () => {
    const nested = Array.from({ length: 60 }, (_, index) => 'a '.repeat(index + 1).trim());
    const hostile = new WordSearch([...nested, `${'a '.repeat(60)}b`]);
    const text = 'a '.repeat(50_000);
    const ordinary = 'the quick brown fox jumps over it '.repeat(3_000);
    const count = (search: WordSearch, where: string) => {
      let number = 0;
      for (const word of search.find(where)) number += word.end - word.start > 0 ? 1 : 0;
      return number;
    };
    expect(
      await relativeCost(
        { times: 1, run: () => count(hostile, text) },
        { times: 1, run: () => count(new WordSearch(nested), ordinary) },
      ),
    ).toBeLessThan(20);
  });
});
