import { classOf, WordClass } from '../../lexicon/english/word-class.js';
import { STREET_WORDS, UNIT_WORDS } from './address-parts.js';
import { partsBefore } from './address-start.js';
import { max } from '../../text/math.js';

const WINDOW = 120;
const MOST_WORDS = 22;
const MOST_LINES = 4;
const LINE_BREAK = /<br ?\/?>/gi;
/** What no address goes over. */
const STOP =
  /[:;|\t"“”[\]{}<>=•*?!$€£%@_~]|\/\/|\n[ ]?\n| {3,}|(?:\d{5,6}\)?|\d[A-Z]{2})[.,;]? ?\n| [-–—] (?!\d)|(?<!(?:Blvd|Pkwy|Terr|Cres|Bldg|Hwy|Opp|str|Ave|Apt|Ste|Rd|Dr|St|Mt|Ln|Ct|Sq|Pl|No|Nr|Fl|Rm))(?<=[a-z0-9)]{2})\. +(?=[A-Z"])/g;
const GAPS = /[\s,]+/;
const CAPITAL = /^\(?[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ɏ'’.&/–-]{0,28}\)?$/;
const LOWER = /^[a-zà-ɏ][a-zà-ɏ'’.-]{0,24}$/;
const NUMBER =
  /^#?\d{1,6}[A-Za-z]{0,2}(?:[-–/.]\d{1,5}[A-Za-z]?)*$|^\d{1,3}(?:st|nd|rd|th)$|^1\/2$|^[A-Z]{1,2}-?\d{1,4}[A-Z]?$|^\d{1,4}-[A-Z]$|^\d{1,2}\/F$/i;
const JOINING = new Set(
  'of the de la le les du des del della dei di da do dos das and & on upon by in am im an der den dem auf zu zum zur van von st sur sous lès off near opp no no.'.split(
    ' ',
  ),
);
const HOUSE_NUMBER =
  /^(?:#?\d{1,6}[A-Za-z]?(?:[-–/]\d{1,5}[A-Za-z]?)?|[NSEW]\d{1,5}(?:[NSEW]\d{1,5})?|[A-Z]-?\d{1,4}(?:\/\d{1,4})?(?![A-Z])|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)$/;
/** A set, as the pattern of so many words would be made anew whenever it has not been needed for a while. */
const STREETS: ReadonlySet<string> = new Set(
  STREET_WORDS.replace(/(\w+)\?/g, (word) => `${word.slice(0, -2)}|${word.slice(0, -1)}`)
    .toLowerCase()
    .split('|'),
);
const UNIT = new RegExp(
  `(?:^|[\\s,(])((?:${UNIT_WORDS})\\.? ?(?:[Nn]o\\.? ?|NO\\.? ?|#)?[0-9][A-Za-z0-9./-]{0,7}|(?:${UNIT_WORDS}) [A-Z](?=,)|#\\d{1,5}[A-Z]?(?:[-/]\\d{1,5})?)(?=[\\s,])`,
);
/** Kinds of streets that stand before the name. */
const KIND_FIRST = /^(?:rue|avenue|boulevard|via|calle|jalan|jln|triq|broadway)$/i;
const LONG_NUMBER = /^\d{4,6}$/;
const PARTING = /[,\n]/g;
const LEAST_PARTINGS = 2;
const LABEL_WINDOW = 24;
const ADDRESS_LABEL =
  /(?:address|addr|residence|deliver(?:ed)? to|ship(?:ped)? to|sen[dt] to|post(?:ed)? to|mail(?:ed)? to|resid(?:es?|ing) (?:at|in)|liv(?:es?|ing) (?:at|in)|of|moved to) ?[:=-]? ?["']?$/i;
/** Words between the number of a house and the kind of its street. */
const MOST_NAMES = 5;

/** What stands before a postal code. */
export interface House {
  readonly start: number;
  /** Whether a number and the kind of a street are there. */
  readonly hasStreet: boolean;
  readonly hasUnit: boolean;
  /** Words behind the number. */
  readonly words: number;
}

interface Token {
  readonly text: string;
  readonly start: number;
}

/** The house, with unit and building, that an address ending before `end` begins with. */
export function houseBefore(text: string, end: number): House | undefined {
  const from = max(0, end - WINDOW);
  const window = withLineFeeds(text.slice(from, end));
  const base = from + segmentStart(window);
  const segment = window.slice(base - from).replace(/[\s,(–—-]+$/, '');
  const tokens = tokensOf(segment, base);
  if (tokens.length < 2) return undefined;
  const street = streetHouse(tokens, segment, base);
  if (street >= 0) {
    const start = partsBefore(text, tokens[street]!.start);
    return { start, hasStreet: true, hasUnit: false, words: tokens.length - street - 1 };
  }
  const first = tokens[0]!.start;
  const unit = UNIT.exec(segment.slice(first - base));
  if (unit) {
    const start = first + unit.index + unit[0].length - unit[1]!.length;
    return { start, hasStreet: false, hasUnit: true, words: 0 };
  }
  return numberOnly(text, tokens, segment, base) ?? withoutNumber(text, tokens, segment, base);
}

/** With the breaks of HTML as such, of the same length. */
function withLineFeeds(window: string): string {
  if (!window.includes('<')) return window;
  return window.replace(LINE_BREAK, (tag) => ' '.repeat(tag.length - 1) + '\n');
}

function segmentStart(window: string): number {
  STOP.lastIndex = 0;
  let start = 0;
  // The number before the code may stand behind a dash: `Kerala - 695004`.
  for (let match = STOP.exec(window); match; match = STOP.exec(window)) {
    if (match.index + match[0].length < window.length) start = match.index + match[0].length;
    if (match[0] === '') break;
  }
  return lastLines(window, start);
}

function lastLines(window: string, start: number): number {
  let at = window.length;
  for (let lines = 0; lines < MOST_LINES; lines++) {
    const previous = window.lastIndexOf('\n', at - 1);
    if (previous < start) return start;
    at = previous;
  }
  return at + 1;
}

/** The words up to the end that may all be parts of one address. */
function tokensOf(segment: string, base: number): Token[] {
  const words = segment.split(GAPS).filter((word) => word !== '');
  const isLower = words.length > 1 && LOWER.test(words.at(-1)!);
  const tokens: Token[] = [];
  let start = segment.length;
  for (let index = words.length - 1; index >= 0 && tokens.length < MOST_WORDS; index--) {
    const text = words[index]!;
    if (!isPart(text, isLower)) break;
    start = segment.lastIndexOf(text, start - text.length);
    tokens.push({ text, start: base + start });
  }
  while (tokens.length > 0 && JOINING.has(tokens.at(-1)!.text)) tokens.pop();
  return tokens.reverse();
}

function isPart(word: string, isLower: boolean): boolean {
  const code = word.charCodeAt(0);
  if (code >= 0x61 && code <= 0x7a) return JOINING.has(word) || (isLower && LOWER.test(word));
  return CAPITAL.test(word) || NUMBER.test(word) || word === '&';
}

function isStreet(word: string): boolean {
  return STREETS.has((word.endsWith('.') ? word.slice(0, -1) : word).toLowerCase());
}

/** Index of the first number that a name and the kind of a street follow, or -1. */
function streetHouse(tokens: readonly Token[], segment: string, base: number): number {
  for (let index = 0; index < tokens.length - 2; index++) {
    const { text, start } = tokens[index]!;
    if (!HOUSE_NUMBER.test(text)) continue;
    const next = tokens[index + 1]!;
    if (HOUSE_NUMBER.test(next.text)) {
      // `7420 120A St`, but neither `24h, 2200 N Druid Hills Rd` nor a unit on the line before.
      const isNumbered =
        segment.charAt(start - base + text.length) === ' ' && /^\d{1,3}[A-Z]?$/.test(next.text);
      if (isNumbered && isStreet(tokens[index + 2]!.text)) return index;
    } else if (hasStreetBehind(tokens, index)) return index;
  }
  return -1;
}

function hasStreetBehind(tokens: readonly Token[], house: number): boolean {
  if (KIND_FIRST.test(tokens[house + 1]!.text)) return true;
  for (let at = house + 2; at <= house + MOST_NAMES && at < tokens.length; at++) {
    const { text } = tokens[at]!;
    if (isStreet(text)) return true;
    if (LONG_NUMBER.test(text)) return false;
  }
  return false;
}

/** `2040 Alameda Padre Serra`: a number at the beginning of a line or part, and names only behind it. */
function numberOnly(
  text: string,
  tokens: readonly Token[],
  segment: string,
  base: number,
): House | undefined {
  const index = tokens.findIndex(({ text: token, start }, at) => {
    if (!HOUSE_NUMBER.test(token) || !CAPITAL.test(tokens[at + 1]?.text ?? '')) return false;
    return at === 0 || /[\n,] ?$/.test(segment.slice(0, start - base));
  });
  if (index < 0) return undefined;
  const word = tokens[index + 1]!.text;
  if ((classOf(word) & (WordClass.COMMON | WordClass.CALENDAR)) !== 0) return undefined;
  return {
    start: partsBefore(text, tokens[index]!.start),
    hasStreet: false,
    hasUnit: false,
    words: tokens.length - index - 1,
  };
}

/** `address: Ballymacward, Ballinasloe, Co. Galway`: names only, where a label says what they are. */
function withoutNumber(
  text: string,
  tokens: readonly Token[],
  segment: string,
  base: number,
): House | undefined {
  const { start } = tokens[0]!;
  if (
    !CAPITAL.test(tokens[0]!.text) ||
    (segment.slice(start - base).match(PARTING)?.length ?? 0) < LEAST_PARTINGS
  )
    return undefined;
  const before = text.slice(max(0, start - LABEL_WINDOW), start);
  return ADDRESS_LABEL.test(before)
    ? { start, hasStreet: false, hasUnit: true, words: tokens.length }
    : undefined;
}
