import type { CodeUnits } from '../../text/code-units.js';
import { isDigit } from '../../text/character-class.js';
import { candidate, type Candidate, type CapitalRecognizer } from '../recognizer.js';
import { wordBefore } from '../names/word-before.js';
import { hasNieLetter } from './es.js';
import { isPlateDistrict } from './de-plates.js';

const HYPHEN = 0x2d;
const SPACE = 0x20;
/** FZV § 8: district, one or two letters, up to four digits, E for electric and H for historic cars. */
const GERMAN_PLATE = /([A-ZÄÖÜ]{1,3})[- ]([A-Z]{1,2})[- ]?([1-9]\d{0,3})[EH]?(?![A-Za-z0-9])/y;
const NIGERIAN_PLATE = /[A-Z]{3}-\d{3}[- ]?[A-Z]{2}(?![A-Za-z0-9])/y;
const NIE = /([XYZ])-(\d{7})-?([A-Z])(?![A-Za-z0-9])/y;
/** National Insurance numbers of the United Kingdom: see gb.ts. */
const HYPHENATED_NINO =
  /(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]-\d{2}-?\d{2}-?\d{2}-?[A-D](?![A-Za-z0-9])/y;
const PLATE_WORDS = new Set(
  'kennzeichen plate vehicle registration nummernschild kfz-kennzeichen kfz auto fahrzeug pkw car amtliches'.split(
    ' ',
  ),
);

/** Identifiers whose first letters stand apart: German and Nigerian plates, a NIE or a National Insurance number with hyphens. */
export const letterLedRecognizer: CapitalRecognizer = {
  name: 'letter-led',
  trigger: 'capital',
  recognize(text, at): Candidate | undefined {
    const gap = gapAfter(text, at);
    if (gap === 0) return undefined;
    if (text.charCodeAt(gap) === HYPHEN && isDigit(text.charCodeAt(gap + 1)))
      return nigerian(text, at) ?? nie(text, at) ?? nino(text, at);
    return german(text, at);
  },
};

/** Offset of the hyphen or space behind one to three capitals, or 0. */
function gapAfter(text: CodeUnits, at: number): number {
  for (let index = at + 1; index <= at + 3; index++) {
    const code = text.charCodeAt(index);
    if (code === HYPHEN || code === SPACE) return isPart(text.charCodeAt(index + 1)) ? index : 0;
    if (!(code >= 0x41 && code <= 0x5a) && code < 0xc0) return 0;
  }
  return 0;
}

function isPart(code: number): boolean {
  return isDigit(code) || (code >= 0x41 && code <= 0x5a);
}

function german(text: CodeUnits, at: number): Candidate | undefined {
  GERMAN_PLATE.lastIndex = at;
  const match = GERMAN_PLATE.exec(text.string);
  if (!match || !isPlateDistrict(match[1]!)) return undefined;
  const { word, second } = wordBefore(text, at);
  const isNamed = PLATE_WORDS.has(word) || PLATE_WORDS.has(second);
  const isAlone = at === 0 && GERMAN_PLATE.lastIndex === text.length;
  // Otherwise it would not be reported, but the pass would go on behind it: `NI TS 55 20 91 C` is a number of its own.
  if (!isNamed && !isAlone) return undefined;
  return candidate('DE_KFZ', at, GERMAN_PLATE.lastIndex, isNamed ? 0.92 : 0.6);
}

function nigerian(text: CodeUnits, at: number): Candidate | undefined {
  NIGERIAN_PLATE.lastIndex = at;
  return NIGERIAN_PLATE.test(text.string)
    ? candidate('NG_VEHICLE_REGISTRATION', at, NIGERIAN_PLATE.lastIndex, 0.65)
    : undefined;
}

function nie(text: CodeUnits, at: number): Candidate | undefined {
  NIE.lastIndex = at;
  const match = NIE.exec(text.string);
  if (!match || !hasNieLetter(match.slice(1).join(''))) return undefined;
  return candidate('ES_NIE', at, NIE.lastIndex, 0.9);
}

function nino(text: CodeUnits, at: number): Candidate | undefined {
  HYPHENATED_NINO.lastIndex = at;
  return HYPHENATED_NINO.test(text.string)
    ? candidate('UK_NINO', at, HYPHENATED_NINO.lastIndex, 0.8)
    : undefined;
}
