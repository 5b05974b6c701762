import { isShortDate, passesFrnChecksum, passesRrnChecksum } from '../text/checksums.js';
import { contextBefore } from '../text/context.js';
import { candidate, type Candidate, type NumberRecognizer } from './recognizer.js';

const RESIDENT_WORDS =
  /주민|민증|외국인등록|외국인 등록|거소신고|resident|registration no|registration number|rrn|ssn|foreigner|alien|jumin/gi;
const THING_WORDS =
  /법인|주문|송장|운송장|배송|추적|특허|사건|일련|접수|order|tracking|invoice|epoch|timestamp|serial|created|updated|time|at"?\s?[:=]|corporate/gi;
const HINTS = { for: RESIDENT_WORDS, against: THING_WORDS };

/** Milliseconds since the epoch between September 2020 and January 2027 read as a birth date in 2016 or 2017. */
const EPOCH_LIKE = /^1[67]/;

/**
 * Resident (seventh digit 1-4, 9, 0) and foreigner registration numbers (5-8).
 * A right checksum raises the score, a wrong one never vetoes: numbers issued since October 2020 have random digits.
 */
export const krResidentRecognizer: NumberRecognizer = {
  name: 'kr-resident',
  trigger: 'number',
  recognize(run): Candidate | undefined {
    const grouped = run.fit(6, 7);
    const end = grouped || run.fit(13);
    if (end === 0) return undefined;
    const digits = run.digits(end);
    if (!isShortDate(digits)) return undefined;
    const context = contextBefore(run.text, run.start, HINTS);
    return candidate(
      entityType(digits),
      run.start,
      end,
      grouped ? scoreGrouped(digits, context) : scoreRaw(digits, context),
    );
  },
};

function entityType(digits: string): 'KR_RRN' | 'KR_FRN' {
  return isForeigner(digits) ? 'KR_FRN' : 'KR_RRN';
}

function isForeigner(digits: string): boolean {
  return '5678'.includes(digits.charAt(6));
}

function isChecked(digits: string): boolean {
  return isForeigner(digits) ? passesFrnChecksum(digits) : passesRrnChecksum(digits);
}

function scoreGrouped(digits: string, context: number): number {
  const base = isChecked(digits) ? 0.9 : 0.75;
  return Math.min(0.99, base + (context < 0 ? -0.4 : context * 0.15));
}

function scoreRaw(digits: string, context: number): number {
  if (context > 0) return isChecked(digits) ? 0.95 : 0.8;
  if (context < 0 || EPOCH_LIKE.test(digits)) return 0.2;
  return isChecked(digits) ? 0.65 : 0.3;
}
