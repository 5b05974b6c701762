import {
  endingOf,
  ENDINGS,
  isAsciiLetter,
  sideOf,
  SIDES,
  Side,
  type SideName,
} from './text/character-class.js';
import type { CodeUnits } from './text/code-units.js';
import type { NumberRecognizer } from './recognizers/recognizer.js';

/** What a recognizer asks for before it is worth a call. */
export type Gated = Pick<NumberRecognizer, 'before' | 'after' | 'behind' | 'ahead' | 'first'>;

const SPACE = 0x20;
const HYPHEN = 0x2d;
const ZERO = 0x30;
const LETTER_BITS = 31;
/** Digits, and behind them letters whatever their case. */
const FIRST_LETTER = 16;
const FIRSTS = FIRST_LETTER + LETTER_BITS + 1;
/** One bit for each recognizer of a list: as many as fit one small integer. */
const MOST_IN_LIST = 30;

/** Where the parts of a list's table begin. */
const BEFORE = 0;
const AFTER = BEFORE + SIDES;
const BEHIND = AFTER + SIDES;
const AHEAD = BEHIND + ENDINGS;
const FIRST = AHEAD + ENDINGS;
const STRIDE = FIRST + FIRSTS;

/**
 * Whom to ask about a number, by what stands around it: for each list of recognizers and each kind of surroundings the bits of
 * those who let it pass. However many want a shape, five looks say who is worth a call, and mostly nobody is.
 */
export class NumberGates {
  private readonly tables: Int32Array;
  /** Of the number that is being looked at. */
  private before = 0;
  private behind = 0;
  private first = 0;

  /** @throws TypeError when more want one shape than there are bits. */
  constructor(lists: readonly (readonly Gated[])[]) {
    this.tables = new Int32Array(lists.length * STRIDE);
    lists.forEach((list, number) => {
      if (list.length > MOST_IN_LIST) throw new TypeError(`More than ${MOST_IN_LIST} want one shape`);
      list.forEach((gated, index) => this.let(gated, number * STRIDE, 1 << index));
    });
  }

  /** Moves to the number that begins at `start`. */
  moveTo(text: CodeUnits, start: number): void {
    const code = text.charCodeAt(start);
    const previous = text.charCodeAt(start - 1);
    this.first = FIRST + firstOf(code);
    this.before = BEFORE + sideOf(previous);
    this.behind = BEHIND + endingOf(isJoint(previous) ? text.charCodeAt(start - 2) : previous);
  }

  /** Bits of those of a list who let it pass when it ends at `end`. */
  openTo(list: number, text: CodeUnits, end: number): number {
    const { tables } = this;
    const table = list * STRIDE;
    const passed = tables[table + this.first]! & tables[table + this.before]! & tables[table + this.behind]!;
    if (passed === 0) return 0;
    const next = text.charCodeAt(end);
    const ahead = AHEAD + endingOf(isJoint(next) ? text.charCodeAt(end + 1) : next);
    return passed & tables[table + AFTER + sideOf(next)]! & tables[table + ahead]!;
  }

  private let({ before, after, behind, ahead, first }: Gated, table: number, bit: number): void {
    this.open(table + BEFORE, sidesOf(before), bit);
    this.open(table + AFTER, sidesOf(after), bit);
    this.open(table + BEHIND, kindsOf(behind, endingOf, ENDINGS), bit);
    this.open(table + AHEAD, kindsOf(ahead, endingOf, ENDINGS), bit);
    this.open(table + FIRST, kindsOf(first, firstOf, FIRSTS), bit);
  }

  private open(part: number, kinds: Iterable<number>, bit: number): void {
    for (const kind of kinds) this.tables[part + kind]! |= bit;
  }
}

/** A space or a hyphen. */
function isJoint(code: number): boolean {
  return code === SPACE || code === HYPHEN;
}

function firstOf(code: number): number {
  return isAsciiLetter(code) ? FIRST_LETTER + (code & LETTER_BITS) : code - ZERO;
}

function sidesOf(names: readonly SideName[] | undefined): Iterable<number> {
  return names ? names.map((name) => Side[name]) : everyOf(SIDES);
}

function kindsOf(
  characters: string | undefined,
  kindOf: (code: number) => number,
  count: number,
): Iterable<number> {
  return characters === undefined
    ? everyOf(count)
    : Array.from(characters, (character) => kindOf(character.charCodeAt(0)));
}

function everyOf(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
