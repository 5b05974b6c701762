import { foreignNames } from '../../lexicon/korean-foreign-names.js';
import { copulas, particles } from '../../lexicon/korean-endings.js';
import { isHangul } from '../../text/character-class.js';
import type { CodeUnits } from '../../text/code-units.js';
import { hangulRunEnd } from '../../text/character-class.js';
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
  if (nameEnd === end) return isSomebody(text, end) ? nameEnd : 0;
  if (titleTail(text, nameEnd, end) >= Tail.TITLE) return nameEnd;
  if (!particles.isWord(text, nameEnd, end) && !copulas.isWord(text, nameEnd, end)) return 0;
  return OF_PEOPLE.test(text.slice(nameEnd, end)) ? nameEnd : 0;
}

function isSomebody(text: CodeUnits, end: number): boolean {
  if (tailBehind(text, end) >= Tail.TITLE || isFollowedByDeed(text, end)) return true;
  if (text.charCodeAt(end) !== SPACE || !isHangul(text.charCodeAt(end + 1))) return false;
  return COPULA.test(text.slice(end + 1, hangulRunEnd(text, end + 1, LONGEST_RUN)));
}
