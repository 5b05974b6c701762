import { candidate, type NumberRecognizer } from './recognizer.js';

/** US social security number: areas 000, 666 and 900-999, group 00 and serial 0000 were never issued. */
export const usSsnRecognizer: NumberRecognizer = {
  name: 'us-ssn',
  trigger: 'number',
  shapes: ['3-2-4', '9'],
  context: [
    'ssn',
    'social security',
    'social sec',
    'soc sec',
    'social no',
    'social number',
    'social is',
    'ss no',
    'ss#',
    'ssn#',
    '사회보장',
  ],
  recognize(run) {
    const context = run.context();
    // Never issued, but made up or mistyped, and called so.
    if (!isIssuable(run.value)) return context > 0 ? candidate('US_SSN', run.start, run.end, 0.8) : undefined;
    const grouped = run.count > 1;
    const score = grouped ? 0.7 + context * (context < 0 ? 0.35 : 0.25) : context > 0 ? 0.8 : 0.2;
    return candidate('US_SSN', run.start, run.end, score);
  },
};

function isIssuable(digits: string): boolean {
  const area = digits.slice(0, 3);
  if (area === '000' || area === '666' || area.startsWith('9')) return false;
  return digits.slice(3, 5) !== '00' && digits.slice(5) !== '0000';
}
