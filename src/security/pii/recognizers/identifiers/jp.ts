import { digitAt, weightedSum } from '../../text/check-digits/weighted-sum.js';
import type { NumberRecognizer } from '../recognizer.js';
import { identifier } from './identifier.js';

/** Numbers that authorities of Japan issue. */
export const JP_IDENTIFIERS: readonly NumberRecognizer[] = [
  // Ordinance 85/2014 of the Ministry of Internal Affairs and Communications, article 5: eleven digits and a check digit.
  identifier({
    name: 'jp-my-number',
    entityType: 'JP_MY_NUMBER',
    shapes: ['12', '4-4-4'],
    isIssuable: passesMyNumberCheck,
    context: ['マイナンバー', '個人番号', '個人識別番号', 'my number', 'individual number'],
    // One of eleven numbers of twelve digits passes the check.
    score: { bare: 0.3, named: 0.96 },
  }),
  // Prefecture (10 to 97), year of the first licence, serial number, check digit, times issued again.
  identifier({
    name: 'jp-driver-license',
    entityType: 'JP_DRIVER_LICENSE',
    shapes: ['12', '4-4-4', '2-2-6-2'],
    pattern: /^(?:[1-8]\d|9[0-7])/,
    context: ['運転免許', '免許証', '免許番号', '免許の番号', 'japanese driver', 'japan driver'],
    score: { bare: 0.05, named: 0.92 },
  }),
];

/** The weights run from 2 to 7 and again from 2 to 6, counted from the digit beside the check digit. */
function passesMyNumberCheck(value: string): boolean {
  const rest = weightedSum(value, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
  return (rest <= 1 ? 0 : 11 - rest) === digitAt(value, 11);
}
