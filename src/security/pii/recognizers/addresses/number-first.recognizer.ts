import { classOf, WordClass } from '../../lexicon/english/word-class.js';
import { isDigit } from '../../text/character-class.js';
import type { CodeUnits } from '../../text/code-units.js';
import type { TokenRun } from '../../text/token-run.js';
import { candidate, type Candidate, type NumberRecognizer } from '../recognizer.js';
import {
  FRENCH,
  LIKELY_STREETS,
  NAMED_BY_POSTCODE,
  NAMED_BY_UNIT,
  NUMBER_FIRST,
  WORD,
} from './address-parts.js';
import { labelBefore, partsBefore } from './address-start.js';
import { fieldValueEnd } from './field-value.js';
import { localitiesEnd } from './locality-end.js';
import { matchEnd, readAddressEnd } from './match-address.js';
import { isOrdinaryName } from './ordinary-name.js';
import { max, min } from '../../text/math.js';

const STREET = new RegExp(NUMBER_FIRST, 'y');
const RUE = new RegExp(FRENCH, 'y');
const BY_UNIT = new RegExp(NAMED_BY_UNIT, 'y');
const BY_POSTCODE = new RegExp(NAMED_BY_POSTCODE, 'y');
/** `24H Route LBA`: kinds of French streets that are English words as well. */
const ALSO_ENGLISH = /^\S+ (?:Route|Passage|Square|Place|Soi|Via) /;
/** What people live in, before its number. */
const DWELLING =
  /^(?:Flat|FLAT|Plot|PLOT|House|H\.|Door|D\.|Villa|Bungalow|Quarter|Qtr|Apartment|Apt|TC|T\.C|No\.)/;
/** Machines, parts of a network and places to wait at that have numbers. */
const NUMBERED =
  /(?:^|[^A-Za-z])(?:pump|valve|platform|zone|gate|phase|route|bus|tram|line|stop|stage|pier|berth|pitch|track|sensor|camera|feeder|boiler|pole|meter|borehole|well|junction|exit|step|sector|cabinet|mast|turbine|hydrant|manhole|signal|crossing|team|group|class|week|day|round|leg|heat) $/i;
const NUMBERED_WINDOW = 12;
const TO = /(?:^|[^A-Za-z])(?:to|from|in|on|near|of|behind) $/i;
const AT = /(?:^|[^A-Za-z])(?:at|outside|opposite|@) $/i;
/** What is counted rather than lived in: `15 Minute Walk`, `5 Star Place`. */
const COUNTED =
  /^ {1,2}(?:Bit|Minute|Min|Hour|Mile|Day|Week|Month|Year|Star|Way|Best|Top|New|More|Percent|Million|Billion|Thousand|Hundred|Point|Step|Page|People|Square|Degree|Seat|Piece|Bed|Inch|Foot|Feet|Met(?:re|er)|Yard|Acre|Car|Gallon|Lap)s? /;
const HOUR_OR_LESS = /^(?:\d|1[0-2])$/;
const ENDS_WITH_CODE = /\d{4,6}$/;
/** What a city is divided into by numbers, behind a street of one to four words. */
const NAME_BEFORE_DISTRICT = new RegExp(
  `\\d{1,5}[A-Za-z]?(?:[/-]\\d{1,4}[A-Za-z]?){0,3},? (?:${WORD} ){0,3}${WORD}(?=, ?(?:(?:District|Dist\\.?|Ward|Phường|Phuong|Quận|Quan|Sector|Phase|Block|Barangay|Brgy\\.?|Purok|Section|Zone) ?\\d{1,3}(?![A-Za-z0-9])|Barangay |Brgy\\.? ))`,
  'y',
);
/** Parts of a book or a paper. */
const SECTION = /^, (?:Figure|Fig|Table|Chapter|Section|Part|Page|Act|Scene|Axis|Panel)(?![a-z])/;
const LIKELY = new RegExp(`^(?:${LIKELY_STREETS})$`);
/** How the words begin that are written without a capital: rue, avenue, boulevard, bis … */
const STARTS_LOWER_CASE = new Set(
  'ru av bo bd pl ch al im qu ro co sq pa se bi'
    .split(' ')
    .map((letters) => (letters.charCodeAt(0) << 8) | letters.charCodeAt(1)),
);
/** No letter of a pattern lies behind Latin Extended-B. */
const LAST_LATIN = 0x24f;
const SPACE = 0x20;
const SLASH = 0x2f;
const COMMA = 0x2c;
/** Parts that have to stand behind a unit before the last of them is known. */
const LEAST_PARTS_OF_UNIT = 2;
const LONGEST_ORDINAL = 3;
/** st, nd, rd and th behind a number. */
const ORDINAL_STARTS = 'snrt';

