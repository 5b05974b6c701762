import { isAsciiLetter, isDigit } from '../text/character-class.js';
import type { CodeUnits } from '../text/code-units.js';
import { LetterPairs } from '../text/letter-pairs.js';
import { candidate, type Candidate, type NumberRecognizer } from './recognizer.js';
import { max } from '../text/math.js';

const OLD =
  /\d{1,3}(?:[- ](?:years?|yrs?|months?|weeks?|days?)[- ]old|[- ]?(?:y\.?\/?o\.?|yo)(?![A-Za-z])|[- ]years? of age)/iy;
/** `aged 34`, `age: 34`, `turns 34`. */
const NAMED = /(?:^|[^A-Za-z])(?:aged?["']?[:=]?|age is|age of|turn(?:s|ed|ing)?) ?["']?$/i;
/** What aged, age, is, of, turn, turns and turning end with. */
const NAMED_ENDS = 'edsfng';
const NAMED_END_BITS = letterBits(NAMED_ENDS);
/** How they begin, and those of them that may stand before a colon. */
const NAMED_WORDS = new LetterPairs(['age', 'is', 'of', 'turn']);
const FIELDS = new LetterPairs(['age']);
const LONGEST_NAMED_WORD = 7;
const NAMED_WINDOW = 12;
const OLDEST = 122;

/** `34 years old`, `6 months old`, where the number stands apart. */
const apart: NumberRecognizer = {
  name: 'age',
  trigger: 'number',
  shapes: ['1~3'],
  after: ['SPACE', 'HYPHEN'],
  ahead: 'ymwd',
  recognize: ({ text, start }) => oldAt(text, start),
};

/** `a 34-year-old`, `34yo`. */
const joined: NumberRecognizer = {
  name: 'age',
  trigger: 'number',
  shapes: ['1~3-LLLL', '1~3-LLLLL', '1~3-LLLL-LLL', '1~3-LLLLL-LLL', '1~3-L', 'DDLL', 'DLL'],
  recognize: ({ text, units, start }) => (mayBeOld(units, start) ? oldAt(text, start) : undefined),
};

/** `aged 34`, `age: 34`, `turns 34`. */
const named: NumberRecognizer = {
  name: 'age',
  trigger: 'number',
  shapes: ['1~3'],
  behind: `${NAMED_ENDS}*`,
  recognize(run) {
    const { text, units, start, end } = run;
    if (!mayBeNamed(units, start) || run.numberAt(0) > OLDEST) return undefined;
    const isNamed = NAMED.test(text.slice(max(0, start - NAMED_WINDOW), start));
    return isNamed ? candidate('AGE', start, end, 0.6) : undefined;
  },
};

/** How old somebody is. */
export const AGE_RECOGNIZERS: readonly NumberRecognizer[] = [apart, joined, named];

function oldAt(text: string, start: number): Candidate | undefined {
  OLD.lastIndex = start;
  return OLD.test(text) ? candidate('AGE', start, OLD.lastIndex, 0.75) : undefined;
}

/** Whether a word for a time begins behind the digits. */
function mayBeOld(text: CodeUnits, start: number): boolean {
  let at = start;
  while (isDigit(text.charCodeAt(at))) at++;
  const code = text.charCodeAt(at);
  const isApart = code === 0x20 || code === 0x2d;
  const letter = (isApart ? text.charCodeAt(at + 1) : code) | 0x20;
  return letter === 0x79 || (isApart && (letter === 0x6d || letter === 0x77 || letter === 0x64));
}

/** Whether a word that begins and ends as one of them does stands before the number, over what may stand between. */
function mayBeNamed(text: CodeUnits, start: number): boolean {
  let at = start - 1;
  if (isQuote(text.charCodeAt(at))) at--;
  if (text.charCodeAt(at) === 0x20) at--;
  const mark = text.charCodeAt(at);
  const isField = mark === 0x3a || mark === 0x3d;
  if (isField) at--;
  if (isQuote(text.charCodeAt(at))) at--;
  const code = text.charCodeAt(at);
  if (!isAsciiLetter(code) || ((NAMED_END_BITS >> (code & 31)) & 1) === 0) return false;
  const first = at - LONGEST_NAMED_WORD;
  while (at > first && isAsciiLetter(text.charCodeAt(at - 1))) at--;
  return (isField ? FIELDS : NAMED_WORDS).mayBeAt(text, at);
}

function letterBits(letters: string): number {
  return Array.from(letters).reduce((bits, letter) => bits | (1 << (letter.charCodeAt(0) & 31)), 0);
}

function isQuote(code: number): boolean {
  return code === 0x22 || code === 0x27;
}
