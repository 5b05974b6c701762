import type { CodeUnits } from '../text/code-units.js';
import { hopefulLengths, nameScore } from './names/korean-name-model/name-score.js';
import { endsGivenName, hasNameSyllables, isRank } from '../lexicon/korean-names.js';
import { isFrequentGivenName } from '../lexicon/korean-given-names.js';
import { TOPICS } from '../lexicon/korean-noun-words.js';
import { isDistrict, isRegion } from '../lexicon/korean-regions.js';
import { KoreanWord, koreanWordAt, NAMES_NOBODY } from '../lexicon/korean-words.js';
import { MODEL_SURNAMES, nameLengths, surnameLength } from './names/korean-name-model/name-spans.js';
import { NameSpan } from './names/korean-name-model/name-span.js';
import { Label, labelBefore } from './korean-name-label.js';
import { isFollowedByDeed } from './names/done-by.js';
import { Tail, tailBehind, titleTail } from './names/korean-name-tail.js';
import { isListed } from './names/name-list.js';
import { isHangul } from '../text/character-class.js';
import { max } from '../text/math.js';
import { candidate, type Candidate, type HangulRecognizer, type HangulScan } from './recognizer.js';

const NIM = 0xb2d8;
/** 은 */
const EUN = 0xc740;
const OPENING = 0x28;
const CLOSING = 0x29;
/** Odds that a candidate has to beat; see docs/adr for the figures behind it. */
const THRESHOLD = 0;
/** Beyond these odds the last syllable may be one that few names end with. */
const SURE = 1.5;
/** The same where something else speaks for a name: a label, who it is, a title, a list. */
const THRESHOLD_BESIDE_EVIDENCE = -2;
/** Below every rule: where one of them sees something else, it is right. */
const SCORE = 0.55;
const SCORE_BESIDE_EVIDENCE = 0.53;

/** What rooms, sums, illnesses, papers and the like end with, and hardly any given name. */
const NOUN_ENDS = new Set(Array.from('액압률료증점품물값처과급병실번', (syllable) => syllable.charCodeAt(0)));

