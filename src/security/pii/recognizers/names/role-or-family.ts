import { ROLE_WORDS } from '../../lexicon/english/roles.js';
import { LISTED, ORDINARY, WordClass } from '../../lexicon/english/word-class.js';
import type { CodeUnits } from '../../text/code-units.js';
import { isLatinCapital } from '../../text/latin-words.js';
import { max } from '../../text/math.js';
import { readNameWord, type NameWord } from './name-words.js';

const SPACE = 0x20;
/** Ranks that some have as a family name: `Constable Doe` is no Mr Constable. */
const RANKS = new Set(
  'Constable Sergeant Bishop Deacon Chancellor Sheriff Marshal Warden Abbot Canon Head'.split(' '),
);
/** What somebody with a title is besides, though some have it as a family name. */
const OFFICES = new Set(
  'Justice Judge Commissioner Chairman Chair Speaker Recorder Chancellor Ambassador Minister Secretary Councillor Constable Sergeant Inspector Superintendent Registrar Alderman Mayor Advocate Commander Colonel Major General Marshal'.split(
    ' ',
  ),
);
/** Series, teams, coasts and hills that have the form of families. */
const NO_FAMILIES = new Set(
  'Simpsons Waltons Sopranos Flintstones Jetsons Munsters Osbournes Hamptons Grampians Chilterns Quantocks Pentlands Rockies Padres Spartans Trojans Marlins Canucks Bruins Bengals Wallabies Pumas Proteas Springboks Kiwis Bafanas Maasais'.split(
    ' ',
  ),
);
const LOWER_S = 0x73;
const FAMILY_WINDOW = 5;

/** `Constable Jane Doe`: the first word is a role that some have as a family name, and a whole name follows. */
export function isRoleBefore(text: CodeUnits, words: readonly NameWord[]): boolean {
  const [first, second] = words;
  if (second === undefined || (first!.flags & WordClass.GIVEN) !== 0 || (first!.flags & ORDINARY) === 0)
    return false;
  const word = text.slice(first!.start, first!.end);
  const isRank = RANKS.has(word);
  if (words.length > 2)
    return (second.flags & WordClass.GIVEN) !== 0 && (isRank || ROLE_WORDS.has(word.toLowerCase()));
  return isRank && (second.flags & ORDINARY) === 0;
}

/** The second word of `Mr Justice Doe`, `Detective Constable Roe`: an office between the form of address and the name. */
export function isOffice(text: CodeUnits, { start, end }: NameWord): boolean {
  return (
    text.charCodeAt(end) === SPACE &&
    isLatinCapital(text, end + 1) &&
    OFFICES.has(text.slice(start, end)) &&
    (readNameWord(text, end + 1).flags & ORDINARY) === 0
  );
}

/** `the Rahmans`: the plural of a family name that is nothing else, and no team or coast. */
export function isFamily(text: CodeUnits, { start, end }: NameWord): boolean {
  if (text.charCodeAt(end - 1) !== LOWER_S || text.charCodeAt(start - 1) !== SPACE) return false;
  if (!/(?:^|[^A-Za-z])the $/i.test(text.slice(max(0, start - FAMILY_WINDOW), start))) return false;
  if (text.charCodeAt(end) === SPACE && isLatinCapital(text, end + 1)) return false;
  const word = text.slice(start, end);
  const single = LISTED.of(word.slice(0, -1));
  const isOnlySurname = (single & WordClass.SURNAME) !== 0 && (single & (ORDINARY | WordClass.GIVEN)) === 0;
  return isOnlySurname && LISTED.of(word) === 0 && !NO_FAMILIES.has(word);
}
