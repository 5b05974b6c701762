import type { CodeUnits } from '../text/code-units.js';
import { WordTree } from '../text/word-tree.js';

const PROVINCES =
  '서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주|충청북|충청남|전라북|전라남|경상북|경상남';
/** Larger cities, which people write without 시. */
const CITIES =
  '수원|성남|용인|고양|안양|안산|부천|화성|평택|의정부|남양주|시흥|파주|김포|광명|군포|하남|오산|이천|구리|천안|청주|충주|아산|전주|군산|익산|목포|여수|순천|포항|경주|구미|안동|김천|창원|마산|진해|김해|진주|양산|거제|통영|춘천|원주|강릉|속초|서귀포';

const PROVINCE_KINDS = ['', '특별자치시', '특별자치도', '특별시', '광역시', '시', '도'];
const regions = new WordTree([
  ...PROVINCES.split('|').flatMap((name) => PROVINCE_KINDS.map((kind) => name + kind)),
  ...CITIES.split('|'),
]);
/** What stands second in any of them. */
export const REGION_SECOND_SYLLABLES: string = `${PROVINCES}|${CITIES}`
  .split('|')
  .map((name) => name.charAt(1))
  .join('');
const DISTRICT = /^[가-힣]{1,6}(?:\d가)?(?:시|군|구|읍|면|동|리|가)$/;
const DISTRICT_KINDS = '시군구읍면동리가';

/** Whether the word from `start` to `end` is a province or large city, with or without what kind it is. */
export function isRegion(text: CodeUnits, start: number, end: number): boolean {
  return regions.isWord(text, start, end);
}

/** Whether it is a city, county, district, town or neighbourhood. */
export function isDistrict(text: CodeUnits, start: number, end: number): boolean {
  return DISTRICT_KINDS.includes(text.charAt(end - 1)) && DISTRICT.test(text.slice(start, end));
}

/** The names of provinces as they stand before plates and old licence numbers. */
export const REGION_NAMES = PROVINCES.split('|')
  .filter((name) => name.length === 2)
  .join('|');
