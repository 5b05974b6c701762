import { base36 } from '../../text/check-digits/iso-7064.js';
import { passesVerhoeff } from '../../text/check-digits/verhoeff.js';
import type { NumberRecognizer } from '../recognizer.js';
import { identifier } from './identifier.js';

const PLATE_WORDS = ['rto', 'vehicle', 'plate', 'registration', 'car', 'bike'];
const PAN_WORDS = ['pan', 'permanent account'];
const GST_WORDS = ['gst', 'gstin', 'goods and services'];
const GSTIN = /^(?:0[1-9]|[12]\d|3[0-8]|9[79])[A-Z]{5}\d{4}[A-Z][1-9A-Z]Z[0-9A-Z]$/;
/** Codes of states and territories on plates, former ones included. */
const STATES = new Set(
  'AN AP AR AS BR CG CH DD DL DN GA GJ HP HR JH JK KA KL LA LD MH ML MN MP MZ NL OD OR PB PY RJ SK TG TN TR TS UA UK UP WB'.split(
    ' ',
  ),
);

/** Numbers that authorities of India issue. */
export const IN_IDENTIFIERS: readonly NumberRecognizer[] = [
  // Income Tax Department: the fourth letter is the kind of holder.
  identifier({
    name: 'in-pan',
    entityType: 'IN_PAN',
    shapes: ['LLLLLDDDDL'],
    pattern: /^[A-Z]{3}[ABCFGHJLPT]/,
    context: PAN_WORDS,
    score: { bare: 0.8, named: 0.95 },
  }),
  identifier({
    name: 'in-pan-other-holder',
    entityType: 'IN_PAN',
    shapes: ['LLLLLDDDDL'],
    context: PAN_WORDS,
    score: { bare: 0.4, named: 0.85, alone: 0.55 },
  }),
  identifier({
    name: 'in-aadhaar',
    entityType: 'IN_AADHAAR',
    shapes: ['12', '4-4-4'],
    pattern: /^[2-9]/,
    isIssuable: isAadhaar,
    context: ['aadhaar', 'aadhar', 'adhaar', 'adhar', 'uidai', 'uid', 'आधार'],
    score: { bare: 0.4, grouped: 0.55, named: 0.97, alone: 0.7, namedOnly: 0.85 },
  }),
  identifier({
    name: 'in-vehicle-registration',
    entityType: 'IN_VEHICLE_REGISTRATION',
    shapes: [
      'LLDLDDDD',
      'LLDDLDDDD',
      'LLDDLLDDDD',
      'LLDLLDDDD',
      'LLDLLLDDDD',
      'LLDDLLLDDDD',
      'LLDD-L-4',
      'LLDD-LL-4',
      'LLD-L-4',
      'LLDD-LLDDDD',
      'LLDD-LDDDD',
    ],
    isIssuable: (value) => STATES.has(value.slice(0, 2)),
    context: PLATE_WORDS,
    score: { bare: 0.7, named: 0.9 },
  }),
  identifier({
    name: 'in-vehicle-registration-groups',
    entityType: 'IN_VEHICLE_REGISTRATION',
    shapes: [
      '2-L-4',
      '2-LL-4',
      '1-L-4',
      '1-LL-4',
      '2-LLL-4',
      'DDL-4',
      'DDLL-4',
      'DDLLDDDD',
      'DDLDDDD',
      '2-LLDDDD',
    ],
    lead: /[A-Z]{2} $/,
    isIssuable: (value) => STATES.has(value.slice(0, 2)),
    context: PLATE_WORDS,
    score: { bare: 0.7, named: 0.9 },
  }),
  // Bharat series: year, BH, number, letters.
  identifier({
    name: 'in-vehicle-registration-bharat',
    entityType: 'IN_VEHICLE_REGISTRATION',
    shapes: ['DDLLDDDDL', 'DDLLDDDDLL', '2-LL-4-L', '2-LL-4-LL'],
    pattern: /^2\dBH/,
    context: PLATE_WORDS,
    score: { bare: 0.75, named: 0.9 },
  }),
  identifier({
    name: 'in-voter',
    entityType: 'IN_VOTER',
    shapes: ['LLLDDDDDDD'],
    context: ['voter', 'epic', 'elector', 'election'],
    score: { bare: 0.35, named: 0.9, alone: 0.5 },
  }),
  identifier({
    name: 'in-passport',
    entityType: 'IN_PASSPORT',
    shapes: ['LDDDDDDD', 'LDD-5'],
    context: ['passport', 'indian passport'],
    score: { bare: 0.3, named: 0.87, alone: 0.48 },
  }),
  // GST Network: state, PAN, entity, Z, check character in base 36.
  identifier({
    name: 'in-gstin',
    entityType: 'IN_GSTIN',
    shapes: ['DDLLLLLDDDDL???'],
    pattern: GSTIN,
    isIssuable: passesGstCheck,
    context: GST_WORDS,
    score: { bare: 0.95, named: 0.99 },
  }),
  identifier({
    name: 'in-gstin-unchecked',
    entityType: 'IN_GSTIN',
    shapes: ['DDLLLLLDDDDL???'],
    pattern: GSTIN,
    context: GST_WORDS,
    score: { bare: 0.6, named: 0.85 },
  }),
];

/** UIDAI: never a palindrome, Verhoeff's check digit last. */
function isAadhaar(value: string): boolean {
  return [...value].reverse().join('') !== value && passesVerhoeff(value);
}

function passesGstCheck(value: string): boolean {
  let sum = 0;
  for (let index = 0; index < 14; index++) {
    const product = base36(value.charAt(index)) * (index % 2 === 0 ? 1 : 2);
    sum += Math.floor(product / 36) + (product % 36);
  }
  return (36 - (sum % 36)) % 36 === base36(value.charAt(14));
}
