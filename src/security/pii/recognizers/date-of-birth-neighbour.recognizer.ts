import { isShortDate } from '../text/checksums.js';
import { candidate, type Candidate, type NeighbourRecognizer } from './recognizer.js';

/** Years of people who sign and are insured; later dates in parentheses are rather those of what somebody did. */
const IN_PARENTHESES = / ?\((?<date>(?:19[2-9]\d|200\d)(?<mark>[-./]) ?\d{1,2}\k<mark> ?\d{1,2})\.?[,)]/y;

const OPENING = 0x28;

/** `배성우(1979-08-21)`, `Jane Roe (1979/08/21)`. */
export const dateOfBirthNeighbourRecognizer: NeighbourRecognizer = {
  name: 'date-of-birth-neighbour',
  trigger: 'neighbour',
  beside: ['PERSON'],
  recognize(text, { end }): Candidate | undefined {
    if (text.charCodeAt(end) !== OPENING && text.charCodeAt(end + 1) !== OPENING) return undefined;
    IN_PARENTHESES.lastIndex = end;
    const date = IN_PARENTHESES.exec(text.string)?.groups?.['date'];
    if (date === undefined) return undefined;
    const [, month = '', day = ''] = date.split(/[-./] ?/);
    if (!isShortDate(`00${month.padStart(2, '0')}${day.padStart(2, '0')}`)) return undefined;
    const start = text.string.indexOf(date, end);
    return candidate('DATE_OF_BIRTH', start, start + date.length, 0.7);
  },
};
