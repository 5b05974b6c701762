import { readBackslash, readEntity, readPercent } from './fold-escapes.js';
import { readSpokenAt, readSpokenNumber } from './fold-spoken.js';
import { CodeUnits } from './code-units.js';
import type { FoldedUnit } from './folded-unit.js';
import { Origins } from './origins.js';

/** A text in the form recognizers read, and where it came from. */
export interface FoldedText {
  readonly text: string;
  /** Undefined when nothing changed. */
  readonly origins: Origins | undefined;
  readonly original: string;
}

const Fold = {
  NONE: 0,
  DROP: 1,
  REPLACE: 2,
  PERCENT: 3,
  BACKSLASH: 4,
  JAMO: 5,
  SURROGATE: 6,
  ENTITY: 7,
  SPOKEN_DIGIT: 8,
  SPOKEN_AT: 9,
} as const;

/** First halves of pairs. */
const MATHEMATICAL = 0xd835;
const TAGS = 0xdb40;

/**
 * What nobody sees (Unicode, Default_Ignorable_Code_Point): soft hyphens, joiners, marks and embeddings of direction, as
 * address books copy them along with numbers, fillers of Hangul, variation selectors.
 */
const INVISIBLE: readonly (readonly [first: number, last?: number])[] = [
  [0xad],
  [0x34f],
  [0x61c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff],
  [0xffa0],
];

const REPLACEMENTS = buildReplacements();
const FOLDS = buildFolds();

/**
 * Undoes what hides a value from a pattern but not from a reader: full-width and other decimal digits (NFKC),
 * zero-width characters, typographic hyphens and spaces, decomposed Hangul, escapes of URLs, JSON and HTML, numbers
 * and e-mail addresses in words (공일공 …, `hong (at) …`).
 *
 * @param units the same text where it has been laid out for reading.
 */
export function fold(text: string, units: CodeUnits = laidOut(text)): FoldedText {
  const first = firstFold(text, units);
  if (first < 0) return { text, origins: undefined, original: text };
  return foldFrom(text, units, first);
}

/** Offset in the original where a span of the folded text begins. */
export function originOf({ origins }: FoldedText, offset: number): number {
  return origins ? origins.of(offset) : offset;
}

/**
 * Offset in the original after a span of the folded text that ends at `end`: behind all that its last unit was read
 * from, and before what was dropped or read over behind it.
 */
export function originEnd({ origins, original }: FoldedText, end: number): number {
  if (!origins || end === 0) return end;
  const last = origins.of(end - 1);
  return last + (readUnit(original, last)?.width ?? 1);
}

function firstFold(text: string, units: CodeUnits): number {
  const { length } = units;
  for (let index = units.nextIn(FOLDS, 0); index < length; index = units.nextIn(FOLDS, index + 1)) {
    if (mayFold(units, index) && readUnit(text, index)) return index;
  }
  return -1;
}

function laidOut(text: string): CodeUnits {
  const units = new CodeUnits();
  units.read(text);
  return units;
}

function foldFrom(text: string, units: CodeUnits, first: number): FoldedText {
  const origins = new Origins();
  const parts: string[] = [];
  let length = 0;
  let plainFrom = 0;
  for (let index = units.nextIn(FOLDS, first); index < text.length;) {
    const replacedEnd = endOfReplaced(units, index);
    if (replacedEnd > index) {
      // One for one: what is behind them has not moved.
      parts.push(text.slice(plainFrom, index), replacedText(units, index, replacedEnd));
      length += replacedEnd - plainFrom;
      plainFrom = replacedEnd;
      index = units.nextIn(FOLDS, replacedEnd);
      continue;
    }
    const unit = mayFold(units, index) ? readUnit(text, index) : undefined;
    if (!unit) {
      index = units.nextIn(FOLDS, index + 1);
      continue;
    }
    const joined = unit.joins && text[index - 1] === ' ' && plainFrom < index ? 1 : 0;
    parts.push(text.slice(plainFrom, index - joined), unit.text);
    length += index - joined - plainFrom;
    origins.addUnit(length, index);
    length += unit.text.length;
    plainFrom = index + unit.width;
    origins.addPlain(length, plainFrom);
    index = units.nextIn(FOLDS, plainFrom);
  }
  parts.push(text.slice(plainFrom));
  return { text: parts.join(''), origins, original: text };
}

