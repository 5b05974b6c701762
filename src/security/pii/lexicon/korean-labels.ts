import { isHangul } from '../text/character-class.js';
import { WordTree } from '../text/word-tree.js';
import { wordList } from './korean-word-list.js';

/** Labels of people only: what stands in their field is a name, whatever it looks like. */
const STRONG_LABELS = wordList(`
  성명 성함 고객명 고객_이름 고객_성명 고객님_성함 회원명 회원_이름 환자명 환자_이름 환자_성명 담당자명 담당자_이름 실명 본명 성명한글
  한글_이름 한글_성명 한글명 영문_이름 영문명 영문_성명 개명_전_이름 비상_연락처_이름 기사_성함 기사명 강사명 교사명 의사명 사원명 직원명 학생명
  예금주 예금주명 입금자 입금자명 입금인 송금인 송금자 수취인 수취인명 수취자 수령인 수령자 수하인 받는_사람 받는_분 받는_이 받으실_분 받으시는_분
  보내는_사람 보내는_분 보내는_이 보낸_사람 보내실_분 보내시는_분 발신인 발신자 발송인 수신인 수신자 전송자
  신청인 신청자 신청자명 신고자 신고인 청구인 피청구인 민원인 문의자 의뢰인 의뢰자 요청자 요청인 접수자 접수인 제출자 제출인 제안자 제보자 제출인
  계약자 계약자명 보험계약자 피보험자 수익자 가입자명 명의자 명의인 임차인 임대인 전대인 전차인 매도인 매수인 양도인 양수인 채무자 채권자 보증인 연대보증인 상속인 피상속인
  사용인 근로자 근로자명 고용주 사업주 사업자명 도급인 수급인 위임인 위임자 수임인 수임자 대리인 법정대리인 위탁자 수탁자 후견인 유족 세대주 세대원 호주 부양자 피부양자
  보호자 보호자명 친권자 배우자 부양가족 동거인 동거가족 가족_성명 학부모 학부모명 자녀명 원아명 아동명 반려인
  예약자 예약자명 주문자 주문자명 구매자 구매자명 판매자명 결제자 결제자명 이용자명 대여자 대여인 대출자 차용인 차용자 대여자명 렌트인 인수인 인수자 인계자 인계인 인수인계자 인도자
  대표자 대표자명 대표이사명 작성자 작성인 승인자 결재자 검토자 기안자 확인자 검수자 검사자 조사자 조사원 점검자 측정자 발급자 발행인 처리자 등록자 수정자 관리인 배정자 배포자 실무자 책임자 연구책임자 인솔자
  소유자 소유주 차주 차량_소유자 운전자 동승자 동승운전자 탑승자 탑승객 승객명 투숙객 투숙자 방문자 방문자명 방문인 출입자 참가자명 참석자명 참여자명 초대자 추천인 추천자 피추천인
  지원자 지원자명 응시자 응시자명 수험자 수험생 합격자 수료자 면접자 면접관 낙찰자 당첨자 수상자 기부자 후원자 기여자 공헌자 봉사자 헌혈자
  피해자 가해자 피의자 피고인 고소인 피고소인 진정인 피진정인 고발인 피고발인 참고인 항소인 피항소인 상고인 피상고인 목격자 진술인 진술자 증인 피고 원고 변호인 선임인 신청대리인
  주치의 담당의 담당의사 집도의 진료의 진료의뢰 판독의 처방의 처방의사 당직의 당직자 근무자 간병인 의료인_성명 피검자 수검자 접종자 기증자 망자 피보호자
  서명자 서명인 날인자 입회인 입회자 소장자 감수자 저작자 저작권자 발명자 출원인 편집인 글쓴이명 상담사명 상담원명 설계사명 매니저명 배송기사명
  조치자 집행자 결정자 감독자 지시자 관리책임자 안전관리자 시공자 설계자 운반자 접속자 변경자 통보자 수리자 정비자 투약자 채혈자 판독자 시술자 처방자 관찰자 수강자 수강생 이수자 출장자 파견자 전입자
  전출자 퇴직자 입사자 입찰자 응찰자 청약자 위반자 체납자 납부자 납세자 미납자 연체자 개설자 생성자 삭제자 게시자 등록인 운용자 담당기사 수리기사 방문기사 설치기사 시술의 마취의 인솔교사 응대자
  여권_성명 승인권자 전결권자 통화자 발화자 수행자 수행인 숙박자 거래자 상담자 내담자
`);
/** Labels of people and of things or groups alike: the value has to read as a name. */
const WEAK_LABELS = wordList(`
  이름 고객_정보 고객 회원_정보 회원 담당자 담당 환자_정보 환자 신청인_정보 참석자 참석 참여자 참가자 명단 팀원 조원 위원 학생 직원 사원 교수 강사 발표자 진행자 사회자 저자 글쓴이
  필자 역자 기자 대표 대표이사 수신 발신 참조 보고자 작성 결재 승인 검토 기안 접수 처리 본인 가입자 고객_성함 인사 의사 간호사 변호사 감독 배우 가수 선수 주연 출연 작가 이사 감사
  부장 과장 팀장 실장 본부장 센터장 연락_담당 면담자 상담사 상담원 트레이너 매니저 기사님 기사 신랑 신부 고인 상주 후보 총무 회장 의장 비서
  닉네임 영어_이름 예명 필명 세례명 활동명
  팀 본부 지점 영업부 총무부 인사부 개발부 기획부 관리부 부서_담당 팀_담당
`);
/** Labels with a colon or in a table only: elsewhere these words say what is done, or who does something. */
const FIELD_LABELS = wordList(`
  이용자 사용자 판매자 관리자 편집자 편집 취재 촬영 사진 글 그림 번역 감수 삽화 각본 연출 지휘 반주 작곡 작사 노래 낭독 사회 발표 진행 기록 서기 정리 제작 기획 배정 검증 제보 문의 연락 요청 신청 확인 결제 방문 서명 인도
  관리 운영 조치 응대 감리 시공 집도 판독 통역 인솔 심사 면접 개설
  점장 원장 소장 사장 부사장 상무 전무 이사장 교장 교감 담임 조교 반장 조장 대장 총장 학장 시장 군수 이장 지점장 부팀장 파트장 그룹장 리더 알바생 알바 인턴 신입 사수 후임 전임 선임 코디 배송기사 택배기사
  미용사 설계사 중개사 법무사 세무사 회계사 노무사 약사 영양사 셰프 디자이너 개발자 엔지니어 시인 소설가 화가 가이드 코치 목사 스님 신도 교사 연구원 조사관 수사관 형사 경찰관 순경 검사 판사 재판장
`);
/** Of the weaker labels those that name somebody where they have a field of their own. */
const AGENTS = wordList(`
  담당자 담당 환자 대표 대표이사 발표자 참석자 참여자 참가자 진행자 사회자 강사 저자 글쓴이 필자 역자 감독 배우 작가 상담사 상담원 트레이너 매니저 기사님 배송기사 택배기사 신랑 신부 고인 상주 총무 회장 의장 비서 면담자 보고자
  팀장 실장 과장 부장 본부장 센터장 지점장 점장 원장 소장 사장 부사장 상무 전무 이사장 교장 교감 담임 조교 반장 조장 이용자 판매자 관리자 편집자 알바생 인턴 사수 디자이너 개발자 간호사 변호사 의사 교사 설계사 중개사 셰프 형사 검사 판사 연구원
  남편 아내 아들 딸 아버지 어머니 부친 모친 자녀 배우 부 모 자 녀 소유 보유자 수신처 작성 촬영 취재 번역 감수 연출 서명 검증 제보 성_이름 성
`);
/** Whose name it is: kin and those who stand close to somebody. */
const KIN = wordList(`
  친구 동료 남편 아내 아들 딸 아버지 어머니 부친 모친 자녀 형 누나 언니 오빠 동생 손자 손녀 며느리 사위 할머니 할아버지 외할머니 외할아버지 시어머니 시아버지 장모 장모님 장인 장인어른 처남 처제 처형
  매형 매제 매부 형부 제부 올케 시누이 동서 조카 조카딸 사촌 사촌형 사촌동생 삼촌 외삼촌 이모 고모 숙부 숙모 손주 장남 차남 삼남 장녀 차녀 삼녀 외동딸 외아들 막내 막내딸 막내아들 큰아들 작은아들 큰딸 작은딸
  쌍둥이 약혼자 약혼녀 여자친구 남자친구 여친 남친 애인 전남편 전처 룸메이트 짝꿍 여동생 남동생 친언니 친오빠 친형 친누나 친동생 절친 단짝 제자 스승 은사 동창 동기 이웃 아이 아기 우리아들 우리딸
`);

