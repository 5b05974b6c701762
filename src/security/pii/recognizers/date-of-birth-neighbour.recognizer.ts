import { isDigit, isHangul } from '../text/character-class.js';
import type { CodeUnits } from '../text/code-units.js';
import { isShortDate } from '../text/checksums.js';
import { max } from '../text/math.js';
import { candidate, type Candidate, type NeighbourRecognizer } from './recognizer.js';

/** Years of people who sign and are insured; later dates in parentheses are rather those of what somebody did. */
const IN_PARENTHESES =
  / ?\((?:[남여](?:성|자)?[,/·] ?)?(?:(?<kin>(?:자녀|아들|딸|장남|장녀|차남|차녀|손자|손녀|배우자|부|모|본인)[,:]? ?)(?<ofKin>(?:19|20)\d{2}(?<of>[-./])\d{1,2}\k<of>\d{1,2})|(?<date>(?:19[2-9]\d|200\d)(?<mark>[-./]) ?\d{1,2}\k<mark> ?\d{1,2})|(?<short>(?:[04-9]\d|1[0-5]|3[6-9])[01]\d[0-3]\d)|(?<dayFirst>\d{1,2}(?<between>[-./])\d{1,2}\k<between>(?:19[2-9]\d|200\d)))\.?[,)]/y;

/** What follows the last day of a month, in Korean and in three numbers. */
const IN_PARTS =
  '(?:년 ?\\d{1,2}월 ?\\d{1,2}일|\\. ?\\d{1,2}\\. ?\\d{1,2}\\.?|(?<mark>[-./])\\d{1,2}\\k<mark>\\d{1,2})';
/** What was done on that day, in the next cell. */
const DONE =
  '["\'`]?[ \\t]?[,|/\\t][ \\t]?["\'`]?(?:졸업|입학|입사|퇴사|완료|승인|접수|등록|발급|작성|가입|해지|방문|계약|renewed|hired|joined|left|signed|paid|done|closed|completed|expired|issued|registered|updated|created)';
/** In a row or a tuple, unless something was done on that day: `('홍길동', '1982/10/14')`. */
const IN_ROW = new RegExp(
  `(?: ?[님씨])?(?:["'\`]?[ \\t]?[,|\\t/][ \\t]?["'\`]?(?:[남여](?:성|자)?[ \\t]?[,|\\t/][ \\t]?)?|</t[dh]>\\s{0,8}<t[dh]>)(?<date>(?:19[2-9]\\d|200\\d)${IN_PARTS})(?=["'\`]?[ \\t]?(?:[,|)/\\t\\n]|</t|$))(?!${DONE})`,
  'y',
);
/**
 * With spaces only, where the row ends or goes on with what a person has: `운전자 홍길동 1966. 08. 12. 면허 …`. Whoever signed
 * or was hired on that day has a later year or is told so.
 */
const BEHIND_SPACE = new RegExp(
  `(?: [님씨])? {1,3}(?<date>(?:19[2-9]\\d|200[0-6])${IN_PARTS})(?= {0,2}(?:[\\n,;/|)·]|$|(?:[남여](?:성|자)?|생)(?![가-힣])|(?:면허|운전면허|주소|연락처|전화|휴대|국적|주민|거주|여권|등록기준지)(?:번호)?(?![가-힣])|만 ?\\d|01[016-9][- \\d]|0\\d{1,2}-\\d|(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충청|충[북남]|전[북남라]|경[북남상]|제주)[가-힣 ]))(?! ?${DONE})`,
  'y',
);

