import { contextBefore, standsBefore } from '../text/context.js';
import { candidate, type Candidate, type NumberRecognizer } from './recognizer.js';

const HINTS = { for: /면허|driver|licen[cs]e|driving/gi };
const REGION_WORDS =
  /(?:서울|부산|경기|강원|충북|충남|전북|전남|경북|경남|제주|대구|인천|광주|대전|울산)\s?$/g;

/** Driver licence: region 11-26 or 28, two digits of the year, six digits, two check digits. */
export const krDriverLicenseRecognizer: NumberRecognizer = {
  name: 'kr-driver-license',
  trigger: 'number',
  recognize(run): Candidate | undefined {
    return recognizeCurrent(run) ?? recognizeOld(run);
  },
};

function recognizeCurrent(run: Parameters<NumberRecognizer['recognize']>[0]): Candidate | undefined {
  const grouped = run.fit(2, 2, 6, 2);
  const end = grouped || run.fit(12);
  if (end === 0 || !isRegion(Number(run.text.slice(run.start, run.start + 2)))) return undefined;
  const context = contextBefore(run.text, run.start, HINTS);
  const score = grouped ? 0.8 + context * 0.15 : context > 0 ? 0.75 : 0.2;
  return candidate('KR_DRIVER_LICENSE', run.start, end, score);
}

/** The form used before the region codes: the region in letters, then 2-6-2 digits. */
function recognizeOld(run: Parameters<NumberRecognizer['recognize']>[0]): Candidate | undefined {
  const end = run.fit(2, 6, 2);
  if (end === 0) return undefined;
  const named = standsBefore(run.text, run.start, REGION_WORDS, 4);
  const context = contextBefore(run.text, run.start, HINTS);
  return named || context > 0
    ? candidate('KR_DRIVER_LICENSE', run.start, end, context > 0 ? 0.9 : 0.7)
    : undefined;
}

function isRegion(code: number): boolean {
  return (code >= 11 && code <= 26) || code === 28;
}
