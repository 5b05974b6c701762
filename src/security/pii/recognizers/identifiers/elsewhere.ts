import { isShortDate, passesLuhn } from '../../text/checksums.js';
import { passesVerhoeff } from '../../text/check-digits/verhoeff.js';
import { digitAt, weightedSum } from '../../text/check-digits/weighted-sum.js';
import type { NumberRecognizer } from '../recognizer.js';
import { identifier } from './identifier.js';

const PLATE_WORDS = ['plaka', 'plate', 'vehicle', 'registration', 'car', 'araç'];
const TIN_WORDS = ['tin', 'taxpayer', 'bir', 'tax identification'];
/** What reads like a plate behind a day or a number: months, times and units. */
const NOT_A_PLATE =
  /^\d\d(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC|AM|PM|KB|MB|GB|TB|MM|CM|KM|KG|ML)\d/;

/** One national number each of Poland, South Africa, Thailand, Turkey, Nigeria and the Philippines, and plates. */
export const OTHER_IDENTIFIERS: readonly NumberRecognizer[] = [
  // Ustawa o ewidencji ludności art. 15: birth with the century in the month, number, check digit.
  identifier({
    name: 'pl-pesel',
    entityType: 'PL_PESEL',
    shapes: ['11'],
    isIssuable: isPesel,
    context: ['pesel'],
    score: { bare: 0.55, named: 0.97, alone: 0.72 },
  }),
  // Identification Act: birth, number, citizenship, a digit without meaning, Luhn.
  identifier({
    name: 'za-id-number',
    entityType: 'ZA_ID_NUMBER',
    shapes: ['13', '6-4-3', '6-4-2-1'],
    pattern: /^\d{10}[012]/,
    isIssuable: (value) => isShortDate(value.slice(0, 6)) && passesLuhn(value),
    context: ['sa id', 'south african', 'south africa', 'rsa id', 'id number', 'identity number'],
    score: { bare: 0.45, grouped: 0.8, named: 0.95, alone: 0.73 },
  }),
  identifier({
    name: 'th-tnin',
    entityType: 'TH_TNIN',
    shapes: ['13', '1-4-5-2-1'],
    pattern: /^[1-8]/,
    isIssuable: isThaiNumber,
    context: ['thai', 'tnin', 'บัตรประชาชน', 'เลขประจำตัวประชาชน', 'thailand'],
    score: { bare: 0.45, grouped: 0.87, named: 0.95, alone: 0.72 },
  }),
  // Nüfus Hizmetleri Kanunu: two check digits.
  identifier({
    name: 'tr-national-id',
    entityType: 'TR_NATIONAL_ID',
    shapes: ['11'],
    pattern: /^[1-9]/,
    isIssuable: isTurkishNumber,
    context: ['tckn', 'tc kimlik', 't.c. kimlik', 'kimlik', 'turkish'],
    score: { bare: 0.65, named: 0.98, alone: 0.8 },
  }),
  identifier({
    name: 'tr-license-plate',
    entityType: 'TR_LICENSE_PLATE',
    shapes: [
      '2-L-4~5',
      '2-LL-3~4',
      '2-LLL-2~3',
      'DDLDDDD',
      'DDLDDDDD',
      'DDLLDDD',
      'DDLLDDDD',
      'DDLLLDD',
      'DDLLLDDD',
      'DDL-4',
      'DDLL-3',
      'DDLLL-2',
    ],
    pattern: /^(?:0[1-9]|[1-7]\d|8[01])[A-PR-VYZ]+\d+$/,
    hasCapitals: true,
    isIssuable: (value) => !NOT_A_PLATE.test(value),
    context: PLATE_WORDS,
    score: { bare: 0.45, grouped: 0.5, named: 0.88, alone: 0.6 },
  }),
  // National Identity Management Commission.
  identifier({
    name: 'ng-nin',
    entityType: 'NG_NIN',
    shapes: ['11'],
    isIssuable: passesVerhoeff,
    context: ['nin', 'nimc', 'national identification number', 'nigeria'],
    score: { bare: 0.3, named: 0.93, alone: 0.6 },
  }),
  // Since 2011: local government, serial, year and batch.
  identifier({
    name: 'ng-vehicle-registration',
    entityType: 'NG_VEHICLE_REGISTRATION',
    shapes: ['LLLDDDLL', 'LLLDDD-LL'],
    context: PLATE_WORDS,
    score: { bare: 0.45, grouped: 0.55, named: 0.88, alone: 0.62 },
  }),
  identifier({
    name: 'ng-vehicle-registration-groups',
    entityType: 'NG_VEHICLE_REGISTRATION',
    shapes: ['DDDLL', '3-LL'],
    lead: /[A-Z]{3}[ -]$/,
    context: PLATE_WORDS,
    score: { bare: 0.55, named: 0.88, alone: 0.62 },
  }),
  // Bureau of Internal Revenue: nine digits, and a branch of three or five.
  identifier({
    name: 'ph-tin',
    entityType: 'PH_TIN',
    shapes: ['9', '12', '14', '3-3-3', '3-3-3-3', '3-3-3-5'],
    context: TIN_WORDS,
    score: { bare: 0.05, grouped: 0.3, named: 0.88, alone: 0.45 },
  }),
];

function isPesel(value: string): boolean {
  const month = Number(value.slice(2, 4)) % 20;
  const birth = value.slice(0, 2) + String(month).padStart(2, '0') + value.slice(4, 6);
  const sum = weightedSum(value, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]);
  return isShortDate(birth) && (10 - (sum % 10)) % 10 === digitAt(value, 10);
}

function isThaiNumber(value: string): boolean {
  const sum = weightedSum(value, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
  return (11 - (sum % 11)) % 10 === digitAt(value, 12);
}

function isTurkishNumber(value: string): boolean {
  const odd = weightedSum(value, [1, 0, 1, 0, 1, 0, 1, 0, 1]);
  const even = weightedSum(value, [0, 1, 0, 1, 0, 1, 0, 1]);
  const tenth = (((odd * 7 - even) % 10) + 10) % 10;
  return tenth === digitAt(value, 9) && (odd + even + tenth) % 10 === digitAt(value, 10);
}
