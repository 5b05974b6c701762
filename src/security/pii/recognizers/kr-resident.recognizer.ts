import { isShortDate, passesFrnChecksum, passesRrnChecksum } from '../text/checksums.js';
import { candidate, type NumberRecognizer } from './recognizer.js';
import { min } from '../text/math.js';

/** Milliseconds since the epoch between September 2020 and January 2027 read as a birth date in 2016 or 2017. */
const EPOCH_LIKE = /^1[67]/;

/**
 * Resident (seventh digit 1-4; 9 and 0 of the nineteenth century) and foreigner registration numbers (5-8).
 * A right checksum raises the score, a wrong one never vetoes: numbers issued since October 2020 have random digits.
 */
export const krResidentRecognizer: NumberRecognizer = {
  name: 'kr-resident',
  trigger: 'number',
  shapes: ['6-7', '13'],
  context: [
    ...[
      '주민',
      '민증',
      '외국인 등록',
      '거소신고',
      '등록번호',
      '생년월일',
      '식별번호',
      '신분증',
      'resident',
      'registration no',
    ],
    ...['registration number', 'rrn', 'ssn', 'foreigner', 'alien', 'jumin', 'arc'],
  ],
  against: ['법인', 'time', 'corporate', 'corp'],
  recognize(run) {
    const digits = run.value;
    if (!isShortDate(digits)) return undefined;
    const score =
      run.count > 1
        ? scoreGrouped(digits, run.context())
        : scoreRaw(digits, run.context() || (run.contextAfter() ? 1 : 0));
    return candidate(entityType(digits), run.start, run.end, score);
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
  const base = isChecked(digits) ? 0.9 : '90'.includes(digits.charAt(6)) ? 0.6 : 0.75;
  return min(0.99, base + (context < 0 ? -0.4 : context * 0.15));
}

function scoreRaw(digits: string, context: number): number {
  if (context > 0) return isChecked(digits) ? 0.95 : 0.8;
  if (context < 0 || EPOCH_LIKE.test(digits)) return 0.2;
  return isChecked(digits) ? 0.65 : 0.3;
}
