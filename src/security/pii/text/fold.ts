import { isHexDigit } from './character-class.js';

/** A text in the form recognizers read, and where each of its units came from. */
export interface FoldedText {
  readonly text: string;
  /** Offset in the original of each unit of `text`, plus one entry for the end; undefined when nothing changed. */
  readonly origins: Int32Array | undefined;
}

const Fold = { NONE: 0, DROP: 1, REPLACE: 2, PERCENT: 3, BACKSLASH: 4, JAMO: 5, SURROGATE: 6 } as const;

const REPLACEMENTS = buildReplacements();
const FOLDS = buildFolds();

/**
 * Undoes what hides a value from a pattern but not from a reader: full-width and other decimal digits (NFKC),
 * zero-width characters, typographic hyphens and spaces, decomposed Hangul, `%40` and `\u0040`.
 */
export function fold(text: string): FoldedText {
  const first = firstFold(text);
  if (first < 0) return { text, origins: undefined };
  return foldFrom(text, first);
}

/** Offset in the original where a span of the folded text begins. */
export function originOf(folded: FoldedText, offset: number): number {
  return folded.origins?.[offset] ?? offset;
}

/** Offset in the original after a span of the folded text that ends at `end`. */
export function originEnd(folded: FoldedText, end: number): number {
  return folded.origins?.[end] ?? end;
}

function firstFold(text: string): number {
  for (let index = 0; index < text.length; index++) {
    if (FOLDS[text.charCodeAt(index)] !== Fold.NONE && readUnit(text, index)) return index;
  }
  return -1;
}

function foldFrom(text: string, first: number): FoldedText {
  const origins = new Int32Array(text.length + 1);
  const parts = [text.slice(0, first)];
  let length = first;
  for (let index = 0; index < first; index++) origins[index] = index;
  let plainFrom = first;
  for (let index = first; index < text.length;) {
    const unit = FOLDS[text.charCodeAt(index)] === Fold.NONE ? undefined : readUnit(text, index);
    if (!unit) {
      origins[length++] = index++;
      continue;
    }
    parts.push(text.slice(plainFrom, index), unit.text);
    if (unit.text) origins[length++] = index;
    index += unit.width;
    plainFrom = index;
  }
  parts.push(text.slice(plainFrom));
  origins[length] = text.length;
  return { text: parts.join(''), origins: origins.subarray(0, length + 1) };
}

/** What the characters at `index` stand for (one unit or none) and how many they are; undefined when they stay. */
function readUnit(text: string, index: number): { text: string; width: number } | undefined {
  const code = text.charCodeAt(index);
  switch (FOLDS[code]) {
    case Fold.DROP:
      return { text: '', width: 1 };
    case Fold.REPLACE:
      return { text: REPLACEMENTS.get(code) ?? '', width: 1 };
    case Fold.PERCENT:
      return readEscape(text, index, 1, 2);
    case Fold.BACKSLASH:
      return text[index + 1] === 'u' ? readEscape(text, index, 2, 4) : undefined;
    case Fold.JAMO:
      return readJamo(text, index);
    case Fold.SURROGATE:
      return readMathematicalDigit(text, index);
    default:
      return undefined;
  }
}

/** `%XX` and `\uXXXX`; a control character or half of a surrogate pair stays as written. */
function readEscape(text: string, index: number, prefix: number, length: number) {
  const from = index + prefix;
  for (let offset = from; offset < from + length; offset++) {
    if (!isHexDigit(text.charCodeAt(offset))) return undefined;
  }
  const code = Number.parseInt(text.slice(from, from + length), 16);
  const readable = code >= 0x20 && (length === 4 ? code < 0xd800 : code < 0x7f);
  return readable ? { text: String.fromCharCode(code), width: prefix + length } : undefined;
}

/** Composes leading consonant, vowel and optional trailing consonant (Unicode §3.12). */
function readJamo(text: string, index: number): { text: string; width: number } | undefined {
  const vowel = text.charCodeAt(index + 1) - 0x1161;
  if (!(vowel >= 0 && vowel < 21)) return undefined;
  const leading = text.charCodeAt(index) - 0x1100;
  const trailing = text.charCodeAt(index + 2) - 0x11a7;
  const hasTrailing = trailing > 0 && trailing < 28;
  const code = 0xac00 + (leading * 21 + vowel) * 28 + (hasTrailing ? trailing : 0);
  return { text: String.fromCharCode(code), width: hasTrailing ? 3 : 2 };
}

function readMathematicalDigit(text: string, index: number): { text: string; width: number } | undefined {
  const low = text.charCodeAt(index + 1);
  if (!(low >= 0xdfce && low <= 0xdfff)) return undefined;
  return { text: String((low - 0xdfce) % 10), width: 2 };
}

function buildReplacements(): Map<number, string> {
  const replacements = new Map<number, string>();
  for (let code = 0xff01; code <= 0xff5e; code++) replacements.set(code, String.fromCharCode(code - 0xfee0));
  for (const zero of [0x660, 0x6f0, 0x966, 0x9e6, 0xe50]) addDigits(replacements, zero);
  for (const hyphen of '‐‑‒–—―−﹣') replacements.set(hyphen.charCodeAt(0), '-');
  for (const space of '\u00a0\u2002\u2003\u2007\u2009\u202f\u3000')
    replacements.set(space.charCodeAt(0), ' ');
  return replacements;
}

function addDigits(replacements: Map<number, string>, zero: number): void {
  for (let digit = 0; digit < 10; digit++) replacements.set(zero + digit, String(digit));
}

function buildFolds(): Uint8Array {
  const folds = new Uint8Array(0x10000);
  for (const code of REPLACEMENTS.keys()) folds[code] = Fold.REPLACE;
  for (const code of [0xad, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff]) folds[code] = Fold.DROP;
  folds.fill(Fold.JAMO, 0x1100, 0x1113);
  folds['%'.charCodeAt(0)] = Fold.PERCENT;
  folds['\\'.charCodeAt(0)] = Fold.BACKSLASH;
  folds[0xd835] = Fold.SURROGATE;
  return folds;
}
