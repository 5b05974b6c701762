import { wordList } from '../../lexicon/korean-word-list.js';
import { hangulRunEnd } from '../../text/character-class.js';
import type { CodeUnits } from '../../text/code-units.js';
import { WordTree } from '../../text/word-tree.js';

/** What stands behind whoever did it or asked for it: 홍길동 작성. */
const DONE = new WordTree(
  wordList(`
    작성 수정 요청 요청건 요청함 요청으로 담당 제보 제보로 검토 승인 결재 확인 확인함 드림 올림 배상 씀 지음 옮김 엮음 글 그림 촬영 편집 기자 제공 제공함 초대 초대함 입장 퇴장 접속
    담당건 문의 문의건 민원 신청건 접수건 예약건 참석 불참 지각 결석 출석 휴가 연차 퇴사 입사 합격 불합격 당첨 수상 우승 명의 명의로 소유 본인 사망 출생 결혼 승진 전보 발령 임명 위촉 대참 대리참석
    측 측은 측이 씨네 님께 귀중 이라는 라는 이라고 라고
  `),
);
const SPACE = 0x20;
const LONGEST_WORD = 6;

/** Whether the next word says what somebody did, asked for or is. */
export function isFollowedByDeed(text: CodeUnits, end: number): boolean {
  if (text.charCodeAt(end) !== SPACE) return false;
  return DONE.isWord(text, end + 1, hangulRunEnd(text, end + 1, LONGEST_WORD));
}
