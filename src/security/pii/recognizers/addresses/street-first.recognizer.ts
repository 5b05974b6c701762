import { isLatinCapital } from '../../text/latin-words.js';
import { candidate, type Candidate, type NumberRecognizer } from '../recognizer.js';
import { matchEnd, readAddressEnd } from './match-address.js';
import { max } from '../../text/math.js';

const LETTER = 'A-Za-zÀ-ÖØ-öø-ɏ';
/** German, Dutch, Nordic, Hungarian and other words that end in what a street is. */
const COMPOUND = new RegExp(
  `(?:[A-ZÄÖÜ][${LETTER}.-]{0,24}[ -]){0,3}[A-ZÄÖÅØÜ][${LETTER}-]{0,24}(?:stra(?:ß|ss)e|str\\.|weg|platz|allee|gasse|ring|damm|ufer|chaussee|steig|gracht|straat|laan|plein|kade|gatan|gata|vägen|vej|gade|veien|katu|tie|utca|Stra(?:ß|ss)e|Str\\.|Weg|Platz|Allee|Ring|Damm),? $`,
);
/** Romance and Slavic streets: the kind first. */
const KIND_FIRST = new RegExp(
  `(?:^|[^${LETTER}.])((?:Via|Viale|Vicolo|Corso|Piazza|Largo|Calle|C/|C\\.|Avenida|Avda?\\.|Av\\.|Plaza|Paseo|Carrer|Rua|Travessa|Praça|Rue|Avenue|Boulevard|ul\\.|ulica|al\\.|Ul\\.)(?: (?:de|del|della|dei|degli|la|las|los|el|da|das|do|dos|di|d['’])){0,2}(?: ?[A-ZÀ-Þ][${LETTER}'’.-]{1,24}){1,4},? )(?:n[.ºo°]{1,2} ?)?$`,
);
/** `Am Hopfengarten `, `Unter den Linden `: German streets without a kind, which only a postal code tells. */
const PREPOSITION = new RegExp(
  `(?:^|[^${LETTER}])((?:Am|Im|An der|An den|Auf der|Auf dem|Zum|Zur|In der|In den|Unter den|Hinter der|Hinter dem|Vor dem|Beim|Bei der|Alter|Alte|Neuer) (?!Jahr|Zeit|Monat|Tag|Ende|Anfang|Durchschnitt|Juli|Juni|August|(?:Jan|Febr)uar|März|April|Mai |(?:Septem|Okto|Novem|Dezem)ber|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Alter|Schnitt)(?:[A-ZÄÖÜ][${LETTER}-]{2,24} ){1,2})$`,
);
/** Behind the house: `3\n85049 I`. */
const GERMAN_CODE =
  /(?:, ?|,? ?\r?\n|<br ?\/?>| )(?:D-|A-|CH-)?\d{4,5} (?!Euro|Uhr|Stück|Menschen|Personen|Einwohner)[A-ZÄÖÜ][a-zäöüß]/y;
const HOUSE =
  /\d{1,4}(?: ?[a-hA-H](?![A-Za-z]))?(?:[-/]\d{1,4}[a-h]?)?(?: ?m\. ?\d{1,3}|,? (?:lok|kv|apto)\. ?\d{1,3}|,? \d{1,2} ?[º°ª](?: ?(?:[A-Z](?![A-Za-z])|izq\.?|dcha\.?))?)?(?!\d)/y;
const WINDOW = 72;
const SPACE = 0x20;
const TAG_END = 0x3e;

/** Addresses with the number behind the street: `Musterstraße 12a, 10115 Berlin`, `Via Roma 10`, `ul. Długa 5`. */
export const addressStreetFirstRecognizer: NumberRecognizer = {
  name: 'address-street-first',
  trigger: 'number',
  shapes: ['1~4', 'DL', 'DDL', 'DDDL', '1~4-1~4'],
  before: ['SPACE'],
  behind: 'abcdefghijklmnopqrstuvwxyz.*',
  recognize({ text, start }): Candidate | undefined {
    if (!followsStreet(text, start - 2)) return undefined;
    const house = matchEnd(HOUSE, text, start);
    if (house === 0) return undefined;
    const from = streetStart(text, start, house);
    if (from < 0) return undefined;
    const { end, parts } = readAddressEnd(text, house);
    return candidate('ADDRESS', from, end, 0.75 + 0.1 * parts);
  },
};

function streetStart(text: string, start: number, house: number): number {
  const window = text.slice(max(0, start - WINDOW), start);
  const street =
    COMPOUND.exec(window)?.[0] ??
    KIND_FIRST.exec(window)?.[1] ??
    (matchEnd(GERMAN_CODE, text, house) > 0 ? PREPOSITION.exec(window)?.[1] : undefined);
  return street === undefined ? -1 : start - (window.length - window.lastIndexOf(street));
}

/** Before the number and the space a word that begins with a capital has to end, perhaps with a full stop or a comma. */
function followsStreet(text: string, last: number): boolean {
  const code = text.charCodeAt(last);
  let at = code === 0x2c || code === 0x2e ? last - 1 : last;
  for (let length = 0; length < 26; length++, at--) {
    const letter = text.charCodeAt(at);
    if (letter === SPACE || letter === TAG_END || Number.isNaN(letter)) break;
  }
  return at + 1 < last && isLatinCapital(text, at + 1);
}