/** Whoever signs tells on which day, and no paper is older than these: `작성자 홍길동 2004년 3월 2일`. */
const SIGNER_BEFORE = /(?:작성|서명|결재|기안|승인|검토|확인|보고|발행)[자인]?[ \t]?[:：|]?[ \t]?$/;
const SIGNER_WINDOW = 8;
const YEAR_OF_PAPER = /^(?:199\d|20\d\d)|(?:199\d|20\d\d)$/;
/** `(101203) 사번`: the number of an employee or a student. */
const NUMBER_BEHIND = /^[)\], ]{0,3}(?:사번|직번|학번|군번|행번|사원번호|[Nn][Oo](?![a-z]))/;
const NUMBER_WINDOW = 8;
const SHORT_DATE = /^\d{6}$/;
const SPACE = 0x20;
const OPENING = 0x28;
/** What opens a row's next cell. */
const NEXT_CELL = /^(?:["'`]? ?[,|\t/]|<\/t)/;
const CELL_MARKS = '"\'`,|\t</';
const LONGEST_GAP = 3;
const MOST_SPACES = 5;
/** 님 and 씨. */
const TITLES: ReadonlySet<number> = new Set([0xb2d8, 0xc528]);

/** `배성우(1979-08-21)`, `Jane Roe (1979/08/21)`. */
export const dateOfBirthNeighbourRecognizer: NeighbourRecognizer = {
  name: 'date-of-birth-neighbour',
  trigger: 'neighbour',
  beside: ['PERSON'],
  recognize(text, { start: person, end }): Candidate | undefined {
    const pattern = patternAt(text, end);
    if (!pattern) return undefined;
    pattern.lastIndex = end;
    const groups = pattern.exec(text.string)?.groups;
    const date = groups?.['date'] ?? groups?.['dayFirst'] ?? groups?.['short'] ?? groups?.['ofKin'];
    if (date === undefined || !isDate(date)) return undefined;
    const start = text.string.indexOf(date, end);
    if (isOfPaper(text, person, date) || isEmployeeNumber(text, start + date.length)) return undefined;
    return candidate('DATE_OF_BIRTH', start, start + date.length, 0.7);
  },
};

function isOfPaper(text: CodeUnits, person: number, date: string): boolean {
  return YEAR_OF_PAPER.test(date) && SIGNER_BEFORE.test(text.slice(max(0, person - SIGNER_WINDOW), person));
}

function isEmployeeNumber(text: CodeUnits, end: number): boolean {
  return NUMBER_BEHIND.test(text.slice(end, end + NUMBER_WINDOW));
}

/** Most names are followed by a particle, a space and a word, or a full stop. */
function patternAt(text: CodeUnits, end: number): RegExp | undefined {
  const next = text.charCodeAt(end);
  if (next === OPENING || text.charCodeAt(end + 1) === OPENING) return IN_PARENTHESES;
  if (next === SPACE && isHangul(text.charCodeAt(end - 1)) && mayFollowSpace(text, end)) return BEHIND_SPACE;
  return opensCell(text, end) || opensCell(text, behindTitle(text, end)) ? IN_ROW : undefined;
}

/** Whether a digit stands behind the spaces, perhaps over 님 or 씨. */
function mayFollowSpace(text: CodeUnits, end: number): boolean {
  let at = behindTitle(text, end);
  while (text.charCodeAt(at) === SPACE && at - end <= MOST_SPACES) at++;
  return isDigit(text.charCodeAt(at));
}

/** Behind ` 님` or `씨`. */
function behindTitle(text: CodeUnits, end: number): number {
  const at = text.charCodeAt(end) === SPACE ? end + 1 : end;
  return TITLES.has(text.charCodeAt(at)) ? at + 1 : end;
}

function opensCell(text: CodeUnits, end: number): boolean {
  const mark = text.charCodeAt(end) === SPACE ? end + 1 : end;
  return CELL_MARKS.includes(text.charAt(mark)) && NEXT_CELL.test(text.slice(end, end + LONGEST_GAP));
}

/** Whether two of its numbers are a month and a day, in either order where the year stands last. */
function isDate(date: string): boolean {
  if (SHORT_DATE.test(date)) return isShortDate(date);
  const [first = '', second = '', third = ''] = date.split(/[-./년월일 ]+/);
  if (first.length > 2) return isMonthAndDay(second, third);
  return isMonthAndDay(first, second) || isMonthAndDay(second, first);
}

function isMonthAndDay(month: string, day: string): boolean {
  return isShortDate(`00${month.padStart(2, '0')}${day.padStart(2, '0')}`);
}
