import type { CodeUnits } from '../../text/code-units.js';
import { max } from '../../text/math.js';
import { STREET_WORDS } from './address-parts.js';
import { hasOrdinaryWord, isOrdinaryName } from './ordinary-name.js';

const QUOTE = 0x22;
const APOSTROPHE = 0x27;
/** What an address may be the address of, so that those of machines and mail are none; behind a spaced `=` stands code. */
const WHOSE =
  'home|mail|mailing|postal|billing|shipping|delivery|street|residential|permanent|current|work|office|customer|client|user|patient|employee|registered|full';
const KEY = new RegExp(
  `(?<![A-Za-z_-])(?:(?:${WHOSE})[_ -]?)?(?:(?:street|address|addr|adresse|direccion)(?:[_ -]?line)?[_ -]?[12]?|line[_ -]?[12])["']?(?:\\s?:\\s?|=)["']$`,
  'i',
);
const KIND = new RegExp(`[A-Za-zÀ-ɏ.] (?:${STREET_WORDS})\\.?,? \\d`);
const OF_STREET = /street|line|home|mail|postal|billing|shipping|delivery/i;
const KEY_WINDOW = 40;
const LONGEST = 100;
const NAME = /^[\d/A-Z-]{1,8},? .*[A-Za-zÀ-ɏ]{3}/;

/** Where the quoted value of an address ends that begins at `start`: `"line1": "14, Triq San Ġorġ"`; 0 for all others. */
export function fieldValueEnd(text: CodeUnits, start: number): number {
  const code = text.charCodeAt(start - 1);
  if (code !== QUOTE && code !== APOSTROPHE) return 0;
  const quote = String.fromCharCode(code);
  if (!KEY.test(text.slice(max(0, start - KEY_WINDOW), start))) return 0;
  const value = text.slice(start, start + LONGEST);
  const length = value.indexOf(quote);
  return length > 0 && NAME.test(value.slice(0, length)) ? start + length : 0;
}

/** Where the quoted value of an address begins that ends behind a number: `"street": "Elm Row 5"`; -1 for all others. */
export function fieldValueStart(text: CodeUnits, end: number): number {
  const code = text.charCodeAt(end);
  if (code !== QUOTE && code !== APOSTROPHE) return -1;
  const from = max(0, end - LONGEST);
  const opening = text.slice(from, end).lastIndexOf(String.fromCharCode(code));
  if (opening < 0) return -1;
  const start = from + opening + 1;
  const key = KEY.exec(text.slice(max(0, start - KEY_WINDOW), start))?.[0];
  return key !== undefined && isStreet(text.slice(start, end), OF_STREET.test(key)) ? start : -1;
}

/** Neither `Register 40` nor `Server Rack 12`, which have addresses as well, though no streets. */
function isStreet(value: string, isOfStreet: boolean): boolean {
  if (KIND.test(value)) return true;
  const name = value.replace(/,? ?\d+$/, '');
  return isOfStreet ? !isOrdinaryName(name) : !hasOrdinaryWord(name);
}
