import type { CodeUnits } from '../text/code-units.js';
import { givenNameKind, isFrequentGivenName } from './korean-given-names.js';
import { ranks } from './korean-titles.js';
import { DOUBLE_SURNAMES, is, SURNAME, Syllable } from './korean-syllables.js';
import { KoreanWord, koreanWordAt } from './korean-words.js';

/** 선 */
const SEON = 0xc120;
/** Their second syllables by the first. */
const DOUBLE_ENDS = new Map(DOUBLE_SURNAMES.map((name) => [name.charCodeAt(0), name.charCodeAt(1)]));

/**
 * How sure the syllables make a name: `FIELD` for what stands in a field for names and is no placeholder, `LOOSE` for places
 * where only names stand, `ADDRESSED` for an ordinary word that is a name where 님 or 씨 follows, `STRICT` asks for syllables
 * usual in given names, `KNOWN` for a frequent given name: the only ones that may pass for a name without a word beside them.
 */
export const NameCertainty = { KNOWN: 1, STRICT: 2, LOOSE: 4, FIELD: 8, ADDRESSED: 16 } as const;

/** Whether a form of address may begin with the syllable. */
export function mayBeginSuffix(code: number): boolean {
  return is(code, Syllable.SUFFIX_START);
}

/** Whether a given name may end with the syllable. */
export function endsGivenName(code: number): boolean {
  return is(code, Syllable.LAST | Syllable.SINGLE);
}

/** Whether the last two syllables are usual in given names: cheap, and asked before anything else. */
export function hasNameSyllables(text: CodeUnits, start: number, end: number): boolean {
  if (!is(text.charCodeAt(end - 1), Syllable.LAST)) return false;
  return end - start < 3 || is(text.charCodeAt(end - 2), Syllable.FIRST);
}

/** Whether the 2-5 syllables from `start` to `end` read as a Korean name. */
export function isKoreanName(text: CodeUnits, start: number, end: number, certainty: number): boolean {
  return (nameCertainty(text, start, end) & certainty) !== 0;
}

/** How sure the 2-5 syllables from `start` to `end` make a name: bits of NameCertainty, 0 when they do not. */
export function nameCertainty(text: CodeUnits, start: number, end: number): number {
  const givenStart = start + surnameLength(text, start, end);
  const given = end - givenStart;
  if (givenStart === start || given < 1 || given > 3) return 0;
  const kind = koreanWordAt(text, start, end);
  if ((kind & (KoreanWord.PERSON | KoreanWord.PLACEHOLDER)) !== 0) return 0;
  // 홍반장 is the head of a group called 홍.
  if (given === 2 && isRank(text, givenStart)) return 0;
  const loose = isLoose(text, start, end);
  const mayBeField = !isPlaceholder(kind, text.charCodeAt(end - 1)) && (given < 3 || loose);
  const field = mayBeField ? NameCertainty.FIELD : 0;
  if ((kind & KoreanWord.ORDINARY) !== 0 || isOrdinaryWithEnding(text, start, end))
    return isOrdinaryName(text, start, end) ? field | NameCertainty.ADDRESSED : field;
  // 지도교수님 is a title in front of another.
  if (given === 3) return loose && !isPersonWord(text, start + 2, end) ? field | NameCertainty.LOOSE : field;
  return field | (given === 1 ? ofShortName(text, start, givenStart) : ofUsualName(text, givenStart, loose));
}

/** Of a given name of two syllables. */
function ofUsualName(text: CodeUnits, givenStart: number, loose: boolean): number {
  const first = text.charCodeAt(givenStart);
  const last = text.charCodeAt(givenStart + 1);
  const known = givenNameKind(first, last) >= 3 ? NameCertainty.KNOWN : 0;
  if (is(first, Syllable.FIRST) && is(last, Syllable.LAST))
    return known | NameCertainty.LOOSE | NameCertainty.STRICT;
  return loose ? known | NameCertainty.LOOSE : known;
}

/** Of a given name of one syllable. */
function ofShortName(text: CodeUnits, start: number, givenStart: number): number {
  if (!is(text.charCodeAt(givenStart), Syllable.FIRST | Syllable.LAST)) return 0;
  const isStrict = givenStart - start === 2 || isSurname(text.charCodeAt(start));
  return isStrict ? NameCertainty.LOOSE | NameCertainty.STRICT : NameCertainty.LOOSE;
}

