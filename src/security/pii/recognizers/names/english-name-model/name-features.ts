import { NAME, ORDINARY, WordClass } from '../../../lexicon/english/word-class.js';
import { isAsciiAlphanumeric, isDigit } from '../../../text/character-class.js';
import type { CodeUnits } from '../../../text/code-units.js';
import { isLatinCapital, isLatinLetter } from '../../../text/latin-words.js';
import { max, min, round } from '../../../text/math.js';
import { mix, pair, seed, slot } from '../model-hash.js';
import type { NameWord } from '../name-words.js';
import { spellingOf } from './spelling.js';

/** How many features a candidate has. */
export const FEATURES = 31;
/** Where those of either side begin. */
const BEFORE = 10;
const BEHIND = 15;
const SPACE = 0x20;
const LINE_BREAK = 0x0a;
const APOSTROPHE = 0x27;
const RIGHT_QUOTE = 0x2019;
const LOWER_CASE = 0x20;
const DIGIT = 0x30;
const CAPITAL = 0x41;
const LETTER = 0x61;
const NOTHING = 1;
/** How much of a neighbouring word is read. */
const LONGEST_WORD = 14;
const MOST_SPACES = 2;
/** Beyond what any spelling is. */
const LISTED = 99;
/** Parts of what the rules add up to that the model tells apart. */
const STEPS = 20;

/** What the rules say of a candidate, from -1 to 1.5 each. */
export interface RuleScores {
  /** By what its words are. */
  readonly words: number;
  /** By what stands around it. */
  readonly context: number;
  /** Both, less what speaks for a thing named after somebody; a name from 0.5 on. */
  readonly total: number;
}

/** What its words may be, as one hash, and how many there are. */
interface Candidate {
  readonly kind: number;
  readonly count: number;
}

/** A neighbouring word, or what stands there instead. Mutable: one object serves all candidates. */
interface Neighbour {
  /** Of its letters in lower case; of nothing when no word is there. */
  hash: number;
  /** Its end that is farther from the candidate. */
  far: number;
  isCapitalised: boolean;
}

const before: Neighbour = { hash: 0, far: 0, isCapitalised: false };
const second: Neighbour = { hash: 0, far: 0, isCapitalised: false };
const after: Neighbour = { hash: 0, far: 0, isCapitalised: false };
const afterNext: Neighbour = { hash: 0, far: 0, isCapitalised: false };

/** Writes the weights of the words of a candidate, of what stands around them, and of what the rules say. */
export function nameFeatures(
  text: CodeUnits,
  words: readonly NameWord[],
  rules: RuleScores,
  into: Uint32Array,
): void {
  const { start } = words[0]!;
  const { end } = words.at(-1)!;
  const count = words.length;
  const kind = pair(pair(kindOf(words[0]!), kindOf(words.at(-1)!)), count);
  ofWords(text, words, into);
  const mark = readBefore(text, start, before);
  readBefore(text, before.far, second);
  ofSide([before, second], mark, { kind, count }, into, BEFORE);
  const next = readAfter(text, end, after);
  readAfter(text, after.far, afterNext);
  ofSide([after, afterNext], next, { kind, count }, into, BEHIND);
  into[20] = slot(21, pair(pair(mark, next), kind));
  into[21] = slot(22, pair(before.hash, after.hash));
  into[22] = slot(23, pair(stepOf(rules.words), count));
  into[23] = slot(24, pair(stepOf(rules.context), count));
  into[24] = slot(25, pair(stepOf(rules.words + rules.context), kind));
  into[25] = slot(26, pair(stepOf(rules.words), stepOf(rules.context)));
  into[26] = slot(27, pair(kind, beginsSentence(text, start)));
  const first = spellingKind(text, words[0]!);
  const last = count === 1 ? first : spellingKind(text, words.at(-1)!);
  into[27] = slot(28, pair(first, count));
  into[28] = slot(29, pair(last, count));
  into[29] = slot(30, pair(first, last));
  into[30] = slot(31, pair(last, stepOf(rules.total)));
}

/** How a word is spelled, unless a list has it: then that says more. */
function spellingKind(text: CodeUnits, { start, end, flags }: NameWord): number {
  return (flags & ~WordClass.SURNAME_LIKE) !== 0 ? LISTED : spellingOf(text, start, end);
}

