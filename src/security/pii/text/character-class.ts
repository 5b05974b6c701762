/** What a character may start or anchor; one byte per UTF-16 unit, so that a scan costs one look-up a character. */
export const Trigger = { NONE: 0, DIGIT: 1, AT: 2, COLON: 3, CAPITAL: 4, HANGUL: 5 } as const;

const HANGUL_FIRST = 0xac00;
const HANGUL_LAST = 0xd7a3;

/** Table of triggers: digits, `@`, `:` and `=`, capital letters, and the syllables that start a Korean label or title. */
export function buildTriggers(hangulStarts: Iterable<string>): Uint8Array {
  const table = new Uint8Array(0x10000);
  table.fill(Trigger.DIGIT, 0x30, 0x3a);
  table.fill(Trigger.CAPITAL, 0x41, 0x5b);
  table[0x40] = Trigger.AT;
  table[0x3a] = Trigger.COLON;
  table[0x3d] = Trigger.COLON;
  for (const syllable of hangulStarts) table[syllable.charCodeAt(0)] = Trigger.HANGUL;
  return table;
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

export function isAsciiLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

export function isAsciiAlphanumeric(code: number): boolean {
  return isDigit(code) || isAsciiLetter(code);
}

export function isHexDigit(code: number): boolean {
  const lower = code | 0x20;
  return isDigit(code) || (lower >= 0x61 && lower <= 0x66);
}

export function isHangul(code: number): boolean {
  return code >= HANGUL_FIRST && code <= HANGUL_LAST;
}

/** Where the run of Hangul syllables that ends before `end` begins, at most `limit` syllables back. */
export function hangulRunStart(text: string, end: number, limit: number): number {
  let start = end;
  while (start > 0 && end - start < limit && isHangul(text.charCodeAt(start - 1))) start--;
  return start;
}

/** Where the run of Hangul syllables that begins at `start` ends, at most `limit` syllables on. */
export function hangulRunEnd(text: string, start: number, limit: number): number {
  let end = start;
  while (end < text.length && end - start < limit && isHangul(text.charCodeAt(end))) end++;
  return end;
}
