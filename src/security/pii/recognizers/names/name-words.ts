import type { CodeUnits } from '../../text/code-units.js';
import { classAt, LISTED, NAME, ORDINARY, WordClass } from '../../lexicon/english/word-class.js';
import type { CapitalWord } from '../../lexicon/english/capital-word.js';
import { isPinyinName } from '../../lexicon/english/pinyin.js';
import { isLatinCapital, isLatinLetter, wordEnd } from '../../text/latin-words.js';

/** A capitalised word, or an initial with its full stop. */
export interface NameWord {
  readonly start: number;
  readonly end: number;
  /** See WordClass; 0 for an initial and for a word that nothing is known of. */
  readonly flags: number;
  readonly isInitial: boolean;
}

const MAX_WORDS = 4;
const SPACE = 0x20;
const FULL_STOP = 0x2e;
/** Words between others that belong to a family name, mostly in lower case, with the space behind. */
const PARTICLES =
  /(?:(?:St\.|wa|uit|op|ap|ferch|de|da|do|dos|das|del|della|delle|degli|di|du|des|la|le|los|las|van|von|vom|zu|zur|den|der|ter|ten|bin|binti|binte|bte|a\/l|a\/p|s\/o|d\/o|ibn|al|el|y|e|av|af|De|Da|Dos|Del|Della|Di|Du|La|Le|Las|Los|Von) |d['’]|al-|el-){1,3}/y;
/** Behind an initial without a full stop. */
const ENDING = Array.from('\n,;&+|/)"<', (character) => character.charCodeAt(0));
/** `"Gus"`, `(Gus)` between a given and a family name. */
const NICKNAME = /["“'‘(][A-ZÀ-Þ][a-zß-ÿ]{1,12}["”'’)] (?=[A-ZÀ-Þ])/y;
const OPENING = Array.from('"“\'‘(', (character) => character.charCodeAt(0));
/** Of family names and of ordinary words. */
const FAMILY_ENDING =
  /(?:[a-z]{3}(?:ing|ward|ence|ance|side|over|house|wood|day|wise|less|man|out|well|son))$/;
const GENERATIONS = new Set('Jr Sr II III IV'.split(' '));
const LONGEST_GENERATION = 3;
/** Up to one more word and a colon. */
const NEXT_LABEL = /(?: [A-Z][a-z]{1,14})?: /y;
/** Behind a name and part of it. */
const GENERATION = /,? (?:Jr|Sr)\.?(?![A-Za-z])|,? (?:II|III|IV)(?![A-Za-z])/y;

/** The word or initial at `at`. */
export function readNameWord(text: CodeUnits, at: number): NameWord {
  const end = wordEnd(text, at);
  if (end - at === 1 && text.charCodeAt(end) === FULL_STOP)
    return { start: at, end: end + 1, flags: 0, isInitial: true };
  return { start: at, end, flags: classAt(text, at, end), isInitial: end - at === 1 };
}

/** The same of a word that has been read. */
export function nameWordOf(text: CodeUnits, word: CapitalWord): NameWord {
  const { start, end } = word;
  if (end - start === 1) return readNameWord(text, start);
  return { start, end, flags: word.flags, isInitial: false };
}

/** The words that may follow each other in one name, the first of which is given: up to four, with particles between. */
export function readName(text: CodeUnits, first: NameWord): NameWord[] {
  const words = [first];
  while (words.length < MAX_WORDS) {
    const next = nextWord(text, words);
    if (!next) break;
    words.push(next);
  }
  while (words.length > 1 && words.at(-1)!.isInitial && !isFamilyInitial(text, words)) words.pop();
  if (words.length > 2 && words.at(-1)!.flags === 0 && beginsLabel(text, words.at(-1)!.end)) words.pop();
  return words;
}

/** `Rob T.`, `Sunita R,`: an initial for a family name, behind one given name and before nothing that goes on. */
function isFamilyInitial(text: CodeUnits, [first, initial]: readonly NameWord[]): boolean {
  if (initial === undefined || (first!.flags & WordClass.GIVEN) === 0) return false;
  const code = text.charCodeAt(initial.end);
  if (initial.end - initial.start > 1) return code !== SPACE || !isLatinCapital(text, initial.end + 1);
  return (
    code !== code ||
    ENDING.includes(code) ||
    (code === SPACE && ENDING.includes(text.charCodeAt(initial.end + 1)))
  );
}

/** Whether the word that ends there belongs to the label of what follows: `Jane Roe Registrant Phone: `. */
function beginsLabel(text: CodeUnits, end: number): boolean {
  NEXT_LABEL.lastIndex = end;
  return NEXT_LABEL.test(text.string);
}

/** Whether all of it is in capitals, as far as its last letter tells. */
export function isInCapitals(text: CodeUnits, { start, end }: NameWord): boolean {
  return end - start > 1 && isLatinCapital(text, end - 1);
}

/** Where the name ends, `Jr.` and the like included. */
export function nameEnd(text: CodeUnits, words: readonly NameWord[]): number {
  const { end } = words.at(-1)!;
  GENERATION.lastIndex = end;
  return words.length > 1 && GENERATION.test(text.string) ? GENERATION.lastIndex : end;
}

/** Where the word behind `van der` and the like begins; `at` where none of them stands there. */
export function afterParticles(text: CodeUnits, at: number): number {
  PARTICLES.lastIndex = at;
  return PARTICLES.test(text.string) ? PARTICLES.lastIndex : at;
}

function nextWord(text: CodeUnits, words: readonly NameWord[]): NameWord | undefined {
  const { end, isInitial } = words.at(-1)!;
  let at = end;
  if (text.charCodeAt(at) === SPACE) at++;
  else if (!isInitial || !isLatinLetter(text.charCodeAt(at))) return undefined;
  if (OPENING.includes(text.charCodeAt(at))) {
    NICKNAME.lastIndex = at;
    if (NICKNAME.test(text.string)) at = NICKNAME.lastIndex;
  }
  at = afterParticles(text, at);
  if (!isLatinCapital(text, at)) return undefined;
  const word = readNameWord(text, at);
  if (word.isInitial)
    return text.charCodeAt(word.start) === 0x49 && word.end - word.start === 1 ? undefined : word;
  if (isGeneration(text, word)) return undefined;
  if (mayContinue(word.flags)) return word;
  if (isBehindChinese(text, words, word)) return { ...word, flags: WordClass.GIVEN };
  return endsLikeFamily(text, words, word) ? { ...word, flags: WordClass.SURNAME_LIKE } : undefined;
}

/** `Zhang Yuqing`: no list has the second word, and its end is that of ordinary ones. */
function isBehindChinese(
  text: CodeUnits,
  words: readonly NameWord[],
  { start, end, flags }: NameWord,
): boolean {
  if (words.length > 1 || flags !== WordClass.COMMON || isLatinCapital(text, start + 1)) return false;
  const given = text.slice(start, end);
  return LISTED.of(given) === 0 && isPinyinName(text.slice(words[0]!.start, words[0]!.end), given);
}

/** `Tom Westerling`, `Ruth Hayward`: behind a sure given name, a word that no list has and whose end family names have, too. */
function endsLikeFamily(
  text: CodeUnits,
  words: readonly NameWord[],
  { start, end, flags }: NameWord,
): boolean {
  const before = words.at(-1)!.flags;
  if (flags !== WordClass.COMMON || (before & WordClass.GIVEN) === 0 || (before & ORDINARY) !== 0)
    return false;
  if (isLatinCapital(text, start + 1)) return false;
  const word = text.slice(start, end);
  return FAMILY_ENDING.test(word) && LISTED.of(word) === 0;
}

/** `Jr` behind a name is read with its full stop. */
function isGeneration(text: CodeUnits, { start, end }: NameWord): boolean {
  return end - start <= LONGEST_GENERATION && GENERATIONS.has(text.slice(start, end));
}

/** Names and unknown words; an ordinary word only when it is a name, too. */
function mayContinue(flags: number): boolean {
  if ((flags & WordClass.TITLE) !== 0 && (flags & NAME) === 0) return false;
  return (flags & ORDINARY) === 0 || (flags & NAME) !== 0;
}
