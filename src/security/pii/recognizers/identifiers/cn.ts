import { passesMod11Of2 } from '../../text/check-digits/iso-7064.js';
import { isShortDate } from '../../text/checksums.js';
import type { NumberRecognizer } from '../recognizer.js';
import { identifier } from './identifier.js';

const ID_WORDS = [
  ...['身份证', '身分證', '身份號碼', '身份号码', '公民身份', '证件号', '證件號', '居民身份'],
  ...['resident id', 'resident identity', 'chinese id', 'china id', 'id card', 'id number'],
];
/** GB/T 2260: provinces, Hong Kong, Macao and Taiwan. */
const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)/;

/** Resident identity numbers of China. */
export const CN_IDENTIFIERS: readonly NumberRecognizer[] = [
  // GB 11643-1999: area, birth, serial number, ISO 7064 check character.
  identifier({
    name: 'cn-resident-id',
    entityType: 'CN_RESIDENT_ID',
    shapes: ['18', 'DDDDDDDDDDDDDDDDDL', '6-8-4', '6-8-DDDL', '6-4-4-4', '6-4-4-DDDL'],
    isIssuable: isResidentId,
    context: ID_WORDS,
    score: { bare: 0.9, named: 0.98 },
  }),
  // Issued until 1999: two digits of the year and no check.
  identifier({
    name: 'cn-resident-id-old',
    entityType: 'CN_RESIDENT_ID',
    shapes: ['15'],
    isIssuable: (value) => PROVINCE.test(value) && isShortDate(value.slice(6, 12)),
    context: ID_WORDS,
    score: { bare: 0.05, named: 0.85 },
  }),
];

function isResidentId(value: string): boolean {
  const century = value.slice(6, 8);
  const isBirth = (century === '19' || century === '20') && isShortDate(value.slice(8, 14));
  return isBirth && PROVINCE.test(value) && passesMod11Of2(value);
}
