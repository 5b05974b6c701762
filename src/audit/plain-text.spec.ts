import { toPlainText } from './plain-text.js';

describe('toPlainText', () => {
  it.each([
    ['leaves ordinary text', 'curl/8.5.0 (한국어)', 'curl/8.5.0 (한국어)'],
    ['joins lines', 'a\r\n{"event_type":"forged"}', 'a {"event_type":"forged"}'],
    ['drops NUL, which Postgres cannot hold', 'a\u0000b', 'a b'],
    ['drops escape sequences', '\u001b[2Jx', ' [2Jx'],
    ['drops line and paragraph separators', 'a\u2028b\u2029c', 'a b c'],
    ['drops marks that reorder text', 'a\u202egnp.exe', 'a gnp.exe'],
    ['repairs lone surrogates, which jsonb refuses', 'a\ud800b', 'a\ufffdb'],
  ])('%s', (_what, text, expected) => {
    expect(toPlainText(text, 64)).toBe(expected);
  });

  it('cuts what is longer than the limit, and says so', () => {
    expect(toPlainText('x'.repeat(64), 64)).toBe('x'.repeat(64));
    expect(toPlainText('x'.repeat(65), 64)).toBe(`${'x'.repeat(63)}…`);
  });

  it('does not leave half a character at the cut', () => {
    expect(toPlainText('😀'.repeat(10), 4)).toBe('😀\ufffd…');
  });
});
