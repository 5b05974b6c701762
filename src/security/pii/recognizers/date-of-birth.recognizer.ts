import { standsBefore } from '../text/context.js';
import { candidate, type Candidate, type NumberRecognizer } from './recognizer.js';

const BIRTH_WORDS = /생년월일|생일|출생일?|date of birth|birth ?date|birthday|\bdob\b|\bborn\b/gi;
const DATE =
  /(?:(?:19|20)\d{2}(?:[-./] ?|년 ?)\d{1,2}(?:[-./] ?|월 ?)\d{1,2}일?|\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d{2}|(?:19|20)?\d{2}[01]\d[0-3]\d)(?!\d)/y;

/** A date is personal only where the text says somebody was born on it. */
export const dateOfBirthRecognizer: NumberRecognizer = {
  name: 'date-of-birth',
  trigger: 'number',
  recognize({ text, start, startsClean, lengths }): Candidate | undefined {
    if (!startsClean || lengths[0]! > 8) return undefined;
    DATE.lastIndex = start;
    if (!DATE.test(text)) return undefined;
    const end = DATE.lastIndex;
    return standsBefore(text, start, BIRTH_WORDS, 16)
      ? candidate('DATE_OF_BIRTH', start, end, 0.8)
      : undefined;
  },
};
