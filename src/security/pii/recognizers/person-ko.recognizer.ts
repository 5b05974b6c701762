import type { CodeUnits } from '../text/code-units.js';
import { ranks } from '../lexicon/korean-titles.js';
import {
  hasDoubleSurname,
  hasNameSyllables,
  isGivenName,
  isKoreanName,
  isShortFullName,
  isSurname,
  mayBeginSuffix,
  nameCertainty,
  NameCertainty,
} from '../lexicon/korean-names.js';
import {
  followedLengths,
  is,
  SURNAME_SYLLABLES,
  Syllable,
  usualLengths,
} from '../lexicon/korean-syllables.js';
import { isFrequentGivenName } from '../lexicon/korean-given-names.js';
import { TOPICS } from '../lexicon/korean-noun-words.js';
import { hangulRunEnd, isHangul } from '../text/character-class.js';
import { Label, labelBefore } from './korean-name-label.js';
import { hasBelonging, hasVitals, isIntroduced } from './names/beside-name.js';
import { LONGEST_RUN, Tail, tailBehind, tailWithin, titleTail } from './names/korean-name-tail.js';
import { isCited } from './names/cited.js';
import { isListed } from './names/name-list.js';
import { syllablesApartEnd } from './names/syllables-apart.js';
import { PlaceOfNames } from './names/place-of-names.js';
import { candidate, type Candidate, type HangulRecognizer } from './recognizer.js';
import { min } from '../text/math.js';

/** Names of three syllables are the rule; four and two follow. */
const NAME_LENGTHS = [3, 4, 2];
const LONGEST_NAME = 5;
const SPACE = 0x20;
const SOMEBODY = 0xbaa8;
/** 은 */
const EUN = 0xc740;
/** Those that mean nothing else before a rank: 이 대리 may be this one. */
const PLAIN_SURNAMES =
  '김박최강조윤장임오서권황송류홍양손배백허남심노곽문안민정변채추탁표엄봉맹염함팽좌설유지진하성';
const COLON = 0x3a;
/** Rather the end of a noun or a verb than of a name that stands in prose. */
const NOUN_ENDINGS = '자하된한적식형성화선의수진일열원기도지이인미';

/**
 * Korean names by what stands around them: a form of address (홍길동님, 홍길동 과장), a label (성명: 홍길동), a list that
 * began with a name, sex or age, what belongs to somebody; and without any of it those whose syllables leave little doubt.
 */
export const personKoreanRecognizer: HangulRecognizer = {
  name: 'person-ko',
  trigger: 'hangul',
  begins: [{ first: SURNAME_SYLLABLES, alone: true }],
  recognize(text, start, end, scan) {
    const whole = end - start;
    if (whole > LONGEST_RUN) return undefined;
    if (whole === 1) return recognizeSpaced(text, start);
    const lengths = lengthsOf(text, start, end);
    if (lengths === 0) return undefined;
    place.read(text, start, scan);
    if (isAmong(lengths, whole)) {
      const score = scoreOfWhole(text, start, end);
      if (score > 0 && !isInflected(text, start, end)) return candidate('PERSON', start, end, score);
    }
    for (const length of NAME_LENGTHS) {
      if (length >= whole || !isAmong(lengths, length)) continue;
      const score = scoreOfPart(text, start, start + length, end);
      if (score > 0) return candidate('PERSON', start, start + length, score);
    }
    return undefined;
  },
};

/** Whether a field or a form of address may make a name of unusual syllables: asked first, as most words have neither. */
function mayBeLoose(text: CodeUnits, start: number, end: number): boolean {
  const before = text.charCodeAt(start - 1);
  if (before !== SPACE ? !isHangul(before) : !isHangul(text.charCodeAt(start - 2))) return true;
  if (text.charCodeAt(end) === SPACE && mayBeginSuffix(text.charCodeAt(end + 1))) return true;
  for (let index = start + 2; index < end; index++) if (mayBeginSuffix(text.charCodeAt(index))) return true;
  return false;
}

/** The lengths, as bits, of names that may begin the run: all of it, or where something that may follow a name does. */
function lengthsOf(text: CodeUnits, start: number, end: number): number {
  const whole = end - start;
  const ends = (followedLengths(text, start) | (1 << whole)) & ((2 << min(whole, LONGEST_NAME)) - 1);
  if (ends === 0) return 0;
  const usual = ends & usualLengths(text, start);
  return usual !== ends && mayBeLoose(text, start, end) ? ends : usual;
}

