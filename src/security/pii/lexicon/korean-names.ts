/** Family names that cover over 99 % of people in Korea. */
const SURNAMES = new Set(
  '김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용예경봉사부가복태목형피두감음빈동온호범좌팽승간상갈',
);
/** Those frequent enough that an unusual given name after them still reads as a name. */
const COMMON_SURNAMES = new Set('김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남');
const DOUBLE_SURNAMES = new Set(['남궁', '황보', '제갈', '사공', '선우', '서문', '독고', '동방']);
/** Syllables that given names are made of. */
const GIVEN = new Set(
  '가강건겸경계고관광교구국군권규균근금기길나남노다달대덕도동두득라란람래량려련렬령례로록루류륜률름리린림마만명모무문미민바배백범별병보복봄봉비빈빛산상새샘서석선설섭성세소솔송수숙순슬승시식신아안애양언여연열염엽영예오옥온완용우욱운웅원월유윤율은을의이익인일임자잔장재전정제조종주준중지진찬창채천철청초춘충치탁태택하학한해향헌혁현협형혜호홍화환회효후훈휘휴흔희흠',
);

/** Words that look like a name by their syllables, or stand where names stand. */
const NOT_NAMES = new Set(
  `고객 고객님 고객사 선생 하나 하느 손님 회원 사장 부장 과장 차장 대리 사원 주임 팀장 실장 이사 전무 상무 회장 대표 교수 박사 원장 기사 의사 간호사
   담당 담당자 이용 이용자 사용자 방문자 신청자 지원자 소유자 연구원 공무원 구독자 주문자 구매자 수령인 예금주 성명 이름 성함 연락처 전화 전화번호 번호
   주소 이메일 메일 주문 문의 상담 안내 예약 정보 인사 조교 성도 신자 신도 부모 이모 고모 장모 장인 주인 임금 도련 선배 후배 부인 이웃 형수 변호사
   변호인 기자 여사 강사 감사 조합원 임직원 종사자 참가자 우리 여기 저기 이제 지금 오늘 내일 어제 이번 다음 모두 전체 전부 일반 기본 기타 이상 이하
   이전 이후 이용료 강아지 고양이 김치 김치찌개 전자 전기 전문가 전문 안전 안내원 정보원 정리 정상 정도 정확 조건 조사 조회 주의 주요 주차 주말 주일
   지원 지역 지점 진행 진료 진단 최고 최근 최대 최소 최초 최신 최종 한국 한글 한도 한정 현재 현장 현금 현황 홍보 확인 황금 회사 회의 가능 가격 가입
   가족 가정 강의 강조 경우 경고 경로 계정 계좌 고정 공지 공유 공개 공동 관리 관리자 구성 구매 국내 국가 권한 권리 기간 기능 기록 기준 남성 여성 노인
   도서 도움 동의 동일 명단 명의 명의자 모집 문서 문자 문제 미정 민원 민원인 반드시 방법 방문 배송 배우자 백만 변경 변호 보호자 부서 사용 사유 상태
   서류 서명 서비스 서울 선택 설명 설정 성공 성별 성인 소개 소득 송금 수정 수신 수신자 시간 시작 신규 신고 신분 신용 신청 신청인 아동 안녕 안심 양도
   양식 여권 연도 연령 연락 연장 영업 영수 예금 예정 오류 오전 오후 온라인 완료 용도 운영 원금 원인 위치 유지 유효 은행 의견 의뢰 의뢰인 이동 이력 이사회
   이유 이자 이체 인원 인증 일시 일정 임시 임대 임대인 임차인 입금 자녀 장소 장애 재고 저장 전달 전송 정산 정책 제목 제품 제한 조합 종료 중요 차량 참고
   처리 천원 청구 청구인 채권자 채무자 출금 출발 취소 치료 통보 통화 투자 특별 판매 평가 표시 필수 하루 학교 학생 한번 할인 해당 해지 허가 현행 형식 호출
   활동 환불 환자 회신 효과 후원 유저 유의 유형 유료 무료 신입 신임 전임 전직 원생 원아 임원 위원 위원장 조원 반장 조장 서장 소장 지사 지사장 지점장 본부장
   공장장 이장 동장 구청장 시장 군수 도지사 장관 차관 국장 원로 문인 시인 성인 상인 하인 노모 모친 부친 조부 조모 손자 손녀 고인 미인 연인 애인 여인 남자
   여자 소녀 소년 양자 제자 효자 효녀 공자 맹자 노자 기타리스트 인기 인사팀 영업팀 전산 전산실 정보실 총무 재무 경리 홍길 지도 지도자 조상 안경 안정 우유`
    .split(/\s+/)
    .filter(Boolean),
);
/** Endings of words for roles and things: 구독자, 조합원, 고객사. */
const ROLE_ENDING = /[자원사생집점들팀측분장실님씨과]$/;

export type NameCertainty = 'strict' | 'loose';

/**
 * Whether 2-4 syllables read as a Korean name. `strict` asks for syllables usual in given names; `loose`, for places
 * where only names stand, accepts any three syllables after a common surname.
 */
export function isKoreanName(word: string, certainty: NameCertainty): boolean {
  if (word.length < 2 || word.length > 4 || NOT_NAMES.has(word)) return false;
  const surname = surnameLength(word);
  if (surname === 0) return false;
  const given = word.slice(surname);
  if (given.length < 1 || given.length > 2) return false;
  if ([...given].every((syllable) => GIVEN.has(syllable))) return !NOT_NAMES.has(given) || given.length === 2;
  return certainty === 'loose' && word.length === 3 && isLooseName(word);
}

function isLooseName(word: string): boolean {
  return COMMON_SURNAMES.has(word.charAt(0)) && !ROLE_ENDING.test(word);
}

function surnameLength(word: string): number {
  if (word.length >= 3 && DOUBLE_SURNAMES.has(word.slice(0, 2))) return 2;
  return SURNAMES.has(word.charAt(0)) ? 1 : 0;
}
