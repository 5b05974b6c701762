import { isLatinCapital } from '../../text/latin-words.js';
import { candidate, type NumberRecognizer } from '../recognizer.js';
import { matchEnd } from './match-address.js';

const COMMA = 0x2c;
const PART = "[A-Z][a-zāēīōū']{1,18}(?:-(?:ku|shi|cho|chō|machi|gun|ken|fu|to|dori))?";
const CITIES =
  'Tokyo|Osaka|Kyoto|Yokohama|Nagoya|Sapporo|Kobe|Fukuoka|Kawasaki|Saitama|Hiroshima|Sendai|Chiba|Kanagawa|Hyogo|Aichi|Hokkaido';
/** District number, block and house before their district, up to the city or its code. */
const BLOCK = new RegExp(
  `\\d{1,4}-\\d{1,3}(?:-\\d{1,4})?,? (?:${PART},? ){1,4}?(?:(?:${CITIES}|${PART})(?:,? 〒?\\d{3}-\\d{4}(?!\\d))|(?:${CITIES})(?![a-z]))(?:, Japan)?`,
  'y',
);

/** Japanese addresses in Latin letters: `2-11-3 Meguro, Meguro-ku, Tokyo 153-0063`. */
export const addressJapaneseBlockRecognizer: NumberRecognizer = {
  name: 'address-japanese-block',
  trigger: 'number',
  shapes: ['1~4-1~3-1~4', '1~4-1~3'],
  after: ['SPACE', 'COMMA'],
  ahead: 'abcdefghijklmnopqrstuvwyz,.',
  recognize({ text, units, start, end: digits }) {
    if (!isLatinCapital(units, units.charCodeAt(digits) === COMMA ? digits + 2 : digits + 1))
      return undefined;
    const end = matchEnd(BLOCK, text, start);
    return end === 0 ? undefined : candidate('ADDRESS', start, end, 0.85);
  },
};
