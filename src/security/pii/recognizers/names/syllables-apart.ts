import { isGivenName, isSurname } from '../../lexicon/korean-names.js';
import { hangulRunEnd, isHangul } from '../../text/character-class.js';
import type { CodeUnits } from '../../text/code-units.js';
import { Label, labelBefore } from '../korean-name-label.js';
import { LONGEST_RUN, Tail, tailBehind } from './korean-name-tail.js';

const SPACE = 0x20;
const SYLLABLES = 3;
/** From one syllable to the next. */
const STEP = 2;
/** Seals of those who sign: 홍 길 동 (인). */
const SEAL = / ?\((?:인|서명|직인|사인)/y;

/** Where a name ends that is written syllable by syllable, as on certificates: 김 민 서 귀하, 성명: 이 도 윤. 0 for none. */
export function syllablesApartEnd(text: CodeUnits, start: number): number {
  if (!isSurname(text.charCodeAt(start))) return 0;
  const last = start + STEP * (SYLLABLES - 1);
  for (let at = start + STEP; at <= last; at += STEP)
    if (text.charCodeAt(at - 1) !== SPACE || !isHangul(text.charCodeAt(at))) return 0;
  const end = last + 1;
  if (isHangul(text.charCodeAt(end)) || isHangul(text.charCodeAt(start - 1))) return 0;
  // 수 많 은 글 자: letters that are spaced out for show.
  if (text.charCodeAt(end) === SPACE && hangulRunEnd(text, end + 1, LONGEST_RUN) === end + 2) return 0;
  if (!isGivenName(text, start + STEP, start + STEP + 1) && !isGivenName(text, last, end)) return 0;
  return isNamed(text, start, end) ? end : 0;
}

function isNamed(text: CodeUnits, start: number, end: number): boolean {
  if (labelBefore(text, start) >= Label.STRONG || tailBehind(text, end) >= Tail.TITLE) return true;
  SEAL.lastIndex = end;
  return SEAL.test(text.string);
}