/** Where those end that stand for one other character each. */
function endOfReplaced(units: CodeUnits, index: number): number {
  let end = index;
  while (FOLDS[units.charCodeAt(end)] === Fold.REPLACE) end++;
  return end;
}

function replacedText(units: CodeUnits, start: number, end: number): string {
  let text = '';
  for (let index = start; index < end; index++) text += REPLACEMENTS.get(units.charCodeAt(index)) ?? '';
  return text;
}

/** Syllables that are digits stand in most Korean words: one of them alone is none. */
function mayFold(units: CodeUnits, index: number): boolean {
  return (
    FOLDS[units.charCodeAt(index)] !== Fold.SPOKEN_DIGIT ||
    FOLDS[units.charCodeAt(index + 1)] === Fold.SPOKEN_DIGIT
  );
}

/** What the characters at `index` stand for; undefined when they stay. */
function readUnit(text: string, index: number): FoldedUnit | undefined {
  const code = text.charCodeAt(index);
  switch (FOLDS[code]) {
    case Fold.DROP:
      return { text: '', width: 1 };
    case Fold.REPLACE:
      return { text: REPLACEMENTS.get(code) ?? '', width: 1 };
    case Fold.PERCENT:
      return readPercent(text, index);
    case Fold.BACKSLASH:
      return readBackslash(text, index);
    case Fold.JAMO:
      return readJamo(text, index);
    case Fold.SURROGATE:
      return code === TAGS ? readTag(text, index) : readMathematicalDigit(text, index);
    case Fold.ENTITY:
      return readEntity(text, index);
    case Fold.SPOKEN_DIGIT:
      return readSpokenNumber(text, index);
    case Fold.SPOKEN_AT:
      return readSpokenAt(text, index);
    default:
      return undefined;
  }
}

/** Composes leading consonant, vowel and optional trailing consonant (Unicode §3.12). */
function readJamo(text: string, index: number): FoldedUnit | undefined {
  const vowel = text.charCodeAt(index + 1) - 0x1161;
  if (!(vowel >= 0 && vowel < 21)) return undefined;
  const leading = text.charCodeAt(index) - 0x1100;
  const trailing = text.charCodeAt(index + 2) - 0x11a7;
  const hasTrailing = trailing > 0 && trailing < 28;
  const code = 0xac00 + (leading * 21 + vowel) * 28 + (hasTrailing ? trailing : 0);
  return { text: String.fromCharCode(code), width: hasTrailing ? 3 : 2 };
}

function readMathematicalDigit(text: string, index: number): FoldedUnit | undefined {
  const low = text.charCodeAt(index + 1);
  if (!(low >= 0xdfce && low <= 0xdfff)) return undefined;
  return { text: String((low - 0xdfce) % 10), width: 2 };
}

/** Tags and further variation selectors, U+E0000 to U+E01EF: nothing of them is seen. */
function readTag(text: string, index: number): FoldedUnit | undefined {
  const low = text.charCodeAt(index + 1);
  return low >= 0xdc00 && low <= 0xddef ? { text: '', width: 2 } : undefined;
}

function buildReplacements(): Map<number, string> {
  const replacements = new Map<number, string>();
  for (let code = 0xff01; code <= 0xff5e; code++) replacements.set(code, String.fromCharCode(code - 0xfee0));
  for (const zero of [0x660, 0x6f0, 0x966, 0x9e6, 0xe50]) addDigits(replacements, zero);
  for (const hyphen of '‐‑‒–—―−﹣ㅡ') replacements.set(hyphen.charCodeAt(0), '-');
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
  for (const [first, last = first] of INVISIBLE) folds.fill(Fold.DROP, first, last + 1);
  folds.fill(Fold.JAMO, 0x1100, 0x1113);
  folds['%'.charCodeAt(0)] = Fold.PERCENT;
  folds['\\'.charCodeAt(0)] = Fold.BACKSLASH;
  folds[MATHEMATICAL] = folds[TAGS] = Fold.SURROGATE;
  folds['&'.charCodeAt(0)] = Fold.ENTITY;
  for (const syllable of '공영일이삼사오육륙칠팔구') folds[syllable.charCodeAt(0)] = Fold.SPOKEN_DIGIT;
  for (const opening of '([{골닷쩜점') folds[opening.charCodeAt(0)] = Fold.SPOKEN_AT;
  return folds;
}
