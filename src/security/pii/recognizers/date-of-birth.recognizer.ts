import { isNamedBirth } from './asks-for-birth.js';
import { isBesideSexOrAge } from './beside-sex-or-age.js';
import { isDigit } from '../text/character-class.js';
import type { CodeUnits } from '../text/code-units.js';
import type { TokenRun } from '../text/token-run.js';
import { inLowerCase } from './date-of-birth-typed.recognizer.js';
import { candidate, type Candidate, type NumberRecognizer } from './recognizer.js';

/** Days on which something else was: 생년월일 …, 입원일 …. */
const OTHER_DAYS =
  '입원일 퇴원일 가입일 접수일 방문일 계약일 발급일 만료일 신청일 등록일 수술일 검사일 진료일 작성일 시행일 입사일 퇴사일 결제일 주문일 배송일 예약일 개통일 사망일 혼인일 졸업일 입학일 취득일 발행일 시작일 종료일 마감일 출고일 입고일 내원일 초진일 접종일 해지일 변경일'.split(
    ' ',
  );
const DATE =
  /(?:(?:19|20)\d{2}(?:[-./] ?|년 ?)\d{1,2}(?:[-./] ?|월 ?)\d{1,2}일?|\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d{2}|\d{2}(?:[-./] ?|년 ?)\d{1,2}(?:[-./] ?|월 ?)\d{1,2}일?|(?:19|20)?\d{2}[01]\d[0-3]\d|(?:[01]\d[0-3]\d|[0-3]\d[01]\d)(?:19|20)\d{2}|\d{1,2}\/\d{1,2}\/\d{2}|\d{1,2} \d{1,2} (?:19|20)\d{2})(?!\d)/y;
/** 1988.01.02생, 1990년 5월 3일에 태어난. */
const BORN_AFTER = /(?: ?생(?![가-힣])| ?(?:에 )?(?:출생|태어)| geboren)/y;

