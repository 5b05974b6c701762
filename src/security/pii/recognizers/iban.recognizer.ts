import { countrySpecs, isValidIBAN } from 'ibantools';
import { isAsciiAlphanumeric } from '../text/character-class.js';
import { candidate, type Candidate, type NumberRecognizer } from './recognizer.js';

const COUNTRY = /^[A-Z]{2}$/;

/** ISO 13616: country, two check digits (mod 97) and a national part whose length and form the registry gives. */
export const ibanRecognizer: NumberRecognizer = {
  name: 'iban',
  trigger: 'number',
  recognize({ text, start, lengths }): Candidate | undefined {
    const from = start - 2;
    if (from < 0 || lengths[0]! < 2) return undefined;
    const country = text.slice(from, start);
    if (!COUNTRY.test(country) || isAsciiAlphanumeric(text.charCodeAt(from - 1))) return undefined;
    const length = (countrySpecs as Record<string, { chars: number | null }>)[country]?.chars;
    return length ? recognizeLength(text, from, length) : undefined;
  },
};

function recognizeLength(text: string, from: number, length: number): Candidate | undefined {
  const end = skipAlphanumerics(text, from, length);
  if (end === 0 || isAsciiAlphanumeric(text.charCodeAt(end))) return undefined;
  return isValidIBAN(text.slice(from, end).replaceAll(/[ -]/g, ''))
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
