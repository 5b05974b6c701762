import type { Characters } from '../text/code-units.js';
import { max } from '../text/math.js';

/** How far before a date its question may begin, in UTF-16 units. */
export const BIRTH_WINDOW = 48;
/** `date of birth? Caller: `: the label may be a sentence earlier. */
const ENGLISH = /(?:birth|\bdob|\bborn)[^\d]{0,40}$/i;
/** `생년월일 말씀해 주시겠어요? 고객: 네, `: only a question, as 생일 is told of what is celebrated as well. */
const KOREAN =
  /(?:생년월일|생일|출생일?)(?:[^\d\n?]{0,16}\?|[^\d\n?]{0,8}(?:여섯|육|6|여덟|8) ?자리[^\d\n]{0,16}|[^\d\n?]{0,12}(?:부탁|말씀|불러|알려|입력)[^\d\n]{0,12})[^\d]{0,24}$/;

/** Whether the birth is asked for before a date at `start`, whatever stands between. */
export function asksForBirth(text: Characters, start: number): boolean {
  const before = text.slice(max(0, start - BIRTH_WINDOW), start);
  return ENGLISH.test(before) || KOREAN.test(before);
}