function isPlaceholder(kind: number, last: number): boolean {
  if ((kind & KoreanWord.PLACEHOLDER) !== 0) return true;
  return (kind & KoreanWord.ORDINARY) !== 0 && is(last, Syllable.ROLE_ENDING);
}

/** An ordinary word of two syllables with a particle, or as the beginning of a compound. */
function isOrdinaryWithEnding(text: CodeUnits, start: number, end: number): boolean {
  const last = text.charCodeAt(end - 1);
  if (end - start !== 3 || !is(last, Syllable.PARTICLE | Syllable.COMPOUND_ENDING)) return false;
  if (!isOrdinary(text, start, start + 2)) return false;
  return is(last, Syllable.PARTICLE) || !isFrequent(text, start);
}

/** 이진수님, 오지은 씨: whoever is addressed by a frequent name is called so, though it is an ordinary word as well. */
function isOrdinaryName(text: CodeUnits, start: number, end: number): boolean {
  if (end - start !== 3 || !isFrequent(text, start)) return false;
  return !is(text.charCodeAt(end - 1), Syllable.ROLE_ENDING | Syllable.ADDRESSED_ENDING);
}

/** Whether the two syllables behind the one at `start` are a frequent given name. */
function isFrequent(text: CodeUnits, start: number): boolean {
  return isFrequentAt(text, start + 1);
}

function isFrequentAt(text: CodeUnits, start: number): boolean {
  return isFrequentGivenName(text.charCodeAt(start), text.charCodeAt(start + 1));
}

function isPersonWord(text: CodeUnits, start: number, end: number): boolean {
  return (koreanWordAt(text, start, end) & KoreanWord.PERSON) !== 0;
}

/** Whether two syllables are a rank, and no name: 선임 may be one. */
export function isRank(text: CodeUnits, start: number): boolean {
  return (
    ranks.isWord(text, start, start + 2) && text.charCodeAt(start) !== SEON && !isFrequentAt(text, start)
  );
}

function isOrdinary(text: CodeUnits, start: number, end: number): boolean {
  return (koreanWordAt(text, start, end) & KoreanWord.ORDINARY) !== 0;
}

/** The given name alone, as after a space: 김 철수. */
export function isGivenName(text: CodeUnits, start: number, end: number): boolean {
  if (!is(text.charCodeAt(end - 1), Syllable.LAST)) return false;
  if ((koreanWordAt(text, start, end) & (KoreanWord.ORDINARY | KoreanWord.PERSON)) !== 0) return false;
  return end - start === 1 || (end - start === 2 && is(text.charCodeAt(start), Syllable.FIRST));
}

/** Whether a syllable is one of the frequent family names. */
export function isSurname(code: number): boolean {
  return is(code, Syllable.COMMON_SURNAME);
}

export function hasDoubleSurname(text: CodeUnits, start: number, end: number): boolean {
  return end - start >= 3 && isDoubleSurname(text, start);
}

/** Whether a family name of two syllables begins there. */
export function isDoubleSurname(text: CodeUnits, start: number): boolean {
  if (!is(text.charCodeAt(start), Syllable.DOUBLE_SURNAME)) return false;
  if (!is(text.charCodeAt(start + 1), Syllable.DOUBLE_END)) return false;
  return DOUBLE_ENDS.get(text.charCodeAt(start)) === text.charCodeAt(start + 1);
}

/** Two syllables that read as a name even in prose: 허준, 신훈. */
export function isShortFullName(text: CodeUnits, start: number, end: number): boolean {
  if (end - start !== 2 || !isSurname(text.charCodeAt(start))) return false;
  return (
    is(text.charCodeAt(start + 1), Syllable.SINGLE) && isKoreanName(text, start, end, NameCertainty.STRICT)
  );
}

function isLoose(text: CodeUnits, start: number, end: number): boolean {
  if (is(text.charCodeAt(end - 1), Syllable.ROLE_ENDING)) return false;
  return isSurname(text.charCodeAt(start)) || hasDoubleSurname(text, start, end);
}

function surnameLength(text: CodeUnits, start: number, end: number): number {
  if (hasDoubleSurname(text, start, end)) return 2;
  return is(text.charCodeAt(start), SURNAME) ? 1 : 0;
}

/** Whether the syllables are a family name and nothing else. */
export function isSurnameSyllables(text: CodeUnits, start: number, end: number): boolean {
  if (end - start === 2) return isDoubleSurname(text, start);
  return end - start === 1 && is(text.charCodeAt(start), SURNAME);
}
