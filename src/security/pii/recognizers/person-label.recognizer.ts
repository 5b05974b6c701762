import { classOfTyped, hasOnlyNameWords, isKnownName } from '../lexicon/english-names.js';
import { NAME } from '../lexicon/english/word-class.js';
import { ROLES } from '../lexicon/english/roles.js';
import { isAsciiLetter } from '../text/character-class.js';
import type { CodeUnits } from '../text/code-units.js';
import { isLatinLetter } from '../text/latin-words.js';
import { EMPTY_HASH, hashWith, WordTable } from '../text/word-table.js';
import { THING_LABEL } from './names/thing-label.js';
import { candidate, type Candidate, type LabelRecognizer } from './recognizer.js';
import { max } from '../text/math.js';

const LETTER = 'A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ';
/** As somebody types into a field: any case; ends where the field does. */
const TYPED_NAME = new RegExp(
  `[${LETTER}][${LETTER}'’.-]{0,24}(?:,? [${LETTER}][${LETTER}'’.-]{0,24}){0,4}(?=$|["'\\n\\r\\t,;|<()\\]}]|\\\\n|  )`,
  'y',
);
/** In running text: capitalised words only. */
const CAPITALISED_NAME =
  /[A-ZÀ-Þ][A-Za-zÀ-ɏ'’-]{1,24}(?: (?:[A-Z]\. ?)?(?:(?:de|van|von|der|da|la|bin|al) )?[A-ZÀ-Þ][A-Za-zÀ-ɏ'’-]{1,24}){0,3}(?![A-Za-z\d])/y;

