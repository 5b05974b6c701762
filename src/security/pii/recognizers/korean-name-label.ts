import type { CodeUnits } from '../text/code-units.js';
import {
  LATIN_STRONG_LABELS,
  LATIN_WEAK_LABELS,
  agentLabels,
  endsProseLabel,
  kinLabels,
  labels,
  proseLabels,
  strongLabels,
} from '../lexicon/korean-labels.js';
import { isAsciiLetter, isHangul } from '../text/character-class.js';
import { max } from '../text/math.js';

/** What stands before a name: a field (label with a colon or the like) or a label in prose, of people only or not, or who it is. */
export const Label = {
  NONE: 0,
  WEAK: 1,
  KIN: 2,
  STRONG: 3,
  WEAK_FIELD: 4,
  AGENT_FIELD: 5,
  STRONG_FIELD: 6,
} as const;

const LONGEST_GAP = 8;
const LONGEST_NOTE = 14;
const LONGEST_LATIN_LABEL = 24;
const GAP = 1;
const FIELD_MARK = 2;
const KINDS = new Uint8Array(0x10000);
for (const character of ' "\'“”‘’*`([<-') KINDS[character.charCodeAt(0)] = GAP;
for (const character of ':=|>\t') KINDS[character.charCodeAt(0)] = FIELD_MARK;
/** Of Hangul syllables: the particles of labels. */
const LABEL_PARTICLES = new Uint8Array(0x10000);
for (const particle of '은는이가을를') LABEL_PARTICLES[particle.charCodeAt(0)] = 1;
/** 팀 */
const TEAM = 0xd300;
const TASKS = /(?:^|[^A-Za-z])(?:TODO|FIXME|HACK|XXX|OPTIMIZE|REVIEW|BUG)$/;
const LONGEST_TASK = 10;
const SPACE = 0x20;
const OPENING = 0x28;
const CLOSING = 0x29;

/** The label before `start`, over punctuation and a note in parentheses: `수취인(성명): `, `"name":"`. */
export function labelBefore(text: CodeUnits, start: number): number {
  if (!followsWord(text, start)) return labelOverGap(text, start);
  return mayEndLabel(text, start - 1) ? labelEndingAt(text, start - 1, false) : Label.NONE;
}

/** Whether nothing but one space stands between `start` and a syllable of Hangul, as in most places of a text. */
export function followsWord(text: CodeUnits, start: number): boolean {
  return text.charCodeAt(start - 1) === SPACE && isHangul(text.charCodeAt(start - 2));
}

/** Whether the word before `at` ends as labels in prose do, with or without a particle. */
function mayEndLabel(text: CodeUnits, at: number): boolean {
  const last = text.charCodeAt(at - 1);
  const previous = text.charCodeAt(at - 2);
  if (endsProseLabel(last, previous)) return true;
  return LABEL_PARTICLES[last] !== 0 && endsProseLabel(previous, text.charCodeAt(at - 3));
}

function labelOverGap(text: CodeUnits, start: number): number {
  let at = start;
  let isField = false;
  for (; at > 0 && start - at < LONGEST_GAP; at--) {
    const code = text.charCodeAt(at - 1);
    const kind = KINDS[code]!;
    if (kind === 0) break;
    if (kind === FIELD_MARK || (code === SPACE && text.charCodeAt(at) === SPACE)) isField = true;
  }
  if (at === start || at === 0) return Label.NONE;
  return labelEndingAt(text, isField ? skipNote(text, at) : at, isField);
}

/** The label of a whole cell, as in the header of a table. */
export function labelOfCell(text: CodeUnits, start: number, end: number): number {
  let last = end;
  while (last > start && KINDS[text.charCodeAt(last - 1)] === GAP) last--;
  return labelEndingAt(text, skipNote(text, last), true);
}

function labelEndingAt(text: CodeUnits, at: number, isField: boolean): number {
  const last = text.charCodeAt(at - 1);
  if (isAsciiLetter(last)) return isField ? latinLabel(text, at) : noteLabel(text, at);
  if (!isHangul(last)) return Label.NONE;
  const plain = hangulLabel(text, at, isField);
  if (plain !== Label.NONE || isField || LABEL_PARTICLES[last] === 0) return plain;
  return hangulLabel(text, at - 1, false);
}

function hangulLabel(text: CodeUnits, at: number, isField: boolean): number {
  const length = labels.longest(text, at);
  if (length === 0 || (length === 1 && isWithinWord(text, at - 1))) return Label.NONE;
  if (strongLabels.longest(text, at) > 0) return isField ? Label.STRONG_FIELD : Label.STRONG;
  if (isField)
    return isWholeWord(text, at, agentLabels.longest(text, at)) ? Label.AGENT_FIELD : Label.WEAK_FIELD;
  if (isWholeWord(text, at, kinLabels.longest(text, at))) return Label.KIN;
  return proseLabels.longest(text, at) > 0 ? Label.WEAK : Label.NONE;
}

/** Of labels of one syllable, 팀 alone ends other words without meaning something else. */
function isWithinWord(text: CodeUnits, start: number): boolean {
  return text.charCodeAt(start) !== TEAM && isHangul(text.charCodeAt(start - 1));
}

/** Whether the label is a word by itself: 형 is not within 유형. */
function isWholeWord(text: CodeUnits, at: number, length: number): boolean {
  return length > 0 && (length > 2 || !isHangul(text.charCodeAt(at - length - 1)));
}

function latinLabel(text: CodeUnits, end: number): number {
  let start = end;
  while (start > 0 && end - start < LONGEST_LATIN_LABEL && isLabelCharacter(text.charCodeAt(start - 1)))
    start--;
  const word = text.slice(start, end).toLowerCase().replace(/[_-]/g, '');
  if (LATIN_STRONG_LABELS.has(word)) return Label.STRONG_FIELD;
  return LATIN_WEAK_LABELS.has(word) ? Label.WEAK_FIELD : Label.NONE;
}

/** `TODO(`, `FIXME(`: whose task it is. */
function noteLabel(text: CodeUnits, end: number): number {
  if (text.charCodeAt(end) !== OPENING) return Label.NONE;
  return TASKS.test(text.slice(max(0, end - LONGEST_TASK), end)) ? Label.WEAK_FIELD : Label.NONE;
}

function isLabelCharacter(code: number): boolean {
  return isAsciiLetter(code) || code === 0x5f || code === 0x2d;
}

/** Before a note in parentheses: 수취인(성명). */
function skipNote(text: CodeUnits, at: number): number {
  if (text.charCodeAt(at - 1) !== CLOSING) return at;
  let opening = at - 1;
  while (opening >= 0 && at - opening <= LONGEST_NOTE && text.charCodeAt(opening) !== OPENING) opening--;
  if (opening < 0 || at - opening > LONGEST_NOTE) return at;
  return text.charCodeAt(opening - 1) === SPACE ? opening - 1 : opening;
}
