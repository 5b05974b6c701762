import { PHONE_WORDS } from '../lexicon/phone-words.js';
import { candidate, type NumberRecognizer } from './recognizer.js';

/** ITU-T E.164 behind the prefix for calls abroad: 00 in most of the world, 011 in North America. */
const ABROAD = /^(?:00|011)[1-9]\d{8,13}$/;
/** Countries whose numbers are met written so; what else begins with two zeros is rather a serial number. */
const COUNTRY = /^(?:00|011)(?:1|20|27|3\d|4\d|5[1-8]|6[0-6]|7|8[1246]|9[0-58])/;

/** `0044 20 7946 0958`, `011 44 20 7946 0958`: numbers with the prefix that is dialled instead of `+`. */
export const phoneExitCodeRecognizer: NumberRecognizer = {
  name: 'phone-exit-code',
  trigger: 'number',
  shapes: [
    ...['4_2~3_3~4_3~4', '4_2~3_6~8', '4_3_3_3', '4_9', '2_2_2~4_3~8', '2_2_2~3_3~4_3~4', '3_2_2~3_3~4_3~4'],
    ...['3-3-3-4', '12~15'],
  ],
  context: PHONE_WORDS,
  recognize(run) {
    if (!ABROAD.test(run.value) || !COUNTRY.test(run.value)) return undefined;
    const context = run.context();
    if (context < 0 || (context === 0 && run.count < 4)) return undefined;
    return candidate('PHONE', run.start, run.end, context > 0 ? 0.88 : 0.66);
  },
};
