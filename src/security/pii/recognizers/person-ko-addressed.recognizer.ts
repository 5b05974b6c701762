import { JOINED_TITLES } from '../lexicon/korean-titles.js';
import { FOREIGN_FIRST_SYLLABLES, FOREIGN_SECOND_SYLLABLES } from '../lexicon/korean-foreign-names.js';
import { particles } from '../lexicon/korean-endings.js';
import {
  GIVEN_FIRST_SYLLABLES,
  GIVEN_LAST_SYLLABLES,
  GivenName,
  givenNameKind,
} from '../lexicon/korean-given-names.js';
import { isGivenName } from '../lexicon/korean-names.js';
import { DOUBLE_SURNAMES, LAST_SYLLABLES, SURNAME_SYLLABLES } from '../lexicon/korean-syllables.js';
import { isRegion } from '../lexicon/korean-regions.js';
import { KoreanWord, koreanWordAt, NAMES_NOBODY } from '../lexicon/korean-words.js';
import { hangulRunStart } from '../text/character-class.js';
import type { CodeUnits } from '../text/code-units.js';
import { foreignNameEnd, foreignNameStart } from './names/foreign-name.js';
import { givenNameAlone, NEXT_SYLLABLES } from './names/given-name-alone.js';
import { isSeed } from './names/seed.js';
import { surnameAlone } from './names/surname-alone.js';
import { candidate, type Candidate, type HangulBeginning, type HangulRecognizer } from './recognizer.js';

const NIM = 0xb2d8;
const SSI = 0xc528;
const SPACE = 0x20;
const GIVEN_LENGTH = 2;
const LONGEST_WORD = 6;
const SHORTEST_FOREIGN = 3;
const SCORE = 0.7;
/** Of one word of which nothing is known before 씨: 수파껀 씨 is no seed. */
const SCORE_UNKNOWN = 0.55;
const HAS_SEEDS =
  /(?:바라기|복숭아|아보카도|파프리카|토마토|베리|코리앤더|바질|옥수수|호박|고추|파파야|망고|망고스틴|코스모스|나팔꽃|봉숭아|채송화|접시꽃|민들레|양귀비|고구마|카카오|올리브|자몽|레몬|오렌지|무화과|참외|수박|사과|포도|감귤|유채|목화|잔디|나무|나물|과일|채소|열매|식물)$/;
/** A noun or a verb with its ending, and who somebody is rather than how he is called. */
const NO_NAME = /[은는이가을를의에도로서고며한된인들자원장사관생님산농행팀부교청국과점소]$/;

/** What a run may begin with, in this order: a bit for each says which rules are worth asking. */
const Begins = { SURNAME: 1, GIVEN: 2, FOREIGN: 4, FORM: 8 } as const;
/** The second syllable settles most words of a text. */
const BEGINNINGS: readonly HangulBeginning[] = [
  {
    first: SURNAME_SYLLABLES,
    second: [
      ...JOINED_TITLES.map((title) => title.charAt(0)),
      ...DOUBLE_SURNAMES.map((surname) => surname.charAt(1)),
    ].join(''),
    alone: true,
  },
  {
    first: GIVEN_FIRST_SYLLABLES,
    second: GIVEN_LAST_SYLLABLES + LAST_SYLLABLES,
    third: `씨님${NEXT_SYLLABLES}`,
  },
  { first: FOREIGN_FIRST_SYLLABLES, second: FOREIGN_SECOND_SYLLABLES },
  { first: '씨님', alone: true },
];

/**
 * Names that are no family name with a given name: a given name alone (철수 씨, 민호야), a family name alone (차대표님),
 * names from elsewhere (마이클 씨), and two words as people from there have them (다나카 유키 씨).
 */
export const personKoreanAddressedRecognizer: HangulRecognizer = {
  name: 'person-ko-addressed',
  trigger: 'hangul',
  begins: BEGINNINGS,
  recognize(text, start, end, scan): Candidate | undefined {
    const { begins } = scan;
    if ((begins & Begins.FORM) !== 0) return behindName(text, start, end);
    if ((begins & Begins.GIVEN) !== 0) {
      const given = addressedGiven(text, start, end) ?? givenNameAlone(text, start, end, scan);
      if (given) return given;
    }
    if ((begins & Begins.SURNAME) !== 0) {
      const surname = surnameAlone(text, start, end, scan);
      if (surname) return surname;
    }
    if ((begins & Begins.FOREIGN) === 0 || end - start < SHORTEST_FOREIGN) return undefined;
    const nameEnd = foreignNameEnd(text, start, end);
    return nameEnd === 0 ? undefined : candidate('PERSON', foreignNameStart(text, start), nameEnd, SCORE);
  },
};

/** 철수님, 민지씨. */
function addressedGiven(text: CodeUnits, start: number, end: number): Candidate | undefined {
  const form = text.charCodeAt(start + GIVEN_LENGTH);
  if ((form !== SSI && form !== NIM) || end - start <= GIVEN_LENGTH) return undefined;
  const nameEnd = start + GIVEN_LENGTH;
  return isGiven(text, start, nameEnd, nameEnd) && closes(text, nameEnd + 1, end)
    ? candidate('PERSON', start, nameEnd, SCORE)
    : undefined;
}

/** The form of address is a word of its own. */
function behindName(text: CodeUnits, start: number, end: number): Candidate | undefined {
  if (text.charCodeAt(start - 1) !== SPACE || !closes(text, start + 1, end)) return undefined;
  const nameEnd = start - 1;
  const from = hangulRunStart(text, nameEnd, LONGEST_WORD + 1);
  if (isGiven(text, from, nameEnd, start)) return candidate('PERSON', from, nameEnd, SCORE);
  if (text.charCodeAt(start) !== SSI || !mayBePart(text, from, nameEnd)) return undefined;
  const first = text.charCodeAt(from - 1) === SPACE ? hangulRunStart(text, from - 1, LONGEST_WORD + 1) : from;
  if (first < from && mayBePart(text, first, from - 1)) return candidate('PERSON', first, nameEnd, SCORE);
  const isUnknown = nameEnd - from >= SHORTEST_FOREIGN && !HAS_SEEDS.test(text.slice(from, nameEnd));
  return isUnknown ? candidate('PERSON', from, nameEnd, SCORE_UNKNOWN) : undefined;
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
  if (kind === GivenName.NONE) return isGivenName(text, start, end) && !isPlace(text, start, end);
  return !namesNobody(text, start, end);
}

function mayBePart(text: CodeUnits, start: number, end: number): boolean {
  if (end - start < 2 || end - start > LONGEST_WORD) return false;
  return (
    !NO_NAME.test(text.slice(start, end)) && !namesNobody(text, start, end) && !isRegion(text, start, end)
  );
}

function isPlace(text: CodeUnits, start: number, end: number): boolean {
  return isRegion(text, start, end) || (koreanWordAt(text, start, end) & KoreanWord.PLACEHOLDER) !== 0;
}

function isPerson(text: CodeUnits, start: number, end: number): boolean {
  return (koreanWordAt(text, start, end) & KoreanWord.PERSON) !== 0;
}

function namesNobody(text: CodeUnits, start: number, end: number): boolean {
  return (koreanWordAt(text, start, end) & NAMES_NOBODY) !== 0;
}
