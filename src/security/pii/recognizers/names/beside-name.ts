import { belongings } from '../../lexicon/korean-endings.js';
import { isHangul } from '../../text/character-class.js';
import type { CodeUnits } from '../../text/code-units.js';
import { WordTree } from '../../text/word-tree.js';

const SPACE = 0x20;
/** 의 */
const OF = 0xc758;
/** 남, 여 and 만: what sex and age begin with, beside digits and Latin letters. */
const VITALS_START = new Set(Array.from('남여만', (syllable) => syllable.charCodeAt(0)));
/** Sex, age or year of birth behind a name. */
const VITALS = /\s?[(/,]\s?(?:[남여]성?|[MF]|만?\s?\d{1,3}\s?세|\d{2,4}년생)\s?[),/ ]/y;
/** Before somebody says who it is: 네, 저는, 안녕하세요, 고객: */
const INTRODUCTIONS = new WordTree(
  '네 예 저는 제가 전 나는 안녕하세요 이름은 성함은 여기는 본인은 여보세요'.split(' '),
  -1,
);
const BEFORE_SPEECH = new Uint8Array(0x10000);
for (const mark of ',.:!?\n"\'>') BEFORE_SPEECH[mark.charCodeAt(0)] = 1;

/** Whether somebody says who it is: at the beginning, behind a mark or behind what is said before. */
export function isIntroduced(text: CodeUnits, start: number): boolean {
  const before = text.charCodeAt(start - 1);
  if (start === 0 || BEFORE_SPEECH[before] === 1) return true;
  if (before !== SPACE) return false;
  return BEFORE_SPEECH[text.charCodeAt(start - 2)] === 1 || INTRODUCTIONS.longest(text, start - 1) > 0;
}

/** Whether sex, age or year of birth stand behind a name. */
export function hasVitals(text: CodeUnits, end: number): boolean {
  const opening = opensVitals(text.charCodeAt(end)) ? end : end + 1;
  if (!opensVitals(text.charCodeAt(opening))) return false;
  const next = text.charCodeAt(opening + 1);
  // Of words behind a comma few begin so.
  if (!mayBeVitals(next === SPACE ? text.charCodeAt(opening + 2) : next)) return false;
  VITALS.lastIndex = end;
  return VITALS.test(text.string);
}

/** `(`, `/` and `,`. */
function opensVitals(code: number): boolean {
  return code === 0x28 || code === 0x2f || code === 0x2c;
}

function mayBeVitals(code: number): boolean {
  return !isHangul(code) || VITALS_START.has(code);
}

/** Whether what follows belongs to somebody: 김지영의 주민번호. */
export function hasBelonging(text: CodeUnits, end: number): boolean {
  return (
    text.charCodeAt(end) === OF && text.charCodeAt(end + 1) === SPACE && belongings.longest(text, end + 2) > 0
  );
}
