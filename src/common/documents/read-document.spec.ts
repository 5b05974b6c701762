import { readDocument } from './read-document.js';

describe('readDocument', () => {
  it.each([
    ['at the top', 'a: 1\nb: 2\na: 3\n', [[3, 1]]],
    [
      'below',
      'a:\n  - {b: 1, "b": 2, b: 3}\n',
      [
        [2, 12],
        [2, 20],
      ],
    ],
    ['in JSON', '{"a": {"b": 1},\n "a": 2}', [[2, 2]]],
  ])('names keys that stand there twice: %s', (_where, text, places) => {
    const mistakes = readDocument(text).mistakes ?? [];
    expect(mistakes.map(({ line, column }) => [line, column])).toEqual(places);
    for (const { message } of mistakes) expect(message).toBe('Map keys must be unique');
  });

  it('reads very many keys, and says where each is, in time that grows with their number', () => {
    const text = Array.from({ length: 60_000 }, (_, index) => `k${index}: 1`).join('\n');
    const document = readDocument(text);
    if (document.mistakes !== undefined) throw new Error('there is no mistake in it');
    expect(Object.keys(document.content as object)).toHaveLength(60_000);
    const lines = Array.from(
      { length: 60_000 },
      (_, index) => document.positions.ofKey([], `k${index}`).line,
    );
    expect(lines).toEqual(Array.from({ length: 60_000 }, (_, index) => index + 1));
  }, 20_000);
});
