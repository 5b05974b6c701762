import type { CodeUnits } from '../text/code-units.js';

/** A name, or a part of one, by which somebody may be mentioned again. */
export interface KnownName {
  readonly text: string;
  /** Its first two UTF-16 units. */
  readonly first: number;
  readonly second: number;
  /** Whether it means something else as well, and needs to be spoken of as people are. */
  readonly isAmbiguous: boolean;
}

/** Where somebody is mentioned. */
export interface Mention {
  readonly start: number;
  readonly end: number;
}

/** Adds the part of a name from `start` to `end`, once. */
export function addPart(
  names: KnownName[],
  text: CodeUnits,
  start: number,
  end: number,
  isAmbiguous: boolean,
): void {
  const part = text.slice(start, end);
  if (names.some((known) => known.text === part)) return;
  names.push({ text: part, first: part.charCodeAt(0), second: part.charCodeAt(1), isAmbiguous });
}
