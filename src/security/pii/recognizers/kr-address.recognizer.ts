import { isDoubtfulDistrict, isNoRoadOrLot, PROVINCE_RANK, rankOf } from '../lexicon/korean-regions.js';
import type { CodeUnits } from '../text/code-units.js';
import { isDigit, isHangul } from '../text/character-class.js';
import { candidate, type Candidate, type NumberRecognizer } from './recognizer.js';
import { addressDetailEnd } from './kr-address-detail.js';
import { max, min } from '../text/math.js';

/** A road or a lot area before the number. */
const ROAD_OR_LOT = new Set(Array.from('로길동리가읍면산', (syllable) => syllable.charCodeAt(0)));
const LOT_AREA = /(?:동|리|가|읍|면)$/;
const LABEL =
  /(?:주소|주소지|거주지|거주|배송지|소재지|본사|자택|집|본적|근무지|회사|위치|address|addr)[^가-힣A-Za-z0-9]{0,5}(?:는|은|가|이)? ?$/i;
const LABEL_WINDOW = 16;
/** Number of the building or lot; 퇴계로 4가 is a neighbourhood without one, and 120 명 a count. */
const NUMBER =
  /(?!\d가)\d{1,4}(?:번?길 ?\d{1,4})?(?:-\d{1,4})?(?:번지)?(?![\d시분초년월일원개%만천명회차호권]| ?(?:건|명|가구|곳|개소|세대|마리)(?![가-힣]))/y;
const TOWARDS = /^[가-힣]{0,10}으로[\s\d]/;
/** A flat, where the building has no number: 두산위브 101동 1203호. */
const FLAT = /\d{1,4}동 ?\d{1,4}호|\d{1,4}호(?![가-힣])/y;
/** A postcode before the region. */
const POSTCODE = /(?<![\d-])(?:\(?(?:우편번호:? ?|우\)? ?)?\d{5}\)?,? )$/;
const POSTCODE_WINDOW = 14;
/** 으로 ends an adverb, and 대로 does behind some syllables: 순서대로. */
const WITHOUT_REGION =
  /^[가-힣]{1,8}(?:[가-힣](?<![으대])로|(?<![그이저제멋맘음뜻반서례절])대로|\d{1,4}번?길|[가-힣]길|[가-힣]동) ?\d{1,4}(?:-\d{1,4})?,? .{0,40}(?:\d층|\d호실?)$/;
const MAX_PARTS = 5;
const MAX_PART_LENGTH = 12;
const MAX_BUILDING_WORDS = 3;
/** Of a number that has been broken off from its road. */
const ENDS_LINE = /^(?:\d+-\d+|\d{2,}|\d+번?길 ?\d+)(?:번지)?(?:[\n,(]| ?\(| [가-힣]|, |$)/;
/** Between two words. */
const MOST_SPACES = 2;
const LONGEST_GAP = 8;
const SPACE = 0x20;
const LINE_FEED = 0x0a;
/** 가 of 3가. */
const GA = 0xac00;
/** 동 and 호. */
const DONG = 0xb3d9;
const HO = 0xd638;

/** Road-name (도로명) and lot (지번) addresses, found at the building, lot or flat number. */
export const krAddressRecognizer: NumberRecognizer = {
  name: 'kr-address',
  trigger: 'number',
  shapes: ['1~4', '1~4-1~4'],
  before: ['SPACE', 'HANGUL', 'OTHER'],
  behind: '가0*',
  recognize({ units: text, start }) {
    const areaEnd = gapStart(text, start);
    if (areaEnd < 0) return undefined;
    const areaStart = areaStartOf(text, areaEnd);
    if (!ROAD_OR_LOT.has(text.charCodeAt(areaEnd - 1))) return recognizeFlat(text, start, areaStart);
    const end = matchEnd(NUMBER, text.string, start);
    if (end === 0 || !mayBeOnNextLine(text, areaEnd, start, end)) return undefined;
    if (isNoRoadOrLot(text, areaStart, areaEnd)) return undefined;
    return recognizeFrom(text, areaStart, addressDetailEnd(text.string, end));
  },
};

function recognizeFrom(text: CodeUnits, areaStart: number, end: number): Candidate | undefined {
  if (isTowards(text, areaStart, end)) return undefined;
  const { from, districts } = regionStart(text, areaStart);
  const labelled = isLabelled(text, from);
  if (districts === 0 && !labelled) return recognizeWithoutRegion(text, areaStart, end);
  const score = min(0.95, 0.6 + 0.15 * districts + (labelled ? 0.1 : 0));
  return candidate('ADDRESS', districts > 1 ? postcodeStart(text, from) : from, end, score);
}

function isLabelled(text: CodeUnits, start: number): boolean {
  return LABEL.test(text.slice(max(0, start - LABEL_WINDOW), start));
}

/** 부산 방면으로 3: no road ends so. */
function isTowards(text: CodeUnits, areaStart: number, end: number): boolean {
  return TOWARDS.test(text.slice(areaStart, end));
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
      if (isNoRoadOrLot(text, previous, at - 1)) return undefined;
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

/**
 * Walks back over 읍면동, 시군구 and 시도 as long as each word is one, none of them smaller than the one behind it. One that may
 * be another word as well does not stand first.
 */
function regionStart(text: CodeUnits, areaStart: number): { from: number; districts: number } {
  let from = areaStart;
  let districts = 0;
  let certain = { from, districts };
  let rank = 0;
  for (let parts = 0; parts < MAX_PARTS; parts++) {
    const end = gapStart(text, from);
    if (end < 0 || end === from) break;
    const start = partStart(text, end);
    const next = rankOf(text, start, end);
    // 성수동 2가 and 경기 광주시 are two of one rank.
    if (next === 0 || next < rank || (next === rank && next > 1 && next < PROVINCE_RANK)) break;
    rank = next;
    from = start;
    districts++;
    if (!isDoubtfulDistrict(text, start, end)) certain = { from, districts };
  }
  return isLabelled(text, from) ? { from, districts } : certain;
}

/** Where the word of a road or an area begins; of 을지로 3가 the road. */
function areaStartOf(text: CodeUnits, end: number): number {
  const start = partStart(text, end);
  if (text.charCodeAt(end - 1) !== GA || end - start !== 2) return start;
  const road = gapStart(text, start);
  return road > 0 && ROAD_OR_LOT.has(text.charCodeAt(road - 1)) ? partStart(text, road) : start;
}

/** Where the word before `at` ends: over spaces, and over the end of one line; -1 where there is none. */
function gapStart(text: CodeUnits, at: number): number {
  let end = at;
  let lines = 0;
  for (; end > 0 && at - end <= LONGEST_GAP; end--) {
    const code = text.charCodeAt(end - 1);
    if (code === LINE_FEED) lines++;
    else if (code !== SPACE) break;
  }
  const isGap = lines === 1 || (lines === 0 && at - end <= MOST_SPACES);
  return isGap && isPartCharacter(text.charCodeAt(end - 1)) ? end : -1;
}

/** A number on a line of its own ends it or has a second part, so that it counts no lines: `영산포로⏎ 217-9`. */
function mayBeOnNextLine(text: CodeUnits, areaEnd: number, start: number, end: number): boolean {
  for (let at = areaEnd; at < start; at++)
    if (text.charCodeAt(at) === LINE_FEED) return ENDS_LINE.test(text.slice(start, end + 4));
  return true;
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
