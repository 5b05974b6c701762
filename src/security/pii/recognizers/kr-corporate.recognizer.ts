import { passesBrnChecksum, passesCrnChecksum } from '../text/checksums.js';
import { contextBefore } from '../text/context.js';
import { candidate, type Candidate, type NumberRecognizer } from './recognizer.js';

const BUSINESS_HINTS = {
  for: /사업자|사업장|business (?:registration|number|no)|brn|company registration/gi,
};
const CORPORATE_HINTS = { for: /법인|corporate|corporation|crn/gi };

/** Business registration number, 3-2-5 digits. */
export const krBusinessRecognizer: NumberRecognizer = {
  name: 'kr-business',
  trigger: 'number',
  recognize(run): Candidate | undefined {
    const grouped = run.fit(3, 2, 5);
    const end = grouped || run.fit(10);
    if (end === 0) return undefined;
    const checked = passesBrnChecksum(run.digits(end));
    const context = contextBefore(run.text, run.start, BUSINESS_HINTS);
    const score = grouped ? scoreGrouped(checked, context) : checked && context > 0 ? 0.85 : 0.2;
    return candidate('KR_BRN', run.start, end, score);
  },
};

function scoreGrouped(checked: boolean, context: number): number {
  if (context > 0) return checked ? 0.95 : 0.6;
  if (context < 0) return 0.3;
  return checked ? 0.75 : 0.3;
}

/** Corporate registration number, 6-7 digits: shaped like a resident's, so it needs the word beside it. */
export const krCorporateRecognizer: NumberRecognizer = {
  name: 'kr-corporate',
  trigger: 'number',
  recognize(run): Candidate | undefined {
    const end = run.fit(6, 7) || run.fit(13);
    if (end === 0 || contextBefore(run.text, run.start, CORPORATE_HINTS) <= 0) return undefined;
    return candidate('KR_CRN', run.start, end, passesCrnChecksum(run.digits(end)) ? 0.95 : 0.75);
  },
};
