import type { CodeUnits } from '../text/code-units.js';
import { isShortDate } from '../text/checksums.js';
import { candidate, type Candidate, type NeighbourRecognizer } from './recognizer.js';

/** Years of people who sign and are insured; later dates in parentheses are rather those of what somebody did. */
const IN_PARENTHESES =
  / ?\((?:[남여](?:성|자)?[,/·] ?)?(?:(?<kin>(?:자녀|아들|딸|장남|장녀|차남|차녀|손자|손녀|배우자|부|모|본인)[,:]? ?)(?<ofKin>(?:19|20)\d{2}(?<of>[-./])\d{1,2}\k<of>\d{1,2})|(?<date>(?:19[2-9]\d|200\d)(?<mark>[-./]) ?\d{1,2}\k<mark> ?\d{1,2})|(?<dayFirst>\d{1,2}(?<between>[-./])\d{1,2}\k<between>(?:19[2-9]\d|200\d)))\.?[,)]/y;

/** In a row or a tuple, unless something was done on that day: `('홍길동', '1982/10/14')`. */
const IN_ROW =
  /(?:["'`]?[ \t]?[,|\t/][ \t]?["'`]?(?:[남여](?:성|자)?[ \t]?[,|\t/][ \t]?)?|<\/t[dh]>\s{0,8}<t[dh]>)(?<date>(?:19[2-9]\d|200\d)(?<mark>[-./])\d{1,2}\k<mark>\d{1,2})(?=["'`]?[ \t]?(?:[,|)/\t\n]|<\/t|$))/y;

const SPACE = 0x20;
const OPENING = 0x28;
/** What opens a row's next cell. */
const NEXT_CELL = /^(?:["'`]? ?[,|\t/]|<\/t)/;
const CELL_MARKS = '"\'`,|\t</';
const LONGEST_GAP = 3;

/** `배성우(1979-08-21)`, `Jane Roe (1979/08/21)`. */
export const dateOfBirthNeighbourRecognizer: NeighbourRecognizer = {
  name: 'date-of-birth-neighbour',
  trigger: 'neighbour',
  beside: ['PERSON'],
  recognize(text, { end }): Candidate | undefined {
    const isOpened = text.charCodeAt(end) === OPENING || text.charCodeAt(end + 1) === OPENING;
    if (!isOpened && !opensCell(text, end)) return undefined;
    const pattern = isOpened ? IN_PARENTHESES : IN_ROW;
    pattern.lastIndex = end;
    const groups = pattern.exec(text.string)?.groups;
    const date = groups?.['date'] ?? groups?.['dayFirst'] ?? groups?.['ofKin'];
    if (date === undefined || !isDate(date)) return undefined;
    const start = text.string.indexOf(date, end);
    return candidate('DATE_OF_BIRTH', start, start + date.length, 0.7);
  },
};

/** Most findings are followed by a space or a full stop. */
function opensCell(text: CodeUnits, end: number): boolean {
  const mark = text.charCodeAt(end) === SPACE ? end + 1 : end;
  return CELL_MARKS.includes(text.charAt(mark)) && NEXT_CELL.test(text.slice(end, end + LONGEST_GAP));
}

/** Whether two of its numbers are a month and a day, in either order where the year stands last. */
function isDate(date: string): boolean {
  const [first = '', second = '', third = ''] = date.split(/[-./] ?/);
  if (first.length > 2) return isMonthAndDay(second, third);
  return isMonthAndDay(first, second) || isMonthAndDay(second, first);
}

function isMonthAndDay(month: string, day: string): boolean {
  return isShortDate(`00${month.padStart(2, '0')}${day.padStart(2, '0')}`);
}
