import type { HangulBeginning, HangulRecognizer } from './recognizers/recognizer.js';
import { isHangul } from './text/character-class.js';
import type { CodeUnits } from './text/code-units.js';
import { clz32 } from './text/math.js';

/** Of a small integer, counted from 0. */
const LAST_BIT = 31;
const UNITS = 0x10000;
/** One bit for each beginning: as many as fit one byte. */
const MOST_BEGINNINGS = 8;

/**
 * Whom to ask about a run of Hangul, by its first three characters: for each of them the bits of the beginnings that it may be
 * part of. Most runs are nobody's, and three looks say so.
 */
export class HangulGates {
  private readonly first = new Uint8Array(UNITS);
  private readonly second = new Uint8Array(UNITS);
  private readonly third = new Uint8Array(UNITS);
  /** By beginning, the number of the recognizer that it is one of. */
  private readonly owners: number[] = [];
  /** By recognizer, the bits of its beginnings and the number of the first of them. */
  private readonly masks: number[] = [];
  private readonly shifts: number[] = [];

  /** @throws TypeError when there are more beginnings than bits. */
  constructor(recognizers: readonly Pick<HangulRecognizer, 'begins'>[]) {
    recognizers.forEach(({ begins }, number) => {
      const shift = this.owners.length;
      this.shifts.push(shift);
      this.masks.push(((1 << begins.length) - 1) << shift);
      begins.forEach((beginning, index) => this.let(beginning, 1 << (shift + index)));
      this.owners.push(...begins.map(() => number));
    });
    if (this.owners.length > MOST_BEGINNINGS) throw new TypeError(`More than ${MOST_BEGINNINGS} beginnings of Hangul`);
  }

  /** Bits of the beginnings that the run at `start` has. */
  openTo(text: CodeUnits, start: number): number {
    return (
      this.first[text.charCodeAt(start)]! &
      this.second[text.charCodeAt(start + 1)]! &
      this.third[text.charCodeAt(start + 2)]!
    );
  }

  /** The number of the first recognizer that one of the beginnings belongs to. */
  ownerOf(open: number): number {
    return this.owners[LAST_BIT - clz32(open & -open)]!;
  }

  /** The beginnings without those of a recognizer. */
  without(recognizer: number, open: number): number {
    return open & ~this.masks[recognizer]!;
  }

  /** Which of its own beginnings a recognizer is asked for, from the bits of all. */
  of(recognizer: number, open: number): number {
    return (open & this.masks[recognizer]!) >> this.shifts[recognizer]!;
  }

  private let({ first, second, third, alone = false }: HangulBeginning, bit: number): void {
    if (alone && third !== undefined) throw new TypeError('What may stand alone asks for no third syllable');
    open(this.first, bit, first, false);
    open(this.second, bit, second, alone);
    open(this.third, bit, third, true);
  }
}

/** Lets the syllables pass, all of them where none are given, and what is no syllable where the run may end. */
function open(table: Uint8Array, bit: number, syllables: string | undefined, mayEnd: boolean): void {
  for (let code = 0; code < UNITS; code++)
    if (isHangul(code) ? syllables === undefined : mayEnd) table[code]! |= bit;
  for (const syllable of syllables ?? '') table[syllable.charCodeAt(0)]! |= bit;
}
