import type { CodeUnits } from '../text/code-units.js';
import { EMPTY_HASH, hashWith, WordTable } from '../text/word-table.js';
import { COMPOUND_WORDS } from './korean-compound-words.js';
import { LABEL_WORDS } from './korean-labels.js';
import { ORDINARY_WORDS } from './korean-ordinary-words.js';
import { NOUN_WORDS } from './korean-noun-words.js';
import { PLACE_WORDS } from './korean-place-words.js';
import { TITLE_WORDS } from './korean-titles.js';

/** What a Korean word is that names nobody; bits, as it may be several things. */
export const KoreanWord = {
  /** A label of people or a title: 승인자. */
  PERSON: 1,
  /** Looks like a name by its syllables, or stands where names stand. */
  ORDINARY: 2,
  /** Stands in a field for names when nobody is named: 미정. */
  PLACEHOLDER: 4,
} as const;

/** What a word is of which nobody is named: a placeholder, an ordinary word, a label or a title. */
export const NAMES_NOBODY: number = KoreanWord.PERSON | KoreanWord.ORDINARY | KoreanWord.PLACEHOLDER;

const PLACEHOLDERS =
  '미정 없음 본인 비공개 익명 전원 담당 공란 무기명 대상 전체 관리 신청 정보 주소 번호 연락 서명 확인 변경 생략 상동 상기 이상 이하 기타 성명 이름 전화 주민 여부 선택 하나 우리 전직원 관리자 운영자 고유 동일 해당 별첨 별도 공석 미상 불명 무명 이관 반려 보류 취소 상시 추후 협의 공동 본사 지사 현장 외부 내부 임시 신규 기존 변동 공지 조회 퇴원 입원 외래 휴무 휴직 퇴사 생존 비회원 탈퇴'.split(
    ' ',
  );

const WORDS = new WordTable(buildWords);

/** What is known of the word from `start` to `end`; 0 for all others. */
export function koreanWordAt(text: CodeUnits, start: number, end: number): number {
  // With a loop of its own: one that reads strings as well is slower by far.
  let hash = EMPTY_HASH;
  for (let index = start; index < end; index++) hash = hashWith(hash, text.charCodeAt(index));
  return WORDS.at(text, start, end, hash);
}

/** The same of a word that stands in no text. */
export function koreanWord(word: string): number {
  return WORDS.of(word);
}

function buildWords(): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  const add = (list: Iterable<string>, kind: number) => {
    for (const word of list) words.set(word, (words.get(word) ?? 0) | kind);
  };
  for (const list of [LABEL_WORDS, TITLE_WORDS])
    add(
      list.map((word) => word.replaceAll(' ', '')),
      KoreanWord.PERSON,
    );
  for (const list of [ORDINARY_WORDS, COMPOUND_WORDS, NOUN_WORDS, PLACE_WORDS])
    add(list, KoreanWord.ORDINARY);
  add(PLACEHOLDERS, KoreanWord.PLACEHOLDER);
  return words;
}