/** Of either kind: most words are of neither, and one walk says so. */
export const labels = new WordTree(
  [...STRONG_LABELS, ...WEAK_LABELS, ...FIELD_LABELS, ...AGENTS, ...KIN],
  -1,
);
export const strongLabels = new WordTree(STRONG_LABELS, -1);
export const agentLabels = new WordTree(AGENTS, -1);
export const kinLabels = new WordTree(KIN, -1);
/** Those that count without a colon as well. */
export const proseLabels = new WordTree([...STRONG_LABELS, ...WEAK_LABELS], -1);

const PAIRS = 0x4000;
/** A small number for two syllables. */
const pairOf = (last: number, previous: number) => (last * 31 + previous) & (PAIRS - 1);
/** By the last two syllables of labels in prose, of those of one syllable and behind a space the last one alone. */
const proseEnds = new Uint8Array(PAIRS);
for (const label of [...STRONG_LABELS, ...WEAK_LABELS, ...KIN]) {
  const syllables = label.replaceAll(' ', '');
  const last = label.charCodeAt(label.length - 1);
  if (syllables.length > 1) proseEnds[pairOf(last, syllables.charCodeAt(syllables.length - 2))] = 1;
  if (syllables.length === 1 || label.at(-2) === ' ') proseEnds[pairOf(last, 0)] = 1;
}
/** 팀 is a label at the end of a word as well. */
const TEAM = 0xd300;

