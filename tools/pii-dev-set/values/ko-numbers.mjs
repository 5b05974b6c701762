import { pad } from './dates.mjs';

const RRN_WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];

const weighted = (digits, weights) =>
  weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0);
const split = (digits, at, by = '-') => `${digits.slice(0, at)}${by}${digits.slice(at)}`;

/** Six digits of a birth date and the digit for century and sex. */
function birthHead(random, foreigner) {
  const year = random.int(1942, 2012);
  const century = (year >= 2000 ? 3 : 1) + (foreigner ? 4 : 0);
  const date = `${pad(year % 100)}${pad(random.int(1, 12))}${pad(random.int(1, 28))}`;
  return `${date}${century + random.int(0, 1)}`;
}

function residentNumber(random, { foreigner = false, valid }) {
  const first = birthHead(random, foreigner) + random.digits(5);
  const check = ((foreigner ? 13 : 11) - (weighted(first, RRN_WEIGHTS) % 11)) % 10;
  // Since October 2020 the last digits are random: nine of ten such numbers fail the old checksum.
  return first + String(valid ? check : (check + random.int(1, 9)) % 10);
}

function businessNumber(random) {
  const first = random.fill('N##') + pad(random.int(1, 99)) + random.digits(4);
  const sum = weighted(first, [1, 3, 7, 1, 3, 7, 1, 3, 5]) + Math.floor((Number(first[8]) * 5) / 10);
  return first + String((10 - (sum % 10)) % 10);
}

function corporateNumber(random) {
  const first =
    random.pick(['1101', '1301', '1345', '1801', '2001']) +
    random.pick(['11', '21', '12']) +
    random.digits(6);
  return first + String((10 - (weighted(first, [1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2]) % 10)) % 10);
}

const brn = (random, by = '-') => businessNumber(random).replace(/^(...)(..)(.....)$/, `$1${by}$2${by}$3`);
const rrn = (random, by, valid = true) => split(residentNumber(random, { valid }), 6, by);
const frn = (random, by, valid = true) => split(residentNumber(random, { valid, foreigner: true }), 6, by);

const PLATE_LETTERS = [...'가나다라마거너더러머버서어저고노도로모보소오조구누두루무부수우주허하호배'];
const PLATE_REGIONS = ['서울', '부산', '경기', '인천', '대구', '광주', '전북', '충남'];
const LICENSE_REGIONS = ['서울', '부산', '경기', '강원', '충북', '전남', '경북', '제주', '대구', '인천'];

const entry = (type, make) => ({ type, make });

export const KOREAN_NUMBERS = {
  rrn: entry('KR_RRN', (random) => rrn(random, '-')),
  'rrn.new': entry('KR_RRN', (random) => rrn(random, '-', false)),
  'rrn.plain': entry('KR_RRN', (random) => rrn(random, '')),
  'rrn.space': entry('KR_RRN', (random) => rrn(random, ' - ')),
  'rrn.any': entry('KR_RRN', (random) => rrn(random, '-', random.chance(0.5))),
  frn: entry('KR_FRN', (random) => frn(random, '-')),
  'frn.new': entry('KR_FRN', (random) => frn(random, '-', false)),
  'frn.plain': entry('KR_FRN', (random) => frn(random, '')),
  brn: entry('KR_BRN', (random) => brn(random)),
  'brn.plain': entry('KR_BRN', (random) => brn(random, '')),
  crn: entry('KR_CRN', (random) => split(corporateNumber(random), 6)),
  'crn.plain': entry('KR_CRN', corporateNumber),
  license: entry('KR_DRIVER_LICENSE', (random) => `${random.int(11, 26)}-${random.fill('##-######-##')}`),
  'license.plain': entry('KR_DRIVER_LICENSE', (random) => `${random.int(11, 26)}${random.digits(10)}`),
  'license.old': entry(
    'KR_DRIVER_LICENSE',
    (random) => `${random.pick(LICENSE_REGIONS)} ${random.fill('##-######-##')}`,
  ),
  plate: entry(
    'KR_VEHICLE',
    (random) =>
      `${random.int(10, 999)}${random.pick(PLATE_LETTERS)}${random.chance(0.5) ? ' ' : ''}${random.fill('N###')}`,
  ),
  'plate.old': entry(
    'KR_VEHICLE',
    (random) =>
      `${random.pick(PLATE_REGIONS)}${random.int(10, 99)}${random.pick(PLATE_LETTERS)}${random.fill('N###')}`,
  ),
  passport: entry(
    'PASSPORT',
    (random) => `${random.pick(['M', 'M', 'S', 'R', 'G', 'D'])}${random.digits(8)}`,
  ),
  'passport.new': entry(
    'PASSPORT',
    (random) => `${random.pick(['M', 'M', 'S', 'R'])}${random.fill('###A####')}`,
  ),
};
