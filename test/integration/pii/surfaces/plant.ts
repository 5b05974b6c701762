import type { Planting } from './leaks.js';
import type { Seeded } from './seeded.js';
import { JSON_SHAPES, TEXT_SHAPES } from './shapes.js';
import { makeValue } from './values.js';

/** Shapes that are a whole of their own: a line of a longer text would not be read as JSON. */
const WHOLE = /JSON|base64 in base64/;

export interface PlantedTexts {
  readonly texts: readonly string[];
  readonly plantings: readonly Planting[];
}

/** @param lines only what can stand beside other text. */
export function plantTexts(chance: Seeded, count: number, { lines = false } = {}): PlantedTexts {
  const names = Object.keys(TEXT_SHAPES).filter((name) => !lines || !WHOLE.test(name));
  const plantings = Array.from({ length: count }, () => {
    const value = makeValue(chance);
    const shape = chance.pick(names);
    return { value, shape, written: TEXT_SHAPES[shape]!(value) };
  });
  return { texts: plantings.map(({ written }) => written), plantings };
}

/** A JSON value with that many plantings at positions of every kind. */
export function plantJson(
  chance: Seeded,
  count: number,
): { readonly json: Record<string, unknown>; readonly plantings: readonly Planting[] } {
  const { plantings: texts } = plantTexts(chance, count >> 1);
  const values = Array.from({ length: count - texts.length }, () => {
    const value = makeValue(chance);
    const shape = chance.pick(Object.keys(JSON_SHAPES));
    return { value, shape, written: JSON_SHAPES[shape]!(value, chance) };
  });
  const plantings = [...texts, ...values];
  const items = plantings.map(({ written }) => written);
  return {
    json: { items, ...Object.fromEntries(items.map((item, index) => [`m${index}`, item])) },
    plantings,
  };
}
