import { particles } from '../lexicon/korean-endings.js';
import { GIVEN_FIRST_SYLLABLES, GivenName, givenNameKind } from '../lexicon/korean-given-names.js';
import { isRegion } from '../lexicon/korean-regions.js';
import { KoreanWord, koreanWordAt, NAMES_NOBODY } from '../lexicon/korean-words.js';
import { hangulRunStart } from '../text/character-class.js';
import type { CodeUnits } from '../text/code-units.js';
import { isSeed } from './names/seed.js';
import { candidate, type Candidate, type HangulRecognizer } from './recognizer.js';

const NIM = 0xb2d8;
const SSI = 0xc528;
const SPACE = 0x20;
const GIVEN_LENGTH = 2;
const LONGEST_WORD = 6;
const SCORE = 0.7;
/** A noun or a verb with its ending, and who somebody is rather than how he is called. */
const NO_NAME = /[은는이가을를의에도로서고며한된인들자원장사관생님산농행팀부교청국과점소]$/;

/**
 * Names that begin with no Korean family name, by 씨 and 님: a given name alone (철수 씨, 민지님), and two words as people
 * from elsewhere have them (다나카 유키 씨).
 */
export const personKoreanAddressedRecognizer: HangulRecognizer = {
  name: 'person-ko-addressed',
  trigger: 'hangul',
  first: `${GIVEN_FIRST_SYLLABLES}씨님`,
  recognize(text, start, end): Candidate | undefined {
    const code = text.charCodeAt(start);
    if (code === SSI || code === NIM) return behindName(text, start, end);
    const form = text.charCodeAt(start + GIVEN_LENGTH);
    if ((form !== SSI && form !== NIM) || end - start <= GIVEN_LENGTH) return undefined;
    const nameEnd = start + GIVEN_LENGTH;
    return isGiven(text, start, nameEnd, nameEnd) && closes(text, nameEnd + 1, end)
      ? candidate('PERSON', start, nameEnd, SCORE)
      : undefined;
  },
};

/** The form of address is a word of its own. */
function behindName(text: CodeUnits, start: number, end: number): Candidate | undefined {
  if (text.charCodeAt(start - 1) !== SPACE || !closes(text, start + 1, end)) return undefined;
  const nameEnd = start - 1;
  const from = hangulRunStart(text, nameEnd, LONGEST_WORD + 1);
  if (isGiven(text, from, nameEnd, start)) return candidate('PERSON', from, nameEnd, SCORE);
  if (text.charCodeAt(start) !== SSI || !mayBePart(text, from, nameEnd)) return undefined;
  const first = text.charCodeAt(from - 1) === SPACE ? hangulRunStart(text, from - 1, LONGEST_WORD + 1) : from;
  return first < from && mayBePart(text, first, from - 1)
    ? candidate('PERSON', first, nameEnd, SCORE)
    : undefined;
}

function closes(text: CodeUnits, from: number, end: number): boolean {
  if (from !== end && !particles.isWord(text, from, end)) return false;
  return !isSeed(text, end);
}

function isGiven(text: CodeUnits, start: number, end: number, form: number): boolean {
  if (end - start !== GIVEN_LENGTH) return false;
  const kind = givenNameKind(text.charCodeAt(start), text.charCodeAt(start + 1));
  // 하늘 씨 is called so; 하늘님 is not of this world.
  if (text.charCodeAt(form) === SSI && kind === GivenName.ALSO_WORD) return !isPerson(text, start, end);
  return kind !== GivenName.NONE && !namesNobody(text, start, end);
}

function mayBePart(text: CodeUnits, start: number, end: number): boolean {
  if (end - start < 2 || end - start > LONGEST_WORD) return false;
  return (
    !NO_NAME.test(text.slice(start, end)) && !namesNobody(text, start, end) && !isRegion(text, start, end)
  );
}

function isPerson(text: CodeUnits, start: number, end: number): boolean {
  return (koreanWordAt(text, start, end) & KoreanWord.PERSON) !== 0;
}

function namesNobody(text: CodeUnits, start: number, end: number): boolean {
  return (koreanWordAt(text, start, end) & NAMES_NOBODY) !== 0;
}