/** Verbs and adjectives, and nouns that are long words more often than names: 이동할, 유지돼, 서성댄, 공모전, 함유량. */
const WORD_ENDS = new Set(
  Array.from('돼된될할댄댈한해히쳐전군량광극탄직생위제력법론층책권감', (syllable) => syllable.charCodeAt(0)),
);
/** Of two syllables and one of these most are a noun and its particle. */
const PARTICLES = new Set(Array.from('은는이가을를의와과로도만', (syllable) => syllable.charCodeAt(0)));
/** What a column of a table is: COMMENT '조회수'. */
const COLUMN_REMARK = /comment ?[=:(]? ?['"]$/i;
const LONGEST_REMARK_MARK = 12;

/** Names without label or title, by what a small model has learnt of syllables and neighbouring words. */
export const personKoreanModelRecognizer: HangulRecognizer = {
  name: 'person-ko-model',
  trigger: 'hangul',
  begins: [{ first: MODEL_SURNAMES }],
  recognize: likeliestName,
};

const span = new NameSpan();
/** Of the likeliest name. */
let bestScore = 0;

function likeliestName(text: CodeUnits, start: number, end: number, scan: HangulScan): Candidate | undefined {
  const ofSurname = surnameLength(text, start, end);
  const possible = ofSurname === 0 ? 0 : nameLengths(text, start, end, ofSurname);
  if (possible === 0) return undefined;
  span.begin(start, end, ofSurname);
  const lengths = hopefulLengths(text, span, possible);
  // The lexicons of the rules know better.
  if (lengths === 0 || isOneOf(KoreanWord.ORDINARY, text, start, end)) return undefined;
  const nameEnd = likeliestEnd(text, lengths);
  if (nameEnd === start || isKnownWord(text, start, nameEnd, end)) return undefined;
  const isLikely = bestScore > THRESHOLD;
  if (!isLikely && isInflected(text, start, nameEnd)) return undefined;
  if (
    !(isLikely && (bestScore > SURE || endsLikeName(text, nameEnd)) && mayStandAlone(text, start, nameEnd)) &&
    !hasEvidence(text, start, nameEnd, end, scan.previous)
  )
    return undefined;
  return candidate('PERSON', start, nameEnd, isLikely ? SCORE : SCORE_BESIDE_EVIDENCE);
}

/** Where the likeliest of the names ends, or the run begins when none of them is likely enough. */
function likeliestEnd(text: CodeUnits, lengths: number): number {
  let best = THRESHOLD_BESIDE_EVIDENCE;
  let bestEnd = span.start;
  for (let length = span.surnameLength + 1; lengths >> length !== 0; length++) {
    if (((lengths >> length) & 1) === 0) continue;
    span.nameEnd = span.start + length;
    const score = nameScore(text, span);
    if (score <= best) continue;
    best = score;
    bestEnd = span.nameEnd;
  }
  bestScore = best;
  return bestEnd;
}

function endsLikeName(text: CodeUnits, nameEnd: number): boolean {
  return endsGivenName(text.charCodeAt(nameEnd - 1));
}

/** Whether the syllables are those of names where nothing else speaks for one, and it is no remark on a column of a table. */
function mayStandAlone(text: CodeUnits, start: number, nameEnd: number): boolean {
  if (WORD_ENDS.has(text.charCodeAt(nameEnd - 1)) || isNounWithParticle(text, start, nameEnd)) return false;
  return !(
    isQuote(text.charCodeAt(start - 1)) &&
    COLUMN_REMARK.test(text.slice(max(0, start - LONGEST_REMARK_MARK), start))
  );
}

/** 송금은, 지도한: a noun with its particle, an adjective, rather than a name that the model is not sure of. */
function isInflected(text: CodeUnits, start: number, nameEnd: number): boolean {
  const last = text.charAt(nameEnd - 1);
  if ('한된할던며고'.includes(last)) return true;
  return isNounWithParticle(text, start, nameEnd);
}

/** 송금은, 한글도, unless it is a frequent name as well: 이하은. */
function isNounWithParticle(text: CodeUnits, start: number, nameEnd: number): boolean {
  const last = nameEnd - 1;
  if (!PARTICLES.has(text.charCodeAt(last))) return false;
  const isTopic = text.charCodeAt(last) === EUN && !isHangul(text.charCodeAt(nameEnd));
  if (isTopic && TOPICS.has(text.slice(start, last))) return true;
  return (
    isOneOf(KoreanWord.ORDINARY, text, start, last) &&
    !isFrequentGivenName(text.charCodeAt(last - 1), text.charCodeAt(last))
  );
}

/** Whether what stands around it speaks for a name: asked only where the model is in doubt. */
function hasEvidence(
  text: CodeUnits,
  start: number,
  nameEnd: number,
  end: number,
  previous: number,
): boolean {
  if (labelBefore(text, start) !== Label.NONE || isListed(text, previous, start)) return true;
  if (nameEnd !== end) return titleTail(text, nameEnd, end) >= Tail.TITLE;
  if (text.charCodeAt(start - 1) === OPENING && text.charCodeAt(end) === CLOSING)
    return (
      nameEnd - start > 2 &&
      hasNameSyllables(text, start, nameEnd) &&
      !WORD_ENDS.has(text.charCodeAt(nameEnd - 1))
    );
  return tailBehind(text, end) >= Tail.TITLE || isFollowedByDeed(text, end);
}

/** Whether the lexicons of the rules know the name, or the run that it begins, as something else. */
function isKnownWord(text: CodeUnits, start: number, nameEnd: number, end: number): boolean {
  if (NOUN_ENDS.has(text.charCodeAt(nameEnd - 1)) || isOneOf(NAMES_NOBODY, text, start, nameEnd)) return true;
  if (nameEnd - start === 3 && isRank(text, start + 1)) return true;
  if (text.charCodeAt(nameEnd - 1) === NIM || isRegion(text, start, end)) return true;
  return nameEnd === end && end - start > 3 && isDistrict(text, start, end);
}

function isQuote(code: number): boolean {
  return code === 0x27 || code === 0x22;
}

function isOneOf(kinds: number, text: CodeUnits, start: number, end: number): boolean {
  return (koreanWordAt(text, start, end) & kinds) !== 0;
}
