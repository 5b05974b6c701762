import { classOf, NAME, ORDINARY, WordClass } from './english/word-class.js';

/** Ordinary in front of contact data, though somewhere a name. */
const NOT_NAMES = new Set([
  'na',
  'null',
  'none',
  'true',
  'false',
  'undefined',
  'nil',
  'tbd',
  'unknown',
  'admin',
  'test',
  'root',
]);

/** Lower-case words between capitals that belong to a surname. */
export const NAME_PARTICLES = 'de|da|do|dos|del|della|di|du|des|van|von|der|den|ten|ter|la|le|bin|ibn|al|el';
const PARTICLES = new Set(NAME_PARTICLES.split('|'));

/** Whether no word of it is an ordinary word; case does not matter. */
export function hasOnlyNameWords(words: readonly string[]): boolean {
  return words.length > 0 && words.every((word) => mayBeName(word));
}

/** Whether the words carry their own proof: a known given name, or a known family name beside an unknown word. */
export function isKnownName(words: readonly string[]): boolean {
  if (!hasOnlyNameWords(words)) return false;
  const classes = words.map(classOfTyped);
  const isGiven = classes.some((flags) => (flags & WordClass.GIVEN) !== 0);
  if (words.length === 1) return isGiven && (classes[0]! & ORDINARY) === 0;
  return (
    isGiven ||
    (words.length <= 3 &&
      classes.some((flags) => (flags & WordClass.SURNAME) !== 0 && (flags & ORDINARY) === 0))
  );
}

function mayBeName(word: string): boolean {
  const lower = word.toLowerCase();
  if (NOT_NAMES.has(lower)) return false;
  const flags = classOfTyped(word);
  return PARTICLES.has(lower) || (flags & ORDINARY) === 0 || (flags & NAME) !== 0;
}

/** Class of a word that may be typed in any case, as in a form or a chat. */
export function classOfTyped(word: string): number {
  const bare = word.replace(/[.,]$/, '');
  const isMixed = /[a-z][A-Z]/.test(bare);
  if (bare.length < 2) return 0;
  return classOf(isMixed ? bare : bare.charAt(0).toUpperCase() + bare.slice(1).toLowerCase());
}
