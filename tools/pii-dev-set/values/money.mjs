import { createHash } from 'node:crypto';

/** Banks as people write them, with the layouts of their account numbers. */
const BANKS = {
  국민은행: ['######-0#-######'],
  KB국민은행: ['######-0#-######'],
  신한은행: ['110-###-######', '140-###-######'],
  우리은행: ['1002-###-######', '1005-###-######'],
  하나은행: ['###-910###-#####', '###-######-#####'],
  농협은행: ['302-####-####-#1', '351-####-####-#3'],
  농협: ['302-####-####-#1', '###-##-######'],
  카카오뱅크: ['3333-##-#######', '7979-##-#######'],
  토스뱅크: ['1000-####-####', '1001-####-####'],
  케이뱅크: ['100-###-######'],
  기업은행: ['###-######-01-###', '###-######-02-###'],
  IBK기업은행: ['###-######-01-###'],
  새마을금고: ['9002-####-####-#', '9003-####-####-#'],
  우체국: ['######-02-######'],
  SC제일은행: ['###-20-######'],
  대구은행: ['508-##-######-#'],
  부산은행: ['112-####-####-##'],
  수협은행: ['101-####-####-##'],
  신협: ['132-###-######'],
};
const BANK_NAMES = Object.keys(BANKS);
const CARD_STARTS = [
  ['4', 16],
  ['4', 16],
  ['51', 16],
  ['53', 16],
  ['55', 16],
  ['2221', 16],
  ['37', 15],
  ['6011', 16],
  ['9410', 16],
  ['3528', 16],
];
const IBANS = {
  GB: ['AAAA', 14],
  DE: ['', 18],
  FR: ['', 23],
  ES: ['', 20],
  NL: ['AAAA', 10],
  IT: ['A', 22],
  CH: ['', 17],
  BE: ['', 12],
  PL: ['', 24],
  SE: ['', 20],
};

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

const sha256 = (bytes) => createHash('sha256').update(bytes).digest();

/** Pay to public key hash: version, 20 bytes, 4 bytes of a double SHA-256, in base 58. */
function bitcoinAddress(random) {
  const body = Buffer.from(`00${random.fill('h'.repeat(40))}`, 'hex');
  let value = BigInt(`0x${Buffer.concat([body, sha256(sha256(body)).subarray(0, 4)]).toString('hex')}`);
  let text = '';
  for (; value > 0n; value /= 58n) text = BASE58[Number(value % 58n)] + text;
  return `1${text}`;
}

const entry = (type, make) => ({ type, make });

/** The bank is remembered, so that the account number of the row is one of its own. */
function bank(random, row) {
  row.bank = random.pick(BANK_NAMES);
  return row.bank;
}

function account(random, row) {
  return random.fill(random.pick(BANKS[row.bank ?? random.pick(BANK_NAMES)]));
}

function luhnDigit(digits) {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

export function cardNumber(random, valid = true) {
  const [start, length] = random.pick(CARD_STARTS);
  const first = start + random.digits(length - 1 - start.length);
  return first + String((luhnDigit(first) + (valid ? 0 : random.int(1, 9))) % 10);
}

export function grouped(digits, by) {
  const shape = digits.length === 15 ? /^(.{4})(.{6})(.{5})$/ : /^(.{4})(.{4})(.{4})(.{4})$/;
  return digits.replace(shape, (_all, ...groups) =>
    groups
      .filter((group) => typeof group === 'string')
      .slice(0, digits.length === 15 ? 3 : 4)
      .join(by),
  );
}

function iban(random, by) {
  const country = random.pick(Object.keys(IBANS));
  const [letters, count] = IBANS[country];
  const account = random.fill(letters) + random.digits(count);
  const numeric = [...`${account}${country}00`].map((each) => parseInt(each, 36)).join('');
  const check = String(98n - (BigInt(numeric) % 97n)).padStart(2, '0');
  return `${country}${check}${account}`.replace(/(.{4})(?=.)/g, `$1${by}`);
}

export const MONEY = {
  bank: entry(null, bank),
  account: entry('BANK_ACCOUNT', account),
  'account.plain': entry('BANK_ACCOUNT', (random, row) => account(random, row).replaceAll('-', '')),
  card: entry('CREDIT_CARD', (random) => grouped(cardNumber(random), random.pick(['-', ' ', '-', '']))),
  'card.plain': entry('CREDIT_CARD', (random) => cardNumber(random)),
  'card.bad': entry(null, (random) => grouped(cardNumber(random, false), random.pick(['-', ' ', '']))),
  iban: entry('IBAN', (random) => iban(random, random.pick(['', ' ']))),
  'us.account': entry('US_BANK_NUMBER', (random) => random.digits(random.int(9, 12))),
  crypto: entry('CRYPTO', (random) =>
    random.chance(0.6) ? bitcoinAddress(random) : random.fill('0x' + 'h'.repeat(40)),
  ),
};
