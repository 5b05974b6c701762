import { isDigit } from '../../text/character-class.js';
import { candidate, type Candidate, type NumberRecognizer } from '../recognizer.js';
import { max } from '../../text/math.js';
import type { TokenRun } from '../../text/token-run.js';
import { isRegion } from './localities.js';
import { matchEnd } from './match-address.js';
import { partsBefore } from './address-start.js';
import { classOf, WordClass } from '../../lexicon/english/word-class.js';

/** Words that stand between a number and `way`, `drive`, `lane` or `place` where no street is meant. */
const NO_NAMES =
  'minute|min|hour|hr|mile|km|day|week|month|year|star|way|lane|more|of|the|a|an|in|on|at|to|and|or|for|from|per|people|men|women|kids|cars|items|times|first|second|third|different|new|other|best|good|easy|long|short|percent|gb|tb|mb|point|step|page|user|test|hard|disk|flash|is|are|was|were|with|we|they|it|that|this|my|your|his|her|our|their|noon|midnight|see|big|small|full|empty|years';
const STREET = new RegExp(
  `\\d{1,5}[a-z]?(?: (?!(?:${NO_NAMES})s? )[a-z'’]{2,18}){1,3}? (?:street|st|road|rd|avenue|ave|lane|ln|dr|crescent|cres|ct|terrace|boulevard|blvd|pkwy|(drive|close|court|parade|grove|gardens|square|place|way|circle|highway|parkway))(?![a-z'’])(?! (?:food|art|light|name|level|map|trip|works?|closed|ahead)s?(?![a-z]))`,
  'y',
);
const UNIT =
  /,? (?:(?:apt|apartment|unit|flat|suite|ste|room|rm) ?#?\d{0,4}[a-z]?|#\d{1,4}[a-z]?)(?![a-z0-9])/y;
const STATE =
  /,? [a-z]{3,14}(?: [a-z]{3,14})?,? (?:a[lkzr]|c[ao]|d[ec]|fl|ga|hi|i[dlna]|k[sy]|la|m[deainsot]|n[evhjmycd]|o[hkr]|pa|ri|s[cd]|t[nx]|ut|v[ta]|w[aviy]|nsw|vic|qld|bc|ab|mb|qc|sk|ns|nb)(?: \d{4,5})?(?![a-z0-9])/y;
/** `status=200 bytes`: a street is told in words. */
const EQUALS_SIGN = 0x3d;
const TOWN = /,? ([a-z]{3,14}(?: [a-z]{3,14})?)(?![a-z])/y;

/** `im at 22b baker st apt 4`: streets as they are typed, in small letters, beside a word of where somebody is. */
export const addressTypedStreetRecognizer: NumberRecognizer = {
  name: 'address-typed-street',
  trigger: 'number',
  shapes: ['1~5', 'DL', 'DDL', 'DDDL'],
  after: ['SPACE'],
  ahead: 'abcdefghijklmnopqrstuvwxyz',
  context: [
    ...[
      'address',
      'addr',
      'addy',
      'lives at',
      'live at',
      'living at',
      'im at',
      "i'm at",
      'located at',
      'come to',
      'deliver to',
    ],
    ...[
      'ship to',
      'send to',
      'moved to',
      'home is',
      'place is',
      'pick up from',
      'drop off at',
      'staying at',
      'residence',
      'we are at',
    ],
  ],
  recognize(run): Candidate | undefined {
    const { text, units, start, end: digits } = run;
    const next = units.charCodeAt(digits + 1);
    if (!(next >= 0x61 && next <= 0x7a) || units.charCodeAt(start - 1) === EQUALS_SIGN) return undefined;
    STREET.lastIndex = start;
    const match = STREET.exec(text);
    const street = STREET.lastIndex;
    if (!match || isDigit(text.charCodeAt(street))) return undefined;
    const unit = matchEnd(UNIT, text, street) || street;
    const end = matchEnd(STATE, text, unit) || townEnd(text, unit);
    if (end === street && !isToldBefore(run, match[1] !== undefined)) return undefined;
    return candidate('ADDRESS', partsBefore(text, start), end, 0.75);
  },
};

/** Beside one of the words, or behind `at` where the street can be nothing else. */
function isToldBefore(run: TokenRun, isOtherThing: boolean): boolean {
  return run.isNamed() || (!isOtherThing && / at $/.test(run.text.slice(max(0, run.start - 4), run.start)));
}

function townEnd(text: string, from: number): number {
  TOWN.lastIndex = from;
  const name = TOWN.exec(text)?.[1];
  if (name === undefined) return from;
  const first = name.split(' ', 1)[0]!;
  if (isTown(name)) return TOWN.lastIndex;
  return isTown(first) ? TOWN.lastIndex - name.length + first.length : from;
}

function isTown(name: string): boolean {
  const capital = name.charAt(0).toUpperCase() + name.slice(1);
  return isRegion(name) || (classOf(capital) & (WordClass.PLACE | WordClass.COMMON)) === WordClass.PLACE;
}
