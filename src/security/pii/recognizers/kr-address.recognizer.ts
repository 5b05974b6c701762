import { standsBefore } from '../text/context.js';
import { isDigit, isHangul } from '../text/character-class.js';
import { candidate, type Candidate, type NumberRecognizer } from './recognizer.js';

const ADDRESS_WORDS = /주소|거주|배송지|소재지|본사|자택|사는 곳|address/gi;
/** A road or a lot area before the number. */
const ROAD_OR_LOT = /(?:로|길|대로|동|리|가|읍|면)$/;
const REGION =
  /^(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주|충청북|충청남|전라북|전라남|경상북|경상남)(?:특별자치시|특별자치도|특별시|광역시|시|도)?$/;
const DISTRICT = /^[가-힣]{1,6}(?:시|군|구|읍|면|동)$/;
/** Number of the building or lot, then building, block, floor and unit where given. */
const NUMBER = /\d{1,4}(?:번?길 ?\d{1,4})?(?:-\d{1,4})?(?:번지)?(?![\d시분초년월일원개%만천])/y;
const DETAIL =
  /(?:,? [가-힣A-Za-z]{1,12}(?:아파트|빌딩|타워|빌라|오피스텔|센터|맨션|주공|하우스|팰리스|스퀘어))?(?:,? ?\d{1,4}동(?![가-힣]))?(?:,? ?(?:지하 ?|B)?\d{1,3}층)?(?:,? ?\d{1,4}호(?![가-힣]))?(?: ?\([가-힣0-9A-Za-z, ]{1,30}\))?/y;
const MAX_PARTS = 5;
const MAX_PART_LENGTH = 12;

/** Road-name (도로명) and lot (지번) addresses, found at the building or lot number. */
export const krAddressRecognizer: NumberRecognizer = {
  name: 'kr-address',
  trigger: 'number',
  recognize({ text, start, lengths }): Candidate | undefined {
    if (lengths[0]! > 4) return undefined;
    const areaEnd = text[start - 1] === ' ' ? start - 1 : start;
    const areaStart = partStart(text, areaEnd);
    if (areaStart === areaEnd || !ROAD_OR_LOT.test(text.slice(areaStart, areaEnd))) return undefined;
    const end = addressEnd(text, start);
    if (end === 0) return undefined;
    const { from, districts } = regionStart(text, areaStart);
    const named = districts > 0 || standsBefore(text, areaStart, ADDRESS_WORDS, 12);
    return named ? candidate('ADDRESS', from, end, Math.min(0.95, 0.6 + 0.15 * districts)) : undefined;
  },
};

function addressEnd(text: string, start: number): number {
  NUMBER.lastIndex = start;
  if (!NUMBER.test(text)) return 0;
  DETAIL.lastIndex = NUMBER.lastIndex;
  DETAIL.test(text);
  return Math.max(NUMBER.lastIndex, DETAIL.lastIndex);
}

/** Walks back over 시도, 시군구 and 읍면동 as long as each word is one. */
function regionStart(text: string, areaStart: number): { from: number; districts: number } {
  let from = areaStart;
  let districts = 0;
  for (let parts = 0; parts < MAX_PARTS && text[from - 1] === ' '; parts++) {
    const start = partStart(text, from - 1);
    const word = text.slice(start, from - 1);
    if (!REGION.test(word) && !DISTRICT.test(word)) break;
    from = start;
    districts++;
  }
  return { from, districts };
}

/** Start of the word of Hangul and digits that ends at `end`. */
function partStart(text: string, end: number): number {
  let start = end;
  while (start > 0 && end - start < MAX_PART_LENGTH && isPartCharacter(text.charCodeAt(start - 1))) start--;
  return start;
}

function isPartCharacter(code: number): boolean {
  return isHangul(code) || isDigit(code);
}
