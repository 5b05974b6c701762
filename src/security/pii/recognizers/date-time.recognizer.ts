import { BIRTH_WORDS, MONTHS } from '../lexicon/english/calendar.js';
import { isCellStart } from '../structure/column-labels.js';
import { isAsciiLetter, isDigit } from '../text/character-class.js';
import { LetterPairs } from '../text/letter-pairs.js';
import { Separator } from '../text/shapes.js';
import { timeEnd, timeEndBehindDate } from '../text/time-of-day.js';
import type { TokenRun } from '../text/token-run.js';
import { hasBirthLetters, isNamedBirth } from './asks-for-birth.js';
import { candidate, type Candidate, type NumberRecognizer } from './recognizer.js';

const SPACE = 0x20;
const HYPHEN = 0x2d;
const COLON = 0x3a;
const CAPITAL_T = 0x54;
const HOUR = /\d{1,2} ?(?:[AaPp]\.[Mm]\.?|[AaPp][Mm]|o'clock)(?![A-Za-z])/y;
/** What an hour goes on with. */
const HALVES = new LetterPairs(['am', 'a.', 'pm', 'p.', "o'clock"]);
/** The letters of the same. */
const HOUR_STARTS = 'apo';
/** `5 March 2024`, `5th of Mar`, `05-Mar-24`; the year is often left out. */
const DAY_AND_MONTH = new RegExp(
  `\\d{1,2}(?:st|nd|rd|th)?(?: of)?[ -](?:${MONTHS.join('|')}|${MONTHS.join('|').toUpperCase()})(?![A-Za-z])\\.?(?:,?[ -](?:\\d{4}|'?\\d{2})(?!\\d))?`,
  'y',
);
/** What a month or the `of` before it begins with, in lower case. */
const MONTH_STARTS = 'ofjmasnd';
/** What stands behind a day, apart from it and directly. */
const MONTH_NAMES = new LetterPairs(['of', ...MONTHS]);
const ORDINALS = new LetterPairs(['st', 'nd', 'rd', 'th']);
const MONTHS_OF_A_YEAR = 12;
const DAYS_OF_A_MONTH = 31;

/** Dates in digits. */
const dates: NumberRecognizer = {
  name: 'date-time',
  trigger: 'number',
  shapes: [
    ...['1~2-1~2-2', '1~2-1~2-4', '4-1~2-1~2', '4-2-DDLDD', '1~2-LLL-2', '1~2-LLL-4'],
    ...['DLL', 'DDLL'],
  ],
  context: BIRTH_WORDS,
  recognize: recognizeDate,
};

/** Times of day, and days before the name of a month. */
const times: NumberRecognizer = {
  name: 'date-time',
  trigger: 'number',
  shapes: ['1~2'],
  after: ['COLON', 'SPACE', 'HYPHEN'],
  ahead: `${MONTH_STARTS}${HOUR_STARTS}*`,
  context: BIRTH_WORDS,
  recognize: recognizeDate,
};

/** Dates and times of day; a date that somebody was born on is personal. */
export const DATE_TIME_RECOGNIZERS: readonly NumberRecognizer[] = [dates, times];

function recognizeDate(run: TokenRun): Candidate | undefined {
  const end = run.count === 3 ? dateEnd(run) : dayOrTimeEnd(run);
  if (end === 0) return undefined;
  const mayBe = end - run.start > 5 && mayBeBirth(run);
  if (mayBe && isNamedBirth(run)) return candidate('DATE_OF_BIRTH', run.start, withoutTime(run, end), 0.86);
  // Surer than the month alone, which the names of days are looked for by.
  return candidate('DATE_TIME', run.start, end, namesMonth(run, end) ? 0.68 : 0.6);
}

/** `born 2023/11/02 04:40`: the hour of a birth behind a space is no part of the date. */
function withoutTime(run: TokenRun, end: number): number {
  return run.count === 3 && end > run.end && run.text.charCodeAt(run.end) === SPACE ? run.end : end;
}

/** Whether it may be asked what it is a day of: what stands before most dates tells that it is no birth. */
function mayBeBirth({ units, start }: TokenRun): boolean {
  return isCellStart(units, start) || hasBirthLetters(units, start);
}

/** Whether three letters stand in it side by side. */
function namesMonth(run: TokenRun, end: number): boolean {
  const { units, start } = run;
  // In digits, only a time zone has so many, and it stands last.
  if (run.count === 3 && run.numberAt(1) >= 0 && !isAsciiLetter(units.charCodeAt(end - 2))) return false;
  let letters = 0;
  for (let at = start; at < end && letters < 3; at++)
    letters = isAsciiLetter(units.charCodeAt(at)) ? letters + 1 : 0;
  return letters === 3;
}

function dateEnd(run: TokenRun): number {
  if (run.separators[1] !== run.separators[2] || run.separators[1] === Separator.SPACE) return 0;
  const { text, start, end } = run;
  const first = run.numberAt(0);
  const second = run.numberAt(1);
  if (second < 0) return matchEnd(DAY_AND_MONTH, text, start);
  const isYearFirst = run.lengthOf(0) === 4;
  if (isYearFirst && (first < 1000 || first > 2200)) return 0;
  const third = isYearFirst ? run.numberAt(2) : 0;
  const isDate = isYearFirst ? isDay(second, third) : isDay(first, second) || isDay(second, first);
  if (!isDate) return 0;
  if (text.charCodeAt(end - 3) === CAPITAL_T) return timeEndBehindDate(run.units, end - 3);
  return timeEndBehindDate(run.units, end) || end;
}

function dayOrTimeEnd(run: TokenRun): number {
  const { text, start, end, count, units } = run;
  if (count !== 1) return 0;
  // Within a row of pairs with colons it is part of an address of a device.
  if (units.charCodeAt(end) === COLON)
    return units.charCodeAt(start - 1) === COLON ? 0 : timeEnd(units, start);
  const digits = isDigit(units.charCodeAt(start + 1)) ? start + 2 : start + 1;
  const next = units.charCodeAt(digits);
  const isApart = next === SPACE || next === HYPHEN;
  const word = isApart ? digits + 1 : digits;
  const mayBeDay = (isApart ? MONTH_NAMES : ORDINALS).mayBeAt(units, word);
  const day = mayBeDay ? matchEnd(DAY_AND_MONTH, text, start) : 0;
  return day || (HALVES.mayBeAt(units, word) ? matchEnd(HOUR, text, start) : 0);
}

function isDay(month: number, day: number): boolean {
  return month >= 1 && month <= MONTHS_OF_A_YEAR && day >= 1 && day <= DAYS_OF_A_MONTH;
}

function matchEnd(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : 0;
}
