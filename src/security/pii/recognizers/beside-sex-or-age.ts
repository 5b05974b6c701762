import type { CodeUnits } from '../text/code-units.js';
import { max } from '../text/math.js';

const KOREAN = '[남여](?:성|자)?';
/** `1979/12/07 여`, `12/07/1979, female`; neither `여행` nor `남 3명`. */
const AFTER = new RegExp(
  ` {0,2}[,/|·(;]? ?(?:(?:만 ?)?\\d{1,3}세(?![가-힣])|${KOREAN}(?![가-힣])(?! ?\\d)|(?:[Ff]em|[Mm])ale(?![a-z])|(?:FE)?MALE(?![A-Z])|[MF](?=\\)|[ \\t]{0,2}(?:$|[,;/|\\n])))`,
  'y',
);
const BEFORE = new RegExp(
  `(?:(?:^|[^가-힣])${KOREAN}[ ,/|·)(\\t:]{1,4}|(?:^|[^A-Za-z])(?:(?:[Ff]em|[Mm])ale|(?:FE)?MALE)[ ,/|)(\\t:]{1,4}|(?:[,;/|\\t(] ?| {2})[MF](?: ?[,;/|\\t)] ?| {2,4})|\\d세 ?[(,/] ?)$`,
);
/** What stands between the two, and what a sex begins or ends with. */
const BETWEEN = new Set(Array.from(' ,;/|·()\t:', (mark) => mark.charCodeAt(0)));
const FIRST = new Set(Array.from('남여MFmf만0123456789', (letter) => letter.charCodeAt(0)));
const LAST = new Set(Array.from('남여성자세eEMF', (letter) => letter.charCodeAt(0)));
const MOST_BETWEEN = 4;
const WINDOW = 14;
/** Of somebody who has papers, and not of what was done lately. */
const YEAR = /^(?:19[0-9]{2}|200\d|201[0-5])|(?:19[0-9]{2}|200\d|201[0-5])$/;
/** Without a century, and neither of these years nor of the next. */
const SHORT = /^(?:[04-9]\d|1[0-5]|3[6-9])(?:[01]\d[0-3]\d|([-./])\d{1,2}\1\d{1,2})$/;

/** Whether somebody's sex or age stands directly beside a date: what two of a form's fields tell together, without a label. */
export function isBesideSexOrAge(text: CodeUnits, start: number, end: number): boolean {
  const follows = FIRST.has(neighbour(text, end, 1));
  const precedes = LAST.has(neighbour(text, start - 1, -1));
  if (!follows && !precedes) return false;
  const date = text.slice(start, end).replace(/[.일]$/, '');
  if (!YEAR.test(date) && !SHORT.test(date)) return false;
  AFTER.lastIndex = end;
  if (follows && AFTER.test(text.string)) return true;
  return precedes && BEFORE.test(text.slice(max(0, start - WINDOW), start));
}

/** The first character from `at` on that is no mark. */
function neighbour(text: CodeUnits, at: number, step: 1 | -1): number {
  for (let count = 0; count < MOST_BETWEEN && BETWEEN.has(text.charCodeAt(at)); count++) at += step;
  return text.charCodeAt(at);
}
