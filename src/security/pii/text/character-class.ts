import type { CodeUnits } from './code-units.js';
/** What a character may start or anchor; one byte per UTF-16 unit, so that a scan costs one look-up a character. */
export const Trigger = {
  NONE: 0,
  DIGIT: 1,
  AT: 2,
  COLON: 3,
  CAPITAL: 4,
  HANGUL: 5,
  PLUS: 6,
  DOT: 7,
  HYPHEN: 8,
  LOWER_M: 9,
} as const;

export const HANGUL_FIRST = 0xac00;
const HANGUL_LAST = 0xd7a3;
export const HANGUL_SYLLABLES: number = HANGUL_LAST - HANGUL_FIRST + 1;

/** Table of triggers: digits, `@`, `:` and `=`, `+`, `.`, `-`, `m`, capital letters, Hangul syllables. */
export const TRIGGERS: Uint8Array = buildTriggers();

function buildTriggers(): Uint8Array {
  const table = new Uint8Array(0x10000);
  table.fill(Trigger.DIGIT, 0x30, 0x3a);
  table.fill(Trigger.CAPITAL, 0x41, 0x5b);
  table.fill(Trigger.HANGUL, HANGUL_FIRST, HANGUL_LAST + 1);
  table[0x40] = Trigger.AT;
  // À to Þ without the multiplication sign; beyond Latin-1 names begin with too few of them.
  table.fill(Trigger.CAPITAL, 0xc0, 0xdf);
  table[0xd7] = Trigger.NONE;
  for (const capital of 'ČĐĞİŁŘŚŠŞŻŽ') table[capital.charCodeAt(0)] = Trigger.CAPITAL;
  table[0x2e] = Trigger.DOT;
  table[0x2d] = Trigger.HYPHEN;
  table[0x2b] = Trigger.PLUS;
  table[0x6d] = Trigger.LOWER_M;
  table[0x3a] = Trigger.COLON;
  table[0x3d] = Trigger.COLON;
  return table;
}

/** What stands directly beside a number. */
export const Side = { SPACE: 0, HANGUL: 1, COMMA: 2, COLON: 3, HYPHEN: 4, OTHER: 5 } as const;
export type SideName = keyof typeof Side;
/** How many sides there are. */
export const SIDES: number = Object.keys(Side).length;

const ASCII_SIDES = new Uint8Array(0x80).fill(Side.OTHER);
ASCII_SIDES[0x20] = Side.SPACE;
ASCII_SIDES[0x2c] = Side.COMMA;
ASCII_SIDES[0x3a] = Side.COLON;
ASCII_SIDES[0x2d] = Side.HYPHEN;

/** The side that a character is; `OTHER` for the edges of the text. */
export function sideOf(code: number): number {
  if (code < 0x80) return ASCII_SIDES[code]!;
  return isHangul(code) ? Side.HANGUL : Side.OTHER;
}

/** What a word ends or begins with, beside the letters, whose numbers come before. */
const Ending = { HANGUL: 27, DIGIT: 28, MARK: 29, OTHER: 30 } as const;
const LETTER_BITS = 31;
/** How many kinds `endingOf` tells apart. */
export const ENDINGS: number = Ending.OTHER + 1;

/** The number of a character that a word may end or begin with: one for each letter of ASCII, whatever its case. */
export function endingOf(code: number): number {
  if (isAsciiLetter(code)) return code & LETTER_BITS;
  if (isDigit(code)) return Ending.DIGIT;
  if (isHangul(code)) return Ending.HANGUL;
  return code === 0x2e || code === 0x2c ? Ending.MARK : Ending.OTHER;
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
export function hangulRunStart(text: CodeUnits, end: number, limit: number): number {
  let start = end;
  while (start > 0 && end - start < limit && isHangul(text.charCodeAt(start - 1))) start--;
  return start;
}

/** Where the run of Hangul syllables that begins at `start` ends, at most `limit` syllables on. */
export function hangulRunEnd(text: CodeUnits, start: number, limit: number): number {
  let end = start;
  while (end < text.length && end - start < limit && isHangul(text.charCodeAt(end))) end++;
  return end;
}
