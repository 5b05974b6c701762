import { isKoreanName, NameCertainty } from '../lexicon/korean-names.js';
import { koreanWord, NAMES_NOBODY } from '../lexicon/korean-words.js';
import { isRegion } from '../lexicon/korean-regions.js';
import { hangulRunEnd, isAsciiLetter, isHangul } from '../text/character-class.js';
import type { CodeUnits } from '../text/code-units.js';
import { isOfCompany } from './names/company-words.js';
import { candidate, type Candidate, type NeighbourRecognizer } from './recognizer.js';

const SPACE = 0x20;
const OPENING = 0x28;
const CLOSING = 0x29;
const LONGEST_WORD = 6;
/** The ideographs that are in use. */
const HANJA_FIRST = 0x4e00;
const HANJA_LAST = 0x9fff;
const SHORTEST_HANJA = 2;
const LONGEST_HANJA = 4;

/** The other way round: 방소윤 (BANG SOYUN). */
const IN_LATIN = / ?\(([A-Z][A-Za-z'’-]{1,24}(?:,? [A-Z][A-Za-z'’.-]{0,24}){1,3})\)/y;

/** The same name in Hangul behind one in Latin letters, or before it: Kwak, Bo-reum (곽보름), 곽보름 (Kwak Bo-reum). */
export const personKoreanAliasRecognizer: NeighbourRecognizer = {
  name: 'person-ko-alias',
  trigger: 'neighbour',
  beside: ['PERSON'],
  recognize(text, { start: nameStart, end }): Candidate | undefined {
    const hanja = inHanja(text, nameStart, end);
    if (hanja) return hanja;
    const opening = text.charCodeAt(end) === SPACE ? end + 1 : end;
    if (text.charCodeAt(opening) !== OPENING) return undefined;
    if (isHangul(text.charCodeAt(end - 1))) return inLatin(text, end);
    if (!isHangul(text.charCodeAt(opening + 1)) || !isAsciiLetter(text.charCodeAt(end - 1))) return undefined;
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

/** 金世鎭(김세진), 김세진(金世鎭). */
function inHanja(text: CodeUnits, start: number, end: number): Candidate | undefined {
  if (text.charCodeAt(end) === CLOSING && text.charCodeAt(start - 1) === OPENING) {
    let from = start - 1;
    while (isHanja(text.charCodeAt(from - 1)) && start - from <= LONGEST_WORD) from--;
    return isHanjaName(from, start - 1) ? candidate('PERSON', from, start - 1, 0.7) : undefined;
  }
  if (text.charCodeAt(end) !== OPENING) return undefined;
  let to = end + 1;
  while (isHanja(text.charCodeAt(to)) && to - end <= LONGEST_WORD) to++;
  return text.charCodeAt(to) === CLOSING && isHanjaName(end + 1, to)
    ? candidate('PERSON', end + 1, to, 0.7)
    : undefined;
}

function isHanja(code: number): boolean {
  return code >= HANJA_FIRST && code <= HANJA_LAST;
}

function isHanjaName(start: number, end: number): boolean {
  return end - start >= SHORTEST_HANJA && end - start <= LONGEST_HANJA;
}

function inLatin(text: CodeUnits, end: number): Candidate | undefined {
  IN_LATIN.lastIndex = end;
  const name = IN_LATIN.exec(text.string)?.[1];
  if (name === undefined || name.split(/,? /).some(isOfCompany)) return undefined;
  const last = IN_LATIN.lastIndex - 1;
  return candidate('PERSON', last - name.length, last, 0.7);
}

function isWordOfName(text: CodeUnits, start: number, end: number): boolean {
  return (koreanWord(text.slice(start, end)) & NAMES_NOBODY) === 0 && !isRegion(text, start, end);
}
