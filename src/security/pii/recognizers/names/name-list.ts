import type { CodeUnits } from '../../text/code-units.js';

/** What may stand between the names of a list. */
const LIST_GAP = /^(?:님|씨)?(?: ?(?:[,·ㆍ/、&→]|->) ?| ?(?:및|와|과|랑|에서) )$/;
const LONGEST_LIST_GAP = 6;

/** Whether nothing but what separates names in a list stands between `start` and where the name before it ended. */
export function isListed(text: CodeUnits, previous: number, start: number): boolean {
  if (previous === 0 || start - previous > LONGEST_LIST_GAP || start <= previous) return false;
  return LIST_GAP.test(text.slice(previous, start));
}
