import { isLatinCapital } from '../../text/latin-words.js';
import { classOf, WordClass } from '../../lexicon/english/word-class.js';
import { candidate, type Candidate, type NumberRecognizer } from '../recognizer.js';
import { fieldValueStart } from './field-value.js';
import { isRegion } from './localities.js';
import { matchEnd, readAddressEnd } from './match-address.js';
import { isCountOfOther, isOrdinaryName } from './ordinary-name.js';
import { max, min } from '../../text/math.js';

const LETTER = 'A-Za-zÀ-ÖØ-öø-ɏ';
/** German, Dutch, Nordic, Hungarian and other words that end in what a street is. */
const COMPOUND = new RegExp(
  `(?:[A-ZÄÖÜ][${LETTER}.-]{0,24}[ -]){0,3}[A-ZÄÖÅØÜ][${LETTER}-]{0,24}(?:stra(?:ß|ss)e|str\\.|weg|platz|allee|gasse|ring|damm|ufer|chaussee|steig|gracht|straat|laan|plein|kade|gatan|gata|vägen|vej|gade|veien|katu|tie|utca|Stra(?:ß|ss)e|Str\\.|Weg|Platz|Allee|Ring|Damm),? $`,
);
/** Romance and Slavic streets: the kind first. */
const KIND_FIRST = new RegExp(
  `(?:^|[^${LETTER}.])((?:Via|Viale|Vicolo|Corso|Piazza|Piazzale|Piazzetta|Largo|Borgo|Lungarno|Lungotevere|Lungomare|Salita|Contrada|Fondamenta|Calle|C/|C\\.|Avenida|Avda?\\.|Av\\.|Plaza|Plaça|Paseo|Passeig|Rambla|Ronda|Glorieta|Alameda|Camino|Carretera|Carrer|Rua|Travessa|Praça|Estrada|Rue|Avenue|Boulevard|Chemin|Quai|Allée|ul\\.|ulica|al\\.|os\\.|pl\\.|Ul\\.|Aleja|Plac)(?: (?:de|del|della|dei|degli|la|las|los|el|da|das|do|dos|di|d['’])){0,2}(?: ?[A-ZÀ-Þ][${LETTER}'’.-]{1,24}){1,4},? )(?:n[.ºo°]{1,2} ?)?$`,
);
/** `Am Hopfengarten `, `Unter den Linden `: German streets without a kind, which only a postal code tells. */
const PREPOSITION = new RegExp(
  `(?:^|[^${LETTER}])((?:Am|Im|An der|An den|Auf der|Auf dem|Zum|Zur|In der|In den|Unter den|Hinter der|Hinter dem|Vor dem|Beim|Bei der|Alter|Alte|Neuer) (?!Jahr|Zeit|Monat|Tag|Ende|Anfang|Durchschnitt|Juli|Juni|August|(?:Jan|Febr)uar|März|April|Mai |(?:Septem|Okto|Novem|Dezem)ber|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Alter|Schnitt)(?:[A-ZÄÖÜ][${LETTER}-]{2,24} ){1,2})$`,
);
/** Words before a street of one word that are part of it; all others are those of the sentence: `ab Mai Lindenstr.`. */
const ADJECTIVE =
  /(?:Alte|Neue|Große|Grosse|Kleine|Obere|Untere|Lange|Kurze|Hohe|Breite|Vordere|Hintere|Innere|Äußere|Erste|Zweite|Alter|Neuer|Großer|Kleiner|Oberer|Unterer|Langer|Hoher|Breiter|Sankt|St\.|Dr\.)/;
const ONE_WORD = /[A-Za-zÄÖÜäöüß]{4,}(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse|chaussee),? $/;
/** Any street, told by a house, a code and a town: `Borgo Pinti 44, 50121 Firenze`. */
const ANY_STREET = new RegExp(
  `(?:^|[^${LETTER}0-9.'’-] ?|[^${LETTER}0-9'’-] )((?:[A-ZÀ-ÖØ-Þ][${LETTER}'’.-]{1,24} )(?:(?:de|del|della|dei|degli|des|du|la|las|los|le|el|da|do|dos|di|van|den|der|de la|d['’]|l['’]) ?)?(?:[A-ZÀ-ÖØ-Þ][${LETTER}'’.-]{1,24} ){0,2})$`,
);
const CODE_AND_TOWN =
  /, ?(?:[A-Z]{1,2}-)?(?:\d{5}|\d{3} \d{2}|\d{2}-\d{3}|\d{4}-\d{3}|\d{4}(?: [A-Z]{2})?) ([A-ZÀ-ÖØ-Þ][a-zß-ɏ]{2,20}(?: [A-ZÀ-ÖØ-Þ][a-zß-ɏ]{2,20})?)/y;
