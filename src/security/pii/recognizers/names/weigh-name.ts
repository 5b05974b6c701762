import type { CapitalWord } from '../../lexicon/english/capital-word.js';
import { isLongPlaceAt } from '../../lexicon/english/long-places.js';
import { isNoName, isOrdinary, LISTED, NAME, WordClass } from '../../lexicon/english/word-class.js';
import type { CodeUnits } from '../../text/code-units.js';
import { isLatinCapital } from '../../text/latin-words.js';
import { max } from '../../text/math.js';
import type { RuleScores } from './english-name-model/name-features.js';
import { scoreContext } from './name-context.js';
import { isInCapitals, nameEnd, type NameWord } from './name-words.js';
import { doubtOfEponym, INTRODUCED, isNamedAfter } from './named-after.js';
import { NAMES_A_THING } from './thing-label.js';

const SPACE = 0x20;
const COMMA = 0x2c;
const QUOTE = 0x22;
const COLON = 0x3a;
/** How far before a value its colon and its label may stand. */
const NEAR = 4;
const LABEL_WINDOW = 28;
const WHERE =
  /(?:^|[^A-Za-z])(?:to|from|in|at|near|via|of|into|towards?|between|against|around|for|vs?\.?) $/;
const WHERE_WINDOW = 10;
/** Below it, nothing that the words or their surroundings say is looked at further. */
const HOPELESS = 0.1;

/** What the rules make of words that may be a name. */
export interface WeighedName extends RuleScores {
  readonly end: number;
}

/** Whether a name may begin there: most words stand in a list as nothing but ordinary ones; one letter may be an initial. */
export function mayBeginName(text: CodeUnits, word: CapitalWord): boolean {
  if ((isNoName(word.listed) && word.end - word.start > 1) || isLoneAcronym(text, word)) return false;
  return (word.listed & WordClass.LONG_PLACE) === 0 || !isLongPlaceAt(text, word.start, word.end);
}

/** A word in capitals that no other capital follows: a name in capitals has two words. */
function isLoneAcronym(text: CodeUnits, { start, end }: CapitalWord): boolean {
  if (!isLatinCapital(text, start + 1)) return false;
  return end - start > 1 && text.charCodeAt(end) !== SPACE && text.charCodeAt(end) !== COMMA;
}

/** @returns undefined for what is none by any means. */
export function weighName(
  text: CodeUnits,
  words: readonly NameWord[],
  isIntroduced: boolean,
): WeighedName | undefined {
  const { start } = words[0]!;
  const end = nameEnd(text, words);
  const ofWords = scoreWords(text, words);
  if (ofWords < HOPELESS || namesAThing(text, start)) return undefined;
  if (words.length === 1 && (words[0]!.flags & WordClass.PLACE) !== 0 && isWhere(text, start))
    return undefined;
  const context = scoreContext(text, start, end, words.length) + (isIntroduced ? INTRODUCED : 0);
  if (isNamedAfter(text, words, end, context)) return undefined;
  const total = ofWords + context - doubtOfEponym(text, words, end);
  return total < HOPELESS ? undefined : { end, words: ofWords, context, total };
}

/** `to Wellington`, `from Preston`: a town that people are named after. */
function isWhere(text: CodeUnits, start: number): boolean {
  return text.charCodeAt(start - 1) === SPACE && WHERE.test(text.slice(max(0, start - WHERE_WINDOW), start));
}

/** `product name: …`. */
function namesAThing(text: CodeUnits, start: number): boolean {
  const before = text.charCodeAt(start - 1);
  if (before !== SPACE && before !== QUOTE && before !== COLON) return false;
  const near = text.slice(max(0, start - NEAR), start);
  return /[:=]/.test(near) && NAMES_A_THING.test(text.slice(max(0, start - LABEL_WINDOW), start));
}

/** What the words alone say. */
function scoreWords(text: CodeUnits, words: readonly NameWord[]): number {
  if (words.length === 1) return scoreSingle(text, words[0]!);
  const first = words[0]!.flags;
  const last = words.at(-1)!.flags;
  const isGiven = (first & WordClass.GIVEN) !== 0;
  const isFamily = (last & (WordClass.SURNAME | WordClass.SURNAME_LIKE)) !== 0;
  if ((last & WordClass.ORGANISATION) !== 0 && !(isGiven && isFamily)) return 0;
  if (isInCapitals(text, words[0]!) && !(isGiven && (last & NAME) !== 0)) return 0;
  return scoreOrder(words, isGiven, isFamily) - doubtIn(first, isFamily) - doubtIn(last, isFamily);
}

/** An ordinary word may be a name, rather beside a family name. */
function doubtIn(flags: number, isFamily: boolean): number {
  if (!isOrdinary(flags)) return 0;
  return isFamily ? 0.12 : 0.3;
}

function scoreOrder(words: readonly NameWord[], isGiven: boolean, isFamily: boolean): number {
  const first = words[0]!;
  if (first.isInitial) return isFamily ? 0.65 : scoreInitials(words);
  if (words.at(-1)!.isInitial) return isOrdinary(first.flags) ? 0.55 : 0.7;
  if (isGiven) return isFamily ? 0.92 : 0.78;
  if ((first.flags & WordClass.SURNAME) !== 0 && (words.at(-1)!.flags & WordClass.GIVEN) !== 0) return 0.7;
  if (isFamily) return first.flags === 0 ? 0.6 : 0.5;
  if (words.length > 2 && words.some(({ flags }) => (flags & NAME) !== 0 && !isOrdinary(flags))) return 0.6;
  if ((words.at(-1)!.flags & WordClass.GIVEN) !== 0) return 0.5;
  return isOrdinary(first.flags) ? 0.15 : 0.35;
}

/** `J. Abara`, but hardly `S Korea`: an unknown word, or a given name, behind initials with full stops. */
function scoreInitials(words: readonly NameWord[]): number {
  const { start, end } = words[0]!;
  return end - start > 1 && !isOrdinary(words.at(-1)!.flags) ? 0.55 : 0.4;
}

function scoreSingle(text: CodeUnits, word: NameWord): number {
  const { flags } = word;
  if (word.isInitial) return 0;
  if (isInCapitals(text, word)) return (flags & WordClass.GIVEN) !== 0 ? 0.2 : 0;
  if ((flags & WordClass.GIVEN) !== 0)
    return isOrdinary(flags) ? 0.2 : word.end - word.start < 3 ? 0.4 : 0.55;
  if ((flags & WordClass.SURNAME) !== 0) return isOrdinary(flags) ? 0.1 : isOfForm(text, word) ? 0.35 : 0.28;
  return (flags & WordClass.SURNAME_LIKE) !== 0 ? 0.28 : 0.12;
}

/** `McAllister`, `O'Dowd`: what no list has, and nobody calls a town or a firm. */
function isOfForm(text: CodeUnits, { start, end }: NameWord): boolean {
  const word = text.slice(start, end);
  return word.startsWith('Mc') || LISTED.of(word) === 0;
}
