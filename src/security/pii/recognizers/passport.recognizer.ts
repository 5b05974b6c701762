import { max } from '../text/math.js';
import { candidate, type NumberRecognizer } from './recognizer.js';

const CONTEXT = [
  ...['여권', 'passport', 'travel document', 'パスポート', '旅券', '护照', '護照'],
  ...[
    'passeport',
    'pasaporte',
    'passaporto',
    'paspoort',
    'reisepass',
    'pass nr',
    'pp no',
    'ppt no',
    'pass no',
    'p/p',
  ],
];
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

const DOCUMENT_WORDS = [
  'document no',
  'document number',
  'document',
  'doc no',
  'doc number',
  'doc id',
  'travel doc',
  'pp no',
  'ppt no',
];
/** With three digits at least. */
const NUMBER = /^(?=(?:[A-Z]*\d){3})[A-Z0-9]+$/;
/** What a passport tells beside its number. */
const HOLDER = /passport|surname|forename|given.?name|birth|\bdob\b|national|citizen|\bsex\b/i;
const HOLDER_WINDOW = 120;

/** `surname=…; dob=…; doc_no=…`: the number of a travel document among what else it tells of its holder. */
export const travelDocumentRecognizer: NumberRecognizer = {
  name: 'travel-document',
  trigger: 'number',
  shapes: ['LDDDDDDD', 'LDDDDDDDD', 'LLDDDDDD', 'LLDDDDDDD', 'LLLDDDDDD'],
  context: DOCUMENT_WORDS,
  onlyNamed: 'before',
  recognize(run) {
    const { text, start, end } = run;
    if (!UPPER_CASE.test(run.value)) return undefined;
    return HOLDER.test(text.slice(max(0, start - HOLDER_WINDOW), start))
      ? candidate('PASSPORT', start, end, 0.75)
      : undefined;
  },
};

/** ICAO Doc 9303 leaves nine characters; most states use up to two letters and six to nine digits. Only beside the word. */
export const passportRecognizer: NumberRecognizer = {
  name: 'passport',
  trigger: 'number',
  shapes: [
    ...[
      '6~9',
      'LDDDDDD',
      'LDDDDDDD',
      'LDDDDDDDD',
      'LLDDDDDD',
      'LLDDDDDDD',
      'LLLDDDDDD',
      'DDLLDDDDD',
      'LDDDDDDLL',
      '2_7',
    ],
    // Germany and the Netherlands: digits and consonants in any order.
    ...['L????????'],
  ],
  context: CONTEXT,
  onlyNamed: 'before',
  recognize: (run) => (NUMBER.test(run.value) ? candidate('PASSPORT', run.start, run.end, 0.8) : undefined),
};
