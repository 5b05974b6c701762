import type { CodeUnits } from '../text/code-units.js';
import { max } from '../text/math.js';
import { tellsOfPerson } from './tells-of-person.js';

const KOREAN = '[남여](?:성|자)?';
/** `1979/12/07 여`, `12/07/1979, female`; neither `여행` nor `남 3명`. */
const AFTER = new RegExp(
  ` {0,2}[,/|·(;]? ?(?:(?:만 ?)?\\d{1,3}세(?![가-힣])(?! ?(?:반|이상|이하|미만|부터|까지|용)(?![가-힣]))|${KOREAN}(?![가-힣])(?! ?\\d)|(?:[Ff]em|[Mm])ale(?![a-z])|(?:FE)?MALE(?![A-Z])|[MF](?=\\)|[ \\t]{0,2}(?:$|[,;/|\\n])))`,
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
/** A sex in one letter, which sizes and blanks have as well. */
const ONE_LETTER = /(?:^|[^A-Za-z가-힣])[MF남여](?![A-Za-z가-힣])/;
const SIX_DIGITS = /^\d{6}$/;
/** `12/05/24`: rather of these years, in the order of America or Europe. */
const RECENT_DAY = /^(?:[0-2]?\d|3[01])[-/]\d{1,2}[-/](?:1[6-9]|2\d|3[0-5])$/;
/** Things, and what was done on a day, directly before it. */
const OF_OTHER =
  /(?:(?:^|[^A-Za-z])(?:sku|lot|part|order|build|batch|price|model|serial|version|release|invoice|visit|visited|seen|admitted|admission|discharged|established|founded|opened|closed|issued|updated|expires|expired|hired|joined|signed)(?: (?:no\.?|number|date|on|at|in))?|(?:계약|행사|개강|개업|개원|방문|입원|퇴원|내원|접수|발행|입사|가입|설립|출시|제조|생산|수술|모집|시행|작성|주문|로트|품번|가격)(?:일자?|날짜|번호)?)["']?[ \t]?[:#=,|]?[ \t]?["']?$/i;
const OTHER_WINDOW = 24;
/** Of somebody who has papers, and not of what was done lately. */
const YEAR = /^(?:19[0-9]{2}|200\d|201[0-5])|(?:19[0-9]{2}|200\d|201[0-5])$/;
/** Without a century, and neither of these years nor of the next. */
const SHORT = /^(?:[04-9]\d|1[0-5]|3[6-9])(?:[01]\d[0-3]\d|([-./])\d{1,2}\1\d{1,2})$/;

/**
 * Whether somebody's sex or age stands directly beside a date: what two of a form's fields tell together, without a label. Six
 * digits and a sex in one letter need a person, an age or a field near them.
 */
export function isBesideSexOrAge(text: CodeUnits, start: number, end: number): boolean {
  const follows = FIRST.has(neighbour(text, end, 1));
  const precedes = LAST.has(neighbour(text, start - 1, -1));
  if (!follows && !precedes) return false;
  const date = text.slice(start, end).replace(/[.일]$/, '');
  if (!YEAR.test(date) && !SHORT.test(date)) return false;
  if (RECENT_DAY.test(date)) return false;
  const sex = sexBehind(text, end, follows) ?? sexBefore(text, start, precedes);
  if (sex === undefined || OF_OTHER.test(text.slice(max(0, start - OTHER_WINDOW), start))) return false;
  return !(ONE_LETTER.test(sex) || SIX_DIGITS.test(date)) || tellsOfPerson(text, start, end);
}

function sexBehind(text: CodeUnits, end: number, follows: boolean): string | undefined {
  AFTER.lastIndex = end;
  return follows ? AFTER.exec(text.string)?.[0] : undefined;
}

function sexBefore(text: CodeUnits, start: number, precedes: boolean): string | undefined {
  return precedes ? BEFORE.exec(text.slice(max(0, start - WINDOW), start))?.[0] : undefined;
}

/** The first character from `at` on that is no mark. */
function neighbour(text: CodeUnits, at: number, step: 1 | -1): number {
  for (let count = 0; count < MOST_BETWEEN && BETWEEN.has(text.charCodeAt(at)); count++) at += step;
  return text.charCodeAt(at);
}
