import type { Characters } from './code-units.js';

/** Shorter runs are rather words and numbers than keys. */
const SHORTEST_RUN = 20;
/** How far to each side a run is looked at, in UTF-16 units. */
const REACH = 64;
/** So many letters or digits in an unbroken row with a name's shape hardly come about by chance. */
const TELLING = 5;
/**
 * Of 100 characters so many at least are followed by one that no word has there. Random base64 has 42, camelCase with
 * numbers 20 at most.
 */
const FEWEST_BREAKS_OF_100 = 24;

const LOWER = 1;
const UPPER = 2;
const DIGIT = 4;
const ALL_KINDS = LOWER | UPPER | DIGIT;
/** What stands between them. */
const MARK = 8;
const KINDS = new Uint8Array(0x80).fill(DIGIT, 0x30, 0x3a).fill(UPPER, 0x41, 0x5b).fill(LOWER, 0x61, 0x7b);
for (const mark of '_-+/.=~') KINDS[mark.charCodeAt(0)] = MARK;

/**
 * Whether the part of a text is but a piece of a long random value, as `Li` is of `HmPV6hXBDP/SmDbI5CldrI3QSve+Li`: a run
 * of letters, digits and `_-+/.=~` in which small letters, capitals and digits follow each other at random. What is long
 * and unbroken in itself (`/users/Hong-Gildong/9ha2FUX8ttaf`) is none. Looks at a bounded window.
 */
export function isInsideSecret(text: Characters, start: number, end: number): boolean {
  if (!isOfToken(text.charCodeAt(start - 1)) && !isOfToken(text.charCodeAt(end))) return false;
  for (let index = start; index < end; index++) if (!isOfToken(text.charCodeAt(index))) return false;
  if (end - start >= TELLING && breaksIn(text, start, end) === 0) return false;
  let from = start;
  while (from > 0 && start - from < REACH && isOfToken(text.charCodeAt(from - 1))) from--;
  let to = end;
  while (to < text.length && to - end < REACH && isOfToken(text.charCodeAt(to))) to++;
  return (
    to - from >= SHORTEST_RUN &&
    kindsIn(text, from, to) === ALL_KINDS &&
    breaksIn(text, from, to) * 100 >= FEWEST_BREAKS_OF_100 * (to - from)
  );
}

/** How often a capital follows a small letter, or a digit a letter, or a letter a digit. */
function breaksIn(text: Characters, start: number, end: number): number {
  let breaks = 0;
  let previous = 0;
  for (let index = start; index < end; index++) {
    const kind = kindOf(text.charCodeAt(index));
    if (previous !== 0 && kind !== 0 && kind !== previous && !(previous === UPPER && kind === LOWER))
      breaks++;
    previous = kind;
  }
  return breaks;
}

function kindsIn(text: Characters, start: number, end: number): number {
  let kinds = 0;
  for (let index = start; index < end; index++) kinds |= kindOf(text.charCodeAt(index));
  return kinds;
}

function kindOf(code: number): number {
  return code < KINDS.length ? KINDS[code]! & ALL_KINDS : 0;
}

/** Letters, digits and what base64, tokens and paths have between them. */
function isOfToken(code: number): boolean {
  return code < KINDS.length && KINDS[code] !== 0;
}
