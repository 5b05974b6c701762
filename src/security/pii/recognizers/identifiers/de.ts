import { isShortDate } from '../../text/checksums.js';
import { base36, passesMod11Of10 } from '../../text/check-digits/iso-7064.js';
import { digitAt, letterNumber, weightedSum } from '../../text/check-digits/weighted-sum.js';
import type { NumberRecognizer } from '../recognizer.js';
import { identifier } from './identifier.js';

const TAX_NUMBER_WORDS = ['steuernummer', 'steuernr', 'st.-nr', 'stnr', 'finanzamt', 'tax number'];
const VAT_WORDS = ['ust-id', 'ust-idnr', 'ustid', 'umsatzsteuer', 'vat', 'mwst'];
/** Letters of document numbers: no vowels and nothing that reads like a digit. */
const DOCUMENT = '[CFGHJKLMNPRTVWXYZ0-9]{8}\\d?(?:D)?$';

/** Numbers that authorities of Germany issue; plates have a file of their own. */
export const DE_IDENTIFIERS: readonly NumberRecognizer[] = [
  identifier({
    name: 'de-tax-id',
    entityType: 'DE_TAX_ID',
    shapes: ['11', '2-3-3-3'],
    isIssuable: isTaxId,
    context: [
      'steuer-id',
      'steueridentifikation',
      'steuerliche identifikation',
      'idnr',
      'steuer id',
      'tax id',
      'identifikationsnummer',
    ],
    score: { bare: 0.6, grouped: 0.85, named: 0.97, alone: 0.75 },
  }),
  // Of the Länder: office, district, number.
  identifier({
    name: 'de-tax-number',
    entityType: 'DE_TAX_NUMBER',
    shapes: ['2~3/3~4/4~5'],
    context: TAX_NUMBER_WORDS,
    score: { bare: 0.55, named: 0.92 },
  }),
  // ELSTER: federal office number with a zero in fifth place.
  identifier({
    name: 'de-tax-number-elster',
    entityType: 'DE_TAX_NUMBER',
    shapes: ['13', '10', '11', '3_3_5', '2_3_5'],
    pattern: /^(?:\d{4}0\d{8}|\d{10,11})$/,
    context: TAX_NUMBER_WORDS,
    score: { bare: 0.1, named: 0.85 },
  }),
  identifier({
    name: 'de-passport',
    entityType: 'DE_PASSPORT',
    shapes: ['*9', '*10'],
    pattern: new RegExp(`^[CFGHJK]${DOCUMENT}`),
    context: ['reisepass', 'passnummer', 'pass-nr', 'german passport', 'deutscher pass'],
    score: { bare: 0.25, named: 0.88, alone: 0.46 },
  }),
  identifier({
    name: 'de-id-card',
    entityType: 'DE_ID_CARD',
    shapes: ['*9', '*10'],
    pattern: new RegExp(`^[LMNPRTVWXY]${DOCUMENT}`),
    context: ['personalausweis', 'ausweis', 'id card', 'identity card', 'npa', 'ausweisnummer'],
    score: { bare: 0.25, named: 0.9, alone: 0.46 },
  }),
  // SGB VI § 147: area, birth, initial of the surname at birth, serial, check digit.
  identifier({
    name: 'de-social-security',
    entityType: 'DE_SOCIAL_SECURITY',
    shapes: ['DDDDDDDDLDDD', '2-6-L-3', '8-L-3'],
    isIssuable: isPensionNumber,
    context: [
      'sozialversicherung',
      'rentenversicherung',
      'svnr',
      'rvnr',
      'sv-nummer',
      'social security',
      'versicherungsnummer',
    ],
    score: { bare: 0.92, named: 0.98 },
  }),
  // SGB V § 290: a letter, eight digits, check digit.
  identifier({
    name: 'de-health-insurance',
    entityType: 'DE_HEALTH_INSURANCE',
    shapes: ['LDDDDDDDDD'],
    isIssuable: (value) => crossSum(letterDigits(value), [1, 2]) % 10 === digitAt(value, 9),
    context: ['krankenversicher', 'krankenkasse', 'versichertennummer', 'kvnr', 'egk', 'health insurance'],
    score: { bare: 0.55, named: 0.97, alone: 0.72 },
  }),
  identifier({
    name: 'de-handelsregister',
    entityType: 'DE_HANDELSREGISTER',
    shapes: ['1~6', '1~6_L'],
    lead: /HR[AB] $/,
    leadEnds: 'AB',
    context: ['handelsregister', 'amtsgericht', 'registergericht', 'commercial register'],
    score: { bare: 0.75, named: 0.95 },
  }),
  identifier({
    name: 'de-handelsregister-compact',
    entityType: 'DE_HANDELSREGISTER',
    shapes: ['LLLDDD', 'LLLDDDD', 'LLLDDDDD', 'LLLDDDDDD'],
    pattern: /^HR[AB]/,
    context: ['handelsregister', 'amtsgericht', 'registergericht', 'commercial register'],
    score: { bare: 0.7, named: 0.95 },
  }),
  // UStG § 27a: ISO 7064 check digit. One begins with DE, and letters before a space stand apart.
  identifier({
    name: 'de-vat-id',
    entityType: 'DE_VAT_ID',
    shapes: ['LLDDDDDDDDD'],
    pattern: /^DE[1-9]/,
    isIssuable: (value) => passesMod11Of10(value.slice(2)),
    context: VAT_WORDS,
    score: { bare: 0.85, named: 0.98 },
  }),
  identifier({
    name: 'de-vat-id-groups',
    entityType: 'DE_VAT_ID',
    shapes: ['9', '3-3-3'],
    lead: /DE[ -]$/,
    leadEnds: 'E',
    pattern: /^DE[1-9]/,
    isIssuable: (value) => passesMod11Of10(value.slice(2)),
    context: VAT_WORDS,
    score: { bare: 0.8, named: 0.98 },
  }),
  // FeV annex 8, since 2013: authority, serial number, check character, copy.
  identifier({
    name: 'de-fuehrerschein',
    entityType: 'DE_FUEHRERSCHEIN',
    shapes: ['*11'],
    pattern: /^[A-Z]\d[0-9A-Z]{2}[0-9A-Z]{5}[0-9X][0-9A-Z]$/,
    isIssuable: passesLicenceCheck,
    context: ['führerschein', 'fuehrerschein', 'fahrerlaubnis', 'driving licence', 'driver license'],
    score: { bare: 0.3, named: 0.92, alone: 0.5 },
  }),
  // KBV: six digits of a physician for life, check digit, field of practice.
  identifier({
    name: 'de-lanr',
    entityType: 'DE_LANR',
    shapes: ['9', '7-2'],
    isIssuable: passesLanrCheck,
    context: ['lanr', 'arztnummer', 'arzt-nr', 'arztnr'],
    score: { bare: 0.05, named: 0.95 },
  }),
  // KBV: association of the place of practice (01 to 98), number; without a check digit.
  identifier({
    name: 'de-bsnr',
    entityType: 'DE_BSNR',
    shapes: ['9', '2-7'],
    pattern: /^(?!00|99)/,
    context: [
      'bsnr',
      'betriebsstättennummer',
      'betriebsstaettennummer',
      'betriebsstätte',
      'betriebsstätten-nr',
    ],
    score: { bare: 0.05, named: 0.88 },
  }),
  identifier({
    name: 'de-plz',
    entityType: 'DE_PLZ',
    shapes: ['5'],
    pattern: /^(?:0[1-9]|[1-9]\d)/,
    context: ['plz', 'postleitzahl', 'wohnort', 'anschrift'],
    score: { bare: 0.03, named: 0.75 },
  }),
];

