import { classAt, NAME, ORDINARY, WordClass } from '../lexicon/english/word-class.js';
import { isLatinCapital, isLatinLetter, startsWord, wordEnd } from '../text/latin-words.js';
import type { CodeUnits } from '../text/code-units.js';
import { addPart, type KnownName, type Mention } from './known-name.js';

const SHORTEST_PART = 3;
/** Classes of words that are no name by themselves, whatever else they are. */
const THINGS = (ORDINARY & ~WordClass.COMMON) | WordClass.TITLE;
const SPACE = 0x20;
const FULL_STOP = 0x2e;
/** What joins a word to an address, a path, a handle or a longer word. */
const JOINTS = '@/\\_-.:#$&';

/** The given name and the family name of two words and more: `Christopher` and `Bellamy`. */
export function addLatinParts(text: CodeUnits, start: number, end: number, names: KnownName[]): void {
  let first = -1;
  let last = -1;
  let lastEnd = 0;
  for (let at = start; at < end; at++) {
    if (!isLatinLetter(text.charCodeAt(at)) || (at > start && isLatinLetter(text.charCodeAt(at - 1))))
      continue;
    const partEnd = wordEnd(text, at);
    if (partEnd > end || !isLatinCapital(text, at)) continue;
    if (first < 0) {
      first = at;
      addWord(text, at, partEnd, names);
    }
    last = at;
    lastEnd = partEnd;
    at = partEnd;
  }
  if (last > first) addWord(text, last, lastEnd, names);
}

/** What is an ordinary word, a place or a brand as well says little by itself; a name that is a word says so where it stands. */
function addWord(text: CodeUnits, start: number, end: number, names: KnownName[]): void {
  const flags = classAt(text, start, end);
  if (end - start < SHORTEST_PART || (flags & THINGS) !== 0) return;
  const isWord = (flags & WordClass.COMMON) !== 0;
  if (!isWord || (flags & NAME) !== 0) addPart(names, text, start, end, isWord);
}

/** The mention at `at`, with the initial before it: `C. Bellamy`; undefined where it belongs to something else. */
export function latinMention(
  text: CodeUnits,
  at: number,
  { text: name, isAmbiguous }: KnownName,
): Mention | undefined {
  const end = at + name.length;
  if (!startsWord(text, at) || wordEnd(text, at) !== end || isJoined(text, at, end)) return undefined;
  // Bellamy Road, Bellamy Ltd.
  if (text.charCodeAt(end) === SPACE && isLatinCapital(text, end + 1)) return undefined;
  if (text.charCodeAt(at - 1) !== SPACE) return isAmbiguous ? undefined : { start: at, end };
  const initial = initialBefore(text, at);
  if (initial < at) return { start: initial, end };
  if (isAmbiguous && !isLatinLower(text, at - 2)) return undefined;
  return isPartOfPhrase(text, at - 1) ? undefined : { start: at, end };
}

function isJoined(text: CodeUnits, start: number, end: number): boolean {
  if (start > 0 && JOINTS.includes(text.charAt(start - 1))) return text.charAt(start - 1) !== ':';
  const next = text.charAt(end);
  if (next === '.') return isLatinLetter(text.charCodeAt(end + 1));
  return next !== '' && next !== ':' && JOINTS.includes(next);
}

function isLatinLower(text: CodeUnits, at: number): boolean {
  return isLatinLetter(text.charCodeAt(at)) && !isLatinCapital(text, at);
}

/** Where the initial before a word begins, or the word. */
function initialBefore(text: CodeUnits, at: number): number {
  const start = at - 3;
  if (text.charCodeAt(at - 2) !== FULL_STOP || start < 0 || !isLatinCapital(text, start)) return at;
  return startsWord(text, start) ? start : at;
}

/** Whether a word with a capital that is neither an ordinary one nor a title ends there: `Mount Bellamy`. */
function isPartOfPhrase(text: CodeUnits, end: number): boolean {
  let start = end;
  while (start > 0 && isLatinLetter(text.charCodeAt(start - 1))) start--;
  if (start === end || !isLatinCapital(text, start)) return false;
  return (classAt(text, start, end) & (WordClass.COMMON | WordClass.TITLE | WordClass.CALENDAR)) === 0;
}
