import { isDistrict, isRegion } from '../lexicon/korean-regions.js';
import type { CodeUnits } from '../text/code-units.js';
import { isDigit, isHangul } from '../text/character-class.js';
import { candidate, type Candidate, type NumberRecognizer } from './recognizer.js';
import { addressDetailEnd } from './kr-address-detail.js';
import { max, min } from '../text/math.js';

/** A road or a lot area before the number. */
const ROAD_OR_LOT = new Set(Array.from('로길동리가읍면산', (syllable) => syllable.charCodeAt(0)));
const LOT_AREA = /(?:동|리|가|읍|면)$/;
const LABEL =
  /(?:주소|주소지|거주지|거주|배송지|소재지|본사|자택|집|본적|근무지|회사|위치|address|addr)[^가-힣A-Za-z0-9]{0,5}(?:는|은)? ?$/i;
const LABEL_WINDOW = 16;
/** Number of the building or lot. */
const NUMBER = /\d{1,4}(?:번?길 ?\d{1,4})?(?:-\d{1,4})?(?:번지)?(?![\d시분초년월일원개%만천명회차호권])/y;
/** A flat, where the building has no number: 두산위브 101동 1203호. */
const FLAT = /\d{1,4}동 ?\d{1,4}호|\d{1,4}호(?![가-힣])/y;
/** A postcode before the region. */
const POSTCODE = /(?<![\d-])(?:\(?(?:우편번호:? ?|우\)? ?)?\d{5}\)?,? )$/;
const POSTCODE_WINDOW = 14;
/** 으로 and 대로 alone end an adverb. */
const WITHOUT_REGION =
  /^[가-힣]{1,8}(?:[가-힣](?<!으)로|대로|\d{1,4}번?길|[가-힣]길|[가-힣]동) ?\d{1,4}(?:-\d{1,4})?,? .{0,40}(?:\d층|\d호실?)$/;
const MAX_PARTS = 5;
const MAX_PART_LENGTH = 12;
const MAX_BUILDING_WORDS = 3;
const SPACE = 0x20;
/** 동 and 호. */
const DONG = 0xb3d9;
const HO = 0xd638;

/** Road-name (도로명) and lot (지번) addresses, found at the building, lot or flat number. */
export const krAddressRecognizer: NumberRecognizer = {
  name: 'kr-address',
  trigger: 'number',
  shapes: ['1~4', '1~4-1~4'],
  before: ['SPACE', 'HANGUL'],
  behind: '가0',
  recognize({ units: text, start }) {
    const before = text.charCodeAt(start - 1);
    const areaEnd = before === SPACE ? start - 1 : start;
    const areaStart = partStart(text, areaEnd);
    if (!ROAD_OR_LOT.has(text.charCodeAt(areaEnd - 1))) return recognizeFlat(text, start, areaStart);
    const end = matchEnd(NUMBER, text.string, start);
    return end === 0 ? undefined : recognizeFrom(text, areaStart, addressDetailEnd(text.string, end));
  },
};

function recognizeFrom(text: CodeUnits, areaStart: number, end: number): Candidate | undefined {
  const { from, districts } = regionStart(text, areaStart);
  const labelled = LABEL.test(text.slice(max(0, from - LABEL_WINDOW), from));
  if (districts === 0 && !labelled) return recognizeWithoutRegion(text, areaStart, end);
  const score = min(0.95, 0.6 + 0.15 * districts + (labelled ? 0.1 : 0));
  return candidate('ADDRESS', districts > 1 ? postcodeStart(text, from) : from, end, score);
}

/** 성수이로 118, 한빛타워 903호: no region, but a road or a neighbourhood, its number and a floor or flat. */
function recognizeWithoutRegion(text: CodeUnits, areaStart: number, end: number): Candidate | undefined {
  return WITHOUT_REGION.test(text.slice(areaStart, end))
    ? candidate('ADDRESS', areaStart, end, 0.6)
    : undefined;
}

/** 부산 해운대구 우동 두산위브 101동 1203호: over the building's name to a neighbourhood. */
function recognizeFlat(text: CodeUnits, start: number, wordStart: number): Candidate | undefined {
  const end = mayBeFlat(text, start) ? matchEnd(FLAT, text.string, start) : 0;
  if (end === 0) return undefined;
  let at = wordStart;
  for (let words = 0; words < MAX_BUILDING_WORDS && text.charCodeAt(at - 1) === SPACE; words++) {
    const previous = partStart(text, at - 1);
    if (LOT_AREA.test(text.slice(previous, at - 1))) {
      const { districts } = regionStart(text, previous);
      return districts > 0 ? recognizeFrom(text, previous, addressDetailEnd(text.string, start)) : undefined;
    }
    at = previous;
  }
  return undefined;
}

/** Whether 동 or 호 stands behind the digits. */
function mayBeFlat(text: CodeUnits, start: number): boolean {
  let end = start + 1;
  while (isDigit(text.charCodeAt(end))) end++;
  const code = text.charCodeAt(end);
  return code === DONG || code === HO;
}

/** Walks back over 시도, 시군구 and 읍면동 as long as each word is one. */
function regionStart(text: CodeUnits, areaStart: number): { from: number; districts: number } {
  let from = areaStart;
  let districts = 0;
  for (let parts = 0; parts < MAX_PARTS && text.charCodeAt(from - 1) === SPACE; parts++) {
    const start = partStart(text, from - 1);
    if (!isRegion(text, start, from - 1) && !isDistrict(text, start, from - 1)) break;
    from = start;
    districts++;
  }
  return { from, districts };
}

function postcodeStart(text: CodeUnits, from: number): number {
  const window = text.slice(max(0, from - POSTCODE_WINDOW), from);
  return from - (POSTCODE.exec(window)?.[0].length ?? 0);
}

/** Start of the word of Hangul and digits that ends at `end`. */
function partStart(text: CodeUnits, end: number): number {
  let start = end;
  while (start > 0 && end - start < MAX_PART_LENGTH && isPartCharacter(text.charCodeAt(start - 1))) start--;
  return start;
}

function isPartCharacter(code: number): boolean {
  return isHangul(code) || isDigit(code);
}

function matchEnd(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : 0;
}