/** Addresses that begin with the number of the house: English-speaking countries and France. */
export const addressNumberFirstRecognizer: NumberRecognizer = {
  name: 'address-number-first',
  trigger: 'number',
  shapes: ['1~6', 'DL', 'DDL', 'DDDL', 'DDDDL', '1~5-1~5', '1~4/1~4/1~4'],
  context: [
    'address',
    'lives at',
    'live at',
    'living at',
    'located at',
    'residence',
    'resides',
    'ship to',
    'deliver to',
    'moved to',
    'street',
    'mail to',
    ...[
      'drop',
      'addr',
      'addy',
      'line 1',
      'line1',
      'mailing',
      'pick up at',
      'im at',
      "i'm at",
      'come to',
      'home is',
      'place is',
      'knock at',
      'knock on',
      'left at',
      'leave at',
      'leave it at',
      'collect from',
      'delivered to',
      'drop off at',
      'pick up from',
      'staying at',
      'stay at',
      'house at',
      'home at',
      'party at',
      'viewing at',
      'parked outside',
      'outside',
      'opposite',
      'round to',
      'moving to',
      'tenant of',
      'owner of',
      'resident of',
      'residents of',
    ],
  ],
  against: ['total', 'quantity'],
  after: ['SPACE', 'COMMA'],
  recognize(run): Candidate | undefined {
    const { text, units, start } = run;
    const value = fieldValueEnd(units, start);
    if (value > 0) return candidate('ADDRESS', start, value, 0.9);
    if (!mayBeStreet(units, run.end) || isRestOfDate(units, start)) return undefined;
    STREET.lastIndex = start;
    const match = STREET.exec(text);
    const street = match ? STREET.lastIndex : otherStreetEnd(text, start);
    if (street === 0) return unitFirst(text, start, run.end) ?? districtBehind(text, start);
    const { end, parts } = readAddressEnd(text, street);
    const isDoubtful = match
      ? isOtherThing(match[1], run.end - start)
      : ALSO_ENGLISH.test(text.slice(start, street));
    if (parts === 0 && text.charCodeAt(run.end) === COMMA && isNumbered(text, start)) return undefined;
    const isTold = run.isNamed() || isAt(run, street);
    if (match && parts === 0 && COUNTED.test(text.slice(run.end, street))) return undefined;
    if (isDoubtful && parts === 0 && !isTold) return candidate('ADDRESS', start, end, 0.45);
    return candidate(
      'ADDRESS',
      partsBefore(text, start),
      end,
      min(0.95, 0.75 + 0.16 * parts + (isTold ? 0.1 : 0)),
    );
  },
};

/**
 * `at 31 Hazel Grove`, `keys to 19 Tanglewood Way`: from 13 on it is no hour, and behind words that more than places follow no
 * word of the name is an ordinary one.
 */
function isAt({ text, start, end }: TokenRun, street: number): boolean {
  if (end - start < 2 || HOUR_OR_LESS.test(text.slice(start, end))) return false;
  const before = text.slice(max(0, start - NUMBERED_WINDOW), start);
  return AT.test(before) || (TO.test(before) && !hasCommonWord(text.slice(end, street)));
}

