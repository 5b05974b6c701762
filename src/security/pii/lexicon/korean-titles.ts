import { WordTree } from '../text/word-tree.js';
import { wordList } from './korean-word-list.js';

/** Forms of address that stand at the end of a name or behind it. */
const SUFFIX_TITLES = wordList('님 씨 고객님 회원님 선생님 환자분 고객분 귀하 님들');
/** Ranks and professions; also behind a family name alone: 김 대리. */
const RANKS = wordList(`
  과장 부장 차장 대리 사원 주임 팀장 실장 본부장 센터장 지점장 점장 이사 전무 상무 사장 부사장 회장 부회장 대표 대표이사 교수 부교수 박사 원장 부원장 선생 변호사 검사 판사 의사 간호사 기사 작가 감독 기자 의원 장관
  매니저 책임 수석 선임 연구원 책임연구원 선임연구원 수석연구원 전임연구원 사무관 주무관 서기관 경위 경사 경감 형사 소장 반장 국장 처장 총장 학장 교장 교감 코치 프로 파트장 그룹장 조교 강사
  약사 세무사 회계사 법무사 노무사 수녀 신부 목사 전도사 집사 스님 대위 소위 중위 대령 중령 소령 병장 상병 일병 이병 하사 중사 상사 원사 준위 계장 주사 사범 관장 단장 위원장 위원 팀원
  부팀장 부실장 부소장 부본부장 부국장 셰프 쉐프 피디 앵커 아나운서 디자이너 트레이너 큐레이터 지배인 사무장 사무국장 이사장 학예사 심사역 주방장 컨설턴트 플래너 설계사
`);
/** Behind a family name alone as well, but joined to it only: 진쌤, 김여사. */
const JOINED_ONLY = wordList('쌤 여사 할머니 할아버지 할매 영감 선배 사모 아저씨 아줌마');
const TITLES = [
  ...RANKS,
  ...wordList(`
    고객 회원 환자 학생 선수 배우 가수 대통령 총리 지사 시장 군수 구청장 PD 할머니 할아버지 어르신 아버지 어머니 아버님 어머님 양 군 옹 여사 선배 후배 부부 남매 형제 자매 본인 드림 올림 배상
    경장 순경 총경 경정 연구소장 개발자 엔지니어 상담사 지휘자 피아니스트 쌤 교사 상담원 담임 도지사 부지사 시인 소설가 화가 건축가 평론가 번역가 통역사 중개사 감정평가사 관세사 변리사 행정사 손해사정사 물리치료사 치료사 사회복지사 복지사
    요양보호사 조무사 영양사 조리사 미용사 승무원 부기장 보좌관 비서관 수석비서관 대변인 총영사 영사 회장님 권사 장로 선교사 수간호사 레지던트 인턴 전공의 전문의 대표변호사 부장검사 부장판사 재판장 조사관 수사관
    부총장 부총리 부의장 의장 부위원장 부단장 대대장 중대장 소대장 분대장 이장 면장 간사 총무 조장 부반장 외교관 겸임교수 명예교수 석좌교수 초빙교수 조교수 연구위원 전문위원 선임기자 논설위원 편집장 부장님 소방관 소방사 소방장 경비원
    오빠 언니 누나 삼촌 이모 고모 엄마 아빠 할매 아저씨 아줌마 사모님 사육사 강사님 헤어디자이너 원어민 기획자 팀장대행 지점장대리 대리점주 활동가 운동가 사회자 진행자 교도관 집행관 감사관 검사관 장학사 교육감 유치원생 초등생 중학생 고교생 대학생 대학원생
  `),
];
/** What a given name alone is called by in the family and among friends, joined to it or behind it. */
const FAMILIAR = wordList(
  '오빠 언니 누나 형 형님 삼촌 이모 고모 엄마 아빠 맘 파파 네 네_집 누님 동생 아저씨 아줌마 선배 선배님 후배 쌤 샘 선생님 할머니 할아버지 어린이 친구 아버님 어머님 아버지 어머니 이형 이누나 이언니 이오빠 이엄마 이아빠 이맘 이모님 군 양',
);

/** Of either kind: most words are of neither, and one walk says so. */
export const anyTitles = new WordTree([...SUFFIX_TITLES, ...TITLES]);
export const suffixTitles = new WordTree(SUFFIX_TITLES);
export const ranks = new WordTree(RANKS);
/** What a family name alone is joined to. */
export const JOINED_TITLES: readonly string[] = [...RANKS, ...JOINED_ONLY, '씨'];
export const joinedTitles = new WordTree(JOINED_TITLES);
export const titles = new WordTree(TITLES);
export const familiarTitles = new WordTree(FAMILIAR);

/** Words that are themselves a title: 학예사 names nobody. */
export const TITLE_WORDS: readonly string[] = [...TITLES, ...SUFFIX_TITLES];
