import type { NumberRecognizer } from '../recognizer.js';
import { identifier } from './identifier.js';

const NIF_WORDS = ['nif', 'dni', 'documento nacional', 'identificación fiscal'];
const NIE_WORDS = ['nie', 'extranjero', 'extranjería'];
const CONTROL_LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';

/** Numbers that authorities of Spain issue; the letter is the number modulo 23 (Real Decreto 1553/2005). */
export const ES_IDENTIFIERS: readonly NumberRecognizer[] = [
  // K, L and M in front: minors, Spaniards abroad, foreigners without a NIE.
  identifier({
    name: 'es-nif',
    entityType: 'ES_NIF',
    shapes: [
      'DDDDDDDDL',
      '8-L',
      'DDDDDDDL',
      '7-L',
      '2.3.DDDL',
      '2.3.3-L',
      '1.3.DDDL',
      '1.3.3-L',
      'LDDDDDDDL',
    ],
    pattern: /^[KLM]?\d{7,8}[A-Z]$/,
    isIssuable: (value) => hasControlLetter(value.replace(/\D/g, ''), value),
    context: NIF_WORDS,
    score: { bare: 0.8, named: 0.97 },
  }),
  identifier({
    name: 'es-nie',
    entityType: 'ES_NIE',
    shapes: ['LDDDDDDDL', 'LDDDDDDD-L', 'LDDDDDDDDL', 'LDDDDDDDD-L'],
    pattern: /^[XYZ]0?\d{7}[A-Z]$/,
    isIssuable: hasNieLetter,
    context: NIE_WORDS,
    score: { bare: 0.87, named: 0.98 },
  }),
  identifier({
    name: 'es-passport',
    entityType: 'ES_PASSPORT',
    shapes: ['LLLDDDDDD', 'LLDDDDDD'],
    context: ['pasaporte', 'passport'],
    score: { bare: 0.3, named: 0.84, alone: 0.46 },
  }),
];

/** Whether the letter behind a number of a foreigner is the right one; X, Y and Z count as 0, 1 and 2. */
export function hasNieLetter(value: string): boolean {
  return hasControlLetter('XYZ'.indexOf(value.charAt(0)) + value.slice(1, -1), value);
}

function hasControlLetter(digits: string, value: string): boolean {
  return CONTROL_LETTERS.charAt(Number(digits) % 23) === value.charAt(value.length - 1);
}
