import { MONTHS } from '../lexicon/english/calendar.js';
import { LetterPairs } from '../text/letter-pairs.js';
import { max } from '../text/math.js';
import { isNamedBirth } from './asks-for-birth.js';
import { candidate, type NumberRecognizer } from './recognizer.js';

const NAMES = MONTHS.map((month) => month.toLowerCase()).join('|');
const FOREIGN = [
  'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre',
  'Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember',
  'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre',
  'gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre',
  'janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|dezembro',
].join('|');
const ENGLISH = MONTHS.join('|');
const MONTH_BEFORE = new RegExp(`(?:^|[^a-z])(?:${NAMES})\\.? $`);
const DAY_AND_YEAR = /\d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d{2}(?!\d)/y;
const DAY_FIRST = new RegExp(
  `\\d{1,2}(?:st|nd|rd|th|er|\\.)?(?: of| de| day of)?[ -](?:${NAMES}|${FOREIGN}|(?<=of )(?:${ENGLISH}))\\.?,?(?: de)?[ -](?:(?:19|20)\\d{2}|'?\\d{2})(?!\\d)`,
  'y',
);
/** `1985-Mar-04`, `14MAR1985`. */
const CODED = new RegExp(
  `(?:(?:19|20)\\d{2}[-/. ](?:${ENGLISH})[-/. ]\\d{1,2}|\\d{1,2}[-/.]?(?:${ENGLISH})[-/.]?(?:(?:19|20)?\\d{2})|(?:${ENGLISH})[-/.]\\d{1,2}[-/.](?:19|20)\\d{2})(?![0-9A-Za-z])`,
  'iy',
);
/** `4-July-1982`: months of four to nine letters. */
const LONG_MONTHS = [4, 5, 6, 7, 8, 9].map((letters) => `1~2-${'L'.repeat(letters)}-4`);
/** What may follow a day: most words behind a number begin otherwise. */
const FOLLOWING = new LetterPairs(`${NAMES}|${FOREIGN}|${ENGLISH}|of|de|day`.split('|'));
const WINDOW = 12;
const SPACE = 0x20;
const FULL_STOP = 0x2e;
const LONGEST_DAY = 4;

/** Days of birth with the month in small letters, as they are typed, or in another language: `bday is feb 9 1991`, `geboren am 3. März 1988`. */
export function inLowerCase(context: readonly string[]): readonly NumberRecognizer[] {
  return [
    {
      name: 'date-of-birth-typed',
      trigger: 'number',
      shapes: ['1~2', 'DLL', 'DDLL'],
      before: ['SPACE'],
      // What months end with.
      behind: 'nbrhylgtpce.',
      after: ['SPACE', 'COMMA'],
      context,
      recognize(run) {
        const { text, start } = run;
        DAY_AND_YEAR.lastIndex = start;
        if (!DAY_AND_YEAR.test(text)) return undefined;
        const end = DAY_AND_YEAR.lastIndex;
        const before = text.slice(max(0, start - WINDOW), start);
        const month = MONTH_BEFORE.exec(before)?.[0];
        if (month === undefined) return undefined;
        const from = start - month.length + (/^[a-z]/.test(month) ? 0 : 1);
        return isNamedBirth(run, from) ? candidate('DATE_OF_BIRTH', from, end, 0.85) : undefined;
      },
    },
    {
      name: 'date-of-birth-typed',
      trigger: 'number',
      shapes: ['1~2', 'DLL', 'DDLL'],
      after: ['SPACE', 'HYPHEN', 'OTHER'],
      // Months, `of` and `day of`, also behind the full stop of an ordinal.
      ahead: 'jfmasondeg.',
      context,
      recognize(run) {
        const { text, units, start, end } = run;
        const isOrdinal = units.charCodeAt(end) === FULL_STOP;
        if (end - start > LONGEST_DAY || (isOrdinal && units.charCodeAt(end + 1) !== SPACE)) return undefined;
        if (!FOLLOWING.mayBeAt(units, isOrdinal ? end + 2 : end + 1)) return undefined;
        DAY_FIRST.lastIndex = start;
        if (!DAY_FIRST.test(text)) return undefined;
        const last = DAY_FIRST.lastIndex;
        return isNamedBirth(run) ? candidate('DATE_OF_BIRTH', start, last, 0.85) : undefined;
      },
    },
    {
      name: 'date-of-birth-typed',
      trigger: 'number',
      shapes: ['4-LLL-1~2', 'DDLLLDDDD', 'DLLLDDDD', 'DDLLLDD', '1~2-LLL-2', '1~2-LLL-4', ...LONG_MONTHS],
      context,
      onlyNamed: true,
      recognize(run) {
        CODED.lastIndex = run.start;
        return CODED.test(run.text)
          ? candidate('DATE_OF_BIRTH', run.start, CODED.lastIndex, 0.85)
          : undefined;
      },
    },
  ];
}
