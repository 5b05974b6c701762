import { PHONE_WORDS } from '../lexicon/phone-words.js';
import { isOfThing } from './numbered-thing.js';
import { max } from '../text/math.js';
import type { TokenRun } from '../text/token-run.js';
import { candidate, type NumberRecognizer } from './recognizer.js';

/** What is rented out for the numbers of companies, of all that begin with 15, 16 and 18. */
const PREFIX = /^1(?:5(?:22|33|44|5[15]|66|77|88|99)|6(?:00|11|13|44|6[01678]|70|88)|8(?:00|11|33|55|77|99))/;
/** `모델 1577-2345 수리`: what has such numbers as well, directly before one. */
const MODEL = /(?:모델|품번|부품|제품|규격|버전|시리얼)(?:명|번호)?[ :]{0,2}$/;
const MODEL_WINDOW = 10;
const LAST_YEAR = 2040;

/** `예약 상담 1588-…`: what one calls a company for says enough of its number, which has neither area nor trunk prefix. */
export const phoneKoreanCompanyRecognizer: NumberRecognizer = {
  name: 'phone-kr-company',
  trigger: 'number',
  shapes: ['4-4'],
  first: '1',
  context: [
    ...PHONE_WORDS,
    ...[
      '상담',
      '예약',
      '접수',
      '신청',
      '안내',
      '신고',
      '제보',
      '센터',
      '서비스',
      '배달',
      '대리운전',
      '긴급출동',
    ],
    ...['고객만족', '콜택시', '민원', '창구', '본사', '수리', 'ars', 'a/s', 'cs'],
  ],
  onlyNamed: true,
  recognize: (run) =>
    run.text.charAt(run.start + 4) === '-' && PREFIX.test(run.value) && !isRange(run) && !isOfOther(run)
      ? candidate('PHONE', run.start, run.end, 0.72)
      : undefined,
};

/** Years and hours from one to another: `1899-1910`, `1600-1800`. */
function isRange(run: TokenRun): boolean {
  const last = run.numberAt(1);
  return last > run.numberAt(0) && last <= LAST_YEAR;
}

function isOfOther(run: TokenRun): boolean {
  return isOfThing(run) || MODEL.test(run.text.slice(max(0, run.start - MODEL_WINDOW), run.start));
}
