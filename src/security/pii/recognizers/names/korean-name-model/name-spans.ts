import { givenNameKind, GivenName } from '../../../lexicon/korean-given-names.js';
import { isDoubleSurname } from '../../../lexicon/korean-names.js';
import { DOUBLE_SURNAMES, is, Syllable } from '../../../lexicon/korean-syllables.js';
import type { CodeUnits } from '../../../text/code-units.js';
import { max, min } from '../../../text/math.js';
import { WordTree } from '../../../text/word-tree.js';

/** Surnames of one syllable; a name may begin with any of them. */
const SURNAMES =
  '가간갈감강견경계고공곽구국권금기길김나남노단당도동두라류마맹명모목문민박반방배백범변복봉부빈빙사상서석선설성소손송승시신심안양어엄여연염예오옥온왕용우원위유육윤은음이인임장전정제조좌주지진차채천최추탁태팽편표피하한함허현형호홍황';
/** What may be joined to a name: particles, endings and titles. */
const TAILS = (
  '이 가 은 는 을 를 의 에게 에게서 께 께서 와 과 도 만 랑 이랑 로 으로 씨 님 님의 님이 님은 님께 님께서 님을 씨가 씨는 씨의 씨를 이고 고 이며 며 이다 다 ' +
  '이었다 이었고 였고 이었는데 였는데 이었습니다 였습니다 이었어 였어 였지만 이었지만 였다고 이었다고 였다는 이었네 입니다만 이라 라 이라면 라면 이라는데 이라던 라던 이지 이지만 이면 이네 이래 이래요 ' +
  '이냐 이거든 이거든요 가요 고요 인지 인가요 임 임을 에게는 에게도 에게만 에게서도 한테는 한테도 한테만 한테서 에서 으로부터 로부터 와의 과의 와는 과는 만이 만은 만큼 조차 마저 밖에 보다는 보고 더러 ' +
  '이는 이를 이도 이의 이와 이한테 이에게 이만 이랑은 이만은 이까지 이부터 이처럼 이보다 ' +
  '뿐 뿐이다 뿐이었다 네 네가 네는 네를 네도 네랑 네로 측은 측이 측에 측의 입니다 이라고 라고 이라는 라는 였다 이에요 예요 이요 요 인데요 인데 이고요 군 양 아 야 이가 까지 부터 한테 처럼 보다 이나 나 하고 에 앞 측 등'
).split(' ');

/** All that a name may begin with. */
export const MODEL_SURNAMES = SURNAMES + DOUBLE_SURNAMES.map((surname) => surname.charAt(0)).join('');

const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
const LONGEST_TAIL = max(...TAILS.map(({ length }) => length));
const LONGEST_NAME = 4;
const GIVEN_LENGTH = 2;

const isSurname = new Uint8Array(LAST_SYLLABLE - FIRST_SYLLABLE + 1);
for (const surname of MODEL_SURNAMES) isSurname[surname.charCodeAt(0) - FIRST_SYLLABLE] = 1;
const tails = new WordTree(TAILS);
/** What may follow a name directly. */
export const TAIL_SYLLABLES: string = Array.from(tails.beginnings).join('');
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

/** Length of a given name that a run of syllables may begin with, by its syllables and by what is joined to it; or 0. */
export function givenLength(text: CodeUnits, start: number, end: number): number {
  const nameEnd = start + GIVEN_LENGTH;
  if (end < nameEnd || end - nameEnd > LONGEST_TAIL) return 0;
  if (end > nameEnd && tailStarts[text.charCodeAt(nameEnd)] === 0) return 0;
  const [first, last] = [text.charCodeAt(start), text.charCodeAt(start + 1)];
  const isGiven =
    givenNameKind(first, last) !== GivenName.NONE || (is(first, Syllable.FIRST) && is(last, Syllable.LAST));
  return isGiven && isTail(text, nameEnd, end) ? GIVEN_LENGTH : 0;
}
