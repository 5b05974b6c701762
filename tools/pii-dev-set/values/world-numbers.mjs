import { drawUntil, fiscalCodeCheck, luhnCheck, verhoeffCheck, weightedSum } from './check-digits.mjs';
import { pad } from './dates.mjs';

const entry = (type, make) => ({ type, make });
const shapes = (type, ...list) => entry(type, (random) => random.fill(random.pick(list)));
const spaced = (digits, pattern, replacement) => digits.replace(pattern, replacement);

function ssn(random) {
  const area = drawUntil(
    () => random.int(1, 899),
    (value) => value !== 666,
  );
  return [
    String(area).padStart(3, '0'),
    pad(random.int(1, 99)),
    String(random.int(1, 9999)).padStart(4, '0'),
  ];
}

function dea(random) {
  const digits = random.digits(6);
  const sum = weightedSum(digits, [1, 2, 1, 2, 1, 2]);
  return `${random.pick(['A', 'B', 'F', 'M'])}${random.fill('A')}${digits}${sum % 10}`;
}

function nhs(random) {
  const digits = drawUntil(
    () => `999${random.digits(6)}`,
    (each) => 11 - (weightedSum(each, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11) !== 10,
  );
  const check = (11 - (weightedSum(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
  return spaced(digits + check, /^(...)(...)(....)$/, random.pick(['$1 $2 $3', '$1-$2-$3', '$1$2$3']));
}

function nino(random) {
  const prefix = random.pick(['AB', 'CE', 'HK', 'JG', 'LM', 'PR', 'SX', 'WT']);
  return prefix + random.fill(random.pick([' ## ## ## ', '######'])) + random.pick(['A', 'B', 'C', 'D']);
}

const NIF = 'TRWAGMYFPDXBNJZSQVHLCKE';
const nif = (random) => drawnBy(random.digits(8), (digits) => digits + NIF[Number(digits) % 23]);
const nie = (random) =>
  drawnBy(
    random.int(0, 2) + random.digits(7),
    (digits) => 'XYZ'[digits[0]] + digits.slice(1) + NIF[Number(digits) % 23],
  );
const drawnBy = (value, make) => make(value);

function fiscalCode(random) {
  const first =
    random.pick(['RSSMRA', 'BNCLCU', 'VRDGPP', 'FRRNNA']) +
    random.fill('##') +
    random.pick([...'ABCDEHLMPRST']) +
    pad(random.int(1, 28)) +
    random.pick(['H501', 'F205', 'A562', 'L219']);
  return first + fiscalCodeCheck(first);
}

function pesel(random) {
  const digits = `${pad(random.int(50, 99))}${pad(random.int(1, 12))}${pad(random.int(1, 28))}${random.digits(4)}`;
  return digits + ((10 - (weightedSum(digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10);
}

function nric(random) {
  const prefix = random.pick([...'STFG']);
  const digits = random.digits(7);
  const sum = weightedSum(digits, [2, 7, 6, 5, 4, 3, 2]) + ('TG'.includes(prefix) ? 4 : 0);
  return prefix + digits + ('ST'.includes(prefix) ? 'JZIHGFEDCBA' : 'XWUTRQPNMLK')[sum % 11];
}

const uen = (random) =>
  drawnBy(
    `${random.int(1990, 2020)}${random.digits(5)}`,
    (digits) => digits + 'ZKCMDNERGWH'[weightedSum(digits, [10, 8, 6, 4, 9, 7, 5, 3, 1]) % 11],
  );

function abn(random) {
  const weights = [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19];
  const digits = drawUntil(
    () => random.fill('N##########'),
    (each) => (weightedSum(each, weights) - 10) % 89 === 0,
  );
  return spaced(digits, /^(..)(...)(...)(...)$/, random.pick(['$1 $2 $3 $4', '$1$2$3$4']));
}

function acn(random) {
  const digits = random.digits(8);
  const check = (10 - (weightedSum(digits, [8, 7, 6, 5, 4, 3, 2, 1]) % 10)) % 10;
  return spaced(digits + check, /^(...)(...)(...)$/, random.pick(['$1 $2 $3', '$1$2$3']));
}

function tfn(random) {
  const digits = drawUntil(
    () => random.fill('N########'),
    (each) => weightedSum(each, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0,
  );
  return spaced(digits, /^(...)(...)(...)$/, '$1 $2 $3');
}

function medicare(random) {
  const digits = random.int(2, 6) + random.digits(7);
  const check = weightedSum(digits, [1, 3, 7, 9, 1, 3, 7, 9]) % 10;
  return spaced(`${digits}${check}${random.int(1, 5)}`, /^(....)(.....)(.)$/, '$1 $2 $3');
}

const pan = (random) => random.fill('AAA') + random.pick([...'PCHF']) + random.fill('A####A');

function aadhaar(random) {
  const digits = random.int(2, 9) + random.digits(10);
  return spaced(digits + verhoeffCheck(digits), /^(....)(....)(....)$/, random.pick(['$1 $2 $3', '$1$2$3']));
}

function gstin(random) {
  const first = `${pad(random.int(1, 37))}${pan(random)}1Z`;
  return first + gstinCheck(first);
}

/** Luhn's scheme in base 36, doubling from the second character on. */
function gstinCheck(first) {
  const sum = [...first].reduce((total, each, index) => {
    const value = parseInt(each, 36) * (index % 2 === 0 ? 1 : 2);
    return total + Math.floor(value / 36) + (value % 36);
  }, 0);
  return ((36 - (sum % 36)) % 36).toString(36).toUpperCase();
}

function finnish(random) {
  const date = `${pad(random.int(1, 28))}${pad(random.int(1, 12))}${pad(random.int(40, 99))}`;
  const serial = String(random.int(900, 999));
  return `${date}-${serial}${'0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(date + serial) % 31]}`;
}

function thai(random) {
  const digits = random.int(1, 8) + random.digits(11);
  const check = (11 - (weightedSum(digits, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 10;
  return spaced(digits + check, /^(.)(....)(.....)(..)(.)$/, random.pick(['$1-$2-$3-$4-$5', '$1$2$3$4$5']));
}

/** National numbers by their public definitions; the names are Presidio's. */
export const WORLD_NUMBERS = {
  ssn: entry('US_SSN', (random) => ssn(random).join('-')),
  'ssn.space': entry('US_SSN', (random) => ssn(random).join(' ')),
  'ssn.plain': entry('US_SSN', (random) => ssn(random).join('')),
  itin: entry('US_ITIN', (random) => random.fill(`9##-${random.int(70, 88)}-####`)),
  'us.passport': shapes('US_PASSPORT', 'N########', 'A########'),
  'us.license': shapes('US_DRIVER_LICENSE', 'A#######', 'A###-####-####', 'A############', '### ### ###'),
  dea: entry('MEDICAL_LICENSE', dea),
  npi: entry('US_NPI', (random) =>
    drawnBy(`1${random.digits(8)}`, (digits) => digits + luhnCheck(`80840${digits}`)),
  ),
  nhs: entry('UK_NHS', nhs),
  nino: entry('UK_NINO', nino),
  nif: entry('ES_NIF', nif),
  nie: entry('ES_NIE', nie),
  'it.fiscal': entry('IT_FISCAL_CODE', fiscalCode),
  'it.vat': entry('IT_VAT_CODE', (random) =>
    drawnBy(`0${random.digits(9)}`, (digits) => digits + luhnCheck(digits)),
  ),
  'it.license': shapes('IT_DRIVER_LICENSE', 'AA#######A', 'U1A###A##A'),
  'it.passport': shapes('IT_PASSPORT', 'AA#######', 'YA#######'),
  'it.card': shapes('IT_IDENTITY_CARD', 'CA#####AA', 'AA#######'),
  pesel: entry('PL_PESEL', pesel),
  nric: entry('SG_NRIC_FIN', nric),
  uen: entry('SG_UEN', uen),
  abn: entry('AU_ABN', abn),
  acn: entry('AU_ACN', acn),
  tfn: entry('AU_TFN', tfn),
  medicare: entry('AU_MEDICARE', medicare),
  pan: entry('IN_PAN', pan),
  aadhaar: entry('IN_AADHAAR', aadhaar),
  'in.vehicle': entry(
    'IN_VEHICLE_REGISTRATION',
    (random) =>
      random.pick(['MH', 'DL', 'KA', 'TN', 'GJ']) + random.fill(random.pick([' ## AA ####', '##AA####'])),
  ),
  'in.voter': shapes('IN_VOTER', 'AAA#######'),
  'in.passport': shapes('IN_PASSPORT', 'AN######', 'A#######'),
  gstin: entry('IN_GSTIN', gstin),
  finnish: entry('FI_PERSONAL_IDENTITY_CODE', finnish),
  thai: entry('TH_TNIN', thai),
};
