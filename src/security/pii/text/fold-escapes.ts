import { isAsciiAlphanumeric, isHexDigit } from './character-class.js';
import type { FoldedUnit } from './folded-unit.js';

const PERCENT = 0x25;
const SEMICOLON = 0x3b;
const LONGEST_ENTITY = 9;
const MOST_UTF8_BYTES = 4;
/** RFC 8259 §7, and what JSON inside JSON looks like. */
const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '/': '/',
  '"': '"',
  "'": "'",
};
const ENTITIES: Readonly<Record<string, string>> = {
  commat: '@',
  period: '.',
  hyphen: '-',
  dash: '-',
  nbsp: ' ',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  colon: ':',
  comma: ',',
  lpar: '(',
  rpar: ')',
};

/** `\n`, `\/`, `\u0040`, `\x40`. */
export function readBackslash(text: string, at: number): FoldedUnit | undefined {
  const next = text.charAt(at + 1);
  if (next === 'u') return readHex(text, at, 2, 4);
  if (next === 'x') return readHex(text, at, 2, 2);
  const simple = SIMPLE_ESCAPES[next];
  return simple === undefined ? undefined : { text: simple, width: 2 };
}

/** `%40`, and `%EA%B9%80` as UTF-8 (RFC 3986 §2.5). */
export function readPercent(text: string, at: number): FoldedUnit | undefined {
  const first = byteAt(text, at);
  if (first < 0x80)
    return first >= 0x20 && first !== 0x7f ? { text: String.fromCharCode(first), width: 3 } : undefined;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4 || length > MOST_UTF8_BYTES) return undefined;
  let code = first & (0x7f >> length);
  for (let index = 1; index < length; index++) {
    const byte = byteAt(text, at + 3 * index);
    if (byte < 0x80 || byte > 0xbf) return undefined;
    code = (code << 6) | (byte & 0x3f);
  }
  return code > 0x10ffff ? undefined : { text: String.fromCodePoint(code), width: 3 * length };
}

/** `&#64;`, `&#x40;`, `&commat;`. */
export function readEntity(text: string, at: number): FoldedUnit | undefined {
  let end = at + 1;
  if (text[end] === '#') end++;
  while (end - at < LONGEST_ENTITY && isAsciiAlphanumeric(text.charCodeAt(end))) end++;
  if (text.charCodeAt(end) !== SEMICOLON) return undefined;
  const name = text.slice(at + 1, end);
  const character = name.startsWith('#') ? numericEntity(name.slice(1)) : ENTITIES[name.toLowerCase()];
  return character === undefined ? undefined : { text: character, width: end + 1 - at };
}

function numericEntity(name: string): string | undefined {
  const code = /^x/i.test(name) ? Number.parseInt(name.slice(1), 16) : Number(name);
  return code >= 0x20 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

function readHex(text: string, at: number, prefix: number, length: number): FoldedUnit | undefined {
  const from = at + prefix;
  for (let offset = from; offset < from + length; offset++) {
    if (!isHexDigit(text.charCodeAt(offset))) return undefined;
  }
  const code = Number.parseInt(text.slice(from, from + length), 16);
  return code >= 0x20 ? { text: String.fromCharCode(code), width: prefix + length } : undefined;
}

/** The byte written as `%XX` at `at`, or -1. */
function byteAt(text: string, at: number): number {
  if (text.charCodeAt(at) !== PERCENT) return -1;
  if (!isHexDigit(text.charCodeAt(at + 1)) || !isHexDigit(text.charCodeAt(at + 2))) return -1;
  return Number.parseInt(text.slice(at + 1, at + 3), 16);
}
