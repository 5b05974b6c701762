import { GivenName, givenNameKind } from '../../lexicon/korean-given-names.js';
import { isGivenName } from '../../lexicon/korean-names.js';
import { wordList } from '../../lexicon/korean-word-list.js';
import { particles } from '../../lexicon/korean-endings.js';
import { anyTitles, familiarTitles, suffixTitles } from '../../lexicon/korean-titles.js';
import { hangulRunEnd, hangulRunStart, isHangul } from '../../text/character-class.js';
import type { CodeUnits } from '../../text/code-units.js';
import { KoreanWord, koreanWordAt } from '../../lexicon/korean-words.js';
import { Label, labelBefore } from '../korean-name-label.js';
import { LONGEST_RUN, Tail, titleTail } from './korean-name-tail.js';
import { BEHIND_CALL, isHailed, isSpeaker } from './speaker.js';
import { isListed } from './name-list.js';
import { PlaceOfNames } from './place-of-names.js';
import { candidate, type Candidate, type HangulScan } from '../recognizer.js';

const GIVEN_LENGTH = 2;
const SPACE = 0x20;
const LINE_END = 0x0a;
const QUOTES = new Set(Array.from('\'"‘’“”', (character) => character.charCodeAt(0)));
/** 아, 야, 이 */
const AH = 0xc544;
const YA = 0xc57c;
const I = 0xc774;
/** 에, 요 */
const TO = 0xc5d0;
const YO = 0xc694;
/** 네: the family or the house of. */
const HOUSE = 0xb124;
/** 형, an elder brother or a kind. */
const KIND = 0xd615;
/** 쌤 */
const TEACHER = 0xc324;
const MAX_DRAWL = 8;
/** 우리, 울: of one's own family. */
const OURS = new Set(['우리', '울', '저희', '우리집']);
const LONGEST_OURS = 3;

/** How the word goes on behind the two syllables; the more, the more it is one that only people have. */
const Form = {
  NONE: 0,
  ALONE: 1,
  PARTICLE: 2,
  FOND: 3,
  CALLED: 4,
  FAMILIAR: 5,
  FOND_WITH_PARTICLE: 6,
} as const;

/** What may follow a given name in its word: particles, 이, 아 and 야, 오빠, 엄마, and titles. */
export const NEXT_SYLLABLES =
  '은는이가을를의에와과도께한로으만까부랑하라입고며인예였란죠및측네처보마조나든아야오언누형삼모엄아맘파동줌선후쌤샘할어친군양밖과부차대주팀실본센지점사회교박원변검판간기작감매책수연소반국처총학코프셰' +
  Array.from(anyTitles.beginnings).join('');
const NEXT = new Uint8Array(0x10000);
for (const syllable of NEXT_SYLLABLES) NEXT[syllable.charCodeAt(0)] = 1;

/** What follows the 이 of 보람이는: particles that are no part of 이네, 이라, 이고. */
const AFTER_FOND = new Set(Array.from('는가를랑의한에도만와하보', (syllable) => syllable.charCodeAt(0)));

/** What only people are called, where it is joined. */
const JOINED_KIN = /^(?:이?(?:엄마|아빠|맘|언니|오빠|누나|삼촌|이모)|이형|쌤)/;
/** Particles of people. */
const TO_PEOPLE = /^(?:에게|한테|랑|께)/;
/** What any of these begins with, but for 이. */
const OF_PERSON = new Uint8Array(0x10000);
for (const syllable of '아엄맘언오누삼쌤에한랑께') OF_PERSON[syllable.charCodeAt(0)] = 1;
/** Words and animals that have such forms as well: 고양이는, 육아맘, 아니야. */
const NO_GIVEN_NAMES = new Set(
  wordList(
    `고양 어린 호랑 원숭 늙은 젊은 지은 육아 전업 직장 초보 예비 동네 옆집 친한 같은 우리 남의 애기 아기 새댁 시댁 친정 학원 유치 학교 담임 보조 반려 하루 겨우 더부 살림 지렁 구렁 우렁 송충 풍뎅 부엉 소쩍
     절름 난쟁 멍청 순둥 막둥 쌍둥 늦둥 귀염 재롱 아니 바보 누구 여기 거기 저기 이제 그제 언제 진짜 최고 자기 여보 공동 영어 국어 수학 과학 미술 음악 체육 요리 기타 피아 태권 발레 무용 헤어 네일 왁싱 상담 진료 간호 보건 사회 한국 중국 일본 미국 외국 신입 경력 기존 신규 본사 지사 고참 윗집 아랫`,
  ),
);

const place = new PlaceOfNames();

/**
 * Frequent given names without a family name, by how people speak of those they know (민호야, 보람이는, 수빈이랑), by who
 * they are (아들 지호, 용호 오빠, 우리 시우) and by labels; names that mean nothing else by a particle alone.
 */
