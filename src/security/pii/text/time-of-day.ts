import { isAsciiLetter, isDigit } from './character-class.js';
import type { Characters } from './code-units.js';

const SPACE = 0x20;
const COMMA = 0x2c;
const HYPHEN = 0x2d;
const PLUS = 0x2b;
const FULL_STOP = 0x2e;
const COLON = 0x3a;
/** `5`, and `6` as a minute may have 61 seconds. */
const LAST_TEN_OF_MINUTES = 0x35;
const LAST_TEN_OF_SECONDS = 0x36;
const LONGEST_FRACTION = 9;
/** EST, CEST, AKST …: so many letters, the last of them a T. */
const SHORTEST_ZONE = 3;
const LONGEST_ZONE = 5;
const LOWER_CASE = 0x20;
const LOWER_A = 0x61;
const LOWER_M = 0x6d;
const LOWER_P = 0x70;
const CAPITAL_T = 0x54;
const CAPITAL_Z = 0x5a;

/** End of a time of day at `at` (RFC 3339 and as people write it), with its zone; 0 when there is none. */
export function timeEnd(text: Characters, at: number): number {
  const hours = digitsEnd(text, at, 2);
  if (hours === at || text.charCodeAt(hours) !== COLON || !isUpTo(LAST_TEN_OF_MINUTES, text, hours + 1))
    return 0;
  const end = zoneEnd(text, halfEnd(text, secondsEnd(text, hours + 3)));
  return goesOn(text, end) ? 0 : end;
}

/** The same behind a date: `T05:38`, ` 05:38`, `, at 05:38`. */
export function timeEndBehindDate(text: Characters, at: number): number {
  if (text.charCodeAt(at) === CAPITAL_T) return timeEnd(text, at + 1);
  const space = text.charCodeAt(at) === COMMA ? at + 1 : at;
  if (text.charCodeAt(space) !== SPACE) return timeEnd(text, at);
  return timeEnd(text, text.slice(space + 1, space + 4) === 'at ' ? space + 4 : space + 1);
}

/** Whether more digits follow, which make it something else. */
function goesOn(text: Characters, at: number): boolean {
  return isDigit(text.charCodeAt(text.charCodeAt(at) === COLON ? at + 1 : at));
}

/** `:07`, `:07.125`; optional. */
function secondsEnd(text: Characters, at: number): number {
  if (text.charCodeAt(at) !== COLON || !isUpTo(LAST_TEN_OF_SECONDS, text, at + 1)) return at;
  const end = at + 3;
  const mark = text.charCodeAt(end);
  if (mark !== FULL_STOP && mark !== COMMA) return end;
  const fraction = digitsEnd(text, end + 1, LONGEST_FRACTION);
  return fraction === end + 1 || isDigit(text.charCodeAt(fraction)) ? end : fraction;
}

/** `am`, ` p.m.`; optional. */
function halfEnd(text: Characters, at: number): number {
  let end = text.charCodeAt(at) === SPACE ? at + 1 : at;
  const half = text.charCodeAt(end) | LOWER_CASE;
  if (half !== LOWER_A && half !== LOWER_P) return at;
  if (text.charCodeAt(++end) === FULL_STOP) end++;
  if ((text.charCodeAt(end) | LOWER_CASE) !== LOWER_M || isAsciiLetter(text.charCodeAt(end + 1))) return at;
  return text.charCodeAt(end + 1) === FULL_STOP ? end + 2 : end + 1;
}

/** `Z`, ` UTC`, `CEST`, `+09:00`; optional. */
function zoneEnd(text: Characters, at: number): number {
  const from = text.charCodeAt(at) === SPACE ? at + 1 : at;
  const sign = text.charCodeAt(from);
  const end = sign === PLUS || sign === HYPHEN ? offsetEnd(text, from + 1) : namedZoneEnd(text, from);
  return end === 0 || isAsciiLetter(text.charCodeAt(end)) ? at : end;
}

function offsetEnd(text: Characters, at: number): number {
  if (!isTwoDigits(text, at)) return 0;
  const minutes = text.charCodeAt(at + 2) === COLON ? at + 3 : at + 2;
  return isTwoDigits(text, minutes) ? minutes + 2 : 0;
}

function namedZoneEnd(text: Characters, at: number): number {
  let end = at;
  while (end - at <= LONGEST_ZONE && isCapital(text.charCodeAt(end))) end++;
  const length = end - at;
  if (length === 0 || length > LONGEST_ZONE) return 0;
  if (length >= SHORTEST_ZONE && text.charCodeAt(end - 1) === CAPITAL_T) return end;
  const isZulu = length === 1 && text.charCodeAt(at) === CAPITAL_Z;
  return isZulu || (length === SHORTEST_ZONE && text.slice(at, end) === 'UTC') ? end : 0;
}

function digitsEnd(text: Characters, at: number, most: number): number {
  let end = at;
  while (end - at < most && isDigit(text.charCodeAt(end))) end++;
  return end;
}

function isTwoDigits(text: Characters, at: number): boolean {
  return isDigit(text.charCodeAt(at)) && isDigit(text.charCodeAt(at + 1));
}

/** Two digits, the first of them no higher than `first`. */
function isUpTo(first: number, text: Characters, at: number): boolean {
  return isTwoDigits(text, at) && text.charCodeAt(at) <= first;
}

function isCapital(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}
