import { isAsciiAlphanumeric, isAsciiLetter } from '../text/character-class.js';
import { contextBefore } from '../text/context.js';
import { candidate, type Candidate, type NumberRecognizer } from './recognizer.js';

const HINTS = { for: /여권|passport|travel document/gi };
/** Since December 2021: letter, three digits, letter, four digits. */
const KOREAN_2021 = /[MSRODG]\d{3}[A-Z]\d{4}(?![A-Za-z0-9])/y;
const KOREAN = /[MSRODG]\d{8}(?![A-Za-z0-9])/y;
/** ICAO Doc 9303 leaves nine characters; most states use up to two letters and six to nine digits. */
const GENERIC = /[A-Z]{0,2}\d{6,9}(?![A-Za-z0-9])/y;

/** Korean passports by shape, those of other states only beside the word. */
export const passportRecognizer: NumberRecognizer = {
  name: 'passport',
  trigger: 'number',
  recognize(run): Candidate | undefined {
    const { text } = run;
    if (run.lengths[0]! > 9) return undefined;
    const start = prefixStart(text, run.start);
    if (isAsciiAlphanumeric(text.charCodeAt(start - 1))) return undefined;
    const end = matchEnd(KOREAN_2021, text, start);
    const context = contextBefore(text, start, HINTS);
    if (end) return candidate('PASSPORT', start, end, context < 0 ? 0.35 : 0.65 + context * 0.3);
    return recognizeByContext(text, start, context);
  },
};

function recognizeByContext(text: string, start: number, context: number): Candidate | undefined {
  const korean = matchEnd(KOREAN, text, start);
  const end = korean || (context > 0 ? matchEnd(GENERIC, text, start) : 0);
  if (end === 0) return undefined;
  return candidate('PASSPORT', start, end, (korean ? 0.5 : 0.4) + context * 0.4);
}

function prefixStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < 2 && isAsciiLetter(text.charCodeAt(start - 1))) start--;
  return start;
}

function matchEnd(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : 0;
}
