import { isShortDate } from '../text/checksums.js';
import { candidate, type Candidate, type NeighbourRecognizer } from './recognizer.js';

/** Years of people who sign and are insured; later dates in parentheses are rather those of what somebody did. */
const IN_PARENTHESES = / ?\((?<date>(?:19[2-9]\d|200\d)(?<mark>[-./]) ?\d{1,2}\k<mark> ?\d{1,2})\.?[,)]/y;

/** In a row or a tuple, unless something was done on that day: `('홍길동', '1982/10/14')`. */
const IN_ROW =
  /["'`]?[ \t]?[,|\t][ \t]?["'`]?(?<date>(?:19[2-9]\d|200\d)(?<mark>[-./])\d{1,2}\k<mark>\d{1,2})(?=["'`]?[ \t]?(?:[,|)\t\n]|$))/y;

const OPENING = 0x28;
/** What opens a row's next cell. */
const NEXT_CELL = /^["'`]? ?[,|\t]/;
const LONGEST_GAP = 3;

/** `배성우(1979-08-21)`, `Jane Roe (1979/08/21)`. */
export const dateOfBirthNeighbourRecognizer: NeighbourRecognizer = {
  name: 'date-of-birth-neighbour',
  trigger: 'neighbour',
  beside: ['PERSON'],
  recognize(text, { end }): Candidate | undefined {
    const isOpened = text.charCodeAt(end) === OPENING || text.charCodeAt(end + 1) === OPENING;
    if (!isOpened && !NEXT_CELL.test(text.slice(end, end + LONGEST_GAP))) return undefined;
    const pattern = isOpened ? IN_PARENTHESES : IN_ROW;
    pattern.lastIndex = end;
    const date = pattern.exec(text.string)?.groups?.['date'];
    if (date === undefined) return undefined;
    const [, month = '', day = ''] = date.split(/[-./] ?/);
    if (!isShortDate(`00${month.padStart(2, '0')}${day.padStart(2, '0')}`)) return undefined;
    const start = text.string.indexOf(date, end);
    return candidate('DATE_OF_BIRTH', start, start + date.length, 0.7);
  },
};