export function givenNameAlone(
  text: CodeUnits,
  start: number,
  end: number,
  scan: HangulScan,
): Candidate | undefined {
  const nameEnd = start + GIVEN_LENGTH;
  if (end < nameEnd || (end > nameEnd && NEXT[text.charCodeAt(nameEnd)] === 0)) return undefined;
  const kind = givenNameKind(text.charCodeAt(start), text.charCodeAt(start + 1));
  if (kind === GivenName.NONE) return unusualGivenName(text, start, end);
  const form = formOf(text, nameEnd, end);
  if (form === Form.NONE) return undefined;
  const score = scoreByForm(text, start, end, kind, form) || scoreByPlace(text, start, end, kind, form, scan);
  return score === 0 ? undefined : candidate('PERSON', start, nameEnd, score);
}

/** Two syllables that may be a given name though few have it, where the word has a form that only people have: 채하아, 로건이는. */
function unusualGivenName(text: CodeUnits, start: number, end: number): Candidate | undefined {
  const nameEnd = start + GIVEN_LENGTH;
  if (end === nameEnd || !mayBeOfPerson(text, nameEnd, end) || !isGivenName(text, start, nameEnd))
    return undefined;
  const form = formOf(text, nameEnd, end);
  if (form < Form.PARTICLE || NO_GIVEN_NAMES.has(text.slice(start, nameEnd))) return undefined;
  return isOfPerson(text, start, end, form) ? candidate('PERSON', start, nameEnd, 0.56) : undefined;
}

/** Looked at first: most words go on in another way. */
function mayBeOfPerson(text: CodeUnits, nameEnd: number, end: number): boolean {
  const next = text.charCodeAt(nameEnd);
  if (next !== I) return OF_PERSON[next] === 1;
  return end > nameEnd + 1 && hasFinalConsonant(text.charCodeAt(nameEnd - 1));
}

function isOfPerson(text: CodeUnits, start: number, end: number, form: number): boolean {
  const next = text.charCodeAt(start + GIVEN_LENGTH);
  if (form === Form.FOND_WITH_PARTICLE) return isAfterFond(text, start + GIVEN_LENGTH + 1);
  if (form === Form.CALLED)
    return next === AH && (BEHIND_CALL.has(text.charCodeAt(end)) || end - start > GIVEN_LENGTH + 1);
  if (form === Form.FAMILIAR) return JOINED_KIN.test(text.slice(start + GIVEN_LENGTH, end));
  if (form !== Form.PARTICLE || !TO_PEOPLE.test(text.slice(start + GIVEN_LENGTH, end))) return false;
  const label = labelBefore(text, start);
  return label === Label.KIN || label === Label.STRONG || isOurs(text, start);
}

function formOf(text: CodeUnits, nameEnd: number, end: number): number {
  if (nameEnd === end) return Form.ALONE;
  const isClosed = hasFinalConsonant(text.charCodeAt(nameEnd - 1));
  const next = text.charCodeAt(nameEnd);
  if (isClosed && next === I) {
    if (nameEnd + 1 === end) return Form.FOND;
    if (particles.isWord(text, nameEnd + 1, end)) return Form.FOND_WITH_PARTICLE;
  }
  if (next === (isClosed ? AH : YA) && isCall(text, nameEnd, end)) return Form.CALLED;
  const familiar = familiarTitles.longest(text, nameEnd);
  if (familiar > 0 && nameEnd + familiar <= end && closes(text, nameEnd + familiar, end))
    return Form.FAMILIAR;
  if (particles.isWord(text, nameEnd, end)) return Form.PARTICLE;
  return titleTail(text, nameEnd, end) === Tail.RESPECTED ? Form.FAMILIAR : Form.NONE;
}

function closes(text: CodeUnits, from: number, end: number): boolean {
  if (from === end || particles.isWord(text, from, end)) return true;
  if (text.charCodeAt(from) === HOUSE && particles.isWord(text, from + 1, end)) return true;
  const respectful = suffixTitles.longest(text, from);
  return respectful > 0 && (from + respectful === end || particles.isWord(text, from + respectful, end));
}

function hasFinalConsonant(code: number): boolean {
  return (code - 0xac00) % 28 !== 0;
}

/** 보람이에게, but 대상이에요. */
function isAfterFond(text: CodeUnits, at: number): boolean {
  const code = text.charCodeAt(at);
  return AFTER_FOND.has(code) && (code !== TO || text.charCodeAt(at + 1) !== YO);
}

/** 민호야, 수빈아아아: nothing but the syllable of a call up to the end of the word. */
function isCall(text: CodeUnits, from: number, end: number): boolean {
  if (end - from > MAX_DRAWL) return false;
  for (let at = from + 1; at < end; at++) if (text.charCodeAt(at) !== AH) return false;
  return true;
}

