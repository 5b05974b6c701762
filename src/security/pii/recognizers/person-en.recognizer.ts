import type { CodeUnits } from '../text/code-units.js';
import { isLongPlaceAt } from '../lexicon/english/long-places.js';
import { LISTED, NAME, ORDINARY, WordClass, isNoName } from '../lexicon/english/word-class.js';
import type { CapitalWord } from '../lexicon/english/capital-word.js';
import { isLatinCapital } from '../text/latin-words.js';
import {
  afterParticles,
  nameEnd,
  nameWordOf,
  readName,
  readNameWord,
  type NameWord,
} from './names/name-words.js';
import { scoreContext } from './names/name-context.js';
import { capitalsOfRole, inCapitals, ofTicket } from './names/name-in-capitals.js';
import {
  doubtOfEponym,
  INTRODUCED,
  isNamedAfter,
  isSecondOfFirm,
  isThingWithTitle,
} from './names/named-after.js';
import { isFamily, isOffice, isRoleBefore } from './names/role-or-family.js';
import { NAMES_A_THING } from './names/thing-label.js';
import { candidate, type Candidate, type CapitalRecognizer } from './recognizer.js';
import { max, min } from '../text/math.js';

const FULL_STOP = 0x2e;
const SPACE = 0x20;
const SLASH = 0x2f;
const COMMA = 0x2c;
const QUOTE = 0x22;
/** How far before a value its colon and its label may stand. */
const NEAR = 4;
const LABEL_WINDOW = 28;
/** `Doe, John`: only where the order cannot be a list. */
const INVERTED = /, (?=[A-ZÀ-Þ])/y;
/** `Best, Jane`: what ends a letter rather than a family name. */
const CLOSINGS = new Set('Best Love Cheers Thanks'.split(' '));
/** Titles of jobs as well: `Sr. Data Engineer`. */
const WORK_TITLES = new Set('Sr Gen Rep Sen Pres Ing Dipl'.split(' '));
const WHERE =
  /(?:^|[^A-Za-z])(?:to|from|in|at|near|via|of|into|towards?|between|against|around|for|vs?\.?) $/;
const WHERE_WINDOW = 10;
const PARTICLE_BEFORE =
  /(?:^|[^A-Za-z ])((?:van(?: de[nr]?)?|von(?: der)?|de(?: la)?|del|della|di|da|dos|du|ter|ten|el|al) )$/;
const PARTICLE_WINDOW = 10;
/** `Doe, John Q.`: where the order is inverted it ends the name. */
const INITIAL = / [A-ZÀ-Þ]\.(?![A-Za-z])/y;

/** Names by what their words are, by their order, and by what stands around them. */
export const personEnglishRecognizer: CapitalRecognizer = {
  name: 'person-en',
  trigger: 'capital',
  recognize(text, _at, word): Candidate | undefined {
    const isTicket = text.charCodeAt(word.end) === SLASH && isLatinCapital(text, word.start + 1);
    const passenger = isTicket ? ofTicket(text, word.start) : undefined;
    if (passenger) return passenger;
    // Most words stand in a list as nothing but ordinary ones; one letter may be an initial, though.
    if ((isNoName(word.listed) && word.end - word.start > 1) || isLoneAcronym(text, word)) return undefined;
    if ((word.listed & WordClass.LONG_PLACE) !== 0 && isLongPlaceAt(text, word.start, word.end))
      return undefined;
    const first = nameWordOf(text, word);
    if (isTitle(first.flags)) return afterTitle(text, first);
    if (isNoName(first.flags)) return isInCapitals(text, first) ? capitalsOfRole(text, first) : undefined;
    return scored(text, readName(text, first));
  },
};

/** A word in capitals that no other capital follows: a name in capitals has two words. */
function isLoneAcronym(text: CodeUnits, { start, end }: CapitalWord): boolean {
  if (!isLatinCapital(text, start + 1)) return false;
  return end - start > 1 && text.charCodeAt(end) !== SPACE && text.charCodeAt(end) !== COMMA;
}

/** Mr. Doe, Prof. Dr. Jane Roe: whatever follows is a name. */
function afterTitle(text: CodeUnits, title: NameWord): Candidate | undefined {
  const second = readNameWord(text, afterWord(text, title));
  const last = isTitle(second.flags) || isOffice(text, second) ? second : title;
  const start = afterWord(text, last);
  const at = afterParticles(text, start);
  if (!isLatinCapital(text, at)) return undefined;
  const word = readNameWord(text, at);
  if (isTitle(word.flags) || isThingWithTitle(text, last, word)) return undefined;
  const isNoName = isOrdinary(word.flags & ~WordClass.PLACE) && (word.flags & NAME) === 0;
  const isSure =
    text.charCodeAt(last.end) === FULL_STOP && !WORK_TITLES.has(text.slice(last.start, last.end));
  if (isNoName && !isSure) return isInCapitals(text, title) ? inCapitals(text, at) : undefined;
  return candidate('PERSON', start, nameEnd(text, readName(text, word)), 0.88);
}

