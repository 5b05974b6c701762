import { passesCrnChecksum } from '../text/checksums.js';
import { candidate, type NumberRecognizer } from './recognizer.js';

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
    'corporate',
    'corporation',
    'crn',
  ],
  recognize(run) {
    if (run.context() <= 0) return undefined;
    return candidate('KR_CRN', run.start, run.end, passesCrnChecksum(run.value) ? 0.95 : 0.75);
  },
};
