import { PHONE_WORDS } from '../lexicon/phone-words.js';
import { Separator } from '../text/shapes.js';
import type { TokenRun } from '../text/token-run.js';
import { candidate, type Candidate, type NumberRecognizer } from './recognizer.js';

const PARENTHESIS = 0x28;
const LEAST_DIGITS = 8;
const MOST_DIGITS = 13;
/** Beside a label a number needs no proof: trunk prefix and area, or as many digits as a number has. */
const PLAUSIBLE = /^(?:0[1-9]\d{6,10}|[1-9]\d{7,10})$/;
/** What the plans of France, Australia, the United Kingdom and Israel admit behind the trunk prefix. */
const PLANS = /^0(?:[1-9]\d{8}|1\d{9}|2[0348]\d{8}|3[03]\d{8}|7[1-57-9]\d{8}|[23489]\d{7}|80[08]\d{6,7})$/;

/** National numbers of other countries, in their usual groups. */
export const phoneWorldRecognizer: NumberRecognizer = {
  name: 'phone-world',
  trigger: 'number',
  shapes: [
    ...[
      '3~5-3~8',
      '2~5-3~4-3~4',
      '2~4_2~4_2~4_2~4',
      '2-2-2-2-2',
      '4-3-2-2',
      '5-5',
      '5-6',
      '3~5)3~8',
      '2~5)3~4-3~4',
      '2)4~5-4',
      '2-4~5-4',
    ],
    ...['9', '10', '11', '3-3-3', '4-6', '1-3-3-3', '2-3-2-2', '3-2-2-2', '2~3-7~8'],
  ],
  context: PHONE_WORDS,
  recognize(run): Candidate | undefined {
    const { value, separators, text } = run;
    if (value.length < LEAST_DIGITS || value.length > MOST_DIGITS || !hasOneSeparator(run)) return undefined;
    if (!PLAUSIBLE.test(value)) return undefined;
    const context = run.context();
    const hasTrunk = value.startsWith('0');
    if (context < 0 || (context === 0 && (!hasTrunk || run.count === 1 || separators[1] === Separator.SLASH)))
      return undefined;
    if (context === 0 && !PLANS.test(value)) return undefined;
    const opens = text.charCodeAt(run.start - 1) === PARENTHESIS && separators[1] === Separator.PARENTHESIS;
    return candidate('PHONE', opens ? run.start - 1 : run.start, run.end, context > 0 ? 0.82 : 0.64);
  },
};

/** Dates and amounts mix separators; only the parenthesis of an area code may differ from the rest. */
function hasOneSeparator({ separators, count }: TokenRun): boolean {
  const first = separators[1] === Separator.PARENTHESIS ? 2 : 1;
  for (let index = first + 1; index < count; index++) {
    if (separators[index] !== separators[first]) return false;
  }
  return true;
}
