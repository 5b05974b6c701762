import type { Question } from './wires/wire.js';

/** A piece of a text; `offset` is where it begins there, in UTF-16 units. */
export interface Piece {
  readonly text: string;
  readonly offset: number;
  readonly source: string;
}

export interface PlannedQuestion {
  readonly language: string;
  readonly pieces: readonly Piece[];
}

export interface PlanLimits {
  readonly languages: readonly string[];
  readonly maxBatch: number;
  readonly maxCharacters: number;
}

/** Longer than a name; what begins in one piece ends in it or begins again in the next. */
const OVERLAP = 256;

/** Scripts that say which language a text is in, if the recognizer reads it. */
const SCRIPTS: readonly (readonly [language: string, script: RegExp])[] = [
  ['ko', /\p{Script=Hangul}/u],
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['zh', /\p{Script=Han}/u],
  ['ru', /\p{Script=Cyrillic}/u],
];
const BY_SCRIPT = new Set(SCRIPTS.map(([language]) => language));
const LATIN = /\p{Script=Latin}/u;

/** The texts in as few questions as the limits allow; a text in two scripts is asked about in both languages. */
export function planQuestions(texts: readonly string[], limits: PlanLimits): PlannedQuestion[] {
  const byLanguage = new Map<string, Piece[]>();
  for (const text of texts) {
    for (const language of languagesOf(text, limits.languages)) {
      const pieces = byLanguage.get(language) ?? [];
      byLanguage.set(language, pieces);
      for (const piece of piecesOf(text, limits.maxCharacters)) pieces.push(piece);
    }
  }
  return [...byLanguage].flatMap(([language, pieces]) =>
    batchesOf(pieces, limits).map((batch) => ({ language, pieces: batch })),
  );
}

/** Which of the languages a text is asked about in; none when the recognizer reads none of its scripts. */
function languagesOf(text: string, languages: readonly string[]): string[] {
  const found = SCRIPTS.filter(([language, script]) => languages.includes(language) && script.test(text)).map(
    ([language]) => language,
  );
  const latin = languages.find((language) => !BY_SCRIPT.has(language));
  return latin !== undefined && LATIN.test(text) ? [...found, latin] : found;
}

/** Cut at blanks, so that no word is halved, unless there are none. */
function* piecesOf(text: string, maximum: number): Generator<Piece> {
  let offset = 0;
  while (text.length - offset > maximum) {
    const end = blankBefore(text, offset + maximum, offset + maximum / 2);
    yield { text: text.slice(offset, end), offset, source: text };
    offset = blankBefore(text, end - OVERLAP, end - 2 * OVERLAP);
  }
  yield { text: text.slice(offset), offset, source: text };
}

/** The nearest blank before `from`, or `from` itself when there is none after `limit`; never inside of a pair. */
function blankBefore(text: string, from: number, limit: number): number {
  for (let index = from; index > limit; index--) {
    if (/\s/.test(text.charAt(index))) return index;
  }
  return /[\udc00-\udfff]/.test(text.charAt(from)) ? from - 1 : from;
}

function batchesOf(pieces: readonly Piece[], { maxBatch, maxCharacters }: PlanLimits): Piece[][] {
  const batches: Piece[][] = [];
  let characters = 0;
  for (const piece of pieces) {
    const last = batches.at(-1);
    characters += piece.text.length;
    if (last !== undefined && last.length < maxBatch && characters <= maxCharacters) last.push(piece);
    else {
      batches.push([piece]);
      characters = piece.text.length;
    }
  }
  return batches;
}

/** What goes over the wire. */
export function questionOf({ language, pieces }: PlannedQuestion, minScore: number): Question {
  return { texts: pieces.map(({ text }) => text), language, minScore };
}
