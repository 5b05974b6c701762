import { isAsciiAlphanumeric, isAsciiLetter, isDigit } from './character-class.js';
import type { CodeUnits } from './code-units.js';
import type { ContextScan } from './context-scan.js';
import { digitsKey, followBit, MAX_MASKED, maskKey, mixedKey, Separator } from './shapes.js';
import { max, min } from './math.js';

const MAX_SEGMENTS = 8;
const MAX_SEGMENT_LENGTH = 64;
const ASTERISK = 0x2a;
const ZERO = 0x30;
const HYPHEN = 0x2d;
const FULL_STOP = 0x2e;
const SLASH = 0x2f;
const SPACE = 0x20;
const UNDERSCORE = 0x5f;
const PARENTHESIS = 0x29;
const MIDDLE_DOT = 0xb7;
/** Labels that are written onto the number: TEL010-1234-5678. */
const GLUED_LABELS = new Set(['tel', 'hp', 'ph', 'fax', 'phone', 'mobile', 'cell', 'call']);
/** What they end with. */
const GLUED_ENDS = 'lphxe';
const SHORTEST_GLUED_LABEL = 2;
const LONGEST_GLUED_LABEL = 6;
const LOWER_CASE = 0x20;
const ASCII = 0x80;
const DIGIT_KIND = 1;
const LETTER_KIND = 2;
/** What a character is in a segment; 0 for what ends it. */
const KINDS = new Uint8Array(ASCII)
  .fill(DIGIT_KIND, 0x30, 0x3a)
  .fill(LETTER_KIND, 0x41, 0x5b)
  .fill(LETTER_KIND, 0x61, 0x7b);

const SEPARATORS = new Uint8Array(0x100);
SEPARATORS[HYPHEN] = Separator.HYPHEN;
SEPARATORS[FULL_STOP] = SEPARATORS[MIDDLE_DOT] = Separator.FULL_STOP;
SEPARATORS[SLASH] = Separator.SLASH;
SEPARATORS[SPACE] = Separator.SPACE;
SEPARATORS[PARENTHESIS] = Separator.PARENTHESIS;

/**
 * Letters and digits in segments with separators, as `900101-1234567`, `AB123456C` or `4111 1111 1111 1111`, read once
 * per trigger and shown to every recognizer whose shape it has: `start` and `end` are those of the shape.
 * Mutable on purpose: one object serves a whole scan.
 */
export class TokenRun {
  text = '';
  start = 0;
  /** After the last segment read so far. */
  end = 0;
  /** Segments read so far; their bounds and what stands before each. */
  count = 0;
  readonly starts = new Int32Array(MAX_SEGMENTS);
  readonly ends = new Int32Array(MAX_SEGMENTS);
  readonly separators = new Uint8Array(MAX_SEGMENTS);
  /** Whether a label is written onto it. */
  private isGlued = false;
  private digitPlaces = 0;
  private digitCount = 0;
  private valueEnd = -1;
  private cached = '';

  constructor(
    private readonly contexts: ContextScan,
    public units: CodeUnits,
  ) {}

  /** Reads the first segment, the one around the digit at `at`. */
  begin(text: CodeUnits, at: number): void {
    this.units = text;
    this.text = text.string;
    const followsLetter = isAsciiLetter(text.charCodeAt(at - 1));
    this.start = followsLetter ? tokenStart(text, at) : at;
    this.isGlued = followsLetter && this.start === at;
    this.count = 0;
    this.valueEnd = -1;
    this.contexts.reset(text, this.start);
    this.addSegment(this.start, Separator.NONE, text.length);
  }

  /**
   * Reads one more segment; false when there is none of those that may follow.
   *
   * @param following bits of `followBit`.
   */
  readNext(following: number): boolean {
    const { units: text, end } = this;
    if (this.count === MAX_SEGMENTS) return false;
    let next = end + 1;
    let separator = separatorOf(text.charCodeAt(end));
    if (separator === Separator.NONE) return false;
    if (
      separator === Separator.SPACE &&
      text.charCodeAt(next) === HYPHEN &&
      text.charCodeAt(next + 1) === SPACE
    ) {
      separator = Separator.HYPHEN;
      next += 2;
    } else if (separator === Separator.PARENTHESIS && text.charCodeAt(next) === SPACE) {
      next++;
    }
    const code = text.charCodeAt(next);
    const kind = code < ASCII ? KINDS[code]! : 0;
    if (kind === 0 || (followBit(separator, kind === DIGIT_KIND) & following) === 0) return false;
    this.addSegment(next, separator, min(text.length, next + MAX_SEGMENT_LENGTH));
    return true;
  }

  /** Key of the last segment among shapes. */
  get key(): number {
    const length = this.end - this.starts[this.count - 1]!;
    if (this.digitCount === length) return digitsKey(length);
    return length > MAX_MASKED ? 0 : maskKey(length, this.digitPlaces);
  }

