import { candidate, type Candidate, type NumberRecognizer } from './recognizer.js';

/** Syllables the registration rules allow on plates: private, taxi and bus, rental, delivery. */
const PLATE =
  /\d{2,3}[가나다라마거너더러머버서어저고노도로모보소오조구누두루무부수우주아바사자하허호배] ?\d{4}(?![\d-])/y;
const REGION = /(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주) ?$/;

/** Vehicle registration plate: `12가 3456`, `123가4567`, `서울 12가 3456`. */
export const krVehicleRecognizer: NumberRecognizer = {
  name: 'kr-vehicle',
  trigger: 'number',
  recognize(run): Candidate | undefined {
    const length = run.lengths[0]!;
    if (run.count !== 1 || length < 2 || length > 3 || !run.startsClean) return undefined;
    PLATE.lastIndex = run.start;
    if (!PLATE.test(run.text)) return undefined;
    const end = PLATE.lastIndex;
    const region = REGION.exec(run.text.slice(Math.max(0, run.start - 4), run.start));
    return candidate('KR_VEHICLE', run.start - (region?.[0].length ?? 0), end, 0.8);
  },
};
