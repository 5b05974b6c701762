import { isShortDate, passesLuhn } from '../../text/checksums.js';
import type { NumberRecognizer } from '../recognizer.js';
import { identifier } from './identifier.js';

const FINNISH_CHECKS = '0123456789ABCDEFHJKLMNPRSTUVWXY';

/** Personal identity codes of Sweden and Finland. */
export const NORDIC_IDENTIFIERS: readonly NumberRecognizer[] = [
  // Folkbokföringslagen 18 §: birth, number, Luhn; a coordination number adds 60 to the day.
  identifier({
    name: 'se-personnummer',
    entityType: 'SE_PERSONNUMMER',
    shapes: ['6-4', '8-4', '10', '12'],
    pattern: /^(?:\d{10}|(?:1[89]|20)\d{10})$/,
    isIssuable: isPersonNumber,
    context: [
      'personnummer',
      'samordningsnummer',
      'personal identity number',
      'personal id number',
      'personnr',
    ],
    score: { bare: 0.42, grouped: 0.87, named: 0.98, alone: 0.7 },
  }),
  identifier({
    name: 'se-organisationsnummer',
    entityType: 'SE_ORGANISATIONSNUMMER',
    shapes: ['6-4', '10'],
    pattern: /^[1-35-9]\d[2-9]/,
    isIssuable: passesLuhn,
    context: [
      'organisationsnummer',
      'organisation number',
      'organization number',
      'orgnr',
      'org nr',
      'org no',
    ],
    score: { bare: 0.25, grouped: 0.7, named: 0.97, alone: 0.55 },
  }),
  // Digital and Population Data Services Agency: birth, sign of the century, number, check character.
  identifier({
    name: 'fi-personal-identity-code',
    entityType: 'FI_PERSONAL_IDENTITY_CODE',
    shapes: ['6-DDD?', 'DDDDDDLDDD?'],
    isIssuable: isFinnishCode,
    context: ['henkilötunnus', 'hetu', 'personal identity code', 'personbeteckning'],
    score: { bare: 0.92, named: 0.99 },
  }),
];

function isPersonNumber(value: string): boolean {
  const digits = value.slice(-10);
  const day = Number(digits.slice(4, 6));
  const birth = digits.slice(0, 4) + String(day > 60 ? day - 60 : day).padStart(2, '0');
  return isShortDate(birth) && passesLuhn(digits);
}

function isFinnishCode(value: string): boolean {
  const sign = /^\d{6}([A-FU-Y]?)\d{3}[0-9A-FHJ-NPR-Y]$/.exec(value)?.[1];
  if (sign === undefined) return false;
  const birth = value.slice(0, 6);
  const number = value.slice(-4, -1);
  if (!isShortDate(birth.slice(4) + birth.slice(2, 4) + birth.slice(0, 2)) || Number(number) < 2)
    return false;
  return FINNISH_CHECKS.charAt(Number(birth + number) % 31) === value.charAt(value.length - 1);
}