function isAmong(lengths: number, length: number): boolean {
  return length <= LONGEST_NAME && ((lengths >> length) & 1) !== 0;
}

const place = new PlaceOfNames();

/** Of a name that is the run. */
function scoreOfWhole(text: CodeUnits, start: number, end: number): number {
  const tail = tailBehind(text, end);
  return tail > Tail.PARTICLE || isLikely(text, start, end) ? scoreOf(text, start, end, tail) : 0;
}

/** Of a name that something follows within its run. */
function scoreOfPart(text: CodeUnits, start: number, nameEnd: number, end: number): number {
  const likely = isLikely(text, start, nameEnd);
  if (!likely && !is(text.charCodeAt(nameEnd), Syllable.TELLING)) return 0;
  const tail = tailOf(text, nameEnd, end);
  return tail > Tail.PARTICLE || (likely && tail !== Tail.NONE) ? scoreOf(text, start, nameEnd, tail) : 0;
}

function scoreOf(text: CodeUnits, start: number, end: number, tail: number): number {
  const certainty = nameCertainty(text, start, end);
  return certainty === 0 ? 0 : scoreOfName(text, start, end, certainty, tail);
}

/** Whether anything around it speaks for a name, or its given name is frequent: looked for before the lexicons are asked. */
function isLikely(text: CodeUnits, start: number, end: number): boolean {
  if (place.mayBeField || place.isLabelled) return true;
  if (isCited(text, end)) return true;
  if (end - start < 3) return false;
  return (
    isFrequentGivenName(text.charCodeAt(end - 2), text.charCodeAt(end - 1)) ||
    isListed(text, place.previous, start) ||
    hasVitals(text, end) ||
    hasBelonging(text, end)
  );
}

function scoreOfName(text: CodeUnits, start: number, end: number, certainty: number, tail: number): number {
  const label = place.labelIn(text);
  // Most words of a text: nothing before or behind them speaks for a name, and neither do their syllables.
  if (label === Label.NONE && tail <= Tail.COPULA && !hasNameSyllables(text, start, end)) return 0;
  if (label === Label.STRONG_FIELD && (certainty & NameCertainty.FIELD) !== 0) return 0.85;
  const isAnyName = (certainty & NameCertainty.FIELD) !== 0 && (certainty & NameCertainty.LOOSE) !== 0;
  if (label === Label.AGENT_FIELD && isAnyName && endsField(text, end, tail)) return 0.8;
  if (tail === Tail.SUFFIX && (certainty & (NameCertainty.LOOSE | NameCertainty.ADDRESSED)) !== 0)
    return 0.85;
  if ((certainty & NameCertainty.LOOSE) === 0) return 0;
  if ((certainty & NameCertainty.STRICT) === 0) return 0;
  if (label >= Label.WEAK_FIELD) return 0.8;
  if ((tail === Tail.TITLE || tail === Tail.RESPECTED) && isNounPhrase(text, start, end)) return 0.75;
  if (end - start >= 3 && text.charCodeAt(end) !== COLON && isListed(text, place.previous, start))
    return 0.75;
  if (isCited(text, end) && isUsualName(text, start, end)) return 0.65;
  if (tail === Tail.COPULA && isIntroduced(text, start)) return 0.65;
  return end - start >= 3
    ? scoreInProse(text, start, end, label, certainty)
    : scoreShort(text, end, tail, label);
}

/** Of two syllables as few as people have, of three with a frequent given name. */
function isUsualName(text: CodeUnits, start: number, end: number): boolean {
  if (end - start < 3) return isShortFullName(text, start, end);
  return isFrequentGivenName(text.charCodeAt(end - 2), text.charCodeAt(end - 1));
}

/** Behind a label of people they leave as well as others: 담당자를 홍길동에서 김영희로. */
function tailOf(text: CodeUnits, nameEnd: number, end: number): number {
  const tail = tailWithin(text, nameEnd, end);
  if (tail !== Tail.NONE || !place.isLabelled || end - nameEnd !== 2) return tail;
  return text.slice(nameEnd, end) === '에서' ? Tail.PARTICLE : tail;
}

/** Nothing that is said goes on behind it, but for a title. */
function endsField(text: CodeUnits, end: number, tail: number): boolean {
  if (tail >= Tail.TITLE) return true;
  return tail === Tail.END && !(text.charCodeAt(end) === SPACE && isHangul(text.charCodeAt(end + 1)));
}

