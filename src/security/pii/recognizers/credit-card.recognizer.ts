import { passesLuhn } from '../text/checksums.js';
import type { TokenRun } from '../text/token-run.js';
import { candidate, type NumberRecognizer } from './recognizer.js';

/** Issuer identification numbers with the lengths their schemes use (ISO/IEC 7812). */
const ISSUERS: readonly { readonly prefix: RegExp; readonly lengths: readonly number[] }[] = [
  { prefix: /^4/, lengths: [13, 16, 19] },
  { prefix: /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, lengths: [16] },
  { prefix: /^3[47]/, lengths: [15] },
  { prefix: /^(?:6011|65|64[4-9])/, lengths: [16, 19] },
  { prefix: /^35(?:2[89]|[3-8])/, lengths: [16, 19] },
  { prefix: /^3(?:0[0-5]|[689])/, lengths: [14] },
  { prefix: /^(?:62|81)/, lengths: [16, 17, 18, 19] },
  // Domestic Korean schemes.
  { prefix: /^9/, lengths: [16] },
  { prefix: /^(?:50|5[6-8]|6[0-9])/, lengths: [16, 18, 19] },
];

/** As spaces get lost: only beside a word for cards. */
const ODD_GROUPS = ['8-8', '4-12', '12-4', '12-3', '4-4-8', '4-8-4', '8-4-4', '10-5', '4-11', '6-9', '6-10'];
const MOST_IN_GROUP = 6;

function isOddlyGrouped(run: TokenRun): boolean {
  if (run.count === 1) return false;
  for (let segment = 0; segment < run.count; segment++)
    if (run.lengthOf(segment) > MOST_IN_GROUP) return true;
  return false;
}

/** Payment card number: issuer, length and Luhn all have to agree. */
export const creditCardRecognizer: NumberRecognizer = {
  name: 'credit-card',
  trigger: 'number',
  shapes: ['4-4-4-4', '4-6-5', '4-6-4', '4-4-4-4-3', '13~19', ...ODD_GROUPS],
  first: '23456789',
  context: [
    '카드',
    '신용',
    '체크',
    'card',
    'credit',
    'debit',
    'visa',
    'master',
    'amex',
    'pan',
    'payment',
    'cc',
  ],
  recognize(run) {
    const digits = run.value;
    if (!hasIssuer(digits) || !passesLuhn(digits)) return undefined;
    const context = run.context();
    if (context <= 0 && isOddlyGrouped(run)) return undefined;
    const score = run.count > 1 ? 0.95 : 0.75 + context * (context < 0 ? 0.35 : 0.2);
    return candidate('CREDIT_CARD', run.start, run.end, score);
  },
};

function hasIssuer(digits: string): boolean {
  return ISSUERS.some(({ prefix, lengths }) => lengths.includes(digits.length) && prefix.test(digits));
}
