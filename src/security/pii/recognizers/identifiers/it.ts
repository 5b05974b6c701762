import { passesLuhn } from '../../text/checksums.js';
import type { NumberRecognizer } from '../recognizer.js';
import { identifier } from './identifier.js';

const FISCAL_WORDS = ['codice fiscale', 'cf', 'fiscal code', 'tax code'];
const VAT_WORDS = ['partita iva', 'p.iva', 'piva', 'vat', 'iva'];
const LICENCE_WORDS = ['patente', 'driver', 'driving', 'licence', 'license'];
const IDENTITY_CARD = /^(?:C[A-Z]\d{5}[A-Z]{2}|[A-Z]{2}\d{7}|\d{7}[A-Z]{2})$/;
const IDENTITY_WORDS = [
  "carta d'identità",
  'carta identità',
  'carta identita',
  'carta di identita',
  'italian id',
  "documento d'identità",
  'documento di identità',
  'documento di riconoscimento',
  'id card',
  'identity document',
  "carta d'identita",
  'identity card',
  'cie',
  'carta di identità',
];
/** What the characters in odd places count, by their value in even places. */
const ODD_VALUES = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];

/** Numbers that authorities of Italy issue. */
export const IT_IDENTIFIERS: readonly NumberRecognizer[] = [
  // Decreto 23 dicembre 1976: surname, name, birth, place, check letter; digits may become letters (omocodia).
  identifier({
    name: 'it-fiscal-code',
    entityType: 'IT_FISCAL_CODE',
    shapes: ['LLLLLL??L??L???L'],
    pattern: /^[A-Z]{6}[\dLMNP-V]{2}[ABCDEHLMPRST][0-7LMNP-T][\dLMNP-V][A-Z][\dLMNP-V]{3}[A-Z]$/,
    isIssuable: passesFiscalCheck,
    context: FISCAL_WORDS,
    score: { bare: 0.95, named: 0.99 },
  }),
  identifier({
    name: 'it-fiscal-code-unchecked',
    entityType: 'IT_FISCAL_CODE',
    shapes: ['LLLLLLDDLDDLDDDL'],
    pattern: /^.{8}[ABCDEHLMPRST][0-7]/,
    context: FISCAL_WORDS,
    score: { bare: 0.4, named: 0.75, alone: 0.48 },
  }),
  identifier({
    name: 'it-vat-code',
    entityType: 'IT_VAT_CODE',
    shapes: ['11', '3-4-4', '5-6', '4-4-3'],
    isIssuable: isVatNumber,
    context: VAT_WORDS,
    score: { bare: 0.35, grouped: 0.5, named: 0.95, alone: 0.62 },
  }),
  identifier({
    name: 'it-vat-code-prefixed',
    entityType: 'IT_VAT_CODE',
    shapes: ['LLDDDDDDDDDDD'],
    pattern: /^IT/,
    isIssuable: (value) => isVatNumber(value.slice(2)),
    context: VAT_WORDS,
    score: { bare: 0.85, named: 0.97 },
  }),
  identifier({
    name: 'it-driver-license',
    entityType: 'IT_DRIVER_LICENSE',
    shapes: ['LLDDDDDDDL', '*10'],
    pattern: /^(?:[A-Z]{2}\d{7}[A-Z]|U1[BCDFGHJ-NP-TV-Z0-9]{7}[A-Z])$/,
    context: LICENCE_WORDS,
    score: { bare: 0.45, named: 0.88, alone: 0.52 },
  }),
  identifier({
    name: 'it-passport',
    entityType: 'IT_PASSPORT',
    shapes: ['LLDDDDDDD'],
    context: ['passaporto', 'italian passport'],
    score: { bare: 0.15, named: 0.9, alone: 0.42 },
  }),
  // Electronic cards CA00000AA, their forerunner 0000000AA, paper AA0000000.
  identifier({
    name: 'it-identity-card',
    entityType: 'IT_IDENTITY_CARD',
    shapes: ['LLDDDDDLL', 'LLDDDDDDD', 'DDDDDDDLL', '7-LL'],
    pattern: IDENTITY_CARD,
    context: IDENTITY_WORDS,
    score: { bare: 0.2, named: 0.88, alone: 0.43 },
  }),
  identifier({
    name: 'it-identity-card-groups',
    entityType: 'IT_IDENTITY_CARD',
    shapes: ['7', 'DDDDDLL', '5_LL'],
    lead: /[A-Z]{2} $/,
    pattern: IDENTITY_CARD,
    context: IDENTITY_WORDS,
    score: { bare: 0.1, named: 0.88 },
  }),
];

function passesFiscalCheck(value: string): boolean {
  let sum = 0;
  for (let index = 0; index < 15; index++) {
    const code = value.charCodeAt(index);
    const even = code < 0x41 ? code - 0x30 : code - 0x41;
    sum += index % 2 === 0 ? ODD_VALUES[even]! : even;
  }
  return String.fromCharCode(0x41 + (sum % 26)) === value.charAt(15);
}

function isVatNumber(value: string): boolean {
  return Number(value) > 0 && passesLuhn(value);
}