/** A title and nothing else. */
function isTitle(flags: number): boolean {
  return (flags & WordClass.TITLE) !== 0 && (flags & NAME) === 0;
}

/** Where the next word begins, over a full stop and a space. */
function afterWord(text: CodeUnits, { end }: NameWord): number {
  const at = text.charCodeAt(end) === FULL_STOP ? end + 1 : end;
  return text.charCodeAt(at) === SPACE ? at + 1 : at;
}

function scored(text: CodeUnits, all: readonly NameWord[]): Candidate | undefined {
  const words = isRoleBefore(text, all) ? all.slice(1) : all;
  const inverted = words.length === 1 ? readInverted(text, words[0]!) : undefined;
  if (inverted) return isSecondOfFirm(text, words[0]!) ? undefined : inverted;
  if (words.length === 1 && isFamily(text, words[0]!))
    return candidate('PERSON', words[0]!.start, words[0]!.end, 0.6);
  const start = words[0]!.start;
  const end = nameEnd(text, words);
  const base = scoreWords(text, words);
  if (base < 0.1) return undefined;
  if (namesAThing(text, start)) return undefined;
  if (words.length === 1 && (words[0]!.flags & WordClass.PLACE) !== 0 && isWhere(text, start))
    return undefined;
  const context = scoreContext(text, start, end, words.length) + (words === all ? 0 : INTRODUCED);
  const score = base + context - doubtOfEponym(text, words, end);
  if (score < 0.5 || isNamedAfter(text, words, end, context)) return undefined;
  return candidate('PERSON', start, end, min(0.95, score));
}

/** `to Wellington`, `from Preston`: a town that people are named after. */
function isWhere(text: CodeUnits, start: number): boolean {
  return text.charCodeAt(start - 1) === SPACE && WHERE.test(text.slice(max(0, start - WHERE_WINDOW), start));
}

/** `product name: …`. */
function namesAThing(text: CodeUnits, start: number): boolean {
  const before = text.charCodeAt(start - 1);
  if (before !== SPACE && before !== 0x22 && before !== 0x3a) return false;
  const near = text.slice(max(0, start - NEAR), start);
  return /[:=]/.test(near) && NAMES_A_THING.test(text.slice(max(0, start - LABEL_WINDOW), start));
}

function readInverted(text: CodeUnits, surname: NameWord): Candidate | undefined {
  INVERTED.lastIndex = surname.end;
  if (!INVERTED.test(text.string) || CLOSINGS.has(text.slice(surname.start, surname.end))) return undefined;
  const isFamily = (surname.flags & (WordClass.SURNAME | WordClass.SURNAME_LIKE)) !== 0;
  if (!isFamily && (surname.flags !== 0 || !isQuoted(text, surname.start))) return undefined;
  if ((surname.flags & (WordClass.GIVEN | WordClass.PLACE)) !== 0) return undefined;
  const given = readNameWord(text, INVERTED.lastIndex);
  if ((given.flags & WordClass.GIVEN) === 0 || (given.flags & WordClass.PLACE) !== 0) return undefined;
  const words = readName(text, given);
  const end = nameEnd(text, words);
  INITIAL.lastIndex = end;
  return candidate(
    'PERSON',
    particleStart(text, surname.start),
    INITIAL.test(text.string) ? INITIAL.lastIndex : end,
    0.75,
  );
}

/** Whether a quotation mark opens before it, over a particle of the family name: `"de Groot, Marijke"`. */
function isQuoted(text: CodeUnits, start: number): boolean {
  return text.charCodeAt(particleStart(text, start) - 1) === QUOTE;
}

/** Where `de` of `de Vries, Joost` begins, at the beginning of a line or a cell. */
function particleStart(text: CodeUnits, start: number): number {
  if (text.charCodeAt(start - 1) !== SPACE) return start;
  const found = PARTICLE_BEFORE.exec(text.slice(max(0, start - PARTICLE_WINDOW), start));
  return found ? start - found[1]!.length : start;
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

function isOrdinary(flags: number): boolean {
  return (flags & ORDINARY) !== 0;
}

function isInCapitals(text: CodeUnits, { start, end }: NameWord): boolean {
  return end - start > 1 && isLatinCapital(text, end - 1);
}