function scoreInProse(text: CodeUnits, start: number, end: number, label: number, certainty: number): number {
  if (label === Label.STRONG || hasVitals(text, end) || hasBelonging(text, end)) return 0.7;
  if ((certainty & NameCertainty.KNOWN) !== 0)
    return label !== Label.NONE ? 0.7 : isTopic(text, start, end) ? 0 : 0.55;
  return label !== Label.NONE && !NOUN_ENDINGS.includes(text.charAt(end - 1)) ? 0.6 : 0;
}

/** 표정은, 노선은: a noun with its particle, behind which no other stands. */
function isTopic(text: CodeUnits, start: number, end: number): boolean {
  if (isHangul(text.charCodeAt(end))) return false;
  return text.charCodeAt(end - 1) === EUN && end - start === 3 && TOPICS.has(text.slice(start, end - 1));
}

/** Two syllables after a label of people that end there: 예금주 허준, 계좌 … */
function scoreShort(text: CodeUnits, end: number, tail: number, label: number): number {
  if (label === Label.NONE) return 0;
  if (isShortFullName(text, end - 2, end)) return 0.65;
  return label === Label.STRONG && tail === Tail.END && text.charCodeAt(end) !== SPACE ? 0.65 : 0;
}

/** 한 ends an adjective (조용한 사원), and two syllables before a rank are rather a noun (강남 대표) unless they are usual. */
function isNounPhrase(text: CodeUnits, start: number, end: number): boolean {
  return end - start >= 3 ? text.charAt(end - 1) !== '한' : isShortFullName(text, start, end);
}

/** A run of four or five may be three syllables and a particle: 홍길동은. */
function isInflected(text: CodeUnits, start: number, end: number): boolean {
  if (end - start === 3) return isShortAndParticle(text, start);
  if (end - start < 4 || hasDoubleSurname(text, start, end)) return false;
  return (
    isKoreanName(text, start, start + 3, NameCertainty.STRICT) &&
    tailWithin(text, start + 3, end) !== Tail.NONE
  );
}

/** 김진은: two syllables and a particle that agrees with the last of them, where the three are no usual name. */
function isShortAndParticle(text: CodeUnits, start: number): boolean {
  if (!isShortFullName(text, start, start + 2) || isKoreanName(text, start, start + 3, NameCertainty.KNOWN))
    return false;
  return hasFinalConsonant(text.charCodeAt(start + 1)) && '은이을과의도'.includes(text.charAt(start + 2));
}

function hasFinalConsonant(code: number): boolean {
  return (code - 0xac00) % 28 !== 0;
}

/** 김 철수님, 허 준 원장, and the family name alone before a rank: 김 대리. */
function recognizeSpaced(text: CodeUnits, start: number): Candidate | undefined {
  if (text.charCodeAt(start + 1) !== SPACE) return undefined;
  const from = start + 2;
  const end = hangulRunEnd(text, from, LONGEST_RUN);
  const rank = ranks.longest(text, from);
  if (
    rank > 0 &&
    PLAIN_SURNAMES.includes(text.charAt(start)) &&
    from + rank <= end &&
    titleTail(text, from, end) !== Tail.NONE
  )
    return candidate('PERSON', start, start + 1, 0.6);
  if (!isSurname(text.charCodeAt(start))) return undefined;
  const apart = syllablesApartEnd(text, start);
  if (apart > 0) return candidate('PERSON', start, apart, 0.9);
  for (const length of [2, 1]) {
    const nameEnd = from + length;
    // 김 모 씨 names nobody.
    if (nameEnd > end || isSomebody(text, from) || !isGivenName(text, from, nameEnd)) continue;
    const tail = nameEnd === end ? tailBehind(text, end) : titleTail(text, nameEnd, end);
    const labelled = nameEnd === end && labelBefore(text, start) >= Label.WEAK_FIELD;
    if (
      tail === Tail.SUFFIX ||
      ((tail === Tail.TITLE || tail === Tail.RESPECTED) && nameEnd === end) ||
      labelled
    )
      return candidate('PERSON', start, nameEnd, 0.9);
  }
  return undefined;
}

/** 모 as a word of its own. */
function isSomebody(text: CodeUnits, at: number): boolean {
  return text.charCodeAt(at) === SOMEBODY && text.charCodeAt(at + 1) === SPACE;
}
