import { digitAt, weightedSum } from '../../text/check-digits/weighted-sum.js';
import type { NumberRecognizer } from '../recognizer.js';
import { identifier } from './identifier.js';

const NINO_WORDS = ['national insurance', 'nino', 'ni number', 'ni no', 'nin', 'ni', 'n.i.', 'nat ins'];
/** Prefixes that were never allocated stand in what people make up or mistype: beside the label it is one all the same. */
const ANY_NINO = /^[A-Z]{2}\d{6}[A-D]$/;
const NHS_WORDS = ['nhs', 'national health', 'health service', 'fhsa', 'patient'];
const PLATE_WORDS = [
  'vrm',
  'vrn',
  'registration',
  'reg',
  'plate',
  'vehicle',
  'car',
  'dvla',
  'van',
  'number plate',
];
const POSTCODE_WORDS = ['postcode', 'post code', 'postal code', 'address', 'zip'];
/** HMRC NIM39110: D, F, I, Q, U and V are not used, O not in second place; some prefixes are not allocated. */
const NINO = /^(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/;
const POSTCODE = /^[A-PR-UWYZ][A-HK-Y]?\d[A-Z\d]?\d[ABD-HJLNP-UW-Z]{2}$/;
/** Postcode areas of Royal Mail, with the islands and the forces' BFPO area. */
const POSTCODE_AREAS = new Set(
  `AB AL B BA BB BD BF BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP
   IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF
   TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE`.split(/\s+/),
);

/** Numbers that authorities of the United Kingdom issue. */
export const GB_IDENTIFIERS: readonly NumberRecognizer[] = [
  identifier({
    name: 'uk-nhs',
    entityType: 'UK_NHS',
    shapes: ['3_3_4', '10'],
    isIssuable: passesNhsCheck,
    context: NHS_WORDS,
    score: { bare: 0.35, grouped: 0.75, named: 0.95, alone: 0.65 },
  }),
  // With hyphens one of eleven American phone numbers passes the check; whatever has their plan is rather one.
  identifier({
    name: 'uk-nhs-hyphens',
    entityType: 'UK_NHS',
    shapes: ['3-3-4'],
    isIssuable: passesNhsCheck,
    context: NHS_WORDS,
    score: { bare: 0.6, named: 0.95 },
  }),
  identifier({
    name: 'uk-nino',
    entityType: 'UK_NINO',
    shapes: ['LLDDDDDDL', 'LLDDDDDD-L', 'LLDD-2-2-L', 'LLDD-2-DDL'],
    pattern: NINO,
    context: NINO_WORDS,
    score: { bare: 0.7, named: 0.95 },
  }),
  identifier({
    name: 'uk-nino-groups',
    entityType: 'UK_NINO',
    shapes: ['2-2-2-L', '6-L', 'DDDDDDL', '2-2-DDL'],
    lead: /[A-Za-z]{2} $/,
    pattern: NINO,
    context: NINO_WORDS,
    score: { bare: 0.72, named: 0.95 },
  }),
  identifier({
    name: 'uk-nino-unallocated',
    entityType: 'UK_NINO',
    shapes: ['LLDDDDDDL', 'LLDD-2-2-L', 'LLDDDDDD-L'],
    pattern: ANY_NINO,
    context: NINO_WORDS,
    score: { bare: 0.2, named: 0.85 },
  }),
  identifier({
    name: 'uk-nino-groups-unallocated',
    entityType: 'UK_NINO',
    shapes: ['2-2-2-L', '6-L', 'DDDDDDL'],
    lead: /[A-Za-z]{2} $/,
    pattern: ANY_NINO,
    context: NINO_WORDS,
    score: { bare: 0.2, named: 0.85 },
  }),
  // DVLA: surname padded with 9, decade, month (plus 50 for women), day, year, initials, check characters.
  identifier({
    name: 'uk-driving-licence',
    entityType: 'UK_DRIVING_LICENCE',
    shapes: ['*16', 'L????DDDDDD_L????'],
    first: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    isIssuable: isDrivingLicence,
    context: ['driver', 'driving', 'licence', 'license', 'dvla'],
    score: { bare: 0.85, named: 0.97 },
  }),
  identifier({
    name: 'uk-passport',
    entityType: 'UK_PASSPORT',
    shapes: ['LLDDDDDDD'],
    context: ['passport', 'uk passport', 'british passport', 'hmpo', 'travel document'],
    score: { bare: 0.2, named: 0.86, alone: 0.45 },
  }),
  identifier({
    name: 'uk-postcode',
    entityType: 'UK_POSTCODE',
    shapes: ['LD_DLL', 'LDD_DLL', 'LLD_DLL', 'LLDD_DLL', 'LDL_DLL', 'LLDL_DLL'],
    pattern: POSTCODE,
    isIssuable: hasPostcodeArea,
    context: POSTCODE_WORDS,
    score: { bare: 0.65, named: 0.85 },
  }),
  identifier({
    name: 'uk-postcode-compact',
    entityType: 'UK_POSTCODE',
    shapes: ['LDDLL', 'LDDDLL', 'LLDDLL', 'LLDDDLL', 'LDLDLL', 'LLDLDLL'],
    pattern: POSTCODE,
    isIssuable: hasPostcodeArea,
    context: POSTCODE_WORDS,
    score: { bare: 0.3, named: 0.8, alone: 0.5 },
  }),
  // Since September 2001: area, age (02-29 or 51-79), three letters; I, Q and Z are not used in front.
  identifier({
    name: 'uk-vehicle-registration',
    entityType: 'UK_VEHICLE_REGISTRATION',
    shapes: ['LLDD_LLL', 'LLDDLLL'],
    pattern: /^[A-HJ-PR-Y]{2}(?:0[2-9]|[12]\d|5[1-9]|[67]\d)[A-HJ-PR-Z]{3}$/,
    context: PLATE_WORDS,
    score: { bare: 0.5, named: 0.85, alone: 0.6 },
  }),
  // 1983-2001 with the letter of the year in front, 1963-1983 behind.
  identifier({
    name: 'uk-vehicle-registration-dated',
    entityType: 'UK_VEHICLE_REGISTRATION',
    shapes: ['LDLLL', 'LDDLLL', 'LDDDLLL', 'LD_LLL', 'LDD_LLL', 'LDDD_LLL', 'LLLDL', 'LLLDDL', 'LLLDDDL'],
    pattern: /^(?:[A-HJ-NPR-TV-Y]\d{1,3}[A-HJ-PR-Y]{3}|[A-HJ-PR-Y]{3}\d{1,3}[A-HJ-NPR-TV-Y])$/,
    context: PLATE_WORDS,
    score: { bare: 0.25, named: 0.8, alone: 0.5 },
  }),
  identifier({
    name: 'uk-vehicle-registration-suffix',
    entityType: 'UK_VEHICLE_REGISTRATION',
    shapes: ['DL', 'DDL', 'DDDL'],
    lead: /[A-HJ-PR-Y]{3} $/,
    pattern: /^[A-Z]{3}\d{1,3}[A-HJ-NPR-TV-Y]$/,
    context: PLATE_WORDS,
    score: { bare: 0.2, named: 0.8, alone: 0.5 },
  }),
];

/** NHS data dictionary: weights 10 to 2, modulus 11; a check value of ten is never issued. */
function passesNhsCheck(value: string): boolean {
  const check = (11 - (weightedSum(value, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
  return value !== '0000000000' && check === digitAt(value, 9);
}

function isDrivingLicence(value: string): boolean {
  const birth = /^[A-Z]{1,5}9{0,4}(?<=^.{5})\d(\d{2})(\d{2})\d[A-Z][A-Z9][A-Z0-9]{3}$/.exec(value);
  if (!birth) return false;
  const month = Number(birth[1]) % 50;
  const day = Number(birth[2]);
  return month >= 1 && month <= 12 && Number(birth[1]) <= 62 && day >= 1 && day <= 31;
}

function hasPostcodeArea(value: string): boolean {
  return POSTCODE_AREAS.has(/^[A-Z]+/.exec(value)?.[0] ?? '');
}
