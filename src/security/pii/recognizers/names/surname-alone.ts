import { hasDoubleSurname, isDoubleSurname } from '../../lexicon/korean-names.js';
import { particles } from '../../lexicon/korean-endings.js';
import { KoreanWord, koreanWordAt } from '../../lexicon/korean-words.js';
import { JOINED_TITLES, joinedTitles, suffixTitles } from '../../lexicon/korean-titles.js';
import type { CodeUnits } from '../../text/code-units.js';
import { hangulRunEnd, isAsciiAlphanumeric } from '../../text/character-class.js';
import { isSeed } from './seed.js';
import { isInSurnameField } from './surname-field.js';
import { candidate, type Candidate, type HangulScan } from '../recognizer.js';

const SSI = 0xc528;
const SPACE = 0x20;
/** 씨 with its particle. */
const LONGEST_FORM = 6;
/** Deputies and certain people: 부팀장, 모 대표. Whoever has one of these names is not told from them. */
const NEVER = new Set(Array.from('부모', (syllable) => syllable.charCodeAt(0)));
/** Before a rank they say which one it is: the present or former, the new, the old, a woman or a man, a famous one. */
const QUALIFYING = new Set(Array.from('현전구신여남노명주', (syllable) => syllable.charCodeAt(0)));
const WOMEN_AND_MEN = new Set(Array.from('여남노', (syllable) => syllable.charCodeAt(0)));
/** Whom people call by sex or age: 여교수님, 노신부님; not 여과장님. */
const CALLED_BY_SEX =
  /^(?:교수|선생|의사|기사|기자|사장|직원|배우|가수|선수|감독|작가|변호사|판사|검사|형사|신부|스님|교사|간호사|약사|학생|강사|코치|집사|사원|피디|경찰|할머니|할아버지)/;
/** 이프로 is two per cent, too. */
const PERCENT = '프로';
/** 씨 behind these is no form of address: PC방, 에이씨, 우씨. */
const INTERJECTIONS = '이우어오피하';

/** What titles begin with: most words go on in another way. */
const BEGINS_TITLE = new Uint8Array(0x10000);
for (const title of JOINED_TITLES) BEGINS_TITLE[title.charCodeAt(0)] = 1;

/** A family name joined to a title or in a field of its own: 차대표님, 탁팀장님, 곽씨, 남궁씨, 진쌤. */
export function surnameAlone(
  text: CodeUnits,
  start: number,
  end: number,
  scan: HangulScan,
): Candidate | undefined {
  if (end - start < 3) {
    const nameEnd = aloneBeforeForm(text, start, end);
    if (nameEnd > 0) return candidate('PERSON', start, nameEnd, 0.65);
    if (isInSurnameField(text, start, end, scan)) return candidate('PERSON', start, end, 0.8);
  }
  if (BEGINS_TITLE[text.charCodeAt(start + 1)] === 1) {
    const score = titleScore(text, start, start + 1, end);
    if (score > 0) return candidate('PERSON', start, start + 1, score);
  }
  return hasDoubleSurname(text, start, end) && titleScore(text, start, start + 2, end) > 0
    ? candidate('PERSON', start, start + 2, 0.75)
    : undefined;
}

/** Where the family name ends that 씨 follows as a word of its own: 곽 씨는, 남궁 씨. 0 for anything else. */
function aloneBeforeForm(text: CodeUnits, start: number, end: number): number {
  if (end - start > 2 || text.charCodeAt(end) !== SPACE || text.charCodeAt(end + 1) !== SSI) return 0;
  const isDouble = end - start === 2 && isDoubleSurname(text, start);
  if (!isDouble && (end - start === 2 || NEVER.has(text.charCodeAt(start)))) return 0;
  const formEnd = hangulRunEnd(text, end + 1, LONGEST_FORM);
  return closes(text, end + 2, formEnd) && !isSeed(text, formEnd) ? end : 0;
}

function titleScore(text: CodeUnits, start: number, at: number, end: number): number {
  const title = joinedTitles.longest(text, at);
  if (title === 0 || at + title > end) return 0;
  const rest = at + title;
  const respectful = suffixTitles.longest(text, rest);
  const isRespected = respectful > 0 && closes(text, rest + respectful, end);
  if (!isRespected && !closes(text, rest, end)) return 0;
  // Numbers and letters may go on in a word: 2차대표, B차장.
  if (isAsciiAlphanumeric(text.charCodeAt(start - 1))) return 0;
  if ((koreanWordAt(text, start, rest) & (KoreanWord.ORDINARY | KoreanWord.PERSON)) !== 0) return 0;
  if (text.charCodeAt(at) === SSI) return isAddressed(text, start, at, rest, end) ? 0.65 : 0;
  return isQualified(text, start, at, rest, isRespected) ? 0 : isRespected ? 0.7 : 0.6;
}

function closes(text: CodeUnits, from: number, end: number): boolean {
  return from === end || (from < end && particles.isWord(text, from, end));
}

function isAddressed(text: CodeUnits, start: number, at: number, rest: number, end: number): boolean {
  if (isSeed(text, end)) return false;
  if (at - start === 2) return true;
  if (NEVER.has(text.charCodeAt(start))) return false;
  return !INTERJECTIONS.includes(text.charAt(start)) || (rest < end && text.charAt(start) !== '피');
}

function isQualified(
  text: CodeUnits,
  start: number,
  at: number,
  rest: number,
  isRespected: boolean,
): boolean {
  if (at - start === 2) return false;
  const first = text.charCodeAt(start);
  if (NEVER.has(first)) return true;
  if (QUALIFYING.has(first)) {
    if (!isRespected) return true;
    return WOMEN_AND_MEN.has(first) && CALLED_BY_SEX.test(text.slice(at, rest));
  }
  return !isRespected && text.slice(at, rest) === PERCENT;
}
