import { isDoubleSurname } from '../../../lexicon/korean-names.js';
import { DOUBLE_SURNAMES } from '../../../lexicon/korean-syllables.js';
import type { CodeUnits } from '../../../text/code-units.js';
import { max, min } from '../../../text/math.js';
import { WordTree } from '../../../text/word-tree.js';

/** Surnames of one syllable; a name may begin with any of them. */
const SURNAMES =
  '가간갈감강견경고공곽구국권금기길김나남노단당도동두라류마맹명모목문민박반방배백범변복봉부빈사상서석선설성소손송승시신심안양어엄여연염예오옥온왕용우원위유육윤은음이인임장전정제조좌주지진차채천최추탁태팽편표피하한함허현형호홍황';
/** What may be joined to a name: particles, endings and titles. */
const TAILS = (
  '이 가 은 는 을 를 의 에게 에게서 께 께서 와 과 도 만 랑 이랑 로 으로 씨 님 님의 님이 님은 님께 님께서 님을 씨가 씨는 씨의 씨를 이고 고 이며 며 이다 다 ' +
  '입니다 이라고 라고 이라는 라는 이었다 였다 이에요 예요 이요 요 인데요 인데 이고요 군 양 아 야 이가 까지 부터 한테 처럼 보다 이나 나 하고 에 앞 측 등'
).split(' ');

/** All that a name may begin with. */
export const MODEL_SURNAMES = SURNAMES + DOUBLE_SURNAMES.map((surname) => surname.charAt(0)).join('');

const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
const LONGEST_TAIL = max(...TAILS.map(({ length }) => length));
const LONGEST_NAME = 4;

const isSurname = new Uint8Array(LAST_SYLLABLE - FIRST_SYLLABLE + 1);
for (const surname of MODEL_SURNAMES) isSurname[surname.charCodeAt(0) - FIRST_SYLLABLE] = 1;
const tails = new WordTree(TAILS);
/** By UTF-16 unit, 1 for what they begin with. */
const tailStarts = new Uint8Array(0x10000);
for (const first of tails.beginnings) tailStarts[first.charCodeAt(0)] = 1;

/** Length of the surname that a run of syllables begins with, or 0. */
export function surnameLength(text: CodeUnits, start: number, end: number): number {
  if (isSurname[text.charCodeAt(start) - FIRST_SYLLABLE] === 0) return 0;
  if (end - start < 2 || end - start > LONGEST_NAME + LONGEST_TAIL) return 0;
  return isDoubleSurname(text, start) ? 2 : 1;
}

/**
 * Lengths, as bits, of the parts of a run of syllables that could be a name: a surname, a given name, and behind it nothing
 * or a syllable that may begin what is joined to a name.
 */
export function nameLengths(text: CodeUnits, start: number, end: number, ofSurname: number): number {
  const whole = end - start;
  const ends = (1 << whole) | tailAt(text, start, 2) | tailAt(text, start, 3) | tailAt(text, start, 4);
  const upTo = (2 << min(whole, LONGEST_NAME)) - 1;
  return ends & upTo & (-2 << ofSurname);
}

function tailAt(text: CodeUnits, start: number, length: number): number {
  return tailStarts[text.charCodeAt(start + length)]! << length;
}

/** Whether the rest of the word behind a name is nothing or may be joined to one. */
export function isTail(text: CodeUnits, start: number, end: number): boolean {
  return start === end || (end - start <= LONGEST_TAIL && tails.isWord(text, start, end));
}
