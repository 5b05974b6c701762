import { passesCrnChecksum } from '../text/checksums.js';
import type { TokenRun } from '../text/token-run.js';
import { max } from '../text/math.js';
import { candidate, type Candidate, type NumberRecognizer } from './recognizer.js';

const REGISTERED = /등록 ?번호 ?[:：]? ?$/;
const LABEL_WINDOW = 9;
const COMPANY =
  /(?:주식회사|유한회사|합자회사|합명회사|재단법인|사단법인|법인|\(주\)|\(유\)|㈜)(?![^\n]{0,30}(?:대표|이사|주민))[^\n]{0,30}$/;
const WINDOW = 44;
const SEVENTH = 6;

/** Corporate registration number, 6-7 digits: shaped like a resident's, so it needs the word beside it. */
export const krCorporateRecognizer: NumberRecognizer = {
  name: 'kr-corporate',
  trigger: 'number',
  shapes: ['6-7', '13'],
  context: [
    '법인 등록',
    '법인번호',
    '법인 번호',
    '등기번호',
    'corp no',
    'corp number',
    'corp reg',
    'corp. reg',
    'corporate reg',
    'incorporation no',
    'incorporation number',
    'corporate',
    'corporation',
    'crn',
  ],
  recognize(run) {
    if (!run.isNamed()) return recognizeOfCompany(run);
    return candidate('KR_CRN', run.start, run.end, passesCrnChecksum(run.value) ? 0.95 : 0.75);
  },
};

/** 주식회사 한빛(등록번호 110111-1234567): the number of a company that stands directly before it, not of its head. */
function recognizeOfCompany(run: TokenRun): Candidate | undefined {
  if (run.count < 2) return undefined;
  // Where residents have a century, companies mostly have a zero: the number itself tells enough beside the name.
  const isTelling = run.value.charAt(SEVENTH) === '0' && passesCrnChecksum(run.value);
  if (!isTelling && !REGISTERED.test(run.text.slice(max(0, run.start - LABEL_WINDOW), run.start)))
    return undefined;
  const company = COMPANY.exec(run.text.slice(max(0, run.start - WINDOW), run.start));
  return company ? candidate('KR_CRN', run.start, run.end, 0.995) : undefined;
}
