import { isFirm, isTitledThing, mayBeFirm } from '../../lexicon/english/firms-like-people.js';
import { WordClass } from '../../lexicon/english/word-class.js';
import type { CodeUnits } from '../../text/code-units.js';
import { isLatinCapital, isLatinLetter } from '../../text/latin-words.js';
import { max } from '../../text/math.js';
import type { NameWord } from './name-words.js';

const SPACE = 0x20;
const APOSTROPHE = 0x27;
const RIGHT_QUOTE = 0x2019;
/** Of the first word of a firm. */
const FIRM_WINDOW = 16;
/** What is named after who found it: `Murphy's Law`. */
const LAW_BEHIND =
  /['’]s (?:(?:[A-Z][a-z]+ )?(?:Law|Laws|Theorem|Rule|Lemma|Paradox|Principle|Razor|Comet|Disease|Syndrome|Day|Column|Needle|Hospital|School|College|Cathedral|Church|Court|Point)|theorem|lemma|paradox|razor|comet|equation|constant|algorithm)(?![a-z])/y;
/** The same, where it is none of what somebody has who is called by a given name: `Sarah's disease`. */
const FOUND_BEHIND = /['’]s (?:laws?|disease|syndrome|method)(?![a-z])/y;
/** Shops that are called like people, where nothing is theirs: `Christie's and`, `Lloyd's of`. */
const SHOPS = new Set(
  'Christie Denny Wendy Arby Lloyd Levi Reese Claire Carl Zaxby Culver Hamley Moody Macy'.split(' '),
);
const NOTHING_BEHIND =
  /['’]s(?:$|[,.;:)\n]| (?:and|or|of|is|are|was|were|has|have|will|in|at|on|for|both|to)(?![a-z]))/y;
/** Words for buildings that few are called by. */
const BUILDINGS = new Set(
  'House Court Lodge Place Tower Towers Square Garden Gardens Church School College Hotel Station'.split(' '),
);
/** From here on somebody is introduced, or does what people do. */
export const INTRODUCED = 0.3;

/** A firm, or a thing that has somebody's name: `Morgan Stanley`, `at John Lewis`, `the Mary Roe Hall`. */
export function isNamedAfter(
  text: CodeUnits,
  words: readonly NameWord[],
  end: number,
  context: number,
): boolean {
  if (words.length === 1) return isSecondOfFirm(text, words[0]!);
  const start = words[0]!.start;
  const isOrganisation = (words.at(-1)!.flags & WordClass.ORGANISATION) !== 0;
  if (isOrganisation && /^the $/i.test(text.slice(max(0, start - 4), start))) return true;
  if (isOrganisation && BUILDINGS.has(text.slice(words.at(-1)!.start, end))) return true;
  if (context >= INTRODUCED) return false;
  const name = text.slice(start, end);
  return isFirm(name) || (context < 0 && mayBeFirm(name));
}

/** `Lewis` of `John Lewis`, which is read as a name of its own where the whole is none. */
export function isSecondOfFirm(text: CodeUnits, { start, end }: NameWord): boolean {
  if (text.charCodeAt(start - 1) !== SPACE) return false;
  let from = start - 1;
  while (isLatinLetter(text.charCodeAt(from - 1)) && start - from < FIRM_WINDOW) from--;
  return isLatinCapital(text, from) && isFirm(text.slice(from, end));
}

/** `Euler's method`: a family name alone says nothing of who has what. */
export function doubtOfEponym(text: CodeUnits, words: readonly NameWord[], end: number): number {
  const code = text.charCodeAt(end);
  if ((code !== APOSTROPHE && code !== RIGHT_QUOTE) || words.length > 1) return 0;
  const isGiven = (words[0]!.flags & WordClass.GIVEN) !== 0;
  LAW_BEHIND.lastIndex = FOUND_BEHIND.lastIndex = end;
  if (LAW_BEHIND.test(text.string) || (!isGiven && FOUND_BEHIND.test(text.string))) return 1;
  NOTHING_BEHIND.lastIndex = end;
  if (SHOPS.has(text.slice(words[0]!.start, end)) && NOTHING_BEHIND.test(text.string)) return 1;
  return isGiven ? 0 : 0.1;
}

/** `Dr Pepper`, and `Dr Reddy's` only with what belongs to it: the name alone may be a man's. */
export function isThingWithTitle(text: CodeUnits, title: NameWord, { start, end }: NameWord): boolean {
  const name = text.slice(title.start, title.end);
  return isTitledThing(name, text.slice(start, end)) || isTitledThing(name, text.slice(start, end + 2));
}
