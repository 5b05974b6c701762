import { randomSecret } from '../../crypto/index.js';

/** Longest string that is read as JSON of its own: as long as a value may be in all. */
const MAX_EMBEDDED_JSON = 8_388_608;
const BLANKS = '[ \\t\\r\\n]*';
const BEGINNING = new RegExp(`^${BLANKS}[[{]`);
const INDENTED = new RegExp(`^${BLANKS}[[{]\\r?\\n([ \\t]{1,8})`);
/** Without it every number of a text is one of JavaScript's, written out. */
const LONG_NUMBER = /\d[\d.]{15}|\d[eE][+-]?\d{2}/;
const QUOTE = '"';
const BACKSLASH = '\\';

/** A number that is none of JavaScript's, such as an identifier of 64 bits or of a card: as it was written. */
export class ExactNumber {
  constructor(readonly text: string) {}

  toJSON(): string {
    return MARK + this.text;
  }
}

/** Before an exact number while it is written as a string. Never leaves the process, so that nobody else writes it. */
const MARK = randomSecret();
const MARKED = new RegExp(`"${MARK}(-?\\d[\\d.eE+-]*)"`, 'g');

/** The object or array that a text is, in which numbers stay exact; undefined when it is something else. */
export function parseEmbedded(text: string): object | undefined {
  if (text.length > MAX_EMBEDDED_JSON || !BEGINNING.test(text)) return undefined;
  const value = parse(text);
  if (typeof value !== 'object' || value === null || !LONG_NUMBER.test(text)) return value ?? undefined;
  const marked = markNumbers(text);
  // Where values lie too deep to be gone over they are too deep for every policy.
  return marked === text ? value : (parse(marked, unmarkNumber) ?? value);
}

/** The value as JSON, with the line breaks and indentation of the text it came from. */
export function writeEmbedded(value: unknown, text: string): string {
  const json = JSON.stringify(value, null, INDENTED.exec(text)?.[1] ?? '');
  return LONG_NUMBER.test(text) ? json.replace(MARKED, '$1') : json;
}

function parse(text: string, reviver?: (name: string, value: unknown) => unknown): object | undefined {
  try {
    const value: unknown = JSON.parse(text, reviver);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The JSON with each number that JavaScript would change in a marked string. */
function markNumbers(json: string): string {
  const tokens = /"|-?\d[\d.eE+-]*/g;
  const parts: string[] = [];
  let from = 0;
  for (let token = tokens.exec(json); token !== null; token = tokens.exec(json)) {
    const [written] = token;
    if (written === QUOTE) tokens.lastIndex = endOfString(json, token.index) + 1;
    else if (changes(written)) {
      parts.push(json.slice(from, token.index), `"${MARK}${written}"`);
      from = tokens.lastIndex;
    }
  }
  return parts.length === 0 ? json : parts.join('') + json.slice(from);
}

/** Where the string ends that begins at `start`. */
function endOfString(json: string, start: number): number {
  let end = json.indexOf(QUOTE, start + 1);
  while (isEscaped(json, end)) end = json.indexOf(QUOTE, end + 1);
  return end;
}

function isEscaped(json: string, at: number): boolean {
  let first = at;
  while (json[first - 1] === BACKSLASH) first--;
  return (at - first) % 2 === 1;
}

/** `1.0` and `1e3` are whole numbers like `1` and `1000`: nothing of them is lost. */
function changes(written: string): boolean {
  const number = Number(written);
  return !Number.isSafeInteger(number) && String(number) !== written;
}

function unmarkNumber(_name: string, value: unknown): unknown {
  return typeof value === 'string' && value.startsWith(MARK)
    ? new ExactNumber(value.slice(MARK.length))
    : value;
}
