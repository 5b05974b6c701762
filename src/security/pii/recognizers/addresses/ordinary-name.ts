import { classOf, WordClass } from '../../lexicon/english/word-class.js';
import { max } from '../../text/math.js';

const NO_STREET = WordClass.COMMON | WordClass.CALENDAR | WordClass.BRAND | WordClass.ORGANISATION;
/** ICE, CPU: no street ends with capitals where it does not begin with them. */
const ENDS_IN_CAPITALS = /[a-z].* [A-Z]{2,}$/;
/** `Via `, `Camino de las `: kinds that are words or names of other things as well, with what joins them to the name. */
const KIND =
  /^(?:Via|Viale|Corso|Largo|Borgo|Calle|Avenida|Plaza|Paseo|Rambla|Ronda|Alameda|Camino|Rua|Rue|Avenue|Boulevard|Quai)(?: (?:de|del|della|dei|degli|la|las|los|el|da|das|do|dos|di))* /;
const SAYS_WHERE =
  /(?:addr(?:ess)?|adresse|adres|indirizzo|residen(?:za|ce)|direcci[oó]n|domicili[oe]|morada|endereço|(?:^|[^A-Za-z])(?:liv(?:es?|ing)|vive|vivo|abit[ao]|habite|at|in|en|to|à|au))[ :]{0,2}$/i;
const LABEL_WINDOW = 16;
/** A word behind the number, which it may count. */
const COUNTED = /^ [a-zà-ÿ]{2}/;

/** Whether all words of a name are ordinary ones, firms or their products: `Unit Tests`, `Boeing`. */
export function isOrdinaryName(name: string): boolean {
  return ENDS_IN_CAPITALS.test(name.trim()) || wordsOf(name).every(isOrdinary);
}

/** Whether any of them is. */
export function hasOrdinaryWord(name: string): boolean {
  return wordsOf(name).some(isOrdinary);
}

function wordsOf(name: string): string[] {
  return name.trim().replace(/,$/, '').split(' ');
}

function isOrdinary(word: string): boolean {
  return (classOf(word) & NO_STREET) !== 0;
}

/** `Via Email 24 hours`, `Camino Real 14 burritos`: what begins as a street of Italy or Spain, and counts something. */
export function isCountOfOther(text: string, start: number, house: number, end: number): boolean {
  const street = text.slice(start, house);
  const kind = KIND.exec(street)?.[0];
  if (kind === undefined) return false;
  if (isOrdinaryName(street.slice(kind.length))) return true;
  if (!COUNTED.test(text.slice(end, end + 3))) return false;
  return !SAYS_WHERE.test(text.slice(max(0, start - LABEL_WINDOW), start));
}
