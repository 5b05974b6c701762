import { hasDoubleSurname, isSurname } from '../lexicon/korean-names.js';
import { isFrequentGivenName } from '../lexicon/korean-given-names.js';
import { koreanWordAt, NAMES_NOBODY } from '../lexicon/korean-words.js';
import { nameTailWithin } from '../recognizers/names/korean-name-tail.js';
import { hangulRunEnd, isHangul } from '../text/character-class.js';
import type { CodeUnits } from '../text/code-units.js';
import { WordTree } from '../text/word-tree.js';
import { addPart, type KnownName, type Mention } from './known-name.js';

const GIVEN_LENGTH = 2;
const LONGEST_RUN = 14;
/** 이 */
const FAMILIAR = 0xc774;
/** What only people are spoken of with, behind a given name: 민호야, 하준이는, 서연이랑, 태호형. */
const PERSONAL = new WordTree(
  '아 야 이가 이는 이를 이의 이도 이만 이랑 이와 이한테 이에게 이네 이랑은 이한테도 이한테는 이니 이구나 이라고 씨 씨가 씨는 씨를 씨의 씨와 씨도 님 님이 님은 님을 님의 님도 님께 군 군이 군은 양 양이 양은 형 형이 형은 형도 누나 언니 오빠 쌤 쌤이 쌤은 엄마 아빠 이모 삼촌'.split(
    ' ',
  ),
);

/** The name itself, and the given name in it: 김하준 and 하준, 남궁민수 and 민수. */
export function addKoreanParts(text: CodeUnits, start: number, end: number, names: KnownName[]): void {
  for (let index = start; index < end; index++) if (!isHangul(text.charCodeAt(index))) return;
  const surname = hasDoubleSurname(text, start, end) ? 2 : 1;
  const given = end - start - surname;
  if (given === GIVEN_LENGTH) {
    addPart(names, text, start, end, isWord(text, start, end));
    addPart(names, text, start + surname, end, isWord(text, start + surname, end));
  } else if (end - start === GIVEN_LENGTH) {
    const isGiven = isFrequentGivenName(text.charCodeAt(start), text.charCodeAt(start + 1));
    if (isGiven || isSurname(text.charCodeAt(start)))
      addPart(names, text, start, end, !isGiven || isWord(text, start, end));
  }
}

/** The mention at `at`, at the beginning of a run of syllables; undefined when the run is another word. */
export function koreanMention(text: CodeUnits, at: number, name: KnownName): Mention | undefined {
  const end = mentionEnd(text, at, name);
  return end === 0 ? undefined : { start: at, end };
}

function mentionEnd(text: CodeUnits, at: number, { text: name, isAmbiguous }: KnownName): number {
  const nameEnd = at + name.length;
  const end = hangulRunEnd(text, nameEnd, LONGEST_RUN);
  if (end === nameEnd) return isAmbiguous ? 0 : nameEnd;
  if (PERSONAL.isWord(text, nameEnd, end)) return nameEnd;
  if (isAmbiguous) return 0;
  const from = text.charCodeAt(nameEnd) === FAMILIAR && end - nameEnd > 1 ? nameEnd + 1 : nameEnd;
  return nameTailWithin(text, nameEnd, end) || nameTailWithin(text, from, end) ? nameEnd : 0;
}

function isWord(text: CodeUnits, start: number, end: number): boolean {
  return (koreanWordAt(text, start, end) & NAMES_NOBODY) !== 0;
}
