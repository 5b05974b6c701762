import type { Characters } from '../../text/code-units.js';
import { classAt, WordClass } from '../../lexicon/english/word-class.js';
import { isAsciiAlphanumeric, isDigit } from '../../text/character-class.js';
import { isLatinCapital, isLatinLetter, wordEnd } from '../../text/latin-words.js';
import { wordBefore, type WordBefore } from './word-before.js';

const words = (list: string) => new Set(list.split(' '));

/** What introduces a name whatever it looks like. */
const INTRODUCING = words(
  "dear hi hello hey attn named called alias i'm i’m customer client patient employee colleague applicant contact sincerely signed aka",
);
/** The same before a comma or the end of a line. */
const CLOSINGS = words(
  'regards sincerely cheers thanks best wishes truly faithfully yours greetings respectfully cordially',
);
/** The same before a colon. */
const LABELS = words(
  'name from to by cc bcc attn attention author contact signature signed customer client patient employee user owner assignee',
);
/** `name is`, `this is`, `I am`, `spoke with`, `on behalf of`. */
const PHRASES = words(
  'name_is this_is here_is it_is i_am spoke_with spoke_to speak_with speak_to behalf_of care_of known_as assigned_to addressed_to signed_by written_by prepared_by',
);
/** What stands before people rather than things. */
const BEFORE_PEOPLE = words(
  `with by for and or told tell asked ask met meet thank thanks thx call email emailed message contacted between says said invite invited married husband wife son daughter brother sister mother father
   friend boss manager singer actor actress player captain president minister congratulations welcome sorry following via love loves miss about against cc to of from is was when that if because but where
   like who whom did does has had mom dad cousin uncle aunt nephew niece neighbour neighbor partner spouse tenant landlord lawyer attorney nurse director`.replaceAll(
    '\n  ',
    '',
  ),
);
const BEFORE_THINGS = words(
  'the a an in at near on into visit visited visiting across around through our my your this these every each no new buy bought using use install open watch watching read reading play playing',
);
/** The name of a place begins here. */
const BEFORE_PLACES = words(
  'st saint san santa sankt mt mount ft fort port lake cape camp point hotel café cafe villa rue avenue via calle plaza piazza platz',
);
/** What people do. */
const AFTER_PEOPLE = words(
  `is was has had said says told tells lives lived works worked wrote writes asked asks called calls went goes came comes wants wanted needs needed sent sends signed agreed joined will would can could should
   did does doesn't didn't thinks thought knows knew got gets gave made makes took plays played won lost loves loved likes liked moved born married died started became who whose speaks claims claimed
   added explained replied requested reported submitted paid ordered bought purchased received visited arrived left met tried used and`.replaceAll(
    '\n  ',
    '',
  ),
);
const RANKS = words('CEO CTO CFO COO PhD MD Esq RN DDS MBA CPA');
const APOSTROPHE = 0x27;
const RIGHT_QUOTE = 0x2019;
const SPACE = 0x20;
const COMMA = 0x2c;
const AMPERSAND = 0x26;
const PARENTHESIS = 0x28;
/** `john.doe`, `John_Doe`, `John-2`, `John/`: part of a user name or a path. */
const JOINERS = words('. _ @ / \\ -');
const NO_PERSON = -1;

/** How much what stands around a candidate speaks for a person; negative for a place or a thing. */
export function scoreContext(text: Characters, start: number, end: number, count: number): number {
  const after = scoreAfter(text, end);
  if (after === NO_PERSON) return NO_PERSON;
  return after + scoreBefore(wordBefore(text, start), count);
}

function scoreBefore(before: WordBefore, count: number): number {
  const { word, mark, isCapitalised } = before;
  if (word === '') return mark === '&' ? -0.3 : count === 1 ? -0.05 : 0;
  if (BEFORE_PLACES.has(word) && mark !== ':' && mark !== ',') return count > 1 ? -0.3 : NO_PERSON;
  if (introduces(before)) return count > 1 ? 0.35 : 0.4;
  if (mark !== '') return mark === ',' ? 0.1 : -0.02;
  if (isCapitalised && before.second !== '' && !BEFORE_PEOPLE.has(word)) return -0.25;
  if (BEFORE_THINGS.has(word)) return count > 1 ? -0.15 : -0.3;
  return BEFORE_PEOPLE.has(word) ? 0.15 : 0;
}

function introduces({ word, mark, second }: WordBefore): boolean {
  if (mark === ':')
    return LABELS.has(word) && second !== 'product' && second !== 'file' && second !== 'company';
  if (mark === ',' || mark === '\n') return CLOSINGS.has(word);
  return mark === '' && (INTRODUCING.has(word) || PHRASES.has(`${second}_${word}`));
}

function scoreAfter(text: Characters, end: number): number {
  const code = text.charCodeAt(end);
  const next = text.charCodeAt(end + 1);
  if (code === APOSTROPHE || code === RIGHT_QUOTE) return next === 0x73 ? 0.2 : 0;
  if (code === SPACE) return scoreNextWord(text, end + 1, next);
  if (code === COMMA && next === SPACE) return scoreApposition(text, end + 2);
  if (isAsciiAlphanumeric(code) || isLatinLetter(code)) return NO_PERSON;
  return JOINERS.has(text.charAt(end)) && isAsciiAlphanumeric(next) ? NO_PERSON : 0;
}

function scoreNextWord(text: Characters, at: number, code: number): number {
  if (code === AMPERSAND) return isLatinCapital(text, at + 2) ? NO_PERSON : 0;
  if (code === PARENTHESIS) return isDigit(text.charCodeAt(at + 1)) ? 0.2 : 0;
  if (!isLatinLetter(code)) return 0;
  const end = wordEnd(text, at);
  if (!isLatinCapital(text, at)) return AFTER_PEOPLE.has(text.slice(at, end)) ? 0.2 : 0;
  return (classAt(text, at, end) & WordClass.ORGANISATION) !== 0 ? NO_PERSON : 0;
}

/** `, CEO`, `, aged 34`, `, 34,`. */
function scoreApposition(text: Characters, at: number): number {
  if (isDigit(text.charCodeAt(at))) return isDigit(text.charCodeAt(at + 2)) ? 0 : 0.2;
  const word = text.slice(at, wordEnd(text, at));
  return RANKS.has(word) || AFTER_PEOPLE.has(word) || word === 'aged' ? 0.2 : 0;
}