/** Whether a label in prose may end with two characters: most words do not, and a look says so. */
export function endsProseLabel(last: number, previous: number): boolean {
  return last === TEAM || proseEnds[pairOf(last, isHangul(previous) ? previous : 0)] === 1;
}

/** What the labels of fields for names end with. */
export const NAME_FIELD_ENDS: string = [...STRONG_LABELS, ...AGENTS].map((label) => label.slice(-1)).join('');

/** Words that are themselves a label: 승인자 names nobody. */
export const LABEL_WORDS: readonly string[] = [
  ...STRONG_LABELS,
  ...WEAK_LABELS,
  ...FIELD_LABELS,
  ...KIN,
].filter((word) => word.length > 1);

/** Property and column names in Latin letters, in lower case without separators. */
export const LATIN_STRONG_LABELS: ReadonlySet<string> = new Set(
  wordList(`
    customername clientname patientname employeename contactname membername applicantname studentname guestname accountholder cardholder recipientname sendername ownername guardianname
    fullname korname koreanname namekr nameko namekor realname holdername buyername ordername receivername accountname depositor depositorname holder recipient sender
    applicant customer patient cust custname empname memname insured insuredname payee payeename payer payername assignee reporter reviewer approver author authorname manager managername
    driver ceo representative receiver drivername ceoname repname staffname agentname doctorname parentname childname tenantname landlordname passengername visitorname bookername
    custnm customernm usernm empnm membernm memnm mbrnm patientnm patnm rcvrnm rcvnm receivernm sendernm sndrnm ownernm repnm ceonm holdernm buyernm contactnm managernm drivernm payernm aplnm studentnm
    acctnm dpstrnm ordnm ordernm clientnm guardiannm doctornm mgrnm chargernm picname picnm shiptoname billtoname legalname
    lastname firstname familyname surname givenname middlename lastnm firstnm fname lname
  `),
);
export const LATIN_WEAK_LABELS: ReadonlySet<string> = new Set(
  wordList(
    `name username user nm usernm usrnm usrname owner contact member employee student person guest by from to displayname nickname title writer createdby updatedby
     assignedto requestedby approvedby reviewedby signedby tenant passenger visitor attendee participant agent doctor teacher parent child pic charger staff who speaker value`,
  ),
);
