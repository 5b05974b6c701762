import { PHONE_WORDS } from '../lexicon/phone-words.js';
import type { TokenRun } from '../text/token-run.js';
import { isOfThing } from './numbered-thing.js';
import { candidate, type NumberRecognizer } from './recognizer.js';

/** Behind the trunk prefix nine digits of a place, ten of a mobile (70, 80, 90) or internet (50) number, or toll-free ones. */
const PLAN = /^0(?:[5789]0\d{8}|[1-9]\d{8}|(?:120|800)\d{6,7})$/;
const MOBILE = /^0[5789]0/;
/** Tokyo and Osaka. */
const TWO_DIGIT_AREA = /^0[36]/;
const PARENTHESIS = 0x28;

/** Numbers of Japan by their plan: mobile ones and those of Tokyo and Osaka by their groups, all others beside a label. */
export const phoneJapaneseRecognizer: NumberRecognizer = {
  name: 'phone-jp',
  trigger: 'number',
  shapes: ['3-4-4', '2-4-4', '3-3-4', '4-2-4', '5-1-4', '4-3-3', '2)4-4', '3)3-4', '4)2-4', '10', '11'],
  context: [
    ...PHONE_WORDS,
    ...[
      '電話',
      '携帯',
      '連絡先',
      'お問い合わせ',
      'お問合せ',
      '問合せ',
      'ファックス',
      'ファクス',
      'ＴＥＬ',
      '直通',
      '代表',
    ],
  ],
  recognize(run) {
    if (!PLAN.test(run.value)) return undefined;
    const context = run.context();
    const score = context > 0 && !isOfThing(run) ? 0.9 : context === 0 ? scoreBare(run) : 0;
    if (score === 0) return undefined;
    const opens = run.text.charCodeAt(run.start - 1) === PARENTHESIS && run.text[run.ends[0]!] === ')';
    return candidate('PHONE', opens ? run.start - 1 : run.start, run.end, score);
  },
};

function scoreBare({ value, count, ends, start }: TokenRun): number {
  if (count !== 3) return 0;
  if (MOBILE.test(value)) return ends[0]! - start === 3 ? 0.7 : 0;
  return TWO_DIGIT_AREA.test(value) && ends[0]! - start === 2 ? 0.6 : 0;
}
