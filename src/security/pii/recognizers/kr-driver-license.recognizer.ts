import { REGION_NAMES } from '../lexicon/korean-regions.js';
import type { TokenRun } from '../text/token-run.js';
import { candidate, type Candidate, type NumberRecognizer } from './recognizer.js';
import { max } from '../text/math.js';

const REGION_NAME = new RegExp(`(?:${REGION_NAMES})[ -]?$`);
const LONGEST_REGION_NAME = 3;
const OLD_SEGMENTS = 3;

/** Driver licence: region 11-26 or 28, two digits of the year, six digits, two check digits. */
export const krDriverLicenseRecognizer: NumberRecognizer = {
  name: 'kr-driver-license',
  trigger: 'number',
  shapes: ['2-2-6-2', '12', '2-6-2'],
  context: ['면허', 'driver', 'licence', 'license', 'driving'],
  recognize(run) {
    return run.count === OLD_SEGMENTS ? recognizeOld(run) : recognizeCurrent(run);
  },
};

function recognizeCurrent(run: TokenRun): Candidate | undefined {
  if (!isRegion(Number(run.value.slice(0, 2)))) return undefined;
  const context = run.context();
  const score = run.count > 1 ? 0.8 + context * 0.15 : context > 0 ? 0.75 : 0.2;
  return candidate('KR_DRIVER_LICENSE', run.start, run.end, score);
}

/** The form used before the region codes: the region in letters, which belongs to the number, then 2-6-2 digits. */
function recognizeOld(run: TokenRun): Candidate | undefined {
  const region = REGION_NAME.exec(run.text.slice(max(0, run.start - LONGEST_REGION_NAME), run.start));
  const context = run.context();
  if (!region && context <= 0) return undefined;
  const start = run.start - (region?.[0].length ?? 0);
  return candidate('KR_DRIVER_LICENSE', start, run.end, context > 0 ? 0.9 : 0.7);
}

function isRegion(code: number): boolean {
  return (code >= 11 && code <= 26) || code === 28;
}
