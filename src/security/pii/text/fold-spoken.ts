import { isAsciiAlphanumeric } from './character-class.js';
import type { FoldedUnit } from './folded-unit.js';

/** Sino-Korean digits as people spell numbers out. */
const SPOKEN_DIGITS = new Map(
  Array.from('공영일이삼사오육륙칠팔구').map((syllable, index) => [
    syllable.charCodeAt(0),
    String([0, 0, 1, 2, 3, 4, 5, 6, 6, 7, 8, 9][index]),
  ]),
);
/** Spoken hyphens: 공일공에 일이삼사에 오육칠팔, 구공공일공일 다시 일이삼사오육칠. */
const SPOKEN_NUMBER =
  /[공영일이삼사오육륙칠팔구](?:(?: ?- ?| ?다시 ?|에 |[ .·])?[공영일이삼사오육륙칠팔구]){8,15}/y;
const MOBILE_DIGITS = 11;
const RESIDENT_DIGITS = 13;
/** A birth, and behind a joint the rest of a resident's number. */
const RESIDENT = /^[공영일이삼사오육륙칠팔구]{6}(?: ?- ?| ?다시 ?|에 | )/;
const JOINERS = /(?: ?- ?| ?다시 ?|에 |[ .·])/g;
/** `hong (at) example (dot) com`, 골뱅이. */
const AT = /(?: ?[([{] ?(?:at|골뱅이|앳) ?[)\]}] ?| ?골뱅이 ?)(?=[A-Za-z0-9])/iy;
const DOT = /(?: ?[([{] ?(?:dot|점|닷) ?[)\]}] ?)(?=[A-Za-z0-9])/iy;
const DOT_COM = / ?(?:닷컴|쩜컴|점컴)/y;

/** What the words in brackets begin with. */
const IN_BRACKETS = new Set(Array.from('aAdD골앳점닷', (character) => character.charCodeAt(0)));
const GOL = 0xace8;
const FIRST_SYLLABLE = 0xac00;
const SPACE = 0x20;

/** Nine and more digits in words, 공일공 일이삼사 오육칠팔, as digits and hyphens. */
export function readSpokenNumber(text: string, at: number): FoldedUnit | undefined {
  if (!SPOKEN_DIGITS.has(text.charCodeAt(at + 1)) || SPOKEN_DIGITS.has(text.charCodeAt(at - 1)))
    return undefined;
  SPOKEN_NUMBER.lastIndex = at;
  const found = SPOKEN_NUMBER.exec(text)?.[0];
  if (found === undefined) return undefined;
  const spoken = withoutParticle(found);
  const digits = spoken
    .replace(JOINERS, '-')
    .replace(/[가-힣]/g, (syllable) => SPOKEN_DIGITS.get(syllable.charCodeAt(0)) ?? syllable);
  return { text: digits, width: spoken.length };
}

/** The commercial at in words, between letters or digits. */
export function readSpokenAt(text: string, at: number): FoldedUnit | undefined {
  const before = text[at - 1] === ' ' ? at - 2 : at - 1;
  if (!isAsciiAlphanumeric(text.charCodeAt(before))) return undefined;
  const code = text.charCodeAt(at);
  if (code === GOL) return match(AT, text, at, '@');
  if (code >= FIRST_SYLLABLE) return match(DOT_COM, text, at, '.com');
  const inside = text.charCodeAt(at + 1) === SPACE ? at + 2 : at + 1;
  if (!IN_BRACKETS.has(text.charCodeAt(inside))) return undefined;
  return match(AT, text, at, '@') ?? match(DOT, text, at, '.');
}

/** 이 behind a mobile number is a particle rather than a twelfth digit, and behind a resident's no fourteenth: 오육칠팔이에요. */
function withoutParticle(spoken: string): string {
  const digits = spoken.replace(/[^가-힣]|다시|에(?= )/g, '').length;
  const isTooLong =
    (digits === MOBILE_DIGITS + 1 && /^[공영]일/.test(spoken)) ||
    (digits === RESIDENT_DIGITS + 1 && spoken.endsWith('이') && RESIDENT.test(spoken));
  return isTooLong ? spoken.slice(0, -1).trimEnd() : spoken;
}

function match(pattern: RegExp, text: string, at: number, meaning: string): FoldedUnit | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? { text: meaning, width: pattern.lastIndex - at, joins: true } : undefined;
}
