import { createRequire } from 'node:module';
import type { isValidPhoneNumber, MetadataJson } from 'libphonenumber-js/core';
import { contextBefore, standsBefore } from '../text/context.js';
import { isAsciiAlphanumeric, isDigit } from '../text/character-class.js';
import type { NumberRun } from '../text/number-run.js';
import { candidate, type Candidate, type NumberRecognizer } from './recognizer.js';

const PHONE_WORDS =
  /전화|연락처|휴대폰|핸드폰|휴대전화|모바일|팩스|문의|번호는|phone|mobile|cell|tel|fax|call|contact|whatsapp|sms/gi;
/** Korean numbers with the trunk prefix: mobile, Seoul, area codes, 050x/060/070/080. */
const KOREAN =
  /(?:01[016789]|02|0[3-6][1-5]|050[2-8]?|0[678]0)(?:\) ?|[-. ·]| - )?\d{3,4}(?:[-. ·]| - )?\d{4}(?!\d)/y;
/** `+82 10-1234-5678`, `82-10-…`, `+82 (0)10 …`. */
const KOREAN_INTERNATIONAL =
  /82[-. )]{0,2}(?:\(0\)|0)?[-. ]?(?:1[016789]|2|[3-6][1-5]|70)[-. ]?\d{3,4}[-. ]?\d{4}(?!\d)/y;
const INTERNATIONAL = /\d{1,3}(?:[-. ]{0,1}\(?\d{1,5}\)?){2,6}/y;
/** North American numbering plan: area code and exchange start with 2-9. */
const NORTH_AMERICAN = /(?:1[-. ])?\(?[2-9]\d{2}\)?([-. ]|\) ?)[2-9]\d{2}[-. ]\d{4}(?!\d)/y;
/** The same behind `+1`: numbers kept for fiction (555) are found too, because people make them up. */
const NORTH_AMERICAN_INTERNATIONAL = /1[-. ]?\(?[2-9]\d{2}\)?(?:[-. ]|\) ?)?[2-9]\d{2}[-. ]?\d{4}(?!\d)/y;

const require = createRequire(import.meta.url);
let isValid: ((number: string) => boolean) | undefined;

const PLUS = 0x2b;
const PARENTHESIS = 0x28;

/** Korean numbers by their plan, others by `+` and libphonenumber, North American ones by shape. */
export const phoneRecognizer: NumberRecognizer = {
  name: 'phone',
  trigger: 'number',
  recognize(run): Candidate | undefined {
    const { text } = run;
    const before = text.charCodeAt(run.start - 1);
    if (before === PLUS) return recognizeInternational(text, run.start);
    if (!run.startsClean || run.lengths[0]! > 12) return undefined;
    const start = before === PARENTHESIS ? run.start - 1 : run.start;
    return recognizeKorean(run, start) ?? recognizeNorthAmerican(run, start);
  },
};

function recognizeInternational(text: string, start: number): Candidate | undefined {
  if (isAsciiAlphanumeric(text.charCodeAt(start - 2))) return undefined;
  const end =
    stickyEnd(KOREAN_INTERNATIONAL, text, start) ||
    stickyEnd(NORTH_AMERICAN_INTERNATIONAL, text, start) ||
    internationalEnd(text, start);
  return end === 0 ? undefined : candidate('PHONE', start - 1, end, 0.9);
}

/** Longest valid number; a trailing group that does not belong to it is given back. */
function internationalEnd(text: string, start: number): number {
  let end = stickyEnd(INTERNATIONAL, text, start);
  if (isDigit(text.charCodeAt(end))) return 0;
  for (let attempt = 0; attempt < 3 && end - start >= 7; attempt++) {
    isValid ??= loadValidation();
    if (isValid(text.slice(start - 1, end))) return end;
    end = Math.max(text.lastIndexOf(' ', end - 1), start);
  }
  return 0;
}

/** When the first number from elsewhere is met: its seventy modules are more than the rest of this folder. */
function loadValidation(): (number: string) => boolean {
  const core = require('libphonenumber-js/core') as { isValidPhoneNumber: typeof isValidPhoneNumber };
  const metadata = require('libphonenumber-js/min/metadata') as MetadataJson;
  return (number) => core.isValidPhoneNumber(number, metadata);
}

function recognizeKorean(run: NumberRun, start: number): Candidate | undefined {
  const { text } = run;
  const first = text[run.start];
  if (first === '8') {
    const end = stickyEnd(KOREAN_INTERNATIONAL, text, run.start);
    return end && endsClean(text, end) ? candidate('PHONE', run.start, end, 0.7) : undefined;
  }
  if (first === '1') return recognizeWithoutTrunk(run);
  if (first !== '0') return undefined;
  const end = stickyEnd(KOREAN, text, run.start);
  if (end === 0 || !endsClean(text, end) || !isPaired(text, start, end)) return undefined;
  const context = contextBefore(text, start, { for: PHONE_WORDS });
  return candidate(
    'PHONE',
    text[start] === '(' ? start : run.start,
    end,
    scoreKorean(text.slice(run.start, end), context),
  );
}

function scoreKorean(number: string, context: number): number {
  const isMobile = number[1] === '1';
  const grouped = /\D/.test(number);
  const base = isMobile ? (grouped ? 0.9 : 0.8) : grouped ? 0.75 : 0.45;
  return Math.min(0.99, base + context * (context < 0 && grouped ? 0.1 : 0.35));
}

/** A JSON number loses its leading zero: 1012345678 under a key that says phone. */
function recognizeWithoutTrunk(run: NumberRun): Candidate | undefined {
  const end = run.fit(10);
  if (end === 0 || run.text[run.start + 1] !== '0') return undefined;
  return contextBefore(run.text, run.start, { for: PHONE_WORDS }) > 0
    ? candidate('PHONE', run.start, end, 0.7)
    : undefined;
}

function recognizeNorthAmerican(run: NumberRun, start: number): Candidate | undefined {
  const { text } = run;
  const end = stickyEnd(NORTH_AMERICAN, text, start) || rawNorthAmericanEnd(run);
  if (end === 0 || !endsClean(text, end) || !isPaired(text, start, end)) return undefined;
  const context = contextBefore(text, start, { for: PHONE_WORDS });
  const score = (text[start] === '(' || text[end - 5] === '-' ? 0.65 : 0.45) + context * 0.3;
  return candidate('PHONE', start, end, score);
}

function rawNorthAmericanEnd(run: NumberRun): number {
  const end = run.fit(10);
  if (end === 0 || !/^[2-9]\d{2}[2-9]/.test(run.text.slice(run.start, end))) return 0;
  return standsBefore(run.text, run.start, PHONE_WORDS, 24) ? end : 0;
}

function stickyEnd(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : 0;
}

function endsClean(text: string, end: number): boolean {
  const next = text.charCodeAt(end);
  if (isAsciiAlphanumeric(next) || next === 0x5f) return false;
  return !((next === 0x2d || next === 0x2e) && isDigit(text.charCodeAt(end + 1)));
}

function isPaired(text: string, start: number, end: number): boolean {
  return text[start] !== '(' || text.slice(start, end).includes(')');
}
