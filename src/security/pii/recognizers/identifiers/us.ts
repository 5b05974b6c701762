import { passesLuhn } from '../../text/checksums.js';
import { digitAt, weightedSum } from '../../text/check-digits/weighted-sum.js';
import type { NumberRecognizer } from '../recognizer.js';
import { identifier } from './identifier.js';

const DRIVER_WORDS = [
  'driver',
  'driving',
  'drivers license',
  'license',
  'licence',
  'dl',
  'dmv',
  'permit',
  'lic',
  'dln',
  'drv lic',
];

/** As Koreans tell a licence of the United States from one of theirs. */
const KOREAN_DRIVER_WORDS =
  '미국 텍사스 캘리포니아 뉴욕 뉴저지 플로리다 조지아 워싱턴 일리노이 버지니아 메릴랜드 펜실베이니아 애리조나 네바다 오하이오 하와이'
    .split(' ')
    .flatMap((state) => [`${state} 면허`, `${state}주 면허`, `${state} 운전면허`, `${state}주 운전면허`]);

/** Numbers that authorities of the United States issue; the social security number has a file of its own. */
export const US_IDENTIFIERS: readonly NumberRecognizer[] = [
  // IRS: begins with 9; the group is 50-65, 70-88, 90-92 or 94-99.
  identifier({
    name: 'us-itin',
    entityType: 'US_ITIN',
    shapes: ['9', '3-2-4', '3-6', '5-4'],
    pattern: /^9\d{2}(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])/,
    context: ['itin', 'individual taxpayer', 'taxpayer id', 'taxpayer number', 'tax id', 'tin'],
    score: { bare: 0.3, grouped: 0.62, named: 0.9, alone: 0.5 },
  }),
  // Nine digits; a letter and eight digits in the next-generation book.
  identifier({
    name: 'us-passport',
    entityType: 'US_PASSPORT',
    shapes: ['9', 'LDDDDDDDD'],
    context: ['passport', 'us passport', 'travel document'],
    against: ['account', 'routing', 'ssn'],
    score: { bare: 0.08, named: 0.84 },
  }),
  // Letters and digits as most states use them, or the Soundex groups of Florida, Illinois, Michigan and others.
  identifier({
    name: 'us-driver-license',
    entityType: 'US_DRIVER_LICENSE',
    shapes: [
      ...[
        'LDDDDD',
        'LDDDDDD',
        'LDDDDDDD',
        'LDDDDDDDD',
        'LDDDDDDDDD',
        'LDDDDDDDDDDD',
        'LDDDDDDDDDDDD',
        'LDDDDDDDDDDDDD',
      ],
      ...[
        'LDDDDDDDDDDDDDD',
        'LLDDDDD',
        'LLDDDDDD',
        'LLDDDDDDD',
        'LLLDDDDD',
        'LLLDDDDDD',
        'LLLDDDDDDD',
        'DDLLLDDDD',
        'DDDLLDDDD',
      ],
      ...[
        'LDDDDDL',
        'LDDDDDDL',
        'LDLDLDDDDL',
        'LLLLLDDDLL',
        'LLLLLDDDDLL',
        'LLLLLLLDDDLD',
        'LDDDDDDDDL',
        'DDDDDDDDL',
        'DDDDDDDDLL',
        'DDDDDDDL',
      ],
    ],
    context: [...DRIVER_WORDS, ...KOREAN_DRIVER_WORDS],
    against: ['passport', 'vat', 'plate'],
    score: { bare: 0.3, named: 0.8, alone: 0.42 },
  }),
  // Washington since 2018.
  identifier({
    name: 'us-driver-license-washington',
    entityType: 'US_DRIVER_LICENSE',
    shapes: ['*12'],
    first: 'W',
    pattern: /^WDL(?=.*\d)[A-Z0-9]{9}$/,
    context: DRIVER_WORDS,
    score: { bare: 0.7, named: 0.9 },
  }),
  // Washington before: letters of the name, asterisks aside, then year, check digit and code.
  identifier({
    name: 'us-driver-license-washington-former',
    entityType: 'US_DRIVER_LICENSE',
    shapes: ['LLLLLLLDDDL?', 'LLLLLLLDDDD?', 'LLLLLL?DDDL?'],
    context: DRIVER_WORDS,
    score: { bare: 0.1, named: 0.8 },
  }),
  identifier({
    name: 'us-driver-license-groups',
    entityType: 'US_DRIVER_LICENSE',
    shapes: [
      'LDDD-3-2-3-1',
      'LDDD-3-3-3',
      'LDDD-4-4',
      'LDDD-4-4-2',
      '3-2-4',
      '3-3-3',
      '2-3-4',
      'DDDLL-4',
      'LDD-2-4',
      'LDD-2-5',
    ],
    pattern: /^(?:[A-Z]\d{8,13}|\d{9}|\d{3}[A-Z]{2}\d{4})$/,
    context: DRIVER_WORDS,
    against: ['passport', 'vat', 'plate', 'ssn', 'social security', 'sin', 'tax'],
    score: { bare: 0.05, named: 0.78 },
  }),
  identifier({
    name: 'us-driver-license-digits',
    entityType: 'US_DRIVER_LICENSE',
    shapes: ['7~12'],
    context: [...DRIVER_WORDS, ...KOREAN_DRIVER_WORDS],
    against: ['passport', 'vat', 'plate', 'phone', 'npi', '면허'],
    score: { bare: 0.02, named: 0.72 },
  }),
  // CMS: the letters S, L, O, I, B and Z are never used; positions 2, 5, 8 and 9 are letters.
  identifier({
    name: 'us-mbi',
    entityType: 'US_MBI',
    shapes: ['DL?DL?DLLDD', 'DL?D-L?D-LLDD'],
    pattern:
      /^[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d[AC-HJKMNP-RT-Y]{2}\d{2}$/,
    context: ['medicare', 'mbi', 'beneficiary'],
    score: { bare: 0.72, grouped: 0.8, named: 0.95 },
  }),
  // 45 CFR 162.406: Luhn over the number behind the prefix 80840.
  identifier({
    name: 'us-npi',
    entityType: 'US_NPI',
    shapes: ['10', '4-3-3', '3-3-4', '1-3-3-3'],
    pattern: /^[12]/,
    isIssuable: (value) => !isUniform(value) && passesLuhn(`80840${value}`),
    context: ['npi', 'national provider', 'provider id', 'provider number', 'provider'],
    score: { bare: 0.35, grouped: 0.4, named: 0.95, alone: 0.6 },
  }),
  identifier({
    name: 'aba-routing-number',
    entityType: 'ABA_ROUTING_NUMBER',
    shapes: ['9', '4-4-1'],
    isIssuable: isRoutingNumber,
    context: ['routing', 'aba', 'rtn', 'transit number', 'ach', 'wire'],
    score: { bare: 0.3, grouped: 0.55, named: 0.92, alone: 0.56 },
  }),
  // DEA registration: kind of registrant, initial of the surname or 9, six digits and a check digit.
  identifier({
    name: 'medical-license',
    entityType: 'MEDICAL_LICENSE',
    shapes: ['LLDDDDDDD', 'LDDDDDDDD'],
    pattern: /^[ABCDEFGHJKLMPRSTUX][A-Z9]\d{7}$/,
    isIssuable: (value) => weightedSum(value.slice(2), [1, 2, 1, 2, 1, 2]) % 10 === digitAt(value, 8),
    context: [
      'dea',
      'medical license',
      'medical licence',
      'prescri',
      'physician',
      'practitioner',
      'certificate',
    ],
    score: { bare: 0.52, named: 0.95, alone: 0.7 },
  }),
];

/** Federal Reserve district in front (00-12, 21-32, 61-72, 80), weights 3, 7 and 1. */
function isRoutingNumber(value: string): boolean {
  const district = Number(value.slice(0, 2));
  const isDistrict =
    district <= 12 ||
    (district >= 21 && district <= 32) ||
    (district >= 61 && district <= 72) ||
    district === 80;
  return isDistrict && Number(value) > 0 && weightedSum(value, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0;
}

function isUniform(value: string): boolean {
  return value === value.charAt(0).repeat(value.length);
}
