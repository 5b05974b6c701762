import { tokenClassificationWire } from './token-classification.wire.js';

const token = (entity: string, start: number, end: number, score = 0.9) => ({ entity, start, end, score });
const spansOf = (tokens: unknown) =>
  tokenClassificationWire
    .spansOf(tokens, ['a text'])?.[0]
    ?.map(({ label, start, end }) => [label, start, end]);

describe('tokenClassificationWire', () => {
  it.each([
    ['words of one name', [token('B-PER', 0, 4), token('I-PER', 5, 8)], [['PER', 0, 8]]],
    ['pieces of words', [token('B-PER', 0, 4), token('B-PER', 4, 8)], [['PER', 0, 8]]],
    ['out of order', [token('I-PER', 5, 8), token('B-PER', 0, 4)], [['PER', 0, 8]]],
    ['suffixes', [token('PER-B', 0, 4), token('PER-I', 5, 8)], [['PER', 0, 8]]],
    ['bare labels', [token('PER', 0, 4), token('PER', 5, 8)], [['PER', 0, 8]]],
  ])('joins %s', (_what, tokens, expected) => {
    expect(spansOf(tokens)).toEqual(expected);
  });

  it('keeps apart two names, two labels, and what is far away', () => {
    const tokens = [
      token('B-PER', 0, 4),
      token('B-PER', 5, 8),
      token('I-LOC', 9, 12),
      token('I-PER', 13, 15),
      token('I-PER', 20, 22),
      token('O', 23, 25),
    ];
    expect(spansOf(tokens)).toEqual([
      ['PER', 0, 4],
      ['PER', 5, 8],
      ['LOC', 9, 12],
      ['PER', 13, 15],
      ['PER', 20, 22],
    ]);
  });

  it('takes the average score of the tokens', () => {
    const answer = [token('B-PER', 0, 4, 0.5), token('I-PER', 5, 8, 1)];
    expect(tokenClassificationWire.spansOf(answer, ['x'])?.[0]?.[0]?.score).toBe(0.75);
  });

  it.each([[{ error: 'loading' }], [null], ['text'], [[[], []]], [[1, 2]], [[['a']]]])(
    'refuses an answer of another shape: %j',
    (answer) => {
      expect(tokenClassificationWire.spansOf(answer, ['x'])).toBeUndefined();
    },
  );

  it('takes the answer to one text with and without the list around it', () => {
    const group = { entity_group: 'PER', start: 0, end: 4, score: 0.9, word: 'Jane' };
    expect(spansOf([group])).toEqual([['PER', 0, 4]]);
    expect(spansOf([[group]])).toEqual([['PER', 0, 4]]);
    expect(spansOf([])).toEqual([]);
  });
});
