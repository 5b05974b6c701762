import type { CodeUnits } from '../text/code-units.js';
import { MONTHS } from '../lexicon/english/calendar.js';
import { longPlaceAt } from '../lexicon/english/long-places.js';
import { NAME, PLACE_PREFIXES, WordClass } from '../lexicon/english/word-class.js';
import { hashOf, WordTable } from '../text/word-table.js';
import { isLatinCapital, wordEnd } from '../text/latin-words.js';
import { wordBefore } from './names/word-before.js';
import { asksForBirth } from './asks-for-birth.js';
import { candidate, type CapitalRecognizer, type Candidate } from './recognizer.js';

const SPACE = 0x20;
/** `March 5, 2024`, `Mar. 5th`, `March 2024`. */
const MONTH_AND_DAY = new RegExp(
  `(?:${MONTHS.join('|')})(?![A-Za-z])\\.? (?:\\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?(?!\\d)|\\d{4}(?!\\d))`,
  'y',
);
/** Months that are ordinary words or names: alone they need a word of time before them. */
const AMBIGUOUS_MONTHS = new Set([
  'May',
  'March',
  'Mar',
  'April',
  'June',
  'August',
  'Jan',
  'Jun',
  'Dec',
  'Sat',
  'Sun',
  'Wed',
  'Mon',
  'Fri',
]);
const TIME_WORDS = new Set(
  'in on since until till by last next this every each from before after during of late early mid'.split(' '),
);
const BIRTH_WORDS = new Set('born birth birthdate birthday dob'.split(' '));
/** A word that makes the capitalised words before it an organisation, wherever they stand. */
const LEGAL_FORMS = new WordTable(
  () =>
    new Map(
      'Inc Incorporated LLC LLP Ltd Limited Corp Corporation GmbH AG PLC Co Company Group Holdings Bank University College Institute Foundation Association Airlines Hospital Agency Ministry Department Committee Council Insurance Technologies Systems Partners Motors Pharmaceuticals Solutions Industries Enterprises Labs'
        .split(' ')
        .map((form) => [form, 1]),
    ),
);
const MAX_WORDS = 5;
const DESCRIBING = WordClass.CALENDAR | WordClass.PLACE | WordClass.PEOPLE;

/** Places, peoples, days and organisations by lists: what describes rather than identifies, unlike names of people. */
export const capitalisedRecognizer: CapitalRecognizer = {
  name: 'capitalised',
  trigger: 'capital',
  recognize(text, at, { end, listed }): Candidate | undefined {
    const long = (listed & WordClass.LONG_PLACE) !== 0 ? longPlaceAt(text, at, end) : undefined;
    if (long !== undefined) return candidate('LOCATION', at, at + long.length, 0.7);
    return recognizeWord(text, at, end, listed) ?? recognizeOrganisation(text, at, end, listed);
  },
};

function recognizeWord(text: CodeUnits, at: number, end: number, flags: number): Candidate | undefined {
  if ((flags & DESCRIBING) === 0) return undefined;
  if ((flags & WordClass.CALENDAR) !== 0) return recognizeDay(text, at, end, text.slice(at, end));
  const doubt = (flags & NAME) !== 0 ? 0.1 : 0;
  if ((flags & WordClass.PLACE) !== 0 && !PLACE_PREFIXES.has(text.slice(at, end)))
    return candidate('LOCATION', at, end, 0.6 - doubt);
  if ((flags & WordClass.PEOPLE) !== 0) return candidate('NRP', at, end, 0.6 - doubt);
  return undefined;
}

function recognizeDay(text: CodeUnits, at: number, end: number, word: string): Candidate | undefined {
  MONTH_AND_DAY.lastIndex = at;
  const { word: before, second } = wordBefore(text, at);
  if (MONTH_AND_DAY.test(text.string)) {
    const isBirth = BIRTH_WORDS.has(before) || BIRTH_WORDS.has(second) || asksForBirth(text, at);
    return candidate(
      isBirth ? 'DATE_OF_BIRTH' : 'DATE_TIME',
      at,
      MONTH_AND_DAY.lastIndex,
      isBirth ? 0.86 : 0.65,
    );
  }
  return AMBIGUOUS_MONTHS.has(word) && !TIME_WORDS.has(before)
    ? undefined
    : candidate('DATE_TIME', at, end, 0.55);
}

/** Capitalised words up to one that says what they are: Acme Widgets Inc, Stanford University. */
function recognizeOrganisation(
  text: CodeUnits,
  at: number,
  firstEnd: number,
  flags: number,
): Candidate | undefined {
  let end = firstEnd;
  let found = 0;
  for (let count = 1; count < MAX_WORDS; count++) {
    if (text.charCodeAt(end) !== SPACE || !isLatinCapital(text, end + 1)) break;
    const next = wordEnd(text, end + 1);
    if (LEGAL_FORMS.at(text, end + 1, next, hashOf(text, end + 1, next)) !== 0) found = next;
    end = next;
  }
  if (found > 0) return candidate('ORGANIZATION', at, found, 0.6);
  return (flags & WordClass.BRAND) !== 0 && (flags & NAME) === 0
    ? candidate('ORGANIZATION', at, firstEnd, 0.5)
    : undefined;
}