/** Behind the house: `3\n85049 I`. */
const GERMAN_CODE =
  /(?:, ?|,? ?\r?\n|<br ?\/?>| )(?:D-|A-|CH-)?\d{4,5} (?!Euro|Uhr|Stück|Menschen|Personen|Einwohner)[A-ZÄÖÜ][a-zäöüß]/y;
const HOUSE =
  /\d{1,4}(?: ?[a-hA-H](?![A-Za-z]))?(?:[-/]\d{1,4}[a-h]?|\/[A-Za-z](?![A-Za-z])|-I{1,3}(?![A-Za-z]))?(?: ?m\. ?\d{1,3}|,? (?:lok|kv|apto)\. ?\d{1,3}|,? \d{1,2} ?[º°ª](?: ?(?:[A-Z](?![A-Za-z])|izq\.?|dcha\.?))?)?(?!\d)/y;
const WINDOW = 72;
const SPACE = 0x20;
const COMMA = 0x2c;
const TAG_END = 0x3e;
const QUOTE = 0x22;

/** Addresses with the number behind the street: `Musterstraße 12a, 10115 Berlin`, `Via Roma 10`, `ul. Długa 5`. */
export const addressStreetFirstRecognizer: NumberRecognizer = {
  name: 'address-street-first',
  trigger: 'number',
  shapes: ['1~4', 'DL', 'DDL', 'DDDL', '1~4-1~4'],
  before: ['SPACE'],
  behind: 'abcdefghijklmnopqrstuvwxyz.*',
  recognize({ text, units, start, end: digits }): Candidate | undefined {
    if (!followsStreet(text, start - 2)) return undefined;
    const value = fieldValueStart(units, digits);
    if (value >= 0) return candidate('ADDRESS', value, digits, 0.9);
    const house = matchEnd(HOUSE, text, start);
    if (house === 0) return undefined;
    const from = streetStart(text, start, house);
    if (from < 0) return undefined;
    const { end, parts } = readAddressEnd(text, house);
    if (parts === 0 && isCountOfOther(text, from, start, end)) return undefined;
    return candidate('ADDRESS', from, end, min(0.95, 0.75 + 0.13 * parts));
  },
};

function streetStart(text: string, start: number, house: number): number {
  const window = text.slice(max(0, start - WINDOW), start);
  const street =
    withoutSentence(COMPOUND.exec(window)?.[0]) ??
    KIND_FIRST.exec(window)?.[1] ??
    (matchEnd(GERMAN_CODE, text, house) > 0 ? PREPOSITION.exec(window)?.[1] : undefined) ??
    (hasTownBehind(text, house) ? anyStreet(window) : undefined);
  return street === undefined ? -1 : start - (window.length - window.lastIndexOf(street));
}

/** Without the capitals of the sentence before a street of one word. */
function withoutSentence(street: string | undefined): string | undefined {
  if (street === undefined) return undefined;
  const name = ONE_WORD.exec(street);
  if (!name || name.index === 0 || street.charAt(name.index - 1) !== ' ') return street;
  return ADJECTIVE.test(street.slice(0, name.index)) ? street : street.slice(name.index);
}

/** Whether a code and a town that is known stand behind the house. */
function hasTownBehind(text: string, house: number): boolean {
  if (text.charCodeAt(house) !== COMMA) return false;
  CODE_AND_TOWN.lastIndex = house;
  const match = CODE_AND_TOWN.exec(text);
  if (!match) return false;
  const town = match[1]!;
  return isTown(town) || isTown(town.split(' ', 1)[0]!);
}

function isTown(name: string): boolean {
  return isRegion(name) || (classOf(name) & WordClass.PLACE) !== 0;
}

/** The words with capitals that end a text, unless they are ordinary ones: `Room `, `Boeing `. */
function anyStreet(window: string): string | undefined {
  const street = ANY_STREET.exec(window)?.[1];
  if (street === undefined) return undefined;
  return isOrdinaryName(street) ? undefined : street;
}

/** Before the number and the space a word that begins with a capital has to end, perhaps with a full stop or a comma. */
function followsStreet(text: string, last: number): boolean {
  const code = text.charCodeAt(last);
  let at = code === 0x2c || code === 0x2e ? last - 1 : last;
  for (let length = 0; length < 26; length++, at--) {
    const letter = text.charCodeAt(at);
    if (letter === SPACE || letter === TAG_END || letter === QUOTE || Number.isNaN(letter)) break;
  }
  return at + 1 < last && isLatinCapital(text, at + 1);
}
