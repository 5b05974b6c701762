import type { CodeUnits } from '../text/code-units.js';
import { givenNameKind, isFrequentGivenName } from './korean-given-names.js';
import { ranks } from './korean-titles.js';
import { KoreanWord, koreanWordAt } from './korean-words.js';

/** Family names that cover over 99 % of people in Korea; the frequent ones first. */
const COMMON_SURNAMES =
  '김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현';
const RARE_SURNAMES =
  '함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용예경봉사부가복태목형피두감음빈동온호범좌팽승간상갈독평';
export const DOUBLE_SURNAMES: readonly string[] = [
  '남궁',
  '황보',
  '제갈',
  '사공',
  '선우',
  '서문',
  '독고',
  '동방',
];

/** Their second syllables by the first. */
const DOUBLE_ENDS = new Map(DOUBLE_SURNAMES.map((name) => [name.charCodeAt(0), name.charCodeAt(1)]));

/** Syllables that stand first and last in given names. */
const FIRST =
  '민서지영정수현은재성예하유도승주준동상미경혜진윤태시건우선다채종기광병순명인나소연아보가규대덕문용원창철춘호효희한형홍환훈찬남두란복봉석숙옥완웅의익일자장제중학해화후강근금길리슬애세송이무백빛산새신안양언여열오온요운응조차천청초충탁필향휘별샘솔본범봄국모공노담라로루린마말매맹묘바반방배벼변비사삼생설섭손솜실심어억얼엄에역염옹왕울웃월위육음임작잔전점증직추축치칠타탄택토통판평표푸품풍하학함항허헌협황회흥힘';
export const LAST_SYLLABLES =
  '준우윤원호후현훈진민빈연은아서영희숙자수경미정선주규석철환식섭혁욱태율린나인지안용기균근배범복봉상순애열옥웅일재종찬창천필하학헌형화란람름솔슬별림리라곤구국권길남덕동록룡만명모묵백성세신언엽완예오온운월유음의이임중직춘출충택표한향혜홍효휘흔흠늘루결봄빛샘솜승시실심양요울을잎채초검교광도비겸관군담대두득들래량련렬례롱률무문박반보본부산삼새생설섬소송수습심애어여역염웅위응잔장전제조창추탁탄평하함항해행현협황회흥훤니빛단달돌든아야연분령월';

/** Endings of words for roles and things: 구독자, 조합원, 고객사. */
const ROLE_ENDINGS = '자원사생집점들팀측실님씨과처관소장';
/** Given names of one syllable. */
const SINGLE = '준훈율환산혁건솔별슬찬빈윤현민철석욱결헌웅겸섭균봄샘빛탁완린담힘엘률';
/** A noun with one of these is no name: 설정은, 문서의. */
const PARTICLES = '은는이가을를의에와과도로만하한인들';
/** Nor is a compound: 홍보비, 조사실, 관리팀, 전기료. */
const COMPOUND_ENDINGS = '비실팀료';
/** Ends of ordinary words that are forms of address themselves: 소유주님, 연예인님. */
const ADDRESSED_ENDINGS = '인주민';
/** What forms of address and the like behind a name begin with. */
const SUFFIX_STARTS = '님씨고회선환귀';

/** 선 */
const SEON = 0xc120;

/** What a syllable may be within a name or behind it; bits. */
const Syllable = {
  COMMON_SURNAME: 1,
  RARE_SURNAME: 2,
  /** Begins a family name of two syllables. */
  DOUBLE_SURNAME: 4,
  FIRST: 8,
  LAST: 16,
  SINGLE: 32,
  PARTICLE: 64,
  ROLE_ENDING: 128,
  SUFFIX_START: 256,
  COMPOUND_ENDING: 512,
  ADDRESSED_ENDING: 1_024,
} as const;
const SURNAME = Syllable.COMMON_SURNAME | Syllable.RARE_SURNAME;

const FIRST_SYLLABLE = 0xac00;
const SYLLABLES = new Uint16Array(11_172);
mark(COMMON_SURNAMES, Syllable.COMMON_SURNAME);
mark(RARE_SURNAMES, Syllable.RARE_SURNAME);
for (const surname of DOUBLE_SURNAMES) mark(surname.charAt(0), Syllable.DOUBLE_SURNAME);
mark(FIRST, Syllable.FIRST);
mark(LAST_SYLLABLES, Syllable.LAST);
mark(SINGLE, Syllable.SINGLE);
mark(PARTICLES, Syllable.PARTICLE);
mark(ROLE_ENDINGS, Syllable.ROLE_ENDING);
mark(SUFFIX_STARTS, Syllable.SUFFIX_START);
mark(COMPOUND_ENDINGS, Syllable.COMPOUND_ENDING);
mark(ADDRESSED_ENDINGS, Syllable.ADDRESSED_ENDING);

/** All that a family name may begin with. */
export const SURNAME_SYLLABLES = COMMON_SURNAMES + RARE_SURNAMES;

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

/** Whether a syllable is one of these. */
function is(code: number, syllable: number): boolean {
  const index = code - FIRST_SYLLABLE;
  return index >= 0 && index < SYLLABLES.length && (SYLLABLES[index]! & syllable) !== 0;
}

function mark(list: string, syllable: number): void {
  for (const character of list) SYLLABLES[character.charCodeAt(0) - FIRST_SYLLABLE]! |= syllable;
}
