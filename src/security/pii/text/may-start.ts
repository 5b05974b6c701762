import { isAsciiLetter, isDigit, isHexDigit, Trigger } from './character-class.js';
import type { CodeUnits } from './code-units.js';

const SPACE = 0x20;
const APOSTROPHE = 0x27;
const HYPHEN = 0x2d;
const COLON = 0x3a;
const FULL_STOP = 0x2e;
/** Digits between the full stops of a hardware address, and most between the colons of an IPv6 address. */
const MAC_GROUP = 4;
const LONGEST_GROUP = 4;
/** Digits between the colons of a time of day. */
const TIME_GROUP = 2;

/** `+` starts something before a digit, a full stop or a hyphen within a word or a code. */
export function mayStart(text: CodeUnits, at: number, trigger: number): boolean {
  if (trigger === Trigger.LOWER_M) return isIntroduction(text.charCodeAt(at + 1), text.charCodeAt(at - 1));
  if (trigger === Trigger.HYPHEN) return text.charCodeAt(at + 3) === HYPHEN;
  if (trigger !== Trigger.PLUS && trigger !== Trigger.DOT) return true;
  const next = text.charCodeAt(at + 1);
  if (trigger === Trigger.PLUS) return isDigit(next);
  return isAsciiLetter(next) || (isDigit(next) && text.charCodeAt(at + MAC_GROUP + 1) === FULL_STOP);
}

/**
 * Whether another colon follows this one behind at most four hexadecimal digits, and one more behind that unless the group
 * before it is longer than those of a time of day.
 */
export function mayBeAddress(text: CodeUnits, colon: number): boolean {
  const second = groupEnd(text, colon + 1);
  if (text.charCodeAt(second) !== COLON) return false;
  return (
    isHexDigit(text.charCodeAt(colon - TIME_GROUP - 1)) ||
    text.charCodeAt(groupEnd(text, second + 1)) === COLON
  );
}

/** End of the hexadecimal digits from `start` on. */
function groupEnd(text: CodeUnits, start: number): number {
  let end = start;
  while (end - start < LONGEST_GROUP && isHexDigit(text.charCodeAt(end))) end++;
  return end;
}

/** `name`, `am ` and `'m `, by what stands around the `m`. */
function isIntroduction(next: number, previous: number): boolean {
  if (next === 0x65) return previous === 0x61;
  return next === SPACE && (previous === 0x61 || previous === APOSTROPHE || previous === 0x2019);
}
