/** Words before a name. With a colon behind them nearly everything is a name; without, the name has to read as one. */
export const KOREAN_LABELS: readonly string[] = [
  '고객 정보',
  '고객정보',
  '고객명',
  '고객 이름',
  '고객',
  '회원 정보',
  '회원정보',
  '회원명',
  '회원',
  '성명',
  '이름',
  '성함',
  '담당자명',
  '담당자',
  '예금주',
  '환자명',
  '환자',
  '신청인',
  '신청자',
  '수령인',
  '수취인',
  '수신인',
  '발신인',
  '받는 사람',
  '받는사람',
  '받는 분',
  '보내는 사람',
  '보내는사람',
  '대표자',
  '작성자',
  '보호자',
  '계약자',
  '피보험자',
  '보험자',
  '주문자',
  '구매자',
  '입금자명',
  '입금자',
  '예약자',
  '의뢰인',
  '참석자',
  '사원명',
  '직원명',
  '학생명',
  '사용자명',
  '명의자',
  '임차인',
  '임대인',
  '원고',
  '피고',
  '본인',
];

/** Words after a name. */
export const KOREAN_TITLES: readonly string[] = [
  '님',
  '씨',
  '고객',
  '회원',
  '과장',
  '부장',
  '차장',
  '대리',
  '사원',
  '주임',
  '팀장',
  '실장',
  '본부장',
  '이사',
  '전무',
  '상무',
  '사장',
  '회장',
  '대표',
  '교수',
  '박사',
  '원장',
  '선생',
  '변호사',
  '의사',
  '간호사',
  '기사',
  '작가',
  '감독',
  '환자',
  '학생',
  '선수',
  '기자',
  '의원',
  '장관',
  '매니저',
  '책임',
  '수석',
  '선임',
  '연구원',
];

/** Particles and endings that may follow a name or a title directly. */
const PARTICLES = new Set('님씨이가은는을를의과와도께에한만까로랑하인입부라및');

/** Whether a name or title may end before this character (empty at the end of the text). */
export function mayFollowName(character: string): boolean {
  return !/[가-힣]/.test(character) || PARTICLES.has(character);
}

/** The entries of a list by their first syllable, longest first. */
export function byFirstSyllable(words: readonly string[]): ReadonlyMap<number, readonly string[]> {
  const index = new Map<number, string[]>();
  for (const word of words) {
    const first = word.charCodeAt(0);
    index.set(
      first,
      [...(index.get(first) ?? []), word].sort((a, b) => b.length - a.length),
    );
  }
  return index;
}