/** By the word itself and the next one. */
function scoreByForm(text: CodeUnits, start: number, end: number, kind: number, form: number): number {
  if (form === Form.CALLED) {
    const isCalled = BEHIND_CALL.has(text.charCodeAt(end)) && !isHangul(text.charCodeAt(start - 2));
    if (isCalled) return 0.65;
    return kind === GivenName.NAME_ONLY && text.charCodeAt(end) === SPACE ? 0.65 : 0;
  }
  if (form === Form.FOND_WITH_PARTICLE) {
    const isFond = kind === GivenName.NAME_ONLY || isAfterFond(text, start + GIVEN_LENGTH + 1);
    return isFond && kind >= GivenName.ALSO_WORD ? 0.6 : 0;
  }
  if (form === Form.FAMILIAR) {
    // 지수형 is a kind of curve.
    const isKind = kind === GivenName.ALSO_WORD && text.charCodeAt(start + GIVEN_LENGTH) === KIND;
    return kind >= GivenName.ALSO_WORD && !isKind ? 0.65 : 0;
  }
  if (form === Form.ALONE && kind >= GivenName.ALSO_WORD) {
    if (isHailed(text, start, end)) return 0.6;
    const score = scoreByTitle(text, end, kind);
    if (score > 0) return score;
  }
  if (kind !== GivenName.NAME_ONLY) return 0;
  // The name of a thing: '다온이'.
  if (form === Form.FOND && isQuoted(text, start, end)) return 0;
  if (form === Form.PARTICLE || form === Form.FOND) return isWord(text, start, end) ? 0 : 0.58;
  return isSpeaker(text, start, end) ? 0.6 : 0;
}

/** The word with its particle may be one of the lexicon. */
function isWord(text: CodeUnits, start: number, end: number): boolean {
  return (koreanWordAt(text, start, end) & KoreanWord.ORDINARY) !== 0;
}

/** 용호 오빠, 지니 실장님. */
function scoreByTitle(text: CodeUnits, end: number, kind: number): number {
  const next = end + 1;
  if (text.charCodeAt(end) !== SPACE || !isHangul(text.charCodeAt(next))) return 0;
  const nextEnd = hangulRunEnd(text, next, LONGEST_RUN);
  const familiar = familiarTitles.longest(text, next);
  if (familiar > 0 && next + familiar <= nextEnd && closes(text, next + familiar, nextEnd)) return 0.65;
  if (kind === GivenName.NAME_ONLY && text.charCodeAt(nextEnd - 1) === TEACHER) return 0.65;
  const tail = titleTail(text, next, nextEnd);
  if (tail === Tail.RESPECTED) return 0.65;
  return tail === Tail.TITLE && kind === GivenName.NAME_ONLY ? 0.65 : 0;
}

function isQuoted(text: CodeUnits, start: number, end: number): boolean {
  return QUOTES.has(text.charCodeAt(start - 1)) && QUOTES.has(text.charCodeAt(end));
}

/** By what stands before it: a label, who it is, another name. */
function scoreByPlace(
  text: CodeUnits,
  start: number,
  end: number,
  kind: number,
  form: number,
  scan: HangulScan,
): number {
  if (form === Form.CALLED) return 0;
  place.read(text, start, scan);
  const label = place.labelIn(text);
  if (kind !== GivenName.NAME_ONLY && isPlaceholder(text, start)) return 0;
  if (label === Label.STRONG_FIELD) return kind >= GivenName.ALSO_WORD || isFieldEnd(text, end) ? 0.75 : 0;
  if (label >= Label.WEAK_FIELD) return kind >= GivenName.ALSO_WORD && form <= Form.PARTICLE ? 0.7 : 0;
  if (label === Label.KIN && kind >= GivenName.ALSO_WORD) return 0.65;
  if (kind !== GivenName.NAME_ONLY) return 0;
  if (label !== Label.NONE || isOurs(text, start)) return 0.65;
  return isListed(text, scan.previous, start) ? 0.6 : 0;
}

function isPlaceholder(text: CodeUnits, start: number): boolean {
  return (koreanWordAt(text, start, start + GIVEN_LENGTH) & KoreanWord.PLACEHOLDER) !== 0;
}

function isFieldEnd(text: CodeUnits, end: number): boolean {
  const code = text.charCodeAt(end);
  return code === 0 || code === LINE_END || code === 0x22 || code === 0x2c;
}

function isOurs(text: CodeUnits, start: number): boolean {
  if (text.charCodeAt(start - 1) !== SPACE) return false;
  const from = hangulRunStart(text, start - 1, LONGEST_OURS + 1);
  return OURS.has(text.slice(from, start - 1));
}
