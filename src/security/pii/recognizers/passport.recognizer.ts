import { candidate, type NumberRecognizer } from './recognizer.js';

const CONTEXT = ['여권', 'passport', 'travel document', 'パスポート', '旅券', '护照', '護照'];
/** Korea since December 2021: letter, three digits, letter, four digits. */
const KOREAN_2021 = /^[MSRODG]\d{3}[A-Z]\d{4}$/;
const KOREAN = /^[MSRODG]\d{8}$/;
const UPPER_CASE = /^[A-Z0-9]+$/;

/** Korean passports by shape, more surely beside the word. */
export const krPassportRecognizer: NumberRecognizer = {
  name: 'kr-passport',
  trigger: 'number',
  shapes: ['LDDDLDDDD', 'LDDDDDDDD'],
  first: 'MSRODG',
  context: CONTEXT,
  recognize(run) {
    const context = run.context();
    if (KOREAN_2021.test(run.value))
      return candidate('PASSPORT', run.start, run.end, context < 0 ? 0.35 : 0.65 + context * 0.3);
    return KOREAN.test(run.value)
      ? candidate('PASSPORT', run.start, run.end, 0.5 + context * 0.4)
      : undefined;
  },
};

/** ICAO Doc 9303 leaves nine characters; most states use up to two letters and six to nine digits. Only beside the word. */
export const passportRecognizer: NumberRecognizer = {
  name: 'passport',
  trigger: 'number',
  shapes: ['6~9', 'LDDDDDD', 'LDDDDDDD', 'LDDDDDDDD', 'LLDDDDDD', 'LLDDDDDDD'],
  context: CONTEXT,
  onlyNamed: true,
  recognize(run) {
    if (run.context() <= 0 || !UPPER_CASE.test(run.value)) return undefined;
    return candidate('PASSPORT', run.start, run.end, 0.8);
  },
};
