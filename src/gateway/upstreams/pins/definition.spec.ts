import { canonicalText, hidesText, visibleText } from './definition.js';

describe('A tool definition', () => {
  const plain = {
    name: 'echo',
    description: 'Says it again',
    inputSchema: { type: 'object', properties: {} },
  };

  it('is the same in whatever order its members stand, and whatever its _meta says', () => {
    const { name, ...rest } = plain;
    const { type, properties } = plain.inputSchema;
    const other = { ...rest, inputSchema: { properties, type }, name, _meta: { listedAt: 1 } };
    expect(canonicalText(other)).toBe(canonicalText(plain));
  });

  it.each<[string, object]>([
    ['its description', { description: 'Says it again, and mails it' }],
    ['its schema', { inputSchema: { type: 'object', properties: { to: { type: 'string' } } } }],
    ['an annotation', { annotations: { readOnlyHint: true } }],
    ['the order within a list', { inputSchema: { ...plain.inputSchema, required: ['b', 'a'] } }],
  ])('is another with %s', (_what, change) => {
    expect(canonicalText({ ...plain, ...change })).not.toBe(canonicalText(plain));
  });

  it.each([
    ['zero-width space', 'a\u200bb'],
    ['right-to-left override', 'a\u202eb'],
    ['grapheme joiner', 'a\u034fb'],
    ['blank of Braille', 'a\u2800b'],
    ['control of C1', 'a\u009bb'],
    ['joiner among ASCII', 'a\u200db'],
    ['variation selector among ASCII', 'a\ufe0eb'],
    ['row of joiners', 'a\u200c\u200d\u200d\u200cb'],
    ['row of variation selectors', 'a\ufe00\ufe0f\ufe01b'],
    ['tag characters', `a${String.fromCodePoint(0xe0041, 0xe0042)}`],
  ])('hides text by a %s, and shows it when asked', (_what, description) => {
    expect(hidesText({ ...plain, description })).toBe(true);
    expect(visibleText(description)).toMatch(/^a(\\u\{[0-9a-f]+\})+b?$/);
  });

  it('hides text by whatever Unicode lets a renderer leave out, but for single shapes', () => {
    for (let code = 0x80; code <= 0x10ffff; code++) {
      const character = code >= 0xd800 && code <= 0xdfff ? '' : String.fromCodePoint(code);
      if (!/\p{Default_Ignorable_Code_Point}/u.test(character)) continue;
      const description = `a${character.repeat(3)}b`;
      expect([code.toString(16), hidesText({ ...plain, description })]).toEqual([code.toString(16), true]);
    }
  });

  it('hides text by a row of joiners behind an emoji, too', () => {
    expect(hidesText({ ...plain, description: '❤\ufe0f\u200d\u200d\u200c' })).toBe(true);
    expect(hidesText({ ...plain, description: '❤\ufe0f\u200dno emoji' })).toBe(true);
  });

  it.each([
    ['Korean', '고객의 이름을 찾습니다'],
    ['a family of emoji', '👩‍👩‍👧 ❤️'],
    ['joined letters', 'می\u200cخواهم'],
    ['conjuncts of Devanagari', 'क्\u200dष'],
    ['emoji that are joined as such', '❤️‍🔥 👁️‍🗨️ 🏳️‍🌈 🧑🏽‍🚀'],
    ['keycaps and signs', '1️⃣ ©️ ™️'],
    ['variants of ideographs', '神\ufe00社'],
  ])('hides nothing by %s', (_what, description) => {
    expect(hidesText({ ...plain, description })).toBe(false);
  });
});
