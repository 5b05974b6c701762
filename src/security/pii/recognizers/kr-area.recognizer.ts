import { isDistrict, isRegion, REGION_SECOND_SYLLABLES } from '../lexicon/korean-regions.js';
import { hangulRunEnd } from '../text/character-class.js';
import { candidate, type HangulRecognizer } from './recognizer.js';
import { max } from '../text/math.js';

const LABEL =
  /(?:주소|주소지|거주지|배송지|소재지|자택|집주소|본적|근무지|address|addr)[^가-힣A-Za-z0-9]{0,5}(?:는 |은 )?$/i;
const LABEL_WINDOW = 14;
const MAX_WORDS = 4;
const LONGEST_WORD = 9;
const SPACE = 0x20;

/** An address without a number, only where a label says so: 주소: 서울특별시 강남구 역삼동. */
export const krAreaRecognizer: HangulRecognizer = {
  name: 'kr-area',
  trigger: 'hangul',
  // Provinces only: of a city alone little more is known.
  begins: [{ first: '서부대인광울세경강충전제', second: REGION_SECOND_SYLLABLES }],
  recognize(text, start, end) {
    if (!isRegion(text, start, end)) return undefined;
    if (!LABEL.test(text.slice(max(0, start - LABEL_WINDOW), start))) return undefined;
    let last = end;
    for (let words = 0; words < MAX_WORDS && text.charCodeAt(last) === SPACE; words++) {
      const next = hangulRunEnd(text, last + 1, LONGEST_WORD);
      if (!isDistrict(text, last + 1, next)) break;
      last = next;
    }
    return last > end ? candidate('ADDRESS', start, last, 0.6) : undefined;
  },
};
