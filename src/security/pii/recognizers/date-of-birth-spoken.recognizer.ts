import { asksForBirth } from './asks-for-birth.js';
import { candidate, type HangulRecognizer } from './recognizer.js';
import { max } from '../text/math.js';

const DIGITS = '일이삼사오육칠팔구';
const ZEROS = '공영';
const YEAR = `(?:(?:천 ?구백 ?(?:[${DIGITS}]?십 ?)?|이천 ?십? ?|[${DIGITS}]?십)[${DIGITS}]?|[${ZEROS}${DIGITS}]{2}|일구[${DIGITS}][${ZEROS}${DIGITS}]|이[${ZEROS}][${ZEROS}일이][${ZEROS}${DIGITS}]) ?년도?`;
const MONTH = `(?:십[일이]?|[시유${DIGITS}]|[${ZEROS}][${DIGITS}]) ?월`;
const DAY = `(?:[이삼]?십[${DIGITS}]?|[${ZEROS}]?[${DIGITS}]) ?일`;
const DATE = new RegExp(`${YEAR},? ?${MONTH},? ?${DAY}`, 'y');
/** `생년월일은 `, `생일이요, 음 `. */
const LABEL =
  /(?:생년월일|생일|출생일?|태어난 날)(?:짜)?(?:은|는|이|가|이요)?[:,.…]{0,3} ?(?:음|어|네|예|그)?[,.…]{0,3} ?$/;
const LABEL_WINDOW = 20;
/** `에 태어났`, `생입니다`. */
const BORN = /(?: ?생(?:이(?:에|고|며|라|야|었)|입|으|$|[^가-힣])| ?에? ?(?:출생|태어))/y;

/** Days of birth as they are said and taken down: `사십칠년 삼월 십이일`. */
export const spokenDateOfBirthRecognizer: HangulRecognizer = {
  name: 'date-of-birth-spoken',
  trigger: 'hangul',
  begins: [
    {
      first: `천${ZEROS}${DIGITS}`,
      second: `천십${ZEROS}${DIGITS}`,
      third: `년백십${ZEROS}${DIGITS}`,
    },
  ],
  recognize(text, start) {
    DATE.lastIndex = start;
    if (!DATE.test(text.string)) return undefined;
    const end = DATE.lastIndex;
    BORN.lastIndex = end;
    const isBirth =
      asksForBirth(text, start) ||
      LABEL.test(text.slice(max(0, start - LABEL_WINDOW), start)) ||
      BORN.test(text.string);
    return isBirth ? candidate('DATE_OF_BIRTH', start, end, 0.8) : undefined;
  },
};
