import { contextBefore } from '../text/context.js';
import type { NumberRun } from '../text/number-run.js';
import { candidate, type Candidate, type NumberRecognizer } from './recognizer.js';

const BANK_WORDS =
  /계좌|은행|입금|송금|이체|예금|통장|농협|신협|수협|새마을금고|우체국|카카오뱅크|케이뱅크|토스뱅크|국민|신한|우리은행|하나은행|기업은행|bank|account(?: no| number)?|acct|routing/gi;
const NOT_BANK =
  /주문|송장|운송장|배송|추적|특허|사건|카드|전화|연락처|휴대|면허|여권|사업자|주민|order|tracking|invoice|card|phone|mobile|tel|passport|licen[cs]e|amount|price|금액/gi;
const HINTS = { for: BANK_WORDS, against: NOT_BANK };
const MIN_DIGITS = 8;
const MIN_GROUPED_DIGITS = 10;
const MAX_DIGITS = 16;

/** Account numbers have no common check digit: only a bank or account word beside them tells. */
export const bankAccountRecognizer: NumberRecognizer = {
  name: 'bank-account',
  trigger: 'number',
  recognize(run): Candidate | undefined {
    const end = accountEnd(run);
    if (end === 0 || contextBefore(run.text, run.start, HINTS) <= 0) return undefined;
    return candidate('BANK_ACCOUNT', run.start, end, run.count > 1 ? 0.85 : 0.8);
  },
};

function accountEnd(run: NumberRun): number {
  const hyphenated = run.separator === 0x2d && run.count <= 5;
  const groups = hyphenated ? run.count : 1;
  if (!run.startsClean || !run.endsClean(groups)) return 0;
  let digits = 0;
  for (let index = 0; index < groups; index++) digits += run.lengths[index]!;
  if (digits > MAX_DIGITS || digits < (groups > 1 ? MIN_GROUPED_DIGITS : MIN_DIGITS)) return 0;
  return run.endOf(groups);
}
