import { parsePointer } from '../structure/json-pointer.js';

/** Which fields of a value a rule is about. */
export interface FieldPattern {
  /** As declared: a pointer such as `/customers/0/name`, perhaps with wildcards, or `email` for any property of that name. */
  readonly text: string;
  /** Undefined: any property of the name `name`. `*` stands for one segment, `**` for any number of them. */
  readonly segments: readonly string[] | undefined;
  readonly name: string;
}

const ANY = '*';
const ANY_NUMBER = '**';

/** An RFC 6901 pointer with `*` and `**`, or a property name; undefined when the text is neither. */
export function parseField(text: string): FieldPattern | undefined {
  if (text === '') return undefined;
  if (!text.startsWith('/')) return { text, segments: undefined, name: text };
  const segments = parsePointer(text);
  if (!segments) return undefined;
  // A rule reaches everything below its field anyway.
  while (segments.at(-1) === ANY_NUMBER) segments.pop();
  return { text, segments, name: segments.at(-1) ?? '' };
}

/**
 * How deep below the root the pattern meets the field, which may lie below what is met: 2 for `/a/b` and the field
 * a, b, c; -1 when it does not. The greatest depth of all ways to meet it.
 */
export function depthOf({ segments, name }: FieldPattern, field: readonly string[]): number {
  if (segments === undefined) return nonZero(field.lastIndexOf(name) + 1);
  if (segments.includes(ANY_NUMBER)) return deepest(segments, field);
  const isMet =
    segments.length <= field.length && segments.every((segment, index) => fits(segment, field[index]));
  return isMet ? segments.length : -1;
}

/** Whether some field is met by both at the same depth. */
export function canMeet(one: FieldPattern, other: FieldPattern): boolean {
  if (isLiteral(one) && isLiteral(other)) return one.text === other.text;
  const [first, second] = [one, other].map(({ segments, name }) => segments ?? [ANY_NUMBER, name]);
  return intersects(first!, second!);
}

/** Orders patterns that meet a field at the same depth, the more specific first: literal segments, then `*`, then `**`. */
export function compareFields(one: FieldPattern, other: FieldPattern): number {
  const [first, second] = [rankOf(one), rankOf(other)];
  const index = first.findIndex((value, position) => value !== second[position]);
  return index < 0 ? 0 : second[index]! - first[index]!;
}

/** Pointer before pattern before name; among patterns more literal segments, then fewer `**`. */
export function rankOf({ segments }: FieldPattern): readonly number[] {
  if (segments === undefined) return [0, 0, 0];
  const wildcards = segments.filter((segment) => segment === ANY || segment === ANY_NUMBER).length;
  const open = segments.filter((segment) => segment === ANY_NUMBER).length;
  return [wildcards === 0 ? 2 : 1, segments.length - wildcards, -open];
}

function fits(segment: string, name: string | undefined): boolean {
  return segment === ANY ? name !== undefined : segment === name;
}

function isLiteral({ segments }: FieldPattern): boolean {
  return segments?.every((segment) => segment !== ANY && segment !== ANY_NUMBER) === true;
}

/**
 * All ways at once, one segment of the field after the other: callers say how deep their values are, so trying one way
 * after the other would take as long as they like.
 */
function deepest(segments: readonly string[], field: readonly string[]): number {
  let reached = skipping(segments, new Set([0]));
  let best = reached.has(segments.length) ? 0 : -1;
  for (let depth = 0; depth < field.length && reached.size > 0; depth++) {
    reached = skipping(segments, advance(segments, reached, field[depth]!));
    if (reached.has(segments.length)) best = depth + 1;
  }
  return best;
}

function advance(segments: readonly string[], reached: ReadonlySet<number>, name: string): Set<number> {
  const next = new Set<number>();
  for (const at of reached) {
    if (segments[at] === ANY_NUMBER) next.add(at);
    else if (at < segments.length && fits(segments[at]!, name)) next.add(at + 1);
  }
  return next;
}

/** `**` may stand for no segment at all. What is added is gone over as well. */
function skipping(segments: readonly string[], reached: Set<number>): Set<number> {
  for (const at of reached) if (segments[at] === ANY_NUMBER) reached.add(at + 1);
  return reached;
}

/** Whether both can be followed to their ends by one field; each pair of places is looked at once. */
function intersects(one: readonly string[], other: readonly string[]): boolean {
  const seen = new Set([0]);
  const width = other.length + 1;
  for (const pair of seen) {
    const [i, j] = [Math.floor(pair / width), pair % width];
    if (i === one.length && j === other.length) return true;
    for (const [down, right] of steps(one[i], other[j])) seen.add((i + down) * width + j + right);
  }
  return false;
}

/** How far both go on with one segment of the field, or with none where `**` stands. */
function* steps(first: string | undefined, second: string | undefined): Generator<readonly [number, number]> {
  if (first === ANY_NUMBER) yield [1, 0];
  if (second === ANY_NUMBER) yield [0, 1];
  if (first === undefined || second === undefined) return;
  if (first === ANY_NUMBER) yield [0, 1];
  else if (second === ANY_NUMBER) yield [1, 0];
  else if (first === ANY || second === ANY || first === second) yield [1, 1];
}

function nonZero(depth: number): number {
  return depth === 0 ? -1 : depth;
}
