import { PHONE_WORDS } from '../lexicon/phone-words.js';
import type { TokenRun } from '../text/token-run.js';
import { isOfThing } from './numbered-thing.js';
import { candidate, type NumberRecognizer } from './recognizer.js';
import { min } from '../text/math.js';

/** Trunk prefixes and what follows them: mobile, Seoul, other areas, 050x, internet, toll and toll-free numbers. */
const DOMESTIC =
  /^(?:01[016789]\d{7,8}|02\d{7,8}|0(?:3[1-3]|4[1-4]|5[1-5]|6[1-4])\d{7,8}|050[2-8]?\d{7,8}|0[678]0\d{7,8})$/;
const WITHOUT_TRUNK = /^82(?:0?1[016789]\d{7,8}|0?2\d{7,8}|0?[3-6][1-5]\d{7,8}|0?70\d{7,8})$/;
/** Numbers of companies that begin with 15xx, 16xx or 18xx. */
const REPRESENTATIVE = /^1[568]\d{6}$/;
/** A JSON number loses its leading zero. */
const WITHOUT_ZERO = /^10\d{8}$/;
/** Written without separators, those that little else looks like. */
const RAW = /^(?:0[57]0\d{8}|050\d{9}|02[2-9]\d{7}|0[3-6][1-5][2-9]\d{6,7})$/;
const PARENTHESIS = 0x28;

/** Korean numbers by their plan. */
export const phoneKoreanRecognizer: NumberRecognizer = {
  name: 'phone-kr',
  trigger: 'number',
  shapes: ['2~4-3~4-4', '2~4)3~4-4', '2~3-7~8', '6~7-4', '9~12', '4-4', '2-1~3-3~4-4'],
  first: '018',
  context: PHONE_WORDS,
  against: ['case', 'docket', 'claim', 'bank', 'account', 'acct', 'a/c'],
  recognize(run) {
    const score = scoreOf(run);
    if (score === 0) return undefined;
    const start = opensBefore(run) ? run.start - 1 : run.start;
    return candidate('PHONE', start, run.end, score);
  },
};

function scoreOf(run: TokenRun): number {
  const { value, count } = run;
  if (value.startsWith('0')) return DOMESTIC.test(value) ? scoreDomestic(value, count, contextOf(run)) : 0;
  if (WITHOUT_TRUNK.test(value)) return count > 1 || run.isNamed() ? 0.7 : 0;
  if (REPRESENTATIVE.test(value)) return run.isNamed() && !isOfThing(run) ? 0.8 : 0;
  return count === 1 && WITHOUT_ZERO.test(value) && run.isNamed() ? 0.7 : 0;
}

/** The `번호` of a thing speaks for no phone, but a mobile one is hardly anything else. */
function contextOf(run: TokenRun): number {
  const context = run.context();
  return context > 0 && run.value[1] !== '1' && isOfThing(run) ? -1 : context;
}

/** What words for and against it weigh. */
const FOR = 0.35;
const GROUPED_AGAINST = 0.1;
const HARDLY_AGAINST = 0.03;

function scoreDomestic(digits: string, count: number, context: number): number {
  const grouped = count > 1;
  const isMobile = digits[1] === '1';
  const base = isMobile ? (grouped ? 0.9 : 0.8) : grouped ? 0.75 : RAW.test(digits) ? 0.55 : 0.45;
  if (context >= 0) return min(0.99, base + context * FOR);
  // In three groups a mobile phone is hardly a thing or an account; two groups may be a case (`02-11940827`).
  if (isMobile && count > 2) return base - HARDLY_AGAINST;
  return base - (count > 2 || (isMobile && grouped) ? GROUPED_AGAINST : FOR);
}

/** `(02) 123-4567`: the opening parenthesis belongs to it when the closing one does. */
function opensBefore({ text, start, ends, count }: TokenRun): boolean {
  return count > 1 && text.charCodeAt(start - 1) === PARENTHESIS && text[ends[0]!] === ')';
}
