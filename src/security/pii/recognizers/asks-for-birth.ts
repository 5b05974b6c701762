import type { CodeUnits } from '../text/code-units.js';
import type { TokenRun } from '../text/token-run.js';
import { max } from '../text/math.js';

const FULL_STOP = 0x2e;
const LOWER_O = 0x6f;
const LOWER_CASE = 0x20;
/** What a character before a date may be the beginning of: bits. */
const B_KIND = 1;
const N_KIND = 2;
const SAENG_KIND = 4;
const BIRTH_KINDS = new Uint8Array(0x10000);
/** Behind which of them a character stands in a label of a birth. */
const BEHIND = new Uint8Array(0x100);
for (const [letters, into, kind] of [
  ['bB', BIRTH_KINDS, B_KIND],
  ['nN', BIRTH_KINDS, N_KIND],
  ['iouIOUdD.', BEHIND, B_KIND],
  ['aéAÉ', BEHIND, N_KIND],
] as const)
  for (const letter of letters) into[letter.charCodeAt(0)] = kind;
// 생, which all Korean words for a birth have.
BIRTH_KINDS[0xc0dd] = SAENG_KIND;
/** How far before a date its question may begin, in UTF-16 units. */
const BIRTH_WINDOW = 48;
/** `date of birth? Caller: `: the label may be a sentence earlier. */
const ENGLISH = /(?:birth|\bdob|\bborn)[^\d]{0,40}$/i;
/** `생년월일 말씀해 주시겠어요? 고객: 네, `: only a question, as 생일 is told of what is celebrated as well. */
const KOREAN =
  /(?:생년월일|생일|출생일?)(?:[^\d\n?]{0,16}\?|[^\d\n?]{0,8}(?:여섯|육|6|여덟|8) ?자리[^\d\n]{0,16}|[^\d\n?]{0,12}(?:부탁|말씀|불러|알려|입력)[^\d\n]{0,12})[^\d]{0,24}$/;

/** Whether a label or a question before a date at `start` says that it is a birth's. */
export function isNamedBirth(run: TokenRun, start: number = run.start): boolean {
  return (run.isNamed() || asksForBirth(run.units, start)) && !hasOtherKey(run.units, start);
}

/** Whether the birth is asked for before a date at `start`, whatever stands between. */
export function asksForBirth(text: CodeUnits, start: number): boolean {
  if (!hasBirthLetters(text, start)) return false;
  const before = text.slice(max(0, start - BIRTH_WINDOW), start);
  return ENGLISH.test(before) || KOREAN.test(before);
}

/**
 * Whether letters stand before a date at `start` that every label of a birth has: bi, bo, bu, bd, b., ob or .b, na or né, 생. Most
 * dates are of other things, and to read the labels before each of them costs more than all the rest.
 */
export function hasBirthLetters(text: CodeUnits, start: number): boolean {
  const from = max(0, start - BIRTH_WINDOW);
  for (let at = text.nextIn(BIRTH_KINDS, from, start); at < start;) {
    const kind = BIRTH_KINDS[text.charCodeAt(at)]!;
    if (kind === SAENG_KIND) return true;
    const next = text.charCodeAt(at + 1);
    if (next < BEHIND.length && (BEHIND[next]! & kind) !== 0) return true;
    const before = text.charCodeAt(at - 1);
    if (kind === B_KIND && (before === FULL_STOP || (before | LOWER_CASE) === LOWER_O)) return true;
    at = text.nextIn(BIRTH_KINDS, at + 1, start);
  }
  return false;
}

const KEY_BEFORE = /(?:"([^"\n]{1,32})"\s?:\s?"?|(?:^|[\s&;,?])([A-Za-z_][\w.-]{1,31})=["']?)$/;
const BIRTH_KEY = /(?:birth|born|dob|bday|생년|생일|출생)[^"\n:=]{0,16}(?:"\s?:|=)/i;
const BIRTH = /birth|born|dob|bday|생년|생일|출생/i;
/** A value that is an object or a list. */
const CLOSED = /:\s?(?:\{[^{}]*\}|\[[^[\]]*\])/g;
const KEY_WINDOW = 96;
const QUOTE = 0x22;
const EQUALS_SIGN = 0x3d;
const COLON = 0x3a;

/** Whether a date has a key of its own, and the birth is the key of the value before: `"birth": …, "checkIn": "2025-08-02"`. */
function hasOtherKey(text: CodeUnits, start: number): boolean {
  const previous = text.charCodeAt(start - 1);
  if (previous !== QUOTE && previous !== EQUALS_SIGN && previous !== COLON) return false;
  const before = text.slice(max(0, start - KEY_WINDOW), start);
  const match = KEY_BEFORE.exec(before);
  if (!match) return false;
  const key = match[1] ?? match[2]!;
  if (BIRTH.test(key)) return false;
  const pairs = before.slice(0, match.index).replace(CLOSED, ':').replace(CLOSED, ':');
  return BIRTH_KEY.test(pairs.slice(max(pairs.lastIndexOf('{'), pairs.lastIndexOf('[')) + 1));
}
