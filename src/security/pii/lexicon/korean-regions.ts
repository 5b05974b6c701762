import type { CodeUnits } from '../text/code-units.js';
import { WordTree } from '../text/word-tree.js';

const PROVINCES =
  '서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주|충청북|충청남|전라북|전라남|경상북|경상남';
/** Larger cities, which people write without 시. */
const CITIES =
  '수원|성남|용인|고양|안양|안산|부천|화성|평택|의정부|남양주|시흥|파주|김포|광명|군포|하남|오산|이천|구리|천안|청주|충주|아산|전주|군산|익산|목포|여수|순천|포항|경주|구미|안동|김천|창원|마산|진해|김해|진주|양산|거제|통영|춘천|원주|강릉|속초|서귀포';
/** All other cities, which hardly anybody writes without it. */
const SMALLER_CITIES =
  '과천|동두천|안성|여주|양주|포천|동해|태백|삼척|제천|공주|보령|서산|논산|계룡|당진|정읍|남원|김제|나주|광양|영주|영천|상주|문경|경산|사천|밀양|제주|세종';

const PROVINCE_KINDS = ['', '특별자치시', '특별자치도', '특별시', '광역시', '시', '도'];
const PROVINCE_NAMES = PROVINCES.split('|').flatMap((name) => PROVINCE_KINDS.map((kind) => name + kind));
const provinces = new WordTree(PROVINCE_NAMES);
const regions = new WordTree([...PROVINCE_NAMES, ...CITIES.split('|')]);
const CITY_NAMES = `${CITIES}|${SMALLER_CITIES}`.split('|').map((name) => `${name}시`);
const cities = new WordTree(CITY_NAMES);
/** The same, before a place. */
const citiesBefore = new WordTree(CITY_NAMES, -1);
/** What stands second in any of them. */
export const REGION_SECOND_SYLLABLES: string = `${PROVINCES}|${CITIES}`
  .split('|')
  .map((name) => name.charAt(1))
  .join('');
/** 가 behind no number is a particle: 주소가. */
const DISTRICT = /^(?:[가-힣]{1,6}(?:\d가)?(?:시|군|구|읍|면|동|리)|[가-힣]{0,6}\d가)$/;
const DISTRICT_KINDS = '시군구읍면동리가';
const CITY_RANK = 4;
export const PROVINCE_RANK = 5;
const RANKS: Readonly<Record<string, number>> = { 면: 2, 읍: 2, 구: 3, 군: 3, 시: CITY_RANK };
/** What ends as places do and stands before an address all the same. */
const NO_PLACES: ReadonlySet<string> = new Set(
  '다시 잠시 역시 혹시 임시 즉시 표시 당시 동시 반드시 몇시 우리 빨리 미리 멀리 널리 자리 거리 다리 관리 처리 정리 수리 무리 머리 요리 분리 소리 대리 운동 활동 자동 이동 행동 공동 아동 그러면 이러면 저러면 하면 가면 오면 보면 되면 아니면 라면 이면 하시면 가시면 오시면 보시면 계시면 주시면 되시면 타시면 친구 누구 가구 도구 연구 요구 입구 출구 창구'.split(
    ' ',
  ),
);
/** Ways that have no name, and adverbs: 도로 12 곳. */
const NO_ROADS: ReadonlySet<string> = new Set(
  '도로 경로 통로 가로 세로 선로 철로 수로 회로 차로 진로 항로 활주로 산책로 진입로 등산로 탐방로 배수로 고속도로 횡단로 우회로 새로 따로 바로 서로 별로 그대로 제대로 절대로'.split(
    ' ',
  ),
);
/** 있으면, 비교하면, 달리면. */
const IF = /[으하되우리라다]면$/;
const MYEON = 0xba74;
const SI = 0xc2dc;
const GUN = 0xad70;
const SPACE = 0x20;

/** Whether the word from `start` to `end` is a province or large city, with or without what kind it is. */
export function isRegion(text: CodeUnits, start: number, end: number): boolean {
  return regions.isWord(text, start, end);
}

/** Whether it is a city, county, district, town or neighbourhood. */
export function isDistrict(text: CodeUnits, start: number, end: number): boolean {
  return DISTRICT_KINDS.includes(text.charAt(end - 1)) && DISTRICT.test(text.slice(start, end));
}

/** How large what a place is called by its last syllable is, from a village to a province; 0 for a word that is none. */
export function rankOf(text: CodeUnits, start: number, end: number): number {
  if (provinces.isWord(text, start, end)) return PROVINCE_RANK;
  if (isRegion(text, start, end)) return CITY_RANK;
  if (!isDistrict(text, start, end)) return 0;
  const word = text.slice(start, end);
  if (NO_PLACES.has(word) || (IF.test(word) && !followsCounty(text, start))) return 0;
  return RANKS[text.charAt(end - 1)] ?? 1;
}

/** Whether a word before a number is neither a road nor an area, whatever it ends with: 활동 12, 도로 12. */
export function isNoRoadOrLot(text: CodeUnits, start: number, end: number): boolean {
  const word = text.slice(start, end);
  return NO_PLACES.has(word) || NO_ROADS.has(word);
}

/** Whether only a larger place before it tells a town or a city from a verb or a thing: 있으면, 택시. */
export function isDoubtfulDistrict(text: CodeUnits, start: number, end: number): boolean {
  const last = text.charCodeAt(end - 1);
  if (last !== MYEON && last !== SI) return false;
  return !cities.isWord(text, start, end) && !provinces.isWord(text, start, end);
}

/** Whether a county or a city that has towns stands directly before: 양평군 강하면. */
function followsCounty(text: CodeUnits, start: number): boolean {
  if (text.charCodeAt(start - 1) !== SPACE) return false;
  return text.charCodeAt(start - 2) === GUN || citiesBefore.longest(text, start - 1) > 0;
}

/** The names of provinces as they stand before plates and old licence numbers. */
export const REGION_NAMES = PROVINCES.split('|')
  .filter((name) => name.length === 2)
  .join('|');
