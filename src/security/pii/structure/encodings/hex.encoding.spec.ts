import { rewriteEncoded } from './rewrite-encoded.js';

const hex = (text: string) => Buffer.from(text).toString('hex');
const rewrite = (text: string) => rewriteEncoded(text, (decoded) => decoded.replace('hong@', '****@'));

describe('hexadecimal', () => {
  it.each(['', '0x', '0X', '\\x', "X'", '(0x'])('is read behind %j, which stays', (prefix) => {
    expect(rewrite(`a ${prefix}${hex('hong@example.com')} b`)).toBe(
      `a ${prefix}${hex('****@example.com')} b`,
    );
  });

  it.each(['g', 'a0x', '0y'])('is none behind %j', (prefix) => {
    const text = `${prefix}${hex('hong@example.com')}`;
    expect(rewrite(text)).toBe(text);
  });
});
