import type { HangulBeginning, HangulRecognizer } from './recognizers/recognizer.js';
import { isHangul } from './text/character-class.js';
import type { CodeUnits } from './text/code-units.js';

const UNITS = 0x10000;
/** One bit for each beginning; who is asked is known for every combination of them. */
const MOST_BEGINNINGS = 12;

/** Who is asked about a run, and which of the own beginnings it has, as bits in their order. */
export interface Turn {
  readonly recognizer: Pick<HangulRecognizer, 'name' | 'recognize'>;
  readonly begins: number;
}

/**
 * Whom to ask about a run of Hangul, by its first three characters: for each of them the bits of the beginnings that it may be
 * part of. Most runs are nobody's, and three looks say so.
 */
export class HangulGates {
  private readonly first = new Uint16Array(UNITS);
  private readonly second = new Uint16Array(UNITS);
  private readonly third = new Uint16Array(UNITS);
  /** By the bits of the beginnings of a run. */
  private readonly turns: readonly (readonly Turn[])[];

  /** @throws TypeError when there are more beginnings than bits. */
  constructor(recognizers: readonly HangulRecognizer[]) {
    const beginnings = recognizers.flatMap(({ begins }) => begins);
    if (beginnings.length > MOST_BEGINNINGS)
      throw new TypeError(`More than ${MOST_BEGINNINGS} beginnings of Hangul`);
    beginnings.forEach((beginning, number) => this.let(beginning, 1 << number));
    this.turns = Array.from({ length: 1 << beginnings.length }, (_, open) => turnsOf(recognizers, open));
  }

  /** Who is asked about the run at `start`, in order. */
  turnsAt(text: CodeUnits, start: number): readonly Turn[] {
    const open =
      this.first[text.charCodeAt(start)]! &
      this.second[text.charCodeAt(start + 1)]! &
      this.third[text.charCodeAt(start + 2)]!;
    return this.turns[open]!;
  }

  private let({ first, second, third, alone = false }: HangulBeginning, bit: number): void {
    if (alone && third !== undefined) throw new TypeError('What may stand alone asks for no third syllable');
    open(this.first, bit, first, false);
    open(this.second, bit, second, alone);
    open(this.third, bit, third, true);
  }
}

/** Lets the syllables pass, all of them where none are given, and what is no syllable where the run may end. */
function open(table: Uint16Array, bit: number, syllables: string | undefined, mayEnd: boolean): void {
  for (let code = 0; code < UNITS; code++)
    if (isHangul(code) ? syllables === undefined : mayEnd) table[code]! |= bit;
  for (const syllable of syllables ?? '') table[syllable.charCodeAt(0)]! |= bit;
}

/** Of all recognizers those that have one of the beginnings. */
function turnsOf(recognizers: readonly HangulRecognizer[], open: number): Turn[] {
  let rest = open;
  return recognizers.flatMap(({ name, recognize, begins: own }) => {
    const begins = rest & ((1 << own.length) - 1);
    rest >>= own.length;
    return begins === 0 ? [] : [{ recognizer: { name, recognize }, begins }];
  });
}
