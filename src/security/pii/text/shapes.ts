import { EdgeTable, ROOT } from './edge-table.js';
import { min } from './math.js';

/**
 * Shapes of identifiers, as recognizers declare them: segments joined by separators.
 *
 * - Segment: `6` six digits; `2~4` two to four digits; `LLDDDDDDL` letters and digits in just these places, `?` for either
 *   (at most 29 characters); `*15~34` so many letters and digits in any mix, only as the whole shape.
 * - Separator: `.`, `/`, `_` (one space) as written; `)` a closing parenthesis, also with a space behind it; `-` stands
 *   for a hyphen, full stop, slash or space alike, `=` for one of them that is the same throughout the shape (which takes
 *   a fraction of the memory when there are many lengths).
 */
export const Separator = { NONE: 0, HYPHEN: 1, FULL_STOP: 2, SLASH: 3, SPACE: 4, PARENTHESIS: 5 } as const;

const SEPARATORS: Readonly<Record<string, readonly number[]>> = {
  '-': [Separator.HYPHEN, Separator.FULL_STOP, Separator.SLASH, Separator.SPACE],
  '.': [Separator.FULL_STOP],
  '/': [Separator.SLASH],
  _: [Separator.SPACE],
  ')': [Separator.PARENTHESIS],
};
const SEGMENT = /(?:\*?\d+(?:~\d+)?|[LD?]+)/y;
/** Longest mixed segment whose places of letters and digits fit one small integer. */
export const MAX_MASKED = 29;
const MAX_LENGTH = 63;
const LEAST_PLACES = 1_024;

/** Most separators there may be, as a node and a separator are one number. */
const SEPARATOR_BITS = 3;

/**
 * The tree of all declared shapes: what may follow what was read so far, and who asked for it. Places are numbers, from
 * `ROOT` on; 0 is none. There are tens of thousands of them, so that what they hold lies in a few arrays.
 */
export class ShapeTree<T> {
  private readonly edges = new EdgeTable();
  /** What a first segment of so many digits leads to: what most numbers ask. */
  private readonly ofDigits = new Int32Array(MAX_LENGTH + 1);
  /** By place, what may follow: see `followBit`. */
  private follows = new Uint16Array(LEAST_PLACES);
  /** By place, the list of those who asked, by its number. */
  private listAt = new Uint16Array(LEAST_PLACES);
  /** Each list that there is, once; the first is empty. */
  private readonly lists: T[][] = [[]];
  /** By list, what it becomes with one more in it. */
  private readonly longerBy: Map<T, number>[] = [new Map()];

  wanted(place: number): readonly T[] {
    return this.lists[this.listAt[place]!]!;
  }

  /** The number of the list of those who want what was read so far; 0 where nobody does. */
  listOf(place: number): number {
    return this.listAt[place]!;
  }

  /** All lists that there are, by their number. */
  get allLists(): readonly (readonly T[])[] {
    return this.lists;
  }

  /** What may follow: bits of `followBit`, 0 where nothing may. */
  following(place: number): number {
    return this.follows[place]!;
  }

  /** The place behind a separator and a segment; 0 when nobody asked for that. */
  child(place: number, separator: number, key: number): number {
    if (place === ROOT && key <= MAX_LENGTH) return this.ofDigits[key]!;
    return this.edges.child((place << SEPARATOR_BITS) | separator, key);
  }

  /** The same, made when there is none. */
  grow(place: number, separator: number, key: number): number {
    const next = this.edges.grow((place << SEPARATOR_BITS) | separator, key);
    if (next >= this.listAt.length) this.widen();
    this.follows[place]! |= followBit(separator, beginsWithDigit(key));
    if (place === ROOT && key <= MAX_LENGTH) this.ofDigits[key] = next;
    return next;
  }

  /** Notes who wants what was read so far; once each. */
  want(place: number, wanting: T): void {
    if (this.wanted(place).includes(wanting)) return;
    this.listAt[place] = this.longer(this.listAt[place]!, wanting);
  }