/** `14/03/1985 (DOB)`, `14/03/1985 is her birthday`. */
const NAMED_AFTER =
  / ?(?:\(|is (?:his|her|my|their|the) |(?:as|=|for) (?:his |her |my |the )?)(?:dob|d\.o\.b|birth|date of birth|born|bday)(?![a-z]{4})/iy;

const CONTEXT = [
  ...[
    '생년월일',
    '생년',
    '생일',
    '출생',
    '출생일',
    '태어난',
    '번호 앞자리',
    '번호 앞 6자리',
    '번호 앞 여섯 자리',
  ],
  ...[
    'birth',
    'birthday',
    'date of birth',
    'dob',
    'd.o.b',
    'd o b',
    'born',
    'bday',
    'b day',
    'b.',
    'geb',
    'geboren',
    'geburtsdatum',
  ],
  ...[
    'naissance',
    'né à',
    'née à',
    'nato a',
    'nata a',
    'nacido en',
    'nacida en',
    'né le',
    'née le',
    'nacimiento',
    'nacido',
    'nacida',
    'nato il',
    'nata il',
    'nascita',
    'nascimento',
    'urodz',
  ],
];

/** Dates in digits. */
const inDigits: NumberRecognizer = {
  name: 'date-of-birth',
  trigger: 'number',
  shapes: ['1~4-1~2-1~4', '4.1~2', '6', '8'],
  context: CONTEXT,
  against: OTHER_DAYS,
  recognize: recognizeBirth,
};

/** 1988년 1월 2일: the year with its unit. */
const inKorean: NumberRecognizer = {
  name: 'date-of-birth',
  trigger: 'number',
  shapes: ['2', '4'],
  after: ['HANGUL'],
  context: CONTEXT,
  recognize: recognizeBirth,
};

/** `05 / 08 / 1990`, `1993. 5. 21.`, `4.xii.1939`: spaces within, or a month in Roman numerals. */
const SPACED =
  /(?:\d{1,2} ([-./]) \d{1,2} \1 (?:(?:19|20)\d{2}|\d{2})|(?:19|20)\d{2} ([-./]) \d{1,2} \2 \d{1,2}|(?:19|20)?\d{2}\. \d{1,2}\. \d{1,2}\.?|\d{1,2}([-./ ]{1,2})(?:x?i{1,3}|i[vx]|vi{0,3}|x)\3(?:19|20)\d{2})(?![\dA-Za-z])/iy;
const SPACE = 0x20;
const ONE = 0x31;
const THREE = 0x33;
/** Digits of a date without a century. */
const SHORT_DATE = 6;
const FULL_STOP = 0x2e;
/** What stands between the parts of a date. */
const MARKS = new Set(Array.from('/.- ', (mark) => mark.charCodeAt(0)));
const ROMAN = new Set(Array.from('ivxIVX', (letter) => letter.charCodeAt(0)));
const spaced: NumberRecognizer = {
  name: 'date-of-birth',
  trigger: 'number',
  shapes: ['1~2', '4'],
  after: ['SPACE', 'OTHER'],
  ahead: '*.ivx',
  context: CONTEXT,
  recognize(run) {
    if (!mayBeSpaced(run.units, run.end)) return undefined;
    SPACED.lastIndex = run.start;
    if (!SPACED.test(run.text)) return undefined;
    const end = SPACED.lastIndex;
    if (isNamedBirth(run)) return candidate('DATE_OF_BIRTH', run.start, end, 0.85);
    return isBesideSexOrAge(run.units, run.start, end)
      ? candidate('DATE_OF_BIRTH', run.start, end, 0.7)
      : undefined;
  },
};

/** Behind a space a mark and another space have to stand, behind a mark the letter of a Roman numeral or a space. */
function mayBeSpaced(text: CodeUnits, end: number): boolean {
  const mark = text.charCodeAt(end);
  const next = text.charCodeAt(end + 1);
  if (mark === SPACE && text.charCodeAt(end + 2) === SPACE) return MARKS.has(next);
  if (mark === FULL_STOP && next === SPACE) return isDigit(text.charCodeAt(end + 2));
  return ROMAN.has(next) && MARKS.has(mark);
}

/** A date is personal only where the text says somebody was born on it. */
export const DATE_OF_BIRTH_RECOGNIZERS: readonly NumberRecognizer[] = [
  inDigits,
  inKorean,
  spaced,
  ...inLowerCase(CONTEXT),
];

/** 1957.01.19. has a full stop behind each of its parts, the last of which belongs to it. */
function withFullStop({ text, start }: TokenRun, end: number): number {
  if (text.charAt(end) !== '.' || text.charAt(start + 4) !== '.' || !/[\s)생]|^$/.test(text.charAt(end + 1)))
    return end;
  return end + 1;
}

/** Whether the third and the fifth of six digits begin a month and a day. */
function hasMonthAndDay({ units, start }: TokenRun): boolean {
  return units.charCodeAt(start + 2) <= ONE && units.charCodeAt(start + 4) <= THREE;
}

function recognizeBirth(run: TokenRun): Candidate | undefined {
  if (run.count === 1 && run.end - run.start === SHORT_DATE && !hasMonthAndDay(run)) return undefined;
  DATE.lastIndex = run.start;
  if (!DATE.test(run.text)) return undefined;
  const end = withFullStop(run, DATE.lastIndex);
  if (isNamedBirth(run)) return candidate('DATE_OF_BIRTH', run.start, end, 0.85);
  BORN_AFTER.lastIndex = NAMED_AFTER.lastIndex = end;
  if (BORN_AFTER.test(run.text) || NAMED_AFTER.test(run.text))
    return candidate('DATE_OF_BIRTH', run.start, end, 0.8);
  return isBesideSexOrAge(run.units, run.start, end)
    ? candidate('DATE_OF_BIRTH', run.start, end, 0.7)
    : undefined;
}
