import { ROLE_WORDS } from '../../lexicon/english/roles.js';
import { LISTED, ORDINARY, WordClass, isNoName } from '../../lexicon/english/word-class.js';
import type { CodeUnits } from '../../text/code-units.js';
import { candidate, type Candidate } from '../recognizer.js';
import type { NameWord } from './name-words.js';
import { wordBefore } from './word-before.js';

const SPACE = 0x20;
const NAME_IN_CAPITALS = /(?:[A-Z]\.? ){0,2}[A-ZÀ-Þ][A-ZÀ-Þ'’-]{1,20}(?![A-Za-z\d])/y;
/** Two words of it or three. */
const IN_CAPITALS = /[A-ZÀ-Þ][A-ZÀ-Þ'’-]{2,20}(?: [A-ZÀ-Þ][A-ZÀ-Þ'’-]{2,20}){1,2}(?! ?[A-Za-z\d])/y;
const OF_TICKET =
  /[A-Z][A-Z'-]{1,25}\/[A-Z]{2,20}(?: [A-Z]{2,20})??(?= (?:MR|MRS|MS|MISS|MSTR|DR|CHD|INF)(?![A-Za-z]))/y;
const JOINED_TICKET = /([A-Z][A-Z'-]{1,25}\/([A-Z]{2,20}?))(?:MRS|MR|MS|MISS|MSTR)(?![A-Za-z])/y;
const LOWER_A = 0x61;
const LOWER_Z = 0x7a;

/** `applicant RAGHU NANDAN`: two words or three in capitals that no list has as ordinary, behind a role in small letters. */
export function capitalsOfRole(text: CodeUnits, { start }: NameWord): Candidate | undefined {
  const before = text.charCodeAt(start - 2);
  if (text.charCodeAt(start - 1) !== SPACE || before < LOWER_A || before > LOWER_Z) return undefined;
  if (!ROLE_WORDS.has(wordBefore(text, start).word)) return undefined;
  IN_CAPITALS.lastIndex = start;
  if (!IN_CAPITALS.test(text.string)) return undefined;
  const end = IN_CAPITALS.lastIndex;
  const listed = text
    .slice(start, end)
    .split(' ')
    .map((word) => LISTED.of(word.charAt(0) + word.slice(1).toLowerCase()));
  return listed.some(isNoName) ? undefined : candidate('PERSON', start, end, 0.75);
}

/** `DOE/JANE MRS`: the family name first, as tickets have it, and a title behind; joined only to a given name that is known. */
export function ofTicket(text: CodeUnits, start: number): Candidate | undefined {
  OF_TICKET.lastIndex = JOINED_TICKET.lastIndex = start;
  if (OF_TICKET.test(text.string)) return candidate('PERSON', start, OF_TICKET.lastIndex, 0.9);
  const [, name = '', given = ''] = JOINED_TICKET.exec(text.string) ?? [];
  const listed = LISTED.of(given.charAt(0) + given.slice(1).toLowerCase());
  return (listed & WordClass.GIVEN) === 0 ? undefined : candidate('PERSON', start, start + name.length, 0.9);
}

/** `MR PATEL`, `MS H. VANTERPOOL`: behind a title in capitals, whatever no list has as an ordinary word. */
export function inCapitals(text: CodeUnits, at: number): Candidate | undefined {
  NAME_IN_CAPITALS.lastIndex = at;
  if (!NAME_IN_CAPITALS.test(text.string)) return undefined;
  const end = NAME_IN_CAPITALS.lastIndex;
  const word = text.slice(at, end);
  const listed = LISTED.of(word.charAt(0) + word.slice(1).toLowerCase());
  return (listed & ORDINARY) !== 0 ? undefined : candidate('PERSON', at, end, 0.8);
}
