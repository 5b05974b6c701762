import { REGION_NAMES } from '../lexicon/korean-regions.js';
import { isDigit } from '../text/character-class.js';
import { candidate, type NumberRecognizer } from './recognizer.js';
import { max } from '../text/math.js';

/** Syllables the registration rules allow on plates: private, taxi and bus, rental, delivery. */
const PLATE =
  /\d{2,3} ?[가나다라마거너더러머버서어저고노도로모보소오조구누두루무부수우주아바사자하허호배] ?\d{4}(?![\d-])/y;
const SPACE = 0x20;
const REGION = new RegExp(`(?:${REGION_NAMES}) ?$`);

/** Vehicle registration plate: `12가 3456`, `123가4567`, `서울 12가 3456`. */
export const krVehicleRecognizer: NumberRecognizer = {
  name: 'kr-vehicle',
  trigger: 'number',
  shapes: ['2~3'],
  after: ['SPACE', 'HANGUL'],
  ahead: '가',
  recognize({ text, units, start, end }) {
    const syllable = units.charCodeAt(end) === SPACE ? end + 1 : end;
    if (!isDigit(units.charCodeAt(units.charCodeAt(syllable + 1) === SPACE ? syllable + 2 : syllable + 1)))
      return undefined;
    PLATE.lastIndex = start;
    if (!PLATE.test(text)) return undefined;
    const plateEnd = PLATE.lastIndex;
    const region = REGION.exec(text.slice(max(0, start - 4), start));
    return candidate('KR_VEHICLE', start - (region?.[0].length ?? 0), plateEnd, 0.8);
  },
};
