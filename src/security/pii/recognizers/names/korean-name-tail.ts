import { copulas, endings, particles } from '../../lexicon/korean-endings.js';
import { anyTitles, suffixTitles, titles } from '../../lexicon/korean-titles.js';
import { hangulRunEnd, isHangul } from '../../text/character-class.js';
import type { CodeUnits } from '../../text/code-units.js';

const SPACE = 0x20;
/** 차장 */
const CHA = 0xcc28;
const JANG = 0xc7a5;
/** 주차장, 하차장, 승차장, 세차장, 배차장. */
const PARKING = new Set(Array.from('주하승세배', (syllable) => syllable.charCodeAt(0)));
/** Longest run of syllables that is looked at. */
export const LONGEST_RUN = 14;

/** 전 and 현 before the rank that somebody has had or has. */
const QUALIFIERS = new Set(Array.from('전현', (syllable) => syllable.charCodeAt(0)));

/** What may follow a name; `RESPECTED` is a title with a form of address. */
export const Tail = { NONE: 0, END: 1, PARTICLE: 2, COPULA: 3, TITLE: 4, RESPECTED: 5, SUFFIX: 6 } as const;

/** Whether what follows a name within its word is a particle or a title. */
export function nameTailWithin(text: CodeUnits, from: number, end: number): boolean {
  return tailWithin(text, from, end) !== Tail.NONE;
}

/** What follows a name in the next word. */
export function tailBehind(text: CodeUnits, end: number): number {
  let next = end + 1;
  if (text.charCodeAt(end) !== SPACE || !isHangul(text.charCodeAt(next))) return Tail.END;
  if (text.charCodeAt(next + 1) === SPACE && QUALIFIERS.has(text.charCodeAt(next))) next += 2;
  if (anyTitles.longest(text, next) === 0) return Tail.END;
  const tail = titleTail(text, next, hangulRunEnd(text, next, LONGEST_RUN));
  return tail === Tail.NONE ? Tail.END : tail;
}

/** What the rest of the word after a name is. */
export function tailWithin(text: CodeUnits, from: number, end: number): number {
  if (endings.isWord(text, from, end)) return copulas.isWord(text, from, end) ? Tail.COPULA : Tail.PARTICLE;
  return titleTail(text, from, end);
}

/** 님, 씨, 과장님께서: a title with a form of address and a particle where given. */
export function titleTail(text: CodeUnits, from: number, end: number): number {
  if (anyTitles.longest(text, from) === 0) return Tail.NONE;
  const suffix = suffixTitles.longest(text, from);
  if (suffix > 0 && closesWord(text, from + suffix, end)) return Tail.SUFFIX;
  const title = titles.longest(text, from);
  if (title === 0 || from + title > end) return Tail.NONE;
  const rest = from + title;
  if (closesWord(text, rest, end)) return isCompound(text, from) ? Tail.NONE : Tail.TITLE;
  const respectful = suffixTitles.longest(text, rest);
  return respectful > 0 && closesWord(text, rest + respectful, end) ? Tail.RESPECTED : Tail.NONE;
}

function closesWord(text: CodeUnits, from: number, end: number): boolean {
  return from === end || (from < end && particles.isWord(text, from, end));
}

/** 공영주차장: a park for cars and the like rather than a deputy. */
function isCompound(text: CodeUnits, from: number): boolean {
  return (
    text.charCodeAt(from) === CHA &&
    text.charCodeAt(from + 1) === JANG &&
    PARKING.has(text.charCodeAt(from - 1))
  );
}
