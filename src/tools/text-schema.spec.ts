import { boundedText } from './text-schema.js';

describe('boundedText', () => {
  const schema = boundedText(10);

  it.each([
    ['a word', 'ticket'],
    ['Korean', '홍길동'],
    ['an emoji (a surrogate pair)', '🙂'],
    ['other control characters', 'a\tb\u0001'],
    ['exactly the maximum', 'x'.repeat(10)],
  ])('accepts %s', (_name, text) => {
    expect(schema.parse(text)).toBe(text);
  });

  it.each([
    ['nothing', '', /small|character/i],
    ['blanks', ' \n\t ', /blank/],
    ['one character too many', 'x'.repeat(11), /big|character/i],
    ['a NUL character', 'a\u0000b', /NUL character/],
    ['a lone high surrogate', 'a\ud83d', /Unicode/],
    ['a lone low surrogate', '\ude42a', /Unicode/],
  ])('refuses %s', (_name, text, message) => {
    const result = schema.safeParse(text);
    expect(result.error?.issues.map((issue) => issue.message).join()).toMatch(message);
  });
});
