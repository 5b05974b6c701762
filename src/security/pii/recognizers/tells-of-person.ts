import { classOf, WordClass } from '../lexicon/english/word-class.js';
import { isKoreanName, NameCertainty } from '../lexicon/korean-names.js';
import type { CodeUnits } from '../text/code-units.js';
import { max } from '../text/math.js';

const WINDOW_BEFORE = 48;
const WINDOW_BEHIND = 24;
/** Whom records are of, what they say of their bodies and papers, and ages; also names with a part hidden. */
const EVIDENCE =
  /성명|성함|이름|환자|고객|회원|학생|직원|사원|수검|검진|진료|피보험|보험자|보호자|신청인|생년|출생|생일|성별|나이|연령|혈액형|신장|체중|주민|내국인|외국인|(?:^|\D)(?:만 ?)?\d{1,3}세(?! ?반)|[가-힣][*○●]{1,2}|(?:^|[^A-Za-z])(?:patient|name|sex|gender|age|aged|dob|birth|mr|mrs|ms|blood|height|weight|employee|student|member|client|claimant|insured|passenger|yrs|y\/?o)(?![A-Za-z])/i;
const HANGUL = /(?<![가-힣])[가-힣]{2,4}(?![가-힣])/g;
const LATIN = /(?:^|[^A-Za-z])([A-Z][a-z]{2,14})(?![A-Za-z])/g;

/** Whether a person, an age or the name of such a field stands around a value, on the same lines. */
export function tellsOfPerson(text: CodeUnits, start: number, end: number): boolean {
  const from = max(0, start - WINDOW_BEFORE);
  const around = `${text.slice(from, start)}\n${text.slice(end, end + WINDOW_BEHIND)}`;
  return EVIDENCE.test(around) || hasKoreanName(text, from, start) || hasEnglishName(around);
}

function hasKoreanName(text: CodeUnits, from: number, to: number): boolean {
  for (const { index, 0: word } of text.slice(from, to).matchAll(HANGUL)) {
    const start = from + index;
    if (isKoreanName(text, start, start + word.length, NameCertainty.KNOWN | NameCertainty.STRICT))
      return true;
  }
  return false;
}

function hasEnglishName(around: string): boolean {
  for (const [, word] of around.matchAll(LATIN)) {
    const flags = classOf(word!);
    if ((flags & WordClass.GIVEN) !== 0 && (flags & (WordClass.COMMON | WordClass.CALENDAR)) === 0)
      return true;
  }
  return false;
}