/** Whether a word before the kind of the street is an ordinary one. */
function hasCommonWord(name: string): boolean {
  return name
    .trim()
    .split(/ +/)
    .slice(0, -1)
    .some((word) => (classOf(word) & WordClass.COMMON) !== 0);
}

/** `Pump 3, Mill Lane station`: the number is that of what stands before it. */
function isNumbered(text: string, start: number): boolean {
  return NUMBERED.test(text.slice(max(0, start - NUMBERED_WINDOW), start));
}

/**
 * `Plot 88, Block 5, Lekki Phase 1, Lagos`, `Flat 402, Sai Krupa CHS, Aundh, Pune-411007`: a unit and places, no street. What
 * offices and books have as well (suite, level, unit, room) takes a postal code.
 */
function unitFirst(text: string, start: number, end: number): Candidate | undefined {
  if (text.charCodeAt(end) !== COMMA) return undefined;
  const label = labelBefore(text, start);
  if (label === start) return undefined;
  const last = localitiesEnd(text, end, LEAST_PARTS_OF_UNIT);
  if (
    last === end ||
    (!DWELLING.test(text.slice(label, start)) && !ENDS_WITH_CODE.test(text.slice(end, last)))
  )
    return undefined;
  return SECTION.test(text.slice(end, last)) ? undefined : candidate('ADDRESS', label, last, 0.85);
}

/** `6/2024 Main Street` behind `5/`. */
function isRestOfDate(text: CodeUnits, start: number): boolean {
  return text.charCodeAt(start - 1) === SLASH && isDigit(text.charCodeAt(start - 2));
}

/** `212/8 Nguyen Trai, District 5, Ho Chi Minh City`: a name without a kind, told by the numbered part of a city behind it. */
function districtBehind(text: string, start: number): Candidate | undefined {
  const name = matchEnd(NAME_BEFORE_DISTRICT, text, start);
  if (name === 0 || isOrdinaryName(text.slice(start, name).replace(/^\S+ /, ''))) return undefined;
  const last = localitiesEnd(text, name, LEAST_PARTS_OF_UNIT);
  return last === name ? undefined : candidate('ADDRESS', partsBefore(text, start), last, 0.85);
}

/** Behind the number a word with a capital, `rue` or the like has to stand. */
function mayBeStreet(text: CodeUnits, end: number): boolean {
  const at = text.charCodeAt(end + 1) === SPACE ? end + 2 : end + 1;
  const next = text.charCodeAt(at);
  if ((next >= 0x41 && next <= 0x5a) || (next >= 0xc0 && next <= LAST_LATIN)) return true;
  if (isDigit(next)) return mayBeOrdinal(text, at);
  return STARTS_LOWER_CASE.has((next << 8) | text.charCodeAt(at + 1));
}

/** `5th`, `42nd`, and what is left of a house: `1/2`. */
function mayBeOrdinal(text: CodeUnits, at: number): boolean {
  let end = at + 1;
  while (end - at <= LONGEST_ORDINAL && isDigit(text.charCodeAt(end))) end++;
  const code = text.charCodeAt(end);
  return code === SLASH || ORDINAL_STARTS.includes(String.fromCharCode(code));
}

/** Whether the kind of a street may be something else: `3 Oak Hill`. */
function isOtherThing(kind: string | undefined, digits: number): boolean {
  return kind !== undefined && !(digits >= 3 && LIKELY.test(kind));
}

/** Streets that are told by something else than what they are called. */
function otherStreetEnd(text: string, start: number): number {
  return matchEnd(RUE, text, start) || unitStreetEnd(text, start) || matchEnd(BY_POSTCODE, text, start);
}

/** `6750 Koskikatu 25 ` before `Apt. 864`; the space is not part of the street. */
function unitStreetEnd(text: string, start: number): number {
  const end = matchEnd(BY_UNIT, text, start);
  return end === 0 ? 0 : end - 1;
}
