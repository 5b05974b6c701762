import type { CodeUnits } from '../../text/code-units.js';
import { LONG_PLACES } from './places.js';

const PLACES_BY_FIRST_WORD = byFirstWord(LONG_PLACES);

/** The place of several words that begins at `at` with the word up to `end`. */
export function longPlaceAt(text: CodeUnits, at: number, end: number): string | undefined {
  return PLACES_BY_FIRST_WORD.get(text.slice(at, end))?.find((place) => text.string.startsWith(place, at));
}

/** Whether there is one. */
export function isLongPlaceAt(text: CodeUnits, at: number, end: number): boolean {
  return longPlaceAt(text, at, end) !== undefined;
}

function byFirstWord(places: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const place of places) {
    const first = place.split(' ', 1)[0]!;
    index.set(
      first,
      [...(index.get(first) ?? []), place].sort((a, b) => b.length - a.length),
    );
  }
  return index;
}
