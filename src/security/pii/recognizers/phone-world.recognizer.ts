import { NUMBERED_THINGS, THING_NUMBERS } from '../lexicon/numbered-things.js';
import { PHONE_WORDS } from '../lexicon/phone-words.js';
import { Separator } from '../text/shapes.js';
import type { TokenRun } from '../text/token-run.js';
import { max } from '../text/math.js';
import { isOfThing } from './numbered-thing.js';
import { candidate, type Candidate, type NumberRecognizer } from './recognizer.js';

const PARENTHESIS = 0x28;
const ZERO = 0x30;
const LEAST_DIGITS = 8;
/** Behind a trunk prefix. */
const MOST_DIGITS = 11;
/** What the plans of France, Australia, the United Kingdom and Israel admit behind the trunk prefix. */
const PLANS = /^0(?:[1-9]\d{8}|1\d{9}|2[0348]\d{8}|3[03]\d{8}|7[1-57-9]\d{8}|[23489]\d{7}|80[08]\d{6,7})$/;

/** Hong Kong, Macau, Singapore and Taiwan with their calling code in parentheses. */
const ABROAD = /^(?:852[2-9]\d{7}|853[268]\d{7}|65[3689]\d{7}|886[2-9]\d{7,8})$/;
/** `01 497 3382`. */
const DUBLIN = /^01[2-9]\d{6}$/;
/** Eight digits: Singapore, Hong Kong, Denmark, Norway. */
const LOCAL = /^[2-9]\d{7}$/;
/** Groups of capitals and digits before it: it goes on with them, as in `1Z 999 AA1 01 2345 6784`. */
const CODE_BEFORE = /(?:[A-Z]\d|\d[A-Z])[A-Z0-9]{0,8} $/;
const CODE_WINDOW = 12;
const PAIRS = 5;
const IP_GROUPS = 4;
const HIGHEST_DRAWN = 59;

/** `tags 0125 482917 and `: another of the things before it. */
const ANOTHER =
  /(?:^|[^a-z])(?:tag|ref|voucher|coupon|receipt|parcel|batch|container|ticket|order|invoice|case|serial|item|lot|code)(?:es|s)?[:#]? (?:nos?\.? |numbers? )?[\d -]{6,16}(?:,| and| or| &) $/i;
const ANOTHER_WINDOW = 48;

/** National numbers of other countries, in their usual groups. */
export const phoneWorldRecognizer: NumberRecognizer = {
  name: 'phone-world',
  trigger: 'number',
  shapes: [
    ...[
      '3~5-3~8',
      '2~5-3~4-3~4',
      '2~4_2~4_2~4_2~4',
      '2-2-2-2-2',
      '4-3-2-2',
      '5-5',
      '5-6',
      '3~5)3~8',
      '2~5)3~4-3~4',
      '2)4~5-4',
      '2-4~5-4',
    ],
    ...['9', '10', '11', '3-3-3', '4-6', '1-3-3-3', '2-3-2-2', '3-2-2-2', '2~3-7~8'],
    ...['4~5-6~7', '8-3', '1-3-3-2-2', '3)4_4', '3)4-4', '4-4', '8'],
  ],
  context: PHONE_WORDS,
  against: ['case', 'docket', 'claim', 'acct', 'a/c', ...THING_NUMBERS],
  againstBeside: NUMBERED_THINGS,
  recognize(run): Candidate | undefined {
    const { separators, text } = run;
    if (!hasLengthOfPhone(run)) return undefined;
    const isNamed = run.isNamed();
    if (isNamed ? !isPlausible(run) || isOfThing(run) : !isTelling(run) || run.context() < 0)
      return undefined;
    const opens = text.charCodeAt(run.start - 1) === PARENTHESIS && separators[1] === Separator.PARENTHESIS;
    return candidate('PHONE', opens ? run.start - 1 : run.start, run.end, isNamed ? 0.82 : 0.64);
  },
};

/** Beside a label a number needs no proof: trunk prefix and area, or as many digits as a number has. */
function hasLengthOfPhone(run: TokenRun): boolean {
  const { units, start, starts, length } = run;
  if (length < LEAST_DIGITS) return false;
  if (units.charCodeAt(start) !== ZERO) return length <= MOST_DIGITS;
  const second = run.lengthOf(0) > 1 ? start + 1 : starts[1]!;
  return length <= MOST_DIGITS + 1 && units.charCodeAt(second) !== ZERO;
}

/** Whether it is a number without a word beside it. */
function isTelling(run: TokenRun): boolean {
  const { value, separators, count, text, start } = run;
  if (
    ABROAD.test(value) &&
    text.charCodeAt(start - 1) === PARENTHESIS &&
    separators[1] === Separator.PARENTHESIS
  )
    return true;
  if (count === 1 || separators[1] === Separator.SLASH || !hasOneSeparator(run)) return false;
  if (ANOTHER.test(text.slice(max(0, start - ANOTHER_WINDOW), start))) return false;
  if (DUBLIN.test(value))
    return separators[1] === Separator.SPACE && run.ends[0]! - start === 2 && count === 3;
  return (
    PLANS.test(value) && !isDraw(run) && !CODE_BEFORE.test(text.slice(max(0, start - CODE_WINDOW), start))
  );
}

/** Beside a label separators may differ, as in `020-2546 7713`, but with a trunk prefix only. */
function isPlausible(run: TokenRun): boolean {
  const { value, count } = run;
  if (value.length === LEAST_DIGITS) return count <= 2 && LOCAL.test(value);
  if (mayBeIpAddress(run)) return false;
  return hasOneSeparator(run) || (count <= 3 && value.startsWith('0'));
}

function mayBeIpAddress({ count, separators, value }: TokenRun): boolean {
  return count === IP_GROUPS && separators[1] === Separator.FULL_STOP && !value.startsWith('0');
}

/** Numbers of a lottery: all of them rise and none is above 59. */
function isDraw(run: TokenRun): boolean {
  if (run.count !== PAIRS) return false;
  for (let index = 1; index < PAIRS; index++) {
    const number = run.numberAt(index);
    if (run.lengthOf(index) !== 2 || number > HIGHEST_DRAWN || number <= run.numberAt(index - 1))
      return false;
  }
  return true;
}

/** Dates and amounts mix separators; only the parenthesis of an area code may differ from the rest. */
function hasOneSeparator({ separators, count }: TokenRun): boolean {
  const first = separators[1] === Separator.PARENTHESIS ? 2 : 1;
  for (let index = first + 1; index < count; index++) {
    if (separators[index] !== separators[first]) return false;
  }
  return true;
}