  /** The list with one more in it. */
  private longer(list: number, wanting: T): number {
    const known = this.longerBy[list]!.get(wanting);
    if (known !== undefined) return known;
    const made = this.lists.push([...this.lists[list]!, wanting]) - 1;
    this.longerBy.push(new Map());
    this.longerBy[list]!.set(wanting, made);
    return made;
  }

  private widen(): void {
    const { follows, listAt } = this;
    this.follows = new Uint16Array(2 * follows.length);
    this.follows.set(follows);
    this.listAt = new Uint16Array(2 * listAt.length);
    this.listAt.set(listAt);
  }
}

/** The bit for a separator and the kind of character behind it, among what may follow. */
export function followBit(separator: number, isDigit: boolean): number {
  return 1 << (2 * separator + (isDigit ? 1 : 0));
}

function beginsWithDigit(key: number): boolean {
  return key <= MAX_LENGTH || (key >= MASKED && ((key - MASKED) & 1) === 1);
}

/** Keys of masked segments begin here. */
const MASKED = 256;

/** Key of a segment of `length` digits. */
export function digitsKey(length: number): number {
  return min(length, MAX_LENGTH);
}

/** Key of a mixed segment by its places of digits: bit `i` is set where character `i` is one. */
export function maskKey(length: number, digitPlaces: number): number {
  return MASKED + ((1 << length) | digitPlaces);
}

/** Key of a mixed segment by its length only. */
export function mixedKey(length: number): number {
  return 128 + min(length, MAX_LENGTH);
}

/** Adds whoever wants `shape` to the tree. @throws TypeError for what is no shape. */
export function addShape<T>(tree: ShapeTree<T>, shape: string, wanting: T): void {
  const kinds = shape.includes('=') ? SEPARATORS['-']! : [Separator.NONE];
  for (const same of kinds) addWith(tree, shape, wanting, same);
}

/** With what `=` stands for. */
function addWith<T>(tree: ShapeTree<T>, shape: string, wanting: T, same: number): void {
  let places = [ROOT];
  let separators: readonly number[] = [Separator.NONE];
  for (let at = 0; at < shape.length;) {
    SEGMENT.lastIndex = at;
    const segment = SEGMENT.exec(shape)?.[0];
    if (segment === undefined) throw new TypeError(`${JSON.stringify(shape)} is no shape`);
    const keys = segmentKeys(segment);
    const grown: number[] = [];
    for (const place of places)
      for (const separator of separators)
        for (const key of keys) grown.push(tree.grow(place, separator, key));
    places = grown;
    at += segment.length;
    if (at === shape.length) break;
    separators = shape[at] === '=' ? [same] : (SEPARATORS[shape.charAt(at)] ?? []);
    if (separators.length === 0) throw new TypeError(`${JSON.stringify(shape)} has an unknown separator`);
    if (++at === shape.length) throw new TypeError(`${JSON.stringify(shape)} ends with a separator`);
  }
  for (const place of places) tree.want(place, wanting);
}

function segmentKeys(segment: string): number[] {
  if (/^[LD?]/.test(segment)) return maskKeys(segment);
  const mixed = segment.startsWith('*');
  const [least = 0, most = least] = segment
    .slice(mixed ? 1 : 0)
    .split('~')
    .map(Number);
  const lengths = Array.from({ length: most - least + 1 }, (_, index) => least + index);
  return lengths.map(mixed ? mixedKey : digitsKey);
}

function maskKeys(mask: string): number[] {
  if (mask.length > MAX_MASKED) throw new TypeError(`${mask} is longer than ${MAX_MASKED}`);
  if (/^D+$/.test(mask)) return [digitsKey(mask.length)];
  let places = [0];
  for (let index = 0; index < mask.length; index++) {
    const bit = 1 << index;
    if (mask[index] === 'D') places = places.map((digits) => digits | bit);
    if (mask[index] === '?') places = places.flatMap((digits) => [digits, digits | bit]);
  }
  return places.map((digits) =>
    digits === (1 << mask.length) - 1 ? digitsKey(mask.length) : maskKey(mask.length, digits),
  );
}