/** Labels of people; the value is a name whatever it looks like. */
const STRONG_LABEL =
  /(?:^|[^A-Za-z])(?:(?:customer|client|patient|employee|contact|user|member|applicant|student|guest|account ?holder|card ?holder|recipient|sender|owner|guardian|beneficiary|spouse|emergency contact|full|first|last|given|family|middle|maiden|legal|birth|display|insured|passenger|driver|tenant|buyer|seller|billing|shipping|author|teacher|doctor|physician|candidate|signer|payee|payer|father'?s?|mother'?s?|child'?s?|parent'?s?|husband'?s?|wife'?s?)(?:['’]s)?[ _-]?(?:maiden )?name|(?:customer|client|patient|contact|member)(?: info(?:rmation)?| details)?|contact person|recipient|sender|applicant|account ?holder|card ?holder|attendee|beneficiary|guardian|employee|signatory|surname|insured|passenger|tenant|landlord|buyer|payee|payer|next of kin|supervisor|interviewer|candidate|(?:signed|prepared|submitted|requested|approved|reported|reviewed|authori[sz]ed) by|attending physician|physician|given ?names|fore ?names?|["'](?:first|last|given|family|middle)|vorname|nachname|nom de famille|pr[eé]nom|nombre|apellidos?|cognome)["']? ?$/i;
/** Bits that tell the letters of ASCII apart, whatever their case. */
const LETTER_WIDTH = 5;
const LETTER_BITS = 31;
/**
 * What the word before the colon says: one for people and things alike, whose value has to be a known name; or perhaps the
 * end of one of the labels above; or one before which a word may stand that makes it a label of things.
 */
const LastWord = { WEAK: 1, STRONG: 2, NAME: 4, ROLE: 8 } as const;
const LAST_WORD_KINDS: readonly (readonly [kinds: number, words: string])[] = [
  [LastWord.WEAK | LastWord.STRONG | LastWord.NAME, 'name'],
  [
    LastWord.STRONG,
    'firstname lastname fullname surname customername username clientname forename forenames names first last given family',
  ],
  [LastWord.WEAK | LastWord.STRONG, 'person by nom'],
  [
    LastWord.STRONG,
    `info information details recipient sender applicant accountholder cardholder holder attendee beneficiary guardian employee
     signatory customer client patient contact member insured passenger tenant landlord buyer payee payer kin supervisor
     interviewer candidate physician vorname nachname famille prenom nombre apellido apellidos cognome`,
  ],
  [
    LastWord.WEAK,
    `from to manager owner user assignee reporter cc bcc attn attention who author speaker host agent doctor nurse teacher
     student driver seller nome naam signature cust pax clt emp`,
  ],
];
/** Roles that machines and things have, too: their names have to be known ones. */
const ALSO_OF_THINGS = new Set(
  'driver host server agent admin guest owner manager boss forward chair editor translator programmer supervisor reporter assignee parent child actor producer developer client principal pilot conductor counsel mate pal cleaner builder planner witness speaker'.split(
    ' ',
  ),
);
const LABEL_WORDS = LAST_WORD_KINDS.flatMap(([kinds, words]) =>
  words.split(/\s+/).map((word) => [word, kinds] as const),
);
/** Whether one of them ends with two letters, by `pairOf`: few words before a colon end so. */
const LAST_PAIRS = new Uint8Array((LETTER_BITS + 1) ** 2);
for (const [word] of LABEL_WORDS) LAST_PAIRS[pairAtEnd(word)] = 1;
/** Roles only that end as one of the others does: the rest would make every label be read. */
const ROLE_LABELS = ROLES.filter((word) => /^[a-z]+$/.test(word) && LAST_PAIRS[pairAtEnd(word)] === 1).map(
  (word) => [word, ALSO_OF_THINGS.has(word) ? LastWord.WEAK : LastWord.WEAK | LastWord.ROLE] as const,
);
const LAST_WORDS = new WordTable(() => {
  const kindsOf = new Map<string, number>();
  for (const [word, kinds] of [...LABEL_WORDS, ...ROLE_LABELS])
    kindsOf.set(word, (kindsOf.get(word) ?? 0) | kinds);
  return kindsOf;
});
const IN_PARTS = /^[a-z]+(?:-[a-z]+)+$/;
/** What stands before the name of a ship. */
const SHIPS = /^(?:MSC|MV|HMS|USS|RMS|SS)$/;
const SPACE = 0x20;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const BRACKET = 0x5b;
const LOWER_CASE = 0x20;
const LONGEST_LAST_WORD = 16;
const LONGEST_GAP = 3;
const LABEL_WINDOW = 36;

/** `Customer name: …`, `"name": …`: a name behind a label and a colon or equals sign. */
export const personLabelRecognizer: LabelRecognizer = {
  name: 'person-label',
  trigger: 'label',
  recognize(text, at): Candidate | undefined {
    const end = wordEndBefore(text, at);
    if (LAST_PAIRS[pairOf(text.charCodeAt(end - 2), text.charCodeAt(end - 1))] === 0) return undefined;
    const value = valueStart(text, at + 1);
    const first = text.charCodeAt(value);
    // The multiplication sign stands among the capitals of Latin-1.
    if (!isLatinLetter(first) && first !== 0xd7) return undefined;
    let start = end;
    while (start > 0 && end - start <= LONGEST_LAST_WORD && isAsciiLetter(text.charCodeAt(start - 1)))
      start--;
    const kinds = lastWordKinds(text, start, end);
    if (kinds === 0) return undefined;
    const mayGoOn = (kinds & LastWord.NAME) === 0 || mayJoin(text.charCodeAt(start - 1));
    const before = mayGoOn ? text.slice(max(0, at - LABEL_WINDOW), at) : '';
    if (mayGoOn && (kinds & LastWord.NAME) !== 0 && THING_LABEL.test(before)) return undefined;
    const strong = mayGoOn && (kinds & LastWord.STRONG) !== 0 && STRONG_LABEL.test(before);
    if (!strong && (kinds & LastWord.WEAK) === 0) return undefined;
    return recognizeEnglishValue(text.string, value, strong, (kinds & LastWord.ROLE) !== 0);
  },
};

/** Where the last word of a label ends, before a closing quotation mark and one space. */
function wordEndBefore(text: CodeUnits, colon: number): number {
  let end = colon;
  if (text.charCodeAt(end - 1) === SPACE) end--;
  if (text.charCodeAt(end - 1) === QUOTE || text.charCodeAt(end - 1) === APOSTROPHE) end--;
  return end;
}

/** A small number for two letters, whatever their case. */
function pairOf(first: number, second: number): number {
  return ((first & LETTER_BITS) << LETTER_WIDTH) | (second & LETTER_BITS);
}

function pairAtEnd(word: string): number {
  return pairOf(word.charCodeAt(word.length - 2), word.charCodeAt(word.length - 1));
}

function lastWordKinds(text: CodeUnits, start: number, end: number): number {
  if (start === end) return 0;
  let hash = EMPTY_HASH;
  // Letters only: the bit makes them lower case.
  for (let index = start; index < end; index++) hash = hashWith(hash, text.charCodeAt(index) | LOWER_CASE);
  return LAST_WORDS.ofLetters(text, start, end, hash);
}

/** Whether the words of one label may be joined so. */
function mayJoin(code: number): boolean {
  return code === SPACE || code === 0x5f || code === 0x2d;
}

/** Over a few spaces and an opening quotation mark. */
function valueStart(text: CodeUnits, from: number): number {
  let at = from;
  while (at - from < LONGEST_GAP && (text.charCodeAt(at) === SPACE || text.charCodeAt(at) === 0x09)) at++;
  // The names of a list: `"given": ["…"]`.
  if (text.charCodeAt(at) === BRACKET) at++;
  const code = text.charCodeAt(at);
  return code === QUOTE || code === APOSTROPHE || code === 0x201c ? at + 1 : at;
}

function recognizeEnglishValue(
  text: string,
  start: number,
  strong: boolean,
  isRole: boolean,
): Candidate | undefined {
  const end = matchEnd(TYPED_NAME, text, start) || matchEnd(CAPITALISED_NAME, text, start);
  if (end === 0) return undefined;
  const words = text.slice(start, end).split(/,? /);
  if ((strong || (isRole && words.length > 1)) && hasOnlyNameWords(words))
    return candidate('PERSON', start, end, 0.85);
  if (SHIPS.test(words[0]!) || isPartlyName(words)) return undefined;
  return isKnownName(words) ? candidate('PERSON', start, end, 0.72) : undefined;
}

/** `madison-gateway`: in small letters one word of several parts, not all of which are names, is that of a thing. */
function isPartlyName(words: readonly string[]): boolean {
  if (words.length > 1 || !IN_PARTS.test(words[0]!)) return false;
  return words[0]!.split('-').some((part) => (classOfTyped(part) & NAME) === 0);
}

function matchEnd(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : 0;
}
