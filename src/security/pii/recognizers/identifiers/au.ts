import { digitAt, weightedSum } from '../../text/check-digits/weighted-sum.js';
import type { NumberRecognizer } from '../recognizer.js';
import { identifier } from './identifier.js';

/** Numbers that authorities of Australia issue. */
export const AU_IDENTIFIERS: readonly NumberRecognizer[] = [
  identifier({
    name: 'au-abn',
    entityType: 'AU_ABN',
    shapes: ['11', '2-3-3-3'],
    isIssuable: isBusinessNumber,
    context: ['abn', 'a.b.n', 'australian business'],
    score: { bare: 0.45, grouped: 0.8, named: 0.97, alone: 0.68 },
  }),
  identifier({
    name: 'au-acn',
    entityType: 'AU_ACN',
    shapes: ['9', '3-3-3'],
    isIssuable: isCompanyNumber,
    context: ['acn', 'a.c.n', 'australian company', 'company number', 'company no', 'asic', 'pty'],
    score: { bare: 0.25, grouped: 0.6, named: 0.95, alone: 0.55 },
  }),
  identifier({
    name: 'au-tfn',
    entityType: 'AU_TFN',
    shapes: ['9', '3-3-3'],
    isIssuable: isTaxFileNumber,
    context: ['tfn', 'tax file'],
    score: { bare: 0.25, grouped: 0.61, named: 0.95, alone: 0.56, namedOnly: 0.82 },
  }),
  // Grouped as nobody prescribes it: only beside its name.
  identifier({
    name: 'au-tfn-groups',
    entityType: 'AU_TFN',
    shapes: ['2-3-4', '3-2-4', '2-3-3', '3-6', '8'],
    context: ['tfn', 'tax file'],
    score: { bare: 0, named: 0.82 },
  }),
  identifier({
    name: 'au-medicare',
    entityType: 'AU_MEDICARE',
    shapes: ['10', '11', '4-5-1', '4-5-1-1', '4-4-1-1'],
    pattern: /^[2-6]/,
    isIssuable: isMedicareNumber,
    context: ['medicare'],
    score: { bare: 0.3, grouped: 0.75, named: 0.95, alone: 0.6, namedOnly: 0.85 },
  }),
];

/** Australian Business Register: one less in the first digit, weights 10, 1, 3 … 19, modulus 89. */
function isBusinessNumber(value: string): boolean {
  return (
    value.charAt(0) !== '0' && (weightedSum(value, [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) - 10) % 89 === 0
  );
}

/** ASIC: weights 8 to 1, modulus 10. */
function isCompanyNumber(value: string): boolean {
  if (Number(value) === 0) return false;
  return (10 - (weightedSum(value, [8, 7, 6, 5, 4, 3, 2, 1]) % 10)) % 10 === digitAt(value, 8);
}

/** Australian Taxation Office: weights 1, 4, 3, 7, 5, 8, 6, 9 and 10, modulus 11. */
function isTaxFileNumber(value: string): boolean {
  return Number(value) > 0 && weightedSum(value, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0;
}

/** Services Australia: weights 1, 3, 7 and 9 twice; the ninth digit checks, the tenth counts the cards. */
function isMedicareNumber(value: string): boolean {
  return weightedSum(value, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 === digitAt(value, 8);
}
