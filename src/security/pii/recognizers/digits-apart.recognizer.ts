import { matchEnd } from './addresses/match-address.js';
import { candidate, type NumberRecognizer } from './recognizer.js';

const GAP = '(?: ?[-.] ?| {1,3})';
const PHONE = new RegExp(`0(?: \\d){1,2}${GAP}\\d(?: \\d){2,3}${GAP}\\d(?: \\d){3}(?! ?\\d)`, 'y');
const RESIDENT = /\d \d [01] \d [0-3] \d ?- ?[1-8](?: \d){6}(?! ?\d)/y;
const MOBILE = /^01[016789]\d{7,8}$/;
const PLAN = /^0(?:2|[3-6][1-5]|[5-8]0\d?)\d{7,8}$/;
/** With a mark between its groups it needs no word beside it. */
const PARTED = /\d ?[-.] ?\d/;

/** No row of bits: `0 1 0 . 1 1 0 0 . 1 0 1 0`. */
const BEYOND_BITS = /[2-9]/;

/** Digits with a space behind each, as forms with a box for each digit are read: `0 1 0 - 5 5 1 2 - 8 8 3 4`. */
export const digitsApartRecognizer: NumberRecognizer = {
  name: 'digits-apart',
  trigger: 'number',
  shapes: ['1_1-1'],
  context: ['전화', '휴대', '핸드폰', '연락처', 'tel', 'phone', 'mobile', 'cell', 'hp', 'fax', '팩스'],
  recognize(run) {
    const { text, start } = run;
    const resident = matchEnd(RESIDENT, text, start);
    if (resident > 0) return candidate('KR_RRN', start, resident, 0.8);
    const end = matchEnd(PHONE, text, start);
    if (end === 0) return undefined;
    const written = text.slice(start, end);
    const digits = written.replace(/\D/g, '');
    if (!BEYOND_BITS.test(digits)) return undefined;
    const isParted = PARTED.test(written);
    if (!(isParted && MOBILE.test(digits)) && !(run.isNamed() && (MOBILE.test(digits) || PLAN.test(digits))))
      return undefined;
    return candidate('PHONE', start, end, 0.8);
  },
};
