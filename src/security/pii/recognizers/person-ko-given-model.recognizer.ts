import { GIVEN_FIRST_SYLLABLES, GIVEN_LAST_SYLLABLES } from '../lexicon/korean-given-names.js';
import { isRegion } from '../lexicon/korean-regions.js';
import { LAST_SYLLABLES } from '../lexicon/korean-syllables.js';
import { koreanWordAt, NAMES_NOBODY } from '../lexicon/korean-words.js';
import type { CodeUnits } from '../text/code-units.js';
import { isHopefulGiven, nameScore } from './names/korean-name-model/name-score.js';
import { NameSpan } from './names/korean-name-model/name-span.js';
import { givenLength, TAIL_SYLLABLES } from './names/korean-name-model/name-spans.js';
import { candidate, type Candidate, type HangulRecognizer } from './recognizer.js';

/** Odds that a given name has to beat. */
const THRESHOLD = 0.8;
/** Below every rule, and below names with a family name. */
const SCORE = 0.52;

const QUOTES = new Set(Array.from('\'"‘’“”', (character) => character.charCodeAt(0)));

const span = new NameSpan();

/** Given names alone that no rule speaks for, by what the model of names has learnt of neighbouring words: 연서가 웃었다. */
export const personKoreanGivenModelRecognizer: HangulRecognizer = {
  name: 'person-ko-given-model',
  trigger: 'hangul',
  begins: [
    {
      first: GIVEN_FIRST_SYLLABLES,
      second: GIVEN_LAST_SYLLABLES + LAST_SYLLABLES,
      third: TAIL_SYLLABLES,
    },
  ],
  recognize(text, start, end): Candidate | undefined {
    const length = givenLength(text, start, end);
    if (length === 0) return undefined;
    span.begin(start, end, 0);
    span.nameEnd = start + length;
    if (!isHopefulGiven(text, span) || isQuoted(text, start, end)) return undefined;
    if (nameScore(text, span) < THRESHOLD || isRegion(text, start, span.nameEnd)) return undefined;
    // The lexicons of the rules know better, and are asked last: looking a word up takes longest.
    if ((koreanWordAt(text, start, span.nameEnd) & NAMES_NOBODY) !== 0) return undefined;
    return candidate('PERSON', start, span.nameEnd, SCORE);
  },
};

/** The name of a thing: '다온이'. A value of JSON is quoted as well, and left to its label. */
function isQuoted(text: CodeUnits, start: number, end: number): boolean {
  return QUOTES.has(text.charCodeAt(start - 1)) && QUOTES.has(text.charCodeAt(end));
}
