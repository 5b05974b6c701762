import type { CodeUnits } from '../text/code-units.js';
import { isLongPlaceAt } from '../lexicon/english/long-places.js';
import { LISTED, NAME, ORDINARY, WordClass } from '../lexicon/english/word-class.js';
import { isFirm, isTitledThing, mayBeFirm } from '../lexicon/english/firms-like-people.js';
import { ROLE_WORDS } from '../lexicon/english/roles.js';
import type { CapitalWord } from '../lexicon/english/capital-word.js';
import { isLatinCapital, isLatinLetter } from '../text/latin-words.js';
import {
  afterParticles,
  nameEnd,
  nameWordOf,
  readName,
  readNameWord,
  type NameWord,
} from './names/name-words.js';
import { scoreContext } from './names/name-context.js';
import { wordBefore } from './names/word-before.js';
import { NAMES_A_THING } from './names/thing-label.js';
import { candidate, type Candidate, type CapitalRecognizer } from './recognizer.js';
import { max, min } from '../text/math.js';

const FULL_STOP = 0x2e;
const SPACE = 0x20;
const SLASH = 0x2f;
const COMMA = 0x2c;
const LOWER_A = 0x61;
const LOWER_Z = 0x7a;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const RIGHT_QUOTE = 0x2019;
/** How far before a value its colon and its label may stand. */
const NEAR = 4;
const LABEL_WINDOW = 28;
/** `Doe, John`: only where the order cannot be a list. */
const INVERTED = /, (?=[A-ZÀ-Þ])/y;
/** `Best, Jane`: what ends a letter rather than a family name. */
const CLOSINGS = new Set('Best Love Cheers Thanks'.split(' '));
/** Titles of jobs as well: `Sr. Data Engineer`. */
const WORK_TITLES = new Set('Sr Gen Rep Sen Pres Ing Dipl'.split(' '));
/** What somebody with a title is besides, though some have it as a family name. */
const OFFICES = new Set(
  'Justice Judge Commissioner Chairman Chair Speaker Recorder Chancellor Ambassador Minister Secretary Councillor Constable Sergeant Inspector Superintendent Registrar Alderman Mayor Advocate Commander Colonel Major General Marshal'.split(
    ' ',
  ),
);
/** Ranks that some have as a family name: `Constable Doe` is no Mr Constable. */
const RANKS = new Set(
  'Constable Sergeant Bishop Deacon Chancellor Sheriff Marshal Warden Abbot Canon Head'.split(' '),
);
/** Series, teams, coasts and hills that have the form of families. */
const NO_FAMILIES = new Set(
  'Simpsons Waltons Sopranos Flintstones Jetsons Munsters Osbournes Hamptons Grampians Chilterns Quantocks Pentlands Rockies Padres Spartans Trojans Marlins Canucks Bruins Bengals Wallabies Pumas Proteas Springboks Kiwis Bafanas Maasais'.split(
    ' ',
  ),
);
const LOWER_S = 0x73;
const FAMILY_WINDOW = 5;
/** What is named after who found it: `Murphy's Law`. */
const LAW_BEHIND =
  /['’]s (?:(?:[A-Z][a-z]+ )?(?:Law|Laws|Theorem|Rule|Lemma|Paradox|Principle|Razor|Comet|Disease|Syndrome|Day|Column|Needle|Hospital|School|College|Cathedral|Church|Court|Point)|(?:law|laws|theorem|lemma|paradox|razor|comet|disease|syndrome|equation|constant|method|algorithm))(?![a-z])/y;
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
/** Of the first word of a firm. */
const FIRM_WINDOW = 16;
/** From here on somebody is introduced, beyond what is said of firms as well. */
const INTRODUCED = 0.31;
const WHERE =
  /(?:^|[^A-Za-z])(?:to|from|in|at|near|via|of|into|towards?|between|against|around|for|vs?\.?) $/;
const WHERE_WINDOW = 10;
const PARTICLE_BEFORE =
  /(?:^|[^A-Za-z ])((?:van(?: de[nr]?)?|von(?: der)?|de(?: la)?|del|della|di|da|dos|du|ter|ten|el|al) )$/;
const PARTICLE_WINDOW = 10;
const NAME_IN_CAPITALS = /(?:[A-Z]\.? ){0,2}[A-ZÀ-Þ][A-ZÀ-Þ'’-]{1,20}(?![A-Za-z\d])/y;
/** Two words of it or three. */
const IN_CAPITALS = /[A-ZÀ-Þ][A-ZÀ-Þ'’-]{2,20}(?: [A-ZÀ-Þ][A-ZÀ-Þ'’-]{2,20}){1,2}(?! ?[A-Za-z\d])/y;
const OF_TICKET =
  /[A-Z][A-Z'-]{1,25}\/[A-Z]{2,20}(?: [A-Z]{2,20})??(?= ?(?:MR|MRS|MS|MISS|MSTR|DR|CHD|INF)(?![A-Za-z]))/y;
/** `Doe, John Q.`: where the order is inverted it ends the name. */
const INITIAL = / [A-ZÀ-Þ]\.(?![A-Za-z])/y;

/** Names by what their words are, by their order, and by what stands around them. */
export const personEnglishRecognizer: CapitalRecognizer = {
  name: 'person-en',
  trigger: 'capital',
  recognize(text, _at, word): Candidate | undefined {
    if (text.charCodeAt(word.end) === SLASH && isLatinCapital(text, word.start + 1))
      return ofTicket(text, word.start);
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

/** `DOE/JANE MRS`: the family name first, as tickets have it, and a title behind. */
function ofTicket(text: CodeUnits, start: number): Candidate | undefined {
  OF_TICKET.lastIndex = start;
  return OF_TICKET.test(text.string) ? candidate('PERSON', start, OF_TICKET.lastIndex, 0.9) : undefined;
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

/** `Dr Pepper`; `Dr Reddy's` only where a capital or nothing that is his follows, but the man may have anything. */
function isThingWithTitle(text: CodeUnits, title: NameWord, { start, end }: NameWord): boolean {
  const name = text.slice(title.start, title.end);
  return isTitledThing(name, text.slice(start, end)) || isTitledThing(name, text.slice(start, end + 2));
}

/** The second word of `Mr Justice Doe`, `Detective Constable Roe`: an office between the form of address and the name. */
function isOffice(text: CodeUnits, { start, end }: NameWord): boolean {
  return (
    text.charCodeAt(end) === SPACE &&
    isLatinCapital(text, end + 1) &&
    OFFICES.has(text.slice(start, end)) &&
    (readNameWord(text, end + 1).flags & ORDINARY) === 0
  );
}

/** `MR PATEL`, `MS H. VANTERPOOL`: behind a title in capitals, whatever no list has as an ordinary word. */
function inCapitals(text: CodeUnits, at: number): Candidate | undefined {
  NAME_IN_CAPITALS.lastIndex = at;
  if (!NAME_IN_CAPITALS.test(text.string)) return undefined;
  const end = NAME_IN_CAPITALS.lastIndex;
  const word = text.slice(at, end);
  const listed = LISTED.of(word.charAt(0) + word.slice(1).toLowerCase());
  return isOrdinary(listed) ? undefined : candidate('PERSON', at, end, 0.8);
}

/** `applicant RAGHU NANDAN`: two words or three in capitals that no list has as ordinary, behind a role in small letters. */
function capitalsOfRole(text: CodeUnits, { start }: NameWord): Candidate | undefined {
  const before = text.charCodeAt(start - 2);
  if (text.charCodeAt(start - 1) !== SPACE || before < LOWER_A || before > LOWER_Z) return undefined;
  if (!ROLE_WORDS.has(wordBefore(text, start).word)) return undefined;
  IN_CAPITALS.lastIndex = start;
  if (!IN_CAPITALS.test(text.string)) return undefined;
  const end = IN_CAPITALS.lastIndex;
  const listed = text
    .slice(start, end)
    .split(' ')
    .map((word) => LISTED.of(word.charAt(0) + word.slice(1).toLowerCase()));
  return listed.some(isNoName) ? undefined : candidate('PERSON', start, end, 0.75);
}

/** An ordinary word, and neither a name nor a title. */
function isNoName(flags: number): boolean {
  return (flags & ORDINARY) !== 0 && (flags & (NAME | WordClass.TITLE)) === 0;
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

/** `the Rahmans`: the plural of a family name that is nothing else, and no team or coast. */
function isFamily(text: CodeUnits, { start, end }: NameWord): boolean {
  if (text.charCodeAt(end - 1) !== LOWER_S || text.charCodeAt(start - 1) !== SPACE) return false;
  if (!/(?:^|[^A-Za-z])the $/i.test(text.slice(max(0, start - FAMILY_WINDOW), start))) return false;
  if (text.charCodeAt(end) === SPACE && isLatinCapital(text, end + 1)) return false;
  const word = text.slice(start, end);
  const single = LISTED.of(word.slice(0, -1));
  const isOnlySurname = (single & WordClass.SURNAME) !== 0 && (single & (ORDINARY | WordClass.GIVEN)) === 0;
  return isOnlySurname && LISTED.of(word) === 0 && !NO_FAMILIES.has(word);
}

/** `Constable Jane Doe`: the first word is a role that some have as a family name, and a whole name follows. */
function isRoleBefore(text: CodeUnits, words: readonly NameWord[]): boolean {
  const [first, second] = words;
  if (second === undefined || (first!.flags & WordClass.GIVEN) !== 0 || !isOrdinary(first!.flags))
    return false;
  const word = text.slice(first!.start, first!.end);
  const isRank = RANKS.has(word);
  if (words.length > 2)
    return (second.flags & WordClass.GIVEN) !== 0 && (isRank || ROLE_WORDS.has(word.toLowerCase()));
  return isRank && !isOrdinary(second.flags);
}

/** `Lewis` of `John Lewis`, which is read as a name of its own where the whole is none. */
function isSecondOfFirm(text: CodeUnits, { start, end }: NameWord): boolean {
  if (text.charCodeAt(start - 1) !== SPACE) return false;
  let from = start - 1;
  while (isLatinLetter(text.charCodeAt(from - 1)) && start - from < FIRM_WINDOW) from--;
  return isLatinCapital(text, from) && isFirm(text.slice(from, end));
}

/** A firm, or a thing that has somebody's name: `Morgan Stanley`, `at John Lewis`, `the Mary Roe Hall`. */
function isNamedAfter(text: CodeUnits, words: readonly NameWord[], end: number, context: number): boolean {
  if (words.length === 1) return isSecondOfFirm(text, words[0]!);
  const start = words[0]!.start;
  const isOrganisation = (words.at(-1)!.flags & WordClass.ORGANISATION) !== 0;
  if (isOrganisation && /^the $/i.test(text.slice(max(0, start - 4), start))) return true;
  if (isOrganisation && BUILDINGS.has(text.slice(words.at(-1)!.start, end))) return true;
  if (context >= INTRODUCED) return false;
  const name = text.slice(start, end);
  return isFirm(name) || (context < 0 && mayBeFirm(name));
}

/** `Euler's method`: a family name alone says nothing of who has what. */
function doubtOfEponym(text: CodeUnits, words: readonly NameWord[], end: number): number {
  const code = text.charCodeAt(end);
  if ((code !== APOSTROPHE && code !== RIGHT_QUOTE) || words.length > 1) return 0;
  LAW_BEHIND.lastIndex = end;
  if (LAW_BEHIND.test(text.string)) return 1;
  NOTHING_BEHIND.lastIndex = end;
  if (SHOPS.has(text.slice(words[0]!.start, end)) && NOTHING_BEHIND.test(text.string)) return 1;
  return (words[0]!.flags & WordClass.GIVEN) === 0 ? 0.1 : 0;
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
