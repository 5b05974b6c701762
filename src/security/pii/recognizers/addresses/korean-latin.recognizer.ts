import { isLatinCapital } from '../../text/latin-words.js';
import { max } from '../../text/math.js';
import type { TokenRun } from '../../text/token-run.js';
import { candidate, type Candidate, type NumberRecognizer } from '../recognizer.js';
import { matchEnd } from './match-address.js';

const COMMA = 0x2c;
const LOWER_O = 0x6f;
const LOWER_L = 0x6c;
/** `Teheran-ro`, `Seongsui-ro 22-gil`, `Gukjegeumyung-ro 8-gil`. */
const ROAD =
  '[A-Z][a-z]{1,20}(?:-[a-z]{1,12})?-(?:ro|daero|gil)(?:,? ?\\d{1,4}(?:beon|na|ga|da)?-gil)?(?![A-Za-z-])';
const CITIES =
  'Seoul|Busan|Incheon|Daegu|Daejeon|Gwangju|Ulsan|Sejong|Jeju|Suwon|Seongnam|Gyeonggi|Gangwon|Chungbuk|Chungnam|Jeonbuk|Jeonnam|Gyeongbuk|Gyeongnam';
const AREA = `(?:[A-Z][a-z]{1,16}(?:-[a-z]{1,10})?-(?:gu|si|gun|do|dong|eup|myeon|ri)|(?:${CITIES})(?:-(?:si|do))?)(?![A-Za-z-])`;
const CODE = '(?:,? (?:\\(?\\d{5}\\)?|\\d{3}-\\d{3})(?!\\d))?';
const COUNTRY = '(?:,? (?:Republic of Korea|South Korea|Korea|Rep\\. of Korea)(?![A-Za-z]))?';
const DETAIL =
  '(?:, ?(?:#\\d{1,5}|B?\\d{1,3}F|\\d{1,3}(?:st|nd|rd|th) (?:floor|Floor|FL)|\\d{1,4}-\\d{3,4}|\\d{1,4}-(?:dong|ho)(?:,? \\d{1,4}-ho)?|(?:Room|Unit|Apt\\.?) \\d{1,5})(?![A-Za-z0-9]))?';
const AREAS = `(?:,? ${AREA}){0,4}${CODE}${COUNTRY}${CODE}`;
const NUMBER_FIRST = new RegExp(`\\d{1,4}(?:-\\d{1,4})?,? ${ROAD}${DETAIL}${AREAS}`, 'y');
const ROAD_BEFORE = new RegExp(`(?:^|[^A-Za-z-])((?:${AREA},? ){0,4}${ROAD},? )$`);
const BEHIND_NUMBER = new RegExp(`\\d{1,4}(?:-\\d{1,4})?(?![\\dA-Za-z-])${DETAIL}${AREAS}`, 'y');
const ANY_AREA = new RegExp(AREA);
/** A flat or a floor before the number of the building. */
const DETAIL_BEFORE =
  /(?:^|[^A-Za-z0-9#-])((?:#\d{1,5}|B?\d{1,3}F|\d{2,4}-\d{3,4}|(?:\d{1,4}-dong,? )?\d{1,4}-ho|\d{1,3}(?:st|nd|rd|th) (?:[Ff]loor|FL)),? )$/;
const WINDOW = 72;
const DETAIL_WINDOW = 24;

/** Korean addresses in Latin letters, in either order: `152 Teheran-ro, Gangnam-gu, Seoul`, `Seoul, Gangnam-gu, Teheran-ro 152`. */
export const addressKoreanLatinRecognizer: NumberRecognizer = {
  name: 'address-korean-latin',
  trigger: 'number',
  shapes: ['1~4', '1~4-1~4'],
  before: ['SPACE', 'OTHER'],
  after: ['SPACE', 'COMMA', 'OTHER'],
  context: [
    'address',
    'addr',
    'lives at',
    'live at',
    'located at',
    'ship to',
    'deliver to',
    'office',
    'moved to',
    'residence',
  ],
  recognize(run): Candidate | undefined {
    const { text, units, start, end } = run;
    const next = units.charCodeAt(end) === COMMA ? end + 2 : end + 1;
    const last = isLatinCapital(units, next) ? matchEnd(NUMBER_FIRST, text, start) : 0;
    if (last > 0)
      return isTold(run, text.slice(start, last))
        ? candidate('ADDRESS', detailStart(text, start), last, 0.92)
        : undefined;
    const before = units.charCodeAt(start - 2);
    if (before !== LOWER_O && before !== LOWER_L && before !== COMMA) return undefined;
    const road = ROAD_BEFORE.exec(text.slice(max(0, start - WINDOW), start))?.[1];
    const finish = road === undefined ? 0 : matchEnd(BEHIND_NUMBER, text, start);
    if (finish === 0) return undefined;
    const from = start - road!.length;
    return isTold(run, text.slice(from, finish)) ? candidate('ADDRESS', from, finish, 0.9) : undefined;
  },
};

/** By the part of a city that it names, or by a word before it: a road alone may be something else. */
function isTold(run: TokenRun, address: string): boolean {
  return ANY_AREA.test(address) || run.isNamed();
}

function detailStart(text: string, start: number): number {
  const detail = DETAIL_BEFORE.exec(text.slice(max(0, start - DETAIL_WINDOW), start))?.[1];
  return start - (detail?.length ?? 0);
}
