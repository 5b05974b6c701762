import { isInBanksLayout } from './kr-bank-layouts.js';
import { candidate, type NumberRecognizer } from './recognizer.js';

const MIN_GROUPED_DIGITS = 10;
const MAX_DIGITS = 16;

/** Account numbers have no common check digit: a bank or account word beside them tells, and the groups that its bank uses. */
export const bankAccountRecognizer: NumberRecognizer = {
  name: 'bank-account',
  trigger: 'number',
  shapes: ['8~16', '2~6-2~6', '2~6=2~6=2~7', '2~6=2~6=2~7=1~4', '2~4=7~8=1~3'],
  context: [
    ...[
      '계좌',
      '은행',
      '입금',
      '송금',
      '이체',
      '예금',
      '통장',
      '농협',
      '신협',
      '수협',
      '새마을금고',
      '우체국',
      '카카오뱅크',
    ],
    ...[
      '케이뱅크',
      '토스뱅크',
      '국민',
      '신한',
      'bank',
      'account no',
      'account number',
      'account',
      'acct',
      'a/c',
      'acc',
      'acc no',
      'savings',
      'bsb',
      'sort code',
      'ifsc',
      ...[
        'checking',
        'chequing',
        'clabe',
        'nuban',
        'konto',
        'giro',
        'cuenta',
        'rekening',
        'compte',
        'deposit to',
        'sort-code',
      ],
    ],
  ],
  against: [
    ...[
      '카드',
      '전화',
      '연락처',
      '휴대',
      '면허',
      '여권',
      '사업자',
      '주민',
      'card',
      'phone',
      'mobile',
      'tel',
      'passport',
    ],
    ...['license', 'licence', 'routing', 'aba', 'rtn'],
  ],
  recognize(run) {
    const digits = run.length;
    if (digits > MAX_DIGITS || (run.count > 1 && digits < MIN_GROUPED_DIGITS)) return undefined;
    if (isInBanksLayout(run) && run.context() >= 0)
      return candidate('BANK_ACCOUNT', run.start, run.end, 0.95);
    if (!run.isNamed() && !run.contextAfter()) return undefined;
    return candidate('BANK_ACCOUNT', run.start, run.end, run.count > 1 ? 0.85 : 0.8);
  },
};
