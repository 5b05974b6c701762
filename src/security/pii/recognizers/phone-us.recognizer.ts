import { NUMBERED_THINGS, THING_NUMBERS } from '../lexicon/numbered-things.js';
import { PHONE_WORDS } from '../lexicon/phone-words.js';
import { Separator } from '../text/shapes.js';
import { isOfThing } from './numbered-thing.js';
import { candidate, type NumberRecognizer } from './recognizer.js';

/** North American numbering plan: area code and exchange start with 2-9. */
const PLAN = /^1?[2-9]\d{2}[2-9]\d{6}$/;
const PARENTHESIS = 0x28;

/** North American numbers by shape; without a word beside them only in a telling one. */
export const phoneUsRecognizer: NumberRecognizer = {
  name: 'phone-us',
  trigger: 'number',
  shapes: ['3-3-4', '3)3-4', '1-3-3-4', '10'],
  first: '123456789',
  context: PHONE_WORDS,
  against: THING_NUMBERS,
  againstBeside: NUMBERED_THINGS,
  recognize(run) {
    if (!PLAN.test(run.value)) return undefined;
    if (run.count === 1)
      return run.isNamed() && !isOfThing(run) ? candidate('PHONE', run.start, run.end, 0.75) : undefined;
    const area = run.count - 2;
    const closes = run.separators[area] === Separator.PARENTHESIS;
    const opens = run.text.charCodeAt(run.start - 1) === PARENTHESIS;
    const telling = closes || run.separator === Separator.HYPHEN;
    const base = telling ? 0.65 : run.separator === Separator.FULL_STOP ? 0.58 : 0.5;
    const score = base + run.context() * 0.3;
    return candidate('PHONE', closes && opens ? run.start - 1 : run.start, run.end, score);
  },
};
