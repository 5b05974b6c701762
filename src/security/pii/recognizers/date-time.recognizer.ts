import { BIRTH_WORDS, MONTHS } from '../lexicon/english/calendar.js';
import { isCellStart } from '../structure/column-labels.js';
import { isAsciiLetter, isDigit } from '../text/character-class.js';
import { Separator } from '../text/shapes.js';
import { timeEnd, timeEndBehindDate } from '../text/time-of-day.js';
import type { TokenRun } from '../text/token-run.js';
import { asksForBirth, BIRTH_WINDOW } from './asks-for-birth.js';
import { candidate, type Candidate, type NumberRecognizer } from './recognizer.js';
import { max } from '../text/math.js';

const SPACE = 0x20;
const HYPHEN = 0x2d;
const COLON = 0x3a;
const CAPITAL_T = 0x54;
const LOWER_CASE = 0x20;
const FULL_STOP = 0x2e;
const LOWER_O = 0x6f;
/** What a character before a date may be the beginning of: bits. */
const B_KIND = 1;
const N_KIND = 2;
const SAENG_KIND = 4;
const BIRTH_KINDS = new Uint8Array(0x10000);
/** Behind which of them a character stands in a label of a birth. */
const BEHIND = new Uint8Array(0x100);
for (const [letters, into, kind] of [
  ['bB', BIRTH_KINDS, B_KIND],
  ['nN', BIRTH_KINDS, N_KIND],
  ['iouIOU.', BEHIND, B_KIND],
  ['aéAÉ', BEHIND, N_KIND],
] as const)
  for (const letter of letters) into[letter.charCodeAt(0)] = kind;
// 생, which all Korean words for a birth have.
BIRTH_KINDS[0xc0dd] = SAENG_KIND;
const HOUR = /\d{1,2} ?(?:[AaPp]\.[Mm]\.?|[AaPp][Mm]|o'clock)(?![A-Za-z])/y;
/** What an hour goes on with: am, pm, o'clock. */
const HOUR_STARTS = 'apo';
/** `5 March 2024`, `5th of Mar`, `05-Mar-24`; the year is often left out. */
const DAY_AND_MONTH = new RegExp(
  `\\d{1,2}(?:st|nd|rd|th)?(?: of)?[ -](?:${MONTHS.join('|')}|${MONTHS.join('|').toUpperCase()})(?![A-Za-z])\\.?(?:,?[ -](?:\\d{4}|'?\\d{2})(?!\\d))?`,
  'y',
);
/** What a month or the `of` before it begins with, in lower case. */
const MONTH_STARTS = 'ofjmasnd';
/** st, nd, rd and th behind a day. */
const ORDINAL_STARTS = 'snrt';
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
  const isBirth = mayBe && (run.context() > 0 || asksForBirth(run.text, run.start));
  if (isBirth) return candidate('DATE_OF_BIRTH', run.start, withoutTime(run, end), 0.86);
  // Surer than the month alone, which the names of days are looked for by.
  return candidate('DATE_TIME', run.start, end, namesMonth(run, end) ? 0.68 : 0.6);
}

/** `born 2023/11/02 04:40`: the hour of a birth behind a space is no part of the date. */
function withoutTime(run: TokenRun, end: number): number {
  return run.count === 3 && end > run.end && run.text.charCodeAt(run.end) === SPACE ? run.end : end;
}

/**
 * Whether letters stand before it that every label of a birth has: bi, bo, bu, b., ob or .b, na or né, 생. Most dates are of other
 * things, and to read the labels before each of them costs more than all the rest.
 */
function mayBeBirth({ units, start }: TokenRun): boolean {
  if (isCellStart(units, start)) return true;
  const from = max(0, start - BIRTH_WINDOW);
  for (let at = units.nextIn(BIRTH_KINDS, from, start); at < start;) {
    const kind = BIRTH_KINDS[units.charCodeAt(at)]!;
    if (kind === SAENG_KIND) return true;
    const next = units.charCodeAt(at + 1);
    if (next < BEHIND.length && (BEHIND[next]! & kind) !== 0) return true;
    const before = units.charCodeAt(at - 1);
    if (kind === B_KIND && (before === FULL_STOP || (before | LOWER_CASE) === LOWER_O)) return true;
    at = units.nextIn(BIRTH_KINDS, at + 1, start);
  }
  return false;
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
  const code = isApart ? units.charCodeAt(digits + 1) : next;
  const letter = String.fromCharCode(code | LOWER_CASE);
  const mayBeDay = isApart ? MONTH_STARTS.includes(letter) : ORDINAL_STARTS.includes(letter);
  const day = mayBeDay ? matchEnd(DAY_AND_MONTH, text, start) : 0;
  return day || (HOUR_STARTS.includes(letter) ? matchEnd(HOUR, text, start) : 0);
}

function isDay(month: number, day: number): boolean {
  return month >= 1 && month <= MONTHS_OF_A_YEAR && day >= 1 && day <= DAYS_OF_A_MONTH;
}

function matchEnd(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : 0;
}