  /** Key of a first segment that mixes letters and digits, by its length; 0 for digits only. */
  get lengthKey(): number {
    const length = this.end - this.start;
    return this.digitCount === length ? 0 : mixedKey(length);
  }

  get separator(): number {
    return this.separators[this.count - 1]!;
  }

  /** Whether nothing before makes it part of a longer token such as a version or an order number `ORD-1234`. */
  get startsClean(): boolean {
    const { units: text, start } = this;
    if (start === 0 || this.isGlued) return true;
    const previous = text.charCodeAt(start - 1);
    if (isAsciiAlphanumeric(previous) || previous === UNDERSCORE || previous === ASTERISK) return false;
    if (start === 1) return true;
    const second = text.charCodeAt(start - 2);
    if (previous === HYPHEN) return !isAsciiAlphanumeric(second) && second !== ASTERISK;
    return previous !== FULL_STOP || (!isDigit(second) && second !== ASTERISK);
  }

  /** Whether nothing after the segments read so far makes them part of a longer token. */
  get endsClean(): boolean {
    const next = this.units.charCodeAt(this.end);
    if (next !== HYPHEN && next !== FULL_STOP) return next !== UNDERSCORE && next !== ASTERISK;
    const second = this.units.charCodeAt(this.end + 1);
    if (second === ASTERISK) return false;
    return next === HYPHEN ? !isAsciiAlphanumeric(second) : !isDigit(second);
  }

  /** What was read, without separators. */
  get value(): string {
    if (this.valueEnd === this.end) return this.cached;
    this.valueEnd = this.end;
    let value = this.text.slice(this.start, this.ends[0]);
    for (let index = 1; index < this.count; index++)
      value += this.text.slice(this.starts[index], this.ends[index]);
    this.cached = value;
    return value;
  }

  /** The same with capital letters. */
  get capitals(): string {
    for (let index = this.start; index < this.end; index++) {
      if (isAsciiLetter(this.units.charCodeAt(index))) return this.value.toUpperCase();
    }
    return this.value;
  }

  /** How many letters and digits were read. */
  get length(): number {
    let length = 0;
    for (let segment = 0; segment < this.count; segment++) length += this.lengthOf(segment);
    return length;
  }

  lengthOf(segment: number): number {
    return this.ends[segment]! - this.starts[segment]!;
  }

  /** The number that the digits of a segment are, up to where a letter stands; -1 when it begins with a letter. */
  numberAt(segment: number): number {
    let number = -1;
    for (let index = this.starts[segment]!; index < this.ends[segment]!; index++) {
      const digit = this.units.charCodeAt(index) - ZERO;
      if (!(digit >= 0 && digit <= 9)) break;
      number = max(0, number) * 10 + digit;
    }
    return number;
  }

  /**
   * What the label words before the run say to the recognizer that asks: 1 one of its own (nothing else is nearer),
   * -1 a word for things (order, version, price) is nearest, 0 neither.
   */
  context(): 1 | 0 | -1 {
    return this.contexts.before();
  }

  /** Whether it says 1: cheaper where nothing else matters. */
  isNamed(): boolean {
    return this.contexts.isNamed();
  }

  /** Whether one of the recognizer's own words follows closely: `110-123-456789 (국민은행)`. */
  contextAfter(): boolean {
    return this.contexts.after(this.end);
  }

  private addSegment(from: number, separator: number, last: number): void {
    const { units: text, count } = this;
    let end = from;
    let places = 0;
    let digits = 0;
    for (; end < last; end++) {
      const code = text.charCodeAt(end);
      const kind = code < ASCII ? KINDS[code]! : 0;
      if (kind === 0) break;
      if (kind === DIGIT_KIND) {
        digits++;
        places |= 1 << (end - from);
      }
    }
    this.starts[count] = from;
    this.ends[count] = end;
    this.separators[count] = separator;
    this.count = count + 1;
    this.end = end;
    this.digitCount = digits;
    this.digitPlaces = places;
  }
}

/** Start of the letters and digits around `at`, or `at` when the letters before it are a label of their own. */
function tokenStart(text: CodeUnits, at: number): number {
  let start = at;
  while (start > 0 && at - start < MAX_SEGMENT_LENGTH && isAsciiAlphanumeric(text.charCodeAt(start - 1)))
    start--;
  return isGluedLabel(text, start, at) ? at : start;
}

function isGluedLabel(text: CodeUnits, start: number, end: number): boolean {
  if (end - start < SHORTEST_GLUED_LABEL || end - start > LONGEST_GLUED_LABEL) return false;
  const last = String.fromCharCode(text.charCodeAt(end - 1) | LOWER_CASE);
  return GLUED_ENDS.includes(last) && GLUED_LABELS.has(text.slice(start, end).toLowerCase());
}

function separatorOf(code: number): number {
  return code < SEPARATORS.length ? SEPARATORS[code]! : Separator.NONE;
}
