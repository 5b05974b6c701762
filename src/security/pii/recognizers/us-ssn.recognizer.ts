import { contextBefore } from '../text/context.js';
import { candidate, type Candidate, type NumberRecognizer } from './recognizer.js';

const HINTS = { for: /ssn|social security|사회보장/gi };

/** US social security number: areas 000, 666 and 900-999, group 00 and serial 0000 were never issued. */
export const usSsnRecognizer: NumberRecognizer = {
  name: 'us-ssn',
  trigger: 'number',
  recognize(run): Candidate | undefined {
    const grouped = run.fit(3, 2, 4);
    const end = grouped || run.fit(9);
    if (end === 0 || !isIssuable(run.digits(end))) return undefined;
    const context = contextBefore(run.text, run.start, HINTS);
    const score = grouped ? 0.7 + context * (context < 0 ? 0.35 : 0.25) : context > 0 ? 0.8 : 0.2;
    return candidate('US_SSN', run.start, end, score);
  },
};

function isIssuable(digits: string): boolean {
  const area = digits.slice(0, 3);
  if (area === '000' || area === '666' || area.startsWith('9')) return false;
  return digits.slice(3, 5) !== '00' && digits.slice(5) !== '0000';
}
