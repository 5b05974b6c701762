import { planQuestions } from './plan-questions.js';

const LIMITS = { languages: ['en', 'ko'], maxBatch: 3, maxCharacters: 1_000 };

describe('planQuestions', () => {
  it('asks in the languages of the scripts, and in both where both stand', () => {
    const planned = planQuestions(['John', '홍길동', 'John 홍길동', 'Иван', '李雷'], LIMITS);
    const byLanguage = planned.map(({ language, pieces }) => [language, pieces.map(({ text }) => text)]);
    expect(byLanguage).toEqual([
      ['en', ['John', 'John 홍길동']],
      ['ko', ['홍길동', 'John 홍길동']],
    ]);
  });

  it('keeps to the limits of one request', () => {
    const texts = [
      ...Array.from({ length: 7 }, (_, index) => `text ${index}`),
      'x'.repeat(999),
      'y'.repeat(2),
    ];
    const planned = planQuestions(texts, LIMITS);
    expect(planned.flatMap(({ pieces }) => pieces).map(({ text }) => text)).toEqual(texts);
    for (const { pieces } of planned) {
      expect(pieces.length).toBeLessThanOrEqual(LIMITS.maxBatch);
      expect(pieces.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(
        LIMITS.maxCharacters,
      );
    }
  });

  it.each([
    ['words', 'lorem ipsum dolor '.repeat(300)],
    ['no blanks at all', '한'.repeat(5_000)],
    ['pairs', '😀a'.repeat(2_000)],
  ])('cuts a long text of %s into overlapping pieces that leave nothing out', (_what, text) => {
    const pieces = planQuestions([text], LIMITS).flatMap((question) => question.pieces);
    let reached = 0;
    for (const { text: piece, offset } of pieces) {
      expect(piece.length).toBeLessThanOrEqual(LIMITS.maxCharacters);
      expect(text.slice(offset, offset + piece.length)).toBe(piece);
      expect(piece).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/);
      expect(reached === 0 || reached - offset >= 200).toBe(true);
      reached = offset + piece.length;
    }
    expect(reached).toBe(text.length);
  });
});
