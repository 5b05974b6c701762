import { candidate, type NumberRecognizer } from './recognizer.js';
import { max } from '../text/math.js';

/** What tells the bank beside the account: without it six digits behind `account` are rather those of a customer, and may be in transit. */
const BANK =
  /(?<![A-Za-z])(?:bsb|sort.?code|iban|swift|bic|aba|ifsc|bank|은행|뱅크|(?:routing|transit|clearing)(?= ?(?:no|num|code|is |["':=#\d])))(?![a-z])/i;
const WINDOW_BEFORE = 80;
const WINDOW_AFTER = 60;

/** Accounts of six and seven digits, as in Australia and New Zealand, where the bank is told as well: `"bsb": …, "account_number": …`. */
export const bankAccountShortRecognizer: NumberRecognizer = {
  name: 'bank-account-short',
  trigger: 'number',
  shapes: ['6~7'],
  context: [
    'account number',
    'account no',
    'account num',
    'acct number',
    'acct no',
    'acct',
    'acc no',
    'a/c no',
    '계좌번호',
  ],
  against: ['bsb', 'sort code', 'routing', 'transit', 'clearing'],
  onlyNamed: 'before',
  recognize({ text, start, end }) {
    const around = `${text.slice(max(0, start - WINDOW_BEFORE), start)} ${text.slice(end, end + WINDOW_AFTER)}`;
    return BANK.test(around) ? candidate('BANK_ACCOUNT', start, end, 0.75) : undefined;
  },
};
