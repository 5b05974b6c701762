import type { Characters } from '../../text/code-units.js';
import { MONTHS, WEEKDAYS } from './calendar.js';
import { COMMON_WORDS } from './common-words.js';
import { GIVEN_NAMES, GIVEN_NAMES_ELSEWHERE } from './given-names.js';
import { NAMES_THAT_ARE_WORDS } from './names-that-are-words.js';
import { MORE_FAMILY_NAMES, MORE_GIVEN_NAMES } from './names/index.js';
import { BRANDS, ORGANISATION_WORDS } from './organisations.js';
import { PEOPLES } from './peoples.js';
import { LONG_PLACES, PLACES } from './places.js';
import { ROLES } from './roles.js';
import { SURNAMES, SURNAMES_ELSEWHERE } from './surnames.js';
import { WordTree } from '../../text/word-tree.js';
import { EMPTY_HASH, hashOf, hashWith, WordTable } from '../../text/word-table.js';

/** What a capitalised word may be; a word may be several things. */
export const WordClass = {
  GIVEN: 1,
  SURNAME: 2,
  COMMON: 4,
  PLACE: 8,
  PEOPLE: 16,
  ORGANISATION: 32,
  BRAND: 64,
  TITLE: 128,
  /** Not in any list, but ends as family names do. */
  SURNAME_LIKE: 256,
  /** Months and days of the week. */
  CALENDAR: 512,
  /** First word of a place of several words. */
  LONG_PLACE: 1024,
} as const;

/** Any class that makes a word ordinary: alone it is no name. */
export const ORDINARY =
  WordClass.COMMON |
  WordClass.PLACE |
  WordClass.PEOPLE |
  WordClass.ORGANISATION |
  WordClass.BRAND |
  WordClass.CALENDAR;
export const NAME = WordClass.GIVEN | WordClass.SURNAME;

/** An ordinary word, and neither a name nor a title. */
export function isNoName(flags: number): boolean {
  return (flags & ORDINARY) !== 0 && (flags & (NAME | WordClass.TITLE)) === 0;
}

/** A title and nothing else. */
export function isTitle(flags: number): boolean {
  return (flags & WordClass.TITLE) !== 0 && (flags & NAME) === 0;
}

/** Whether it is an ordinary word, whatever else it is. */
export function isOrdinary(flags: number): boolean {
  return (flags & ORDINARY) !== 0;
}

const TITLES =
  'Mr Mrs Ms Miss Mx Dr Prof Professor Sir Madam Dame Rev Reverend Fr Capt Captain Judge Doctor Nurse Officer Sgt Sergeant Lt Lieutenant Col Colonel Gen General Senator Sen Rep Gov Governor President Pres Hon Sr Señor Señora Senor Senora Herr Frau Monsieur Madame Mme Mlle Don Doña Signor Signora Sig Pastor Rabbi Imam Sheikh Aunt Auntie Uncle Grandma Grandpa Detective Inspector Agent Coach Ing Dipl Lord Lady Baroness Viscount Alhaji Alhaja Hajia Haji Hajah Mallam Malam Otunba Engr Datuk Dato Datin Puan Encik Cik Tuan Mdm Shri Shrimati Smt Kumari Ustaz Ustadh Maulana Mufti Swami Pandit Khun Mevrouw Meneer Dhr Mevr Dott Dottore Dottoressa Avv Arq Bapak Ibu Bwana Mzee';

/** Ends of family names in many languages; long enough not to end ordinary words. */
const surnameEndings = new WordTree(
  `son sson sen ström strøm gren qvist quist dóttir dottir berg stein baum mann maier meier meyer huber feld felder hauser bacher burg ñez dez rez ski sky ska cki wicz czyk czak ová ova eva enko chuk escu poulos idis akis
   oğlu oglu ovic ović evic ević elli etti ucci ello eira ães eaux eau ault wala walla swamy murthy nathan pour zadeh yan ian shvili dze mura moto yama zaki worth thorpe wick bury shaw ford ham field well`.split(
    /\s+/,
  ),
  -1,
);
/** Ends of ordinary words that are not listed. */
const commonEndings = new WordTree(
  `ing tion tions sion sions ment ments ness able ible ful less ously ally ities ity ism isms ance ances ence ences ology ologies graph ize izes ized ise ises ised ward wards ably ibly ative itive ical eous ious ware ship
   hood like wise work works book board room time line proof phone side back down off out over day days`.split(
    /\s+/,
  ),
  -1,
);

