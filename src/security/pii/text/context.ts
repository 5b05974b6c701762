const WINDOW = 40;

/** Words near a number that say what it is, and words that say it is something else. Both are global, bounded patterns. */
export interface Hints {
  readonly for: RegExp;
  readonly against?: RegExp;
}

/** Numbers that identify things rather than people. */
export const THING_WORDS =
  /주문|송장|운송장|배송|추적|특허|사건|버전|일련|시리얼|모델|품번|상품|가격|금액|접수|order|tracking|invoice|isbn|epoch|timestamp|version|build|serial|sku|model|patent|case no|hash|commit|uuid|price|amount|at"?\s?[:=]/gi;

/**
 * What the words within 40 units before `start` say: 1 for, -1 against, 0 nothing. The nearer word wins.
 */
export function contextBefore(text: string, start: number, hints: Hints): 1 | 0 | -1 {
  const window = text.slice(Math.max(0, start - WINDOW), start);
  const wordFor = lastMatch(window, hints.for);
  const wordAgainst = lastMatch(window, hints.against ?? THING_WORDS);
  if (wordFor === wordAgainst) return 0;
  return wordFor > wordAgainst ? 1 : -1;
}

/** Whether a word of the pattern stands within `window` units before `start`. */
export function standsBefore(text: string, start: number, pattern: RegExp, window = WINDOW): boolean {
  return lastMatch(text.slice(Math.max(0, start - window), start), pattern) >= 0;
}

/** Whether a word of the pattern stands within `window` units from `end`. */
export function standsAfter(text: string, end: number, pattern: RegExp, window = 16): boolean {
  return lastMatch(text.slice(end, end + window), pattern) >= 0;
}

function lastMatch(window: string, pattern: RegExp): number {
  let last = -1;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(window); match; match = pattern.exec(window)) last = match.index;
  return last;
}
