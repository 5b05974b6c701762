import type { CodeUnits } from '../text/code-units.js';
import { isNoName, isOrdinary, isTitle, NAME, WordClass } from '../lexicon/english/word-class.js';
import { isLatinCapital } from '../text/latin-words.js';
import { nameLogit } from './names/english-name-model/name-score.js';
import {
  afterParticles,
  isInCapitals,
  nameEnd,
  nameWordOf,
  readName,
  readNameWord,
  type NameWord,
} from './names/name-words.js';
import { capitalsOfRole, inCapitals, ofTicket } from './names/name-in-capitals.js';
import { INTRODUCED, isSecondOfFirm, isThingWithTitle } from './names/named-after.js';
import { isFamily, isOffice, isRoleBefore } from './names/role-or-family.js';
import { mayBeginName, weighName, type WeighedName } from './names/weigh-name.js';
import { candidate, type Candidate, type CapitalRecognizer } from './recognizer.js';
import { max, min } from '../text/math.js';

/** Logits from which on it is somebody's name, where the rules say so and where they do not; see docs/adr for the figures. */
const CONFIRMED = -0.5;
const RESCUED = -0.2;
/** What the rules are sure of: so much by what stands around it, and so much in all (a little less, for what adding loses). */
const SURE_CONTEXT = 0.149;
const SURE_TOTAL = 0.699;
/** From here on they are, whatever stands around it: a given name and a family name. */
const CERTAIN = 0.89;
/** Scores of a name by rules and model. */
const LOWEST = 0.5;
const HIGHEST = 0.95;
const FULL_STOP = 0x2e;
const SPACE = 0x20;
const SLASH = 0x2f;
const QUOTE = 0x22;
/** `Doe, John`: only where the order cannot be a list. */
const INVERTED = /, (?=[A-ZÀ-Þ])/y;
/** `Best, Jane`: what ends a letter rather than a family name. */
const CLOSINGS = new Set('Best Love Cheers Thanks'.split(' '));
/** Titles of jobs as well: `Sr. Data Engineer`. */
const WORK_TITLES = new Set('Sr Gen Rep Sen Pres Ing Dipl'.split(' '));
const PARTICLE_BEFORE =
  /(?:^|[^A-Za-z ])((?:van(?: de[nr]?)?|von(?: der)?|de(?: la)?|del|della|di|da|dos|du|ter|ten|el|al) )$/;
const PARTICLE_WINDOW = 10;
/** `Doe, John Q.`: where the order is inverted it ends the name. */
const INITIAL = / [A-ZÀ-Þ]\.(?![A-Za-z])/y;

/** Names by what their words are, by their order, and by what stands around them. */
export const personEnglishRecognizer: CapitalRecognizer = {
  name: 'person-en',
  trigger: 'capital',
  recognize(text, _at, word): Candidate | undefined {
    const isTicket = text.charCodeAt(word.end) === SLASH && isLatinCapital(text, word.start + 1);
    const passenger = isTicket ? ofTicket(text, word.start) : undefined;
    if (passenger) return passenger;
    if (!mayBeginName(text, word)) return undefined;
    const first = nameWordOf(text, word);
    if (isTitle(first.flags)) return afterTitle(text, first);
    if (isNoName(first.flags)) return isInCapitals(text, first) ? capitalsOfRole(text, first) : undefined;
    return ofWords(text, readName(text, first));
  },
};

/** Mr. Doe, Prof. Dr. Jane Roe: whatever follows is a name. */
function afterTitle(text: CodeUnits, title: NameWord): Candidate | undefined {
  const second = readNameWord(text, afterWord(text, title));
  const last = isTitle(second.flags) || isOffice(text, second) ? second : title;
  const start = afterWord(text, last);
  const at = afterParticles(text, start);
  if (!isLatinCapital(text, at)) return undefined;
  const word = readNameWord(text, at);
  if (isTitle(word.flags) || isThingWithTitle(text, last, word)) return undefined;
  const isNoName = isOrdinary(word.flags & ~WordClass.PLACE) && (word.flags & NAME) === 0;
  const isSure =
    text.charCodeAt(last.end) === FULL_STOP && !WORK_TITLES.has(text.slice(last.start, last.end));
  if (isNoName && !isSure) return isInCapitals(text, title) ? inCapitals(text, at) : undefined;
  return candidate('PERSON', start, nameEnd(text, readName(text, word)), 0.88);
}

/** Where the next word begins, over a full stop and a space. */
function afterWord(text: CodeUnits, { end }: NameWord): number {
  const at = text.charCodeAt(end) === FULL_STOP ? end + 1 : end;
  return text.charCodeAt(at) === SPACE ? at + 1 : at;
}

function ofWords(text: CodeUnits, all: readonly NameWord[]): Candidate | undefined {
  const words = isRoleBefore(text, all) ? all.slice(1) : all;
  const inverted = words.length === 1 ? readInverted(text, words[0]!) : undefined;
  if (inverted) return isSecondOfFirm(text, words[0]!) ? undefined : inverted;
  if (words.length === 1 && isFamily(text, words[0]!))
    return candidate('PERSON', words[0]!.start, words[0]!.end, 0.6);
  const name = weighName(text, words, words !== all);
  if (name === undefined || !isSomebody(text, words, name)) return undefined;
  return candidate('PERSON', words[0]!.start, name.end, max(LOWEST, min(HIGHEST, name.total)));
}

/** Who is introduced is somebody, however unlike a name, and so is a whole name, or one that does or has what people do; of others the model has a say. */
function isSomebody(text: CodeUnits, words: readonly NameWord[], name: WeighedName): boolean {
  const isByRules = name.total >= LOWEST;
  if (isByRules && name.context >= INTRODUCED) return true;
  if (name.total >= CERTAIN || (name.total >= SURE_TOTAL && name.context >= SURE_CONTEXT)) return true;
  return nameLogit(text, words, name) >= (isByRules ? CONFIRMED : RESCUED);
}

function readInverted(text: CodeUnits, surname: NameWord): Candidate | undefined {
  INVERTED.lastIndex = surname.end;
  if (!INVERTED.test(text.string) || CLOSINGS.has(text.slice(surname.start, surname.end))) return undefined;
  const isFamily = (surname.flags & (WordClass.SURNAME | WordClass.SURNAME_LIKE)) !== 0;
  if (!isFamily && (surname.flags !== 0 || !isQuoted(text, surname.start))) return undefined;
  if ((surname.flags & (WordClass.GIVEN | WordClass.PLACE)) !== 0) return undefined;
  const given = readNameWord(text, INVERTED.lastIndex);
  if ((given.flags & WordClass.GIVEN) === 0 || (given.flags & WordClass.PLACE) !== 0) return undefined;
  const words = readName(text, given);
  const end = nameEnd(text, words);
  INITIAL.lastIndex = end;
  return candidate(
    'PERSON',
    particleStart(text, surname.start),
    INITIAL.test(text.string) ? INITIAL.lastIndex : end,
    0.75,
  );
}

/** Whether a quotation mark opens before it, over a particle of the family name: `"de Groot, Marijke"`. */
function isQuoted(text: CodeUnits, start: number): boolean {
  return text.charCodeAt(particleStart(text, start) - 1) === QUOTE;
}

/** Where `de` of `de Vries, Joost` begins, at the beginning of a line or a cell. */
function particleStart(text: CodeUnits, start: number): number {
  if (text.charCodeAt(start - 1) !== SPACE) return start;
  const found = PARTICLE_BEFORE.exec(text.slice(max(0, start - PARTICLE_WINDOW), start));
  return found ? start - found[1]!.length : start;
}
