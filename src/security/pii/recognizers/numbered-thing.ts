import { KOREAN_PHONES, KOREAN_PHONES_ALONE, KOREAN_THINGS } from '../lexicon/numbered-things.js';
import type { TokenRun } from '../text/token-run.js';
import { max } from '../text/math.js';

const THING = new RegExp(
  `(?:[가-힣](?<!${KOREAN_PHONES}|(?<![가-힣])(?:${KOREAN_PHONES_ALONE}))번호|(?:${KOREAN_THINGS}) ?번호)(?:는|가|은|를|도)? ?[:=]? ?["'(]?$`,
);
const WINDOW = 20;
/** 호 of 번호. */
const HO = 0xd638;
const LONGEST_GAP = 5;

/** Whether the `번호` directly before a number is that of a thing, not of a phone. */
export function isOfThing({ units, text, start }: TokenRun): boolean {
  for (let at = start - 1; at >= 0 && start - at <= LONGEST_GAP; at--)
    if (units.charCodeAt(at) === HO) return THING.test(text.slice(max(0, start - WINDOW), start));
  return false;
}