/** AO § 139b: exactly one of the first ten digits occurs twice or three times; ISO 7064 check digit. */
function isTaxId(value: string): boolean {
  if (value.startsWith('0')) return false;
  const counts = new Map<string, number>();
  for (const digit of value.slice(0, 10)) counts.set(digit, (counts.get(digit) ?? 0) + 1);
  const repeated = [...counts.values()].filter((count) => count > 1);
  return repeated.length === 1 && repeated[0]! <= 3 && passesMod11Of10(value);
}

/** Weights 9 to 1 over the characters before the check character, modulo 11; letters count from 10, ten is an X. */
function passesLicenceCheck(value: string): boolean {
  let sum = 0;
  for (let index = 0; index < 9; index++) sum += (9 - index) * base36(value.charAt(index));
  const check = sum % 11;
  return value.charAt(9) === (check === 10 ? 'X' : String(check));
}

/** Weights 4 and 9 by turns. */
function passesLanrCheck(value: string): boolean {
  const sum = weightedSum(value, [4, 9, 4, 9, 4, 9]);
  return (10 - (sum % 10)) % 10 === digitAt(value, 6);
}

function isPensionNumber(value: string): boolean {
  const birth = value.slice(6, 8) + value.slice(4, 6) + value.slice(2, 4);
  const digits =
    value.slice(0, 8) + String(letterNumber(value.charAt(8))).padStart(2, '0') + value.slice(9, 11);
  const isCounted = crossSum(digits, [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]) % 10 === digitAt(value, 11);
  return isCounted && isShortDate(birth);
}

function letterDigits(value: string): string {
  return String(letterNumber(value.charAt(0))).padStart(2, '0') + value.slice(1, 9);
}

/** Sum of the digit sums of the products; the weights repeat. */
function crossSum(digits: string, weights: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const product = digitAt(digits, index) * weights[index % weights.length]!;
    sum += Math.floor(product / 10) + (product % 10);
  }
  return sum;
}
