import { isKoreanName, NameCertainty } from '../lexicon/korean-names.js';
import { koreanWord, NAMES_NOBODY } from '../lexicon/korean-words.js';
import { isRegion } from '../lexicon/korean-regions.js';
import { hangulRunEnd, isAsciiLetter, isHangul } from '../text/character-class.js';
import type { CodeUnits } from '../text/code-units.js';
import { candidate, type Candidate, type NeighbourRecognizer } from './recognizer.js';

const SPACE = 0x20;
const OPENING = 0x28;
const CLOSING = 0x29;
const LONGEST_WORD = 6;

/** The same name in Hangul behind one in Latin letters: Kwak, Bo-reum (곽보름), Tanaka Yui (다나카 유이). */
export const personKoreanAliasRecognizer: NeighbourRecognizer = {
  name: 'person-ko-alias',
  trigger: 'neighbour',
  beside: ['PERSON'],
  recognize(text, { end }): Candidate | undefined {
    const opening = text.charCodeAt(end) === SPACE ? end + 1 : end;
    if (text.charCodeAt(opening) !== OPENING || !isHangul(text.charCodeAt(opening + 1))) return undefined;
    if (!isAsciiLetter(text.charCodeAt(end - 1))) return undefined;
    const start = opening + 1;
    const first = hangulRunEnd(text, start, LONGEST_WORD);
    if (text.charCodeAt(first) === CLOSING)
      return isKoreanName(text, start, first, NameCertainty.STRICT | NameCertainty.LOOSE)
        ? candidate('PERSON', start, first, 0.7)
        : undefined;
    const last = text.charCodeAt(first) === SPACE ? hangulRunEnd(text, first + 1, LONGEST_WORD) : first;
    if (last <= first + 1 || text.charCodeAt(last) !== CLOSING) return undefined;
    return isWordOfName(text, start, first) && isWordOfName(text, first + 1, last)
      ? candidate('PERSON', start, last, 0.6)
      : undefined;
  },
};

function isWordOfName(text: CodeUnits, start: number, end: number): boolean {
  return (koreanWord(text.slice(start, end)) & NAMES_NOBODY) === 0 && !isRegion(text, start, end);
}