function firstWord(phrase: string): string {
  return phrase.slice(0, phrase.indexOf(' ') < 0 ? undefined : phrase.indexOf(' '));
}

/** Class of a word as written with a capital first; 0 for a word that nothing is known of. */
export function classOf(word: string): number {
  return classAt(word, 0, word.length);
}

/** The same of the word from `start` to `end`. */
export function classAt(text: Characters, start: number, end: number): number {
  return LISTED.at(text, start, end, hashOf(text, start, end)) || unlistedClassAt(text, start, end);
}

/** Class of a word that stands in no list, by its form. */
export function unlistedClassAt(text: Characters, start: number, end: number): number {
  const length = end - start;
  if (length < 3) return length === 2 ? titleInCapitals(text, start) : 0;
  const second = text.charCodeAt(start + 1);
  if (second < LOWER_A || second === RIGHT_QUOTE) return classOfMarked(text, start, end);
  const marked = hasMark(text, start + 1, end) ? classOfUneven(text.slice(start, end)) : UNDECIDED;
  if (marked !== UNDECIDED) return marked;
  if (isInflected(text, start, end) || hasEnding(commonEndings, text, end, length)) return WordClass.COMMON;
  return length > 4 && hasEnding(surnameEndings, text, end, length) ? WordClass.SURNAME_LIKE : 0;
}

/** MR, MS, DR: of words of two letters in capitals nothing else is told. */
function titleInCapitals(text: Characters, start: number): number {
  const second = text.charCodeAt(start + 1);
  if (second < 0x41 || second > 0x5a) return 0;
  const hash = hashWith(hashWith(EMPTY_HASH, text.charCodeAt(start)), lower(second));
  return LISTED.at(text, start, start + 2, hash, true) & WordClass.TITLE;
}