function ofWords(text: CodeUnits, words: readonly NameWord[], into: Uint32Array): void {
  const first = words[0]!;
  const last = words.at(-1)!;
  const count = words.length;
  const firstHash = hashOf(text, first.start, first.end);
  const lastHash = hashOf(text, last.start, last.end);
  into[0] = slot(1, pair(firstHash, count));
  into[1] = slot(2, pair(lastHash, count));
  into[2] = slot(3, pair(firstHash, lastHash));
  into[3] = slot(4, pair(pair(first.flags, last.flags), count));
  into[4] = slot(5, pair(first.flags, count));
  into[5] = slot(6, pair(last.flags, count));
  into[6] = slot(7, pair(hashOf(text, max(first.start, first.end - 3), first.end), count));
  into[7] = slot(8, pair(hashOf(text, max(last.start, last.end - 3), last.end), count));
  into[8] = slot(9, pair(hashOf(text, first.start, min(first.end, first.start + 3)), count));
  const isShouted = last.end - last.start > 1 && isLatinCapital(text, last.end - 1);
  into[9] = slot(10, pair(pair(first.end - first.start, last.end - last.start), isShouted ? 1 : 0));
}

/** Writes those of the words on one side, the nearest and the one beyond, from the place `first` on. */
function ofSide(
  [nearest, beyond]: readonly [Neighbour, Neighbour],
  mark: number,
  { kind, count }: Candidate,
  into: Uint32Array,
  first: number,
): void {
  const capital = nearest.isCapitalised ? 1 : 0;
  into[first] = slot(first + 1, pair(pair(nearest.hash, mark), capital));
  into[first + 1] = slot(first + 2, pair(nearest.hash, beyond.hash));
  into[first + 2] = slot(first + 3, pair(pair(nearest.hash, kind), mark));
  into[first + 3] = slot(first + 4, pair(pair(mark, count), capital));
  into[first + 4] = slot(first + 5, pair(beyond.hash, mark));
}

/** Reads the word before `end`, over a space; returns what stands directly before, a line break behind spaces included. */
function readBefore(text: CodeUnits, end: number, into: Neighbour): number {
  const mark = kindAt(text, end - 1);
  let at = end;
  while (end - at < MOST_SPACES && text.charCodeAt(at - 1) === SPACE) at--;
  let from = at;
  while (at - from < LONGEST_WORD && isOfWord(text.charCodeAt(from - 1))) from--;
  into.far = from;
  into.isCapitalised = from < at && isLatinCapital(text, from);
  into.hash = from < at ? hashOf(text, from, at) : kindAt(text, at - 1);
  return mark;
}

function readAfter(text: CodeUnits, start: number, into: Neighbour): number {
  const mark = kindAt(text, start);
  let at = start;
  while (at - start < MOST_SPACES && text.charCodeAt(at) === SPACE) at++;
  let to = at;
  while (to - at < LONGEST_WORD && isOfWord(text.charCodeAt(to))) to++;
  into.far = to;
  into.isCapitalised = to > at && isLatinCapital(text, at);
  into.hash = to > at ? hashOf(text, at, to) : kindAt(text, at);
  return mark;
}

/** Of letters as they are in lower case. */
function hashOf(text: CodeUnits, start: number, end: number): number {
  let hash = seed(0);
  for (let index = start; index < end; index++) {
    const code = text.charCodeAt(index);
    hash = mix(hash, code >= CAPITAL ? code | LOWER_CASE : code);
  }
  return hash;
}

function isOfWord(code: number): boolean {
  return isAsciiAlphanumeric(code) || isLatinLetter(code) || code === APOSTROPHE || code === RIGHT_QUOTE;
}

/** What a word may be, coarsely. */
function kindOf({ flags, isInitial }: NameWord): number {
  if (isInitial) return 7;
  const isOrdinary = (flags & ORDINARY) !== 0 ? 8 : 0;
  return ((flags & WordClass.SURNAME_LIKE) !== 0 ? 4 : flags & NAME) | isOrdinary;
}

/** A character, with all digits, all capitals and all small letters alike. */
function kindAt(text: CodeUnits, at: number): number {
  if (at < 0 || at >= text.length) return NOTHING;
  const code = text.charCodeAt(at);
  if (isDigit(code)) return DIGIT;
  if (!isLatinLetter(code)) return code;
  return isLatinCapital(text, at) ? CAPITAL : LETTER;
}

/** Whether a sentence, a line or a text begins there. */
function beginsSentence(text: CodeUnits, start: number): number {
  const code = text.charCodeAt(start - 1);
  if (start === 0 || code === LINE_BREAK) return 2;
  if (code !== SPACE) return 3;
  const before = text.charCodeAt(start - 2);
  return before === 0x2e || before === 0x21 || before === 0x3f ? 1 : 0;
}

/** A score of the rules as one of the parts that the model tells apart. */
function stepOf(score: number): number {
  return round((max(-1, min(1.5, score)) + 1) * STEPS);
}
