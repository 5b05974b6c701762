import { classOf, PLACE_PREFIXES, WordClass } from '../../lexicon/english/word-class.js';
import { isCountry, isRegion } from './localities.js';

const LETTER = 'A-Za-zÀ-ÖØ-öø-ɏ';
const PIECE = `(?:[A-ZÀ-ÖØ-Þ](?:[${LETTER}'’.&]|-(?=[${LETTER}])){0,24}|\\d{1,3}(?:st|nd|rd|th)?[A-Z]?(?:-[A-Z])?(?![A-Za-z0-9])|(?:of|the|de|du|la)(?![A-Za-z]))`;
/** One part of an address behind a comma or on a line of its own. */
const PART = new RegExp(`(?: ?, ?(?:\\r?\\n)? ?| ?\\r?\\n ?)(${PIECE}(?: ${PIECE}){0,4})`, 'y');
/** Codes of six digits, as in India, Nigeria and Singapore, of five in Kenya, and of four in New Zealand and South Africa. */
const CODE = /(?: ?[-–—] ?|,? )(?:\d{3} ?\d{3}|\d{4,5}(?= ?(?:[,.;)\n"'<|]|$)))(?!\d)/y;
const COUNTRY = /(?:,? |,? ?\r?\n)([A-ZÀ-Þ][A-Za-zÀ-ɏ.]{1,14}(?: [A-Za-z]{2,10}){0,3})/y;
/** The last letter of a word that is no abbreviation, before its full stop. */
const SENTENCE_END = /(?<=[A-Za-zÀ-ɏ]{3})[a-zß-ɏ](?<!Brgy|Extn|Blvd|Pkwy|Terr|Cres|Bldg)\.(?= |$)/;
const MOST_PARTS = 6;
const COMMA = 0x2c;
const KIND_OF_REGION = / (?:State|County|Province|District|Emirate)$|^(?:Co\.?|County) [A-Z]/;
/** What goes on behind the name of a place: `Lekki Phase 1`, `Noida Sector 18`. */
const QUARTER =
  /^ (?:Phase|Sector|Block|Stage|Extension|Extn|East|West|North|South|City|Cantt|Road|Rd|Main|Cross)(?![a-z])/;
const ENDS_PART = /^ ?(?:[.;)\n"'|]|$)/;
const UNLIKE_PLACE = WordClass.GIVEN | WordClass.CALENDAR | WordClass.COMMON | WordClass.TITLE;

/**
 * Where the names of places behind a street end: `, Victoria Island, Lagos 101241`, `, Pattom P.O., Kerala - 695004`. Only a
 * place that is known, a kind of region, a code or the end of a sentence behind one unknown name says that they are places. A
 * place that is called as people are needs a code or another place behind it: `22 Rose Street, Florence and Paul are coming`.
 *
 * @param least how many parts there have to be.
 */
export function localitiesEnd(text: string, from: number, least = 1): number {
  let end = from;
  let at = from;
  for (let count = 0; count < MOST_PARTS; count++) {
    PART.lastIndex = at;
    const words = PART.exec(text)?.[1];
    if (words === undefined) break;
    const start = PART.lastIndex - words.length;
    const part = withoutSentence(words);
    const known = knownPlaceEnd(start, part);
    if (known > 0) {
      const code = codeEnd(text, known);
      if (code > known || !isGivenName(text.slice(start, known))) end = count + 1 >= least ? code : from;
    } else {
      const code = codeEnd(text, start + part.length);
      if (code > start + part.length) return code;
      if (count === 0 && least === 1 && mayBeTown(text, part, at, start)) end = start + part.length;
    }
    const next = start + part.length;
    // `Dubai Marina, Dubai`: what goes on with a comma is one part of several.
    if (
      known > 0 &&
      known < next &&
      text.charCodeAt(next) !== COMMA &&
      !QUARTER.test(text.slice(known, next))
    )
      return end;
    at = next;
  }
  return end;
}

/** Only the words before a full stop that ends a sentence: `Newlands. Ask`. */
function withoutSentence(words: string): string {
  const stop = SENTENCE_END.exec(words);
  return stop ? words.slice(0, stop.index + 1) : words;
}

/** Where a country behind the rest of an address ends, or `from`. */
export function countryEnd(text: string, from: number): number {
  COUNTRY.lastIndex = from;
  const name = COUNTRY.exec(text)?.[1];
  if (name === undefined) return from;
  const start = COUNTRY.lastIndex - name.length;
  for (let words = name; words !== ''; words = withoutLastWord(words)) {
    const end = start + words.length;
    if (isCountry(words)) return end;
    if (words.endsWith('.') && isCountry(words.slice(0, -1))) return end - 1;
  }
  return from;
}

/** Where the longest beginning of the words of a part that is a place ends, or 0. */
function knownPlaceEnd(start: number, part: string): number {
  for (let words = part; words !== ''; words = withoutLastWord(words)) {
    const name = words.endsWith('.') && !words.endsWith('.A.') ? words.slice(0, -1) : words;
    if (isPlace(name) || (words === part && KIND_OF_REGION.test(name))) return start + name.length;
  }
  return 0;
}

function isPlace(name: string): boolean {
  return (
    isRegion(name) ||
    isCountry(name) ||
    ((classOf(name) & WordClass.PLACE) !== 0 && !PLACE_PREFIXES.has(name))
  );
}

function isGivenName(place: string): boolean {
  return (classOf(place) & WordClass.GIVEN) !== 0;
}

function codeEnd(text: string, from: number): number {
  CODE.lastIndex = from;
  return CODE.test(text) ? CODE.lastIndex : from;
}

/** A name of one or two words that closes its sentence and is neither a person's nor an ordinary word. */
function mayBeTown(text: string, part: string, comma: number, start: number): boolean {
  if (text.slice(comma, start).includes('\n') || /\d|^[A-Z. ]+$/.test(part)) return false;
  const words = part.split(' ');
  if (words.length > 2 || !ENDS_PART.test(text.slice(start + part.length, start + part.length + 2)))
    return false;
  return words.every((word) => word.length > 3 && (classOf(word.replace(/\.$/, '')) & UNLIKE_PLACE) === 0);
}

function withoutLastWord(words: string): string {
  return words.slice(0, Math.max(0, words.lastIndexOf(' ')));
}
