import { foreignFamilyNames, foreignNames } from '../../lexicon/korean-foreign-names.js';
import { copulas, particles } from '../../lexicon/korean-endings.js';
import { isHangul } from '../../text/character-class.js';
import type { CodeUnits } from '../../text/code-units.js';
import { hangulRunEnd, hangulRunStart } from '../../text/character-class.js';
import { Label, labelBefore } from '../korean-name-label.js';
import { isFollowedByDeed } from './done-by.js';
import { LONGEST_RUN, Tail, tailBehind, titleTail } from './korean-name-tail.js';

const SPACE = 0x20;
/** Behind whom a particle says that somebody does something or is given it; brands have the others as well. */
const OF_PEOPLE = /^(?:에게|한테|께|랑|이랑|야|아|입니다|이에요|예요|씨|님)/;
const COPULA = /^(?:입니다|이에요|예요|인데요|라고)/;

/** Where a name from elsewhere ends that begins there and that somebody is called by; 0 for none. */
export function foreignNameEnd(text: CodeUnits, start: number, end: number): number {
  const length = foreignNames.longest(text, start);
  if (length === 0 || start + length > end) return 0;
  const nameEnd = start + length;
  if (nameEnd === end) return familyEnd(text, end) || (isSomebody(text, start, end) ? nameEnd : 0);
  if (titleTail(text, nameEnd, end) >= Tail.TITLE) return nameEnd;
  if (!particles.isWord(text, nameEnd, end) && !copulas.isWord(text, nameEnd, end)) return 0;
  return OF_PEOPLE.test(text.slice(nameEnd, end)) ? nameEnd : 0;
}

/** Where the name before it begins that belongs to it, 다나카 of 다나카 유이치 박사; `start` for none. */
export function foreignNameStart(text: CodeUnits, start: number): number {
  if (text.charCodeAt(start - 1) !== SPACE) return start;
  const from = hangulRunStart(text, start - 1, LONGEST_RUN);
  const length = start - 1 - from;
  return length > 0 && foreignNames.longest(text, from) === length ? from : start;
}

/** Where a family name ends behind a given one: 안나 킴, 메리 존슨이; 0 for none. */
function familyEnd(text: CodeUnits, end: number): number {
  const from = end + 1;
  if (text.charCodeAt(end) !== SPACE) return 0;
  const length = foreignFamilyNames.longest(text, from);
  if (length === 0) return 0;
  const familyNameEnd = from + length;
  const runEnd = hangulRunEnd(text, from, LONGEST_RUN);
  if (familyNameEnd === runEnd && (length > 1 || endsName(text, runEnd))) return familyNameEnd;
  // 리, 정 and 한 begin other words.
  if (titleTail(text, familyNameEnd, runEnd) >= Tail.TITLE) return familyNameEnd;
  return length > 1 && particles.isWord(text, familyNameEnd, runEnd) ? familyNameEnd : 0;
}

/** No further word goes on behind it, but for a title: 모니카 한 대를 is no 모니카 한. */
function endsName(text: CodeUnits, end: number): boolean {
  if (tailBehind(text, end) >= Tail.TITLE) return true;
  return !(text.charCodeAt(end) === SPACE && isHangul(text.charCodeAt(end + 1)));
}

function isSomebody(text: CodeUnits, start: number, end: number): boolean {
  if (tailBehind(text, end) >= Tail.TITLE || isFollowedByDeed(text, end)) return true;
  if (labelBefore(text, start) !== Label.NONE) return true;
  if (text.charCodeAt(end) !== SPACE || !isHangul(text.charCodeAt(end + 1))) return false;
  return COPULA.test(text.slice(end + 1, hangulRunEnd(text, end + 1, LONGEST_RUN)));
}