const LOWER_A = 0x61;
const APOSTROPHE = 0x27;
const RIGHT_QUOTE = 0x2019;
const UNDECIDED = -1;
const INNER_CAPITAL = /[a-zß-ÿ][A-Z]|['’](?:ve|m|ll|re|t|d|s)$/;
const FAMILY_PREFIX = /^(?:Mc|Mac|Fitz|De|Di|Da|La|Le|Van|Von|Del)[A-Z]/;
const NOBLE_PREFIX = /^[ODL]['’][A-ZÀ-Þa-z]/;

/** Whether a capital, an apostrophe or a hyphen is in it: most words have none, and need no look at patterns. */
function hasMark(text: Characters, from: number, end: number): boolean {
  for (let index = from; index < end; index++) {
    const code = text.charCodeAt(index);
    if (code < LOWER_A || code === RIGHT_QUOTE) return true;
  }
  return false;
}

function classOfUneven(word: string): number {
  if (word.includes('-')) return classOfHyphenated(word);
  if (!INNER_CAPITAL.test(word)) return UNDECIDED;
  return FAMILY_PREFIX.test(word) ? WordClass.SURNAME : WordClass.COMMON;
}

/** The second character is a capital, an apostrophe or a hyphen: O'Connor, D'Angelo, NASA. */
function classOfMarked(text: Characters, start: number, end: number): number {
  const mark = text.charCodeAt(start + 1);
  if ((mark === APOSTROPHE || mark === RIGHT_QUOTE) && NOBLE_PREFIX.test(text.slice(start, end)))
    return WordClass.SURNAME;
  return classOfCapitals(text, start, end);
}

/** Whether the word ends in one of the endings, and is not just that. */
function hasEnding(endings: WordTree, text: Characters, end: number, length: number): boolean {
  const found = endings.longest(text, end);
  return found > 0 && found < length;
}

/** Two romanised Korean syllables: Ji-hoon, Jae-won, Gil-dong. */
const KOREAN_SYLLABLE =
  '(?:kk|tt|pp|ss|jj|ch|sh|[gkndrlmbpsjthw])?(?:yeo|yae|wae|eo|eu|ae|oe|oi|wi|wo|we|wa|ya|yo|yu|ye|ui|oo|ou|ee|u|a|e|i|o)(?:ng|[knlmpth])?';
const KOREAN_GIVEN = new RegExp(`^(?=[A-Z])(?!(.+)-\\1$)${KOREAN_SYLLABLE}-${KOREAN_SYLLABLE}$`, 'i');

/** Newcastle-upon-Tyne, Aix-en-Provence. */
const IN_PLACES = /-(?:upon|on|under|in|by|le|la|sur|sous|en|super|de-la|les|next)-[A-Z]/;

/** Ordinary words that have the form of such names. */
const NO_SYLLABLES = new Set(
  `ping-pong ding-dong sing-song king-kong hip-hop tip-top flip-flop pit-pat ti-to tai-chi kung-fu dim-sum kim-chi pak-choi bok-choi chop-chop win-win no-man pay-in pay-to
   pop-up pop-in top-up sit-up sit-in sit-on pin-up hook-up sum-up kin-do han-do dan-do lie-in tie-in tie-up tee-up heat-up log-in log-on log-up run-in run-up run-on ram-up rip-on sign-up sign-in sign-on
   pull-up pull-in pull-on push-up roll-up roll-on roll-in plug-in plug-on dial-up dial-in mop-up buy-in buy-to put-on put-in set-up set-in set-to get-up let-up how-to lean-to lean-in hang-up hang-on
   bang-up bang-on mark-up warm-up wind-up jump-up top-on tap-in tap-on tag-on pop-on pan-am can-can go-to so-to no-no do-in ban-on mah-jong pro-am goo-goo yin-yang ying-yang loo-ta tu-tu hoo-ha ho-hum`.split(
    /\s+/,
  ),
);

/** Of words in capitals only names and ordinary words are told apart. */
function classOfCapitals(text: Characters, start: number, end: number): number {
  let hash = hashWith(EMPTY_HASH, text.charCodeAt(start));
  for (let index = start + 1; index < end; index++) {
    const code = text.charCodeAt(index);
    if (code >= 0x80) return LISTED.of(capitalised(text.slice(start, end))) || WordClass.COMMON;
    hash = hashWith(hash, lower(code));
  }
  return LISTED.at(text, start, end, hash, true) || WordClass.COMMON;
}

function capitalised(word: string): string {
  return word.charAt(0) + word.slice(1).toLowerCase();
}

function lower(code: number): number {
  return code >= 0x41 && code <= 0x5a ? code + 0x20 : code;
}

/** Jean-Pierre, Smith-Jones, O'Dowd-Ross; what has an ordinary part is no name. */
function classOfHyphenated(word: string): number {
  if (IN_PLACES.test(word)) return WordClass.PLACE;
  if (NO_SYLLABLES.has(word.toLowerCase())) return WordClass.COMMON;
  if (KOREAN_GIVEN.test(word)) return WordClass.GIVEN;
  let found = 0;
  for (const part of word.split('-')) {
    const flags = LISTED.of(part.charAt(0).toUpperCase() + part.slice(1));
    if ((flags & ORDINARY) !== 0 && (flags & NAME) === 0) return WordClass.COMMON;
    found |= flags & NAME;
    if (NOBLE_PREFIX.test(part)) found |= WordClass.SURNAME;
  }
  return found;
}

/** Plurals, past forms and the like of ordinary words. */
function isInflected(text: Characters, start: number, end: number): boolean {
  const last = text.charCodeAt(end - 1);
  if (INFLECTIONS[last] !== 1) return false;
  const before = text.charCodeAt(end - 2);
  const short = hashOf(text, start, end - 3);
  const middle = hashWith(short, text.charCodeAt(end - 3));
  const long = hashWith(middle, before);
  if (isCommon(text, start, end - 1, long)) return true;
  if (before !== LOWER_E && !(before === LOWER_L && last === LOWER_Y))
    return isThirdOfStem(text, start, end, last, short);
  return (
    isCommon(text, start, end - 2, middle) ||
    isCommonWithE(text, start, end - 2, middle) ||
    isThirdOfStem(text, start, end, last, short)
  );
}

/** `carries`, `happily`, `largest`, and the double letter of `stopped`: not the man of Eastman. */
function isThirdOfStem(text: Characters, start: number, end: number, last: number, hash: number): boolean {
  const third = text.charCodeAt(end - 3);
  const isEnding =
    third === LOWER_I || (third === LOWER_E && last === LOWER_T) || third === text.charCodeAt(end - 4);
  return isEnding && isCommon(text, start, end - 3, hash);
}

/** The last letters of inflected words. */
const INFLECTIONS = new Uint8Array(0x80);
for (const letter of 'sdrnyt') INFLECTIONS[letter.charCodeAt(0)] = 1;
const LOWER_I = 0x69;
const LOWER_L = 0x6c;
const LOWER_T = 0x74;
const LOWER_Y = 0x79;
const SHORTEST_STEM = 3;

function isCommon(text: Characters, start: number, end: number, hash: number): boolean {
  return end - start >= SHORTEST_STEM && (LISTED.at(text, start, end, hash) & WordClass.COMMON) !== 0;
}

/** `mak` of `making` with the e that it lost. */
function isCommonWithE(text: Characters, start: number, end: number, hash: number): boolean {
  if (end + 1 - start < SHORTEST_STEM || !LISTED.mayHold(hashWith(hash, LOWER_E))) return false;
  return (LISTED.of(`${text.slice(start, end)}e`) & WordClass.COMMON) !== 0;
}

const LOWER_E = 0x65;

function buildClasses(): ReadonlyMap<string, number> {
  const classes = new Map<string, number>();
  const add = (words: Iterable<string>, flag: number) => {
    for (const word of words) classes.set(word, (classes.get(word) ?? 0) | flag);
  };
  add(GIVEN_NAMES, WordClass.GIVEN);
  add(GIVEN_NAMES_ELSEWHERE, WordClass.GIVEN);
  add(SURNAMES, WordClass.SURNAME);
  add(SURNAMES_ELSEWHERE, WordClass.SURNAME);
  for (const names of MORE_GIVEN_NAMES) add(names, WordClass.GIVEN);
  for (const names of MORE_FAMILY_NAMES) add(names, WordClass.SURNAME);
  add(NAMES_THAT_ARE_WORDS, WordClass.COMMON);
  add(
    [...COMMON_WORDS, ...ROLES].map((word) => word.charAt(0).toUpperCase() + word.slice(1)),
    WordClass.COMMON,
  );
  add(FUNCTION_WORDS, WordClass.COMMON);
  add(PLACES, WordClass.PLACE);
  add([...PEOPLES, ...PEOPLES.map((word) => `${word}s`)], WordClass.PEOPLE);
  add(ORGANISATION_WORDS, WordClass.ORGANISATION);
  add(BRANDS, WordClass.BRAND);
  add([...MONTHS, ...WEEKDAYS], WordClass.CALENDAR);
  add(LONG_PLACES.map(firstWord), WordClass.LONG_PLACE);
  add(PLACE_PREFIXES, WordClass.PLACE);
  add(TITLES.split(' '), WordClass.TITLE);
  for (const word of FUNCTION_WORDS) classes.set(word, WordClass.COMMON);
  return classes;
}

/** First words of names of places, which alone name none. */
export const PLACE_PREFIXES: ReadonlySet<string> = new Set(
  'St Saint San Santa Sao São Los Las El Mt Mount Ft Fort Port Lake Cape North South East West New Old Upper Lower Great Little'.split(
    ' ',
  ),
);

/** Never part of a name, though some lists above have them. */
const FUNCTION_WORDS =
  'A An And Are As At Be But By Can Da De Dela Delos Del Did Do Does For From Get Go Had Has Have He Her Him His How I If In Into Is It Its La Let Like Me My No Not Of Off On Or Our Out Per Said She So Than That The Their Then There They This To Too Up Us Via Was We Were What When Which Who Why With You Your Made Hung Ping Tone Else Fields Ok Im Hi Hey Oh Re NE NW SE SW Fw Fwd Cc Bcc Attn Yes Yeah Bye Thx Tx Thnx Pls Plz Fyi Btw Rgds Tbh Hiya'.split(
    ' ',
  );

/** All words of the lists above with their classes. */
export const LISTED = new WordTable(buildClasses);
