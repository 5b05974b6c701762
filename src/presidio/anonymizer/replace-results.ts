import { OffsetMap } from '../../security/index.js';
import type { Offsets } from '../wire-schema.js';

export interface Replacement {
  readonly entityType: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly operator: string;
}

/** What became of one part of the text, in the offsets of the new text. */
export interface ReplacedItem {
  readonly start: number;
  readonly end: number;
  readonly entity_type: string;
  readonly text: string;
  readonly operator: string;
}

export interface ReplacedText {
  readonly text: string;
  readonly items: readonly ReplacedItem[];
}

/** The text with its parts replaced. Items come last to first, as Presidio lists them. */
export function replaceResults(
  text: string,
  replacements: readonly Replacement[],
  unit: Offsets,
): ReplacedText {
  const parts: string[] = [];
  const starts: number[] = [];
  let length = 0;
  let from = 0;
  for (const { start, end, text: value } of replacements) {
    const between = text.slice(from, start);
    parts.push(between, value);
    starts.push(length + between.length);
    length += between.length + value.length;
    from = end;
  }
  parts.push(text.slice(from));
  const replaced = parts.join('');
  return { text: replaced, items: itemsOf(replaced, replacements, starts, unit) };
}

function itemsOf(
  replaced: string,
  replacements: readonly Replacement[],
  starts: readonly number[],
  unit: Offsets,
): ReplacedItem[] {
  const map = new OffsetMap(replaced);
  const toWire = (units: number) => (unit === 'utf-16' ? units : map.toCodePoints(units));
  return replacements
    .map(({ entityType, text, operator }, index) => {
      const start = starts[index]!;
      const end = start + text.length;
      return { start: toWire(start), end: toWire(end), entity_type: entityType, text, operator };
    })
    .reverse();
}
