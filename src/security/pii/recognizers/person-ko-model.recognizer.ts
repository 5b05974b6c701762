import type { Characters } from '../text/code-units.js';
import { nameScore } from './names/korean-name-model/name-score.js';
import { isDistrict, isRegion } from '../lexicon/korean-regions.js';
import { KoreanWord, koreanWordAt } from '../lexicon/korean-words.js';
import { MODEL_SURNAMES, nameLengths, surnameLength } from './names/korean-name-model/name-spans.js';
import type { NameSpan } from './names/korean-name-model/word-features.js';
import { candidate, type Candidate, type HangulRecognizer } from './recognizer.js';

/** Odds that a candidate has to beat; see docs/adr for the figures behind it. */
const NIM = 0xb2d8;
const THRESHOLD = 0;
/** Below every rule: where one of them sees something else, it is right. */
const SCORE = 0.55;

/** Names without label or title, by what a small model has learnt of syllables and neighbouring words. */
export const personKoreanModelRecognizer: HangulRecognizer = {
  name: 'person-ko-model',
  trigger: 'hangul',
  first: MODEL_SURNAMES,
  recognize: likeliestName,
};

const span: NameSpan = { start: 0, nameEnd: 0, end: 0, surnameLength: 0, tail: 0 };

function likeliestName(text: Characters, start: number, end: number): Candidate | undefined {
  const ofSurname = surnameLength(text, start, end);
  // The lexicons of the rules know better.
  if (ofSurname === 0 || isOneOf(KoreanWord.ORDINARY, text, start, end)) return undefined;
  let best = THRESHOLD;
  let bestEnd = start;
  span.start = start;
  span.end = end;
  span.surnameLength = ofSurname;
  for (const length of nameLengths(text, start, end, ofSurname)) {
    if (length === 0) break;
    span.nameEnd = start + length;
    const score = nameScore(text, span);
    if (score <= best) continue;
    best = score;
    bestEnd = span.nameEnd;
  }
  if (bestEnd === start || isKnownWord(text, start, bestEnd, end)) return undefined;
  return candidate('PERSON', start, bestEnd, SCORE);
}

/** Whether the lexicons of the rules know the name, or the run that it begins, as something else. */
function isKnownWord(text: Characters, start: number, nameEnd: number, end: number): boolean {
  if (isOneOf(KoreanWord.ORDINARY | KoreanWord.PERSON, text, start, nameEnd)) return true;
  if (text.charCodeAt(nameEnd - 1) === NIM || isRegion(text, start, end)) return true;
  return nameEnd === end && end - start > 3 && isDistrict(text, start, end);
}

function isOneOf(kinds: number, text: Characters, start: number, end: number): boolean {
  return (koreanWordAt(text, start, end) & kinds) !== 0;
}
