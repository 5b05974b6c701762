import { weightedSum } from '../../text/check-digits/weighted-sum.js';
import type { NumberRecognizer } from '../recognizer.js';
import { identifier } from './identifier.js';

const NRIC_WORDS = ['nric', 'fin', 'identification', 'identity card'];
const UEN_WORDS = ['uen', 'unique entity', 'acra'];
const OTHER_UEN_ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWX0123456789';

/** Numbers that authorities of Singapore issue. */
export const SG_IDENTIFIERS: readonly NumberRecognizer[] = [
  identifier({
    name: 'sg-nric-fin',
    entityType: 'SG_NRIC_FIN',
    shapes: ['LDDDDDDDL'],
    pattern: /^[STFGM]/,
    isIssuable: passesNricCheck,
    context: NRIC_WORDS,
    score: { bare: 0.85, named: 0.97 },
  }),
  identifier({
    name: 'sg-nric-fin-unchecked',
    entityType: 'SG_NRIC_FIN',
    shapes: ['LDDDDDDDL'],
    pattern: /^[STFGM]/,
    context: NRIC_WORDS,
    score: { bare: 0.4, named: 0.7, alone: 0.5 },
  }),
  identifier({
    name: 'sg-uen',
    entityType: 'SG_UEN',
    shapes: ['DDDDDDDDL', 'DDDDDDDDDL', 'LDDLLDDDDL'],
    isIssuable: isEntityNumber,
    context: UEN_WORDS,
    score: { bare: 0.65, named: 0.95, alone: 0.75 },
  }),
];

/** The letter by the remainder; century and kind of holder shift the sum. */
function passesNricCheck(value: string): boolean {
  const kind = value.charAt(0);
  const shift = { S: 0, T: 4, F: 0, G: 4, M: 3 }[kind] ?? 0;
  const letters = { S: 'JZIHGFEDCBA', T: 'JZIHGFEDCBA', M: 'XWUTRQPNJLK' }[kind] ?? 'XWUTRQPNMLK';
  const sum = weightedSum(value.slice(1), [2, 7, 6, 5, 4, 3, 2]) + shift;
  return letters.charAt(sum % 11) === value.charAt(8);
}

/** Businesses, local companies (year in front), other entities (R, S or T and two digits of the year). */
function isEntityNumber(value: string): boolean {
  if (value.length === 9) return endsWithLetter(value, [10, 4, 9, 3, 8, 2, 7, 1], 'XMKECAWLJDB');
  if (/^\d/.test(value))
    return /^(?:1[89]|20)/.test(value) && endsWithLetter(value, [10, 8, 6, 4, 9, 7, 5, 3, 1], 'ZKCMDNERGWH');
  return /^[RST]/.test(value) && passesOtherEntityCheck(value);
}

function endsWithLetter(value: string, weights: readonly number[], letters: string): boolean {
  return letters.charAt(weightedSum(value, weights) % 11) === value.charAt(weights.length);
}

function passesOtherEntityCheck(value: string): boolean {
  const weights = [4, 3, 5, 3, 10, 2, 2, 5, 7];
  const sum = weights.reduce(
    (total, weight, index) => total + weight * OTHER_UEN_ALPHABET.indexOf(value.charAt(index)),
    0,
  );
  return OTHER_UEN_ALPHABET.charAt((((sum - 5) % 11) + 11) % 11) === value.charAt(9);
}
