import { passesLuhn } from '../../text/checksums.js';
import type { NumberRecognizer } from '../recognizer.js';
import { identifier } from './identifier.js';

const SIN_WORDS = ['sin', 's.i.n', 'social insurance', 'assurance sociale', 'nas', 'n.a.s'];

/** Social insurance number of Canada: Luhn. */
export const CA_IDENTIFIERS: readonly NumberRecognizer[] = [
  identifier({
    name: 'ca-sin',
    entityType: 'CA_SIN',
    shapes: ['9', '3-3-3'],
    pattern: /^[1-79]/,
    isIssuable: passesLuhn,
    context: SIN_WORDS,
    score: { bare: 0.25, grouped: 0.62, named: 0.95, alone: 0.55, namedOnly: 0.82 },
  }),
  // 0 is used in examples and 8 was given to businesses: only where it is called so.
  identifier({
    name: 'ca-sin-unassigned',
    entityType: 'CA_SIN',
    shapes: ['9', '3-3-3'],
    pattern: /^[08]/,
    isIssuable: passesLuhn,
    context: SIN_WORDS,
    score: { bare: 0.1, named: 0.9 },
  }),
];
