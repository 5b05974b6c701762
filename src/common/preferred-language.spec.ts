import { preferredLanguage } from './preferred-language.js';

describe('preferredLanguage', () => {
  it.each([
    [undefined, 'ko'],
    ['', 'ko'],
    ['en', 'en'],
    ['EN-gb', 'en'],
    ['ko-KR,ko;q=0.9,en;q=0.8', 'ko'],
    ['en-US,en;q=0.9,ko;q=0.8', 'en'],
    ['ko;q=0.5, en;q=0.7', 'en'],
    ['fr, de', 'ko'],
    ['fr, en;q=0.1', 'en'],
    ['en;q=0', 'ko'],
    ['en;q=nonsense, ko;q=0.1', 'ko'],
    ['*', 'ko'],
    ['english', 'ko'],
  ])('%j → %s', (header, expected) => {
    expect(preferredLanguage(header)).toBe(expected);
  });
});
