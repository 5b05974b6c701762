import { countrySpecs } from 'ibantools';
import { passesMod97 } from '../text/check-digits/iso-7064.js';
import { isAsciiAlphanumeric } from '../text/character-class.js';
import { candidate, type Candidate, type NumberRecognizer } from './recognizer.js';

/** The country, and check digits, which are digits in whatever case the rest is. */
const BEGINNING = /^[A-Z]{2}\d{2}$/;
const COUNTRY_LENGTH = 2;
const BEGINNING_LENGTH = 4;

/** ISO 13616: country, two check digits (mod 97) and a national part whose length the registry gives. */
export const ibanRecognizer: NumberRecognizer = {
  name: 'iban',
  trigger: 'number',
  shapes: ['LLDD', '*15~34'],
  first: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  recognize({ text, start }) {
    if (!BEGINNING.test(text.slice(start, start + BEGINNING_LENGTH))) return undefined;
    const country = text.slice(start, start + COUNTRY_LENGTH);
    const length = (countrySpecs as Record<string, { chars: number | null }>)[country]?.chars;
    return length ? recognizeLength(text, start, length) : undefined;
  },
};

function recognizeLength(text: string, from: number, length: number): Candidate | undefined {
  const end = skipAlphanumerics(text, from, length);
  if (end === 0 || isAsciiAlphanumeric(text.charCodeAt(end))) return undefined;
  // Check digits within the national part are no reason to let one pass: people make them up.
  return passesMod97(text.slice(from, end).replaceAll(/[ -]/g, ''))
    ? candidate('IBAN', from, end, 0.97)
    : undefined;
}

/** Offset after `length` letters and digits, with single spaces or hyphens between them; 0 when there are fewer. */
function skipAlphanumerics(text: string, from: number, length: number): number {
  let seen = 0;
  for (let index = from; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (isAsciiAlphanumeric(code)) {
      if (++seen === length) return index + 1;
    } else if ((code !== 0x20 && code !== 0x2d) || !isAsciiAlphanumeric(text.charCodeAt(index + 1))) {
      return 0;
    }
  }
  return 0;
}
