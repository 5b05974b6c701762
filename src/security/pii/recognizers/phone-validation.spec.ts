import { isValidPhoneNumber, type MetadataJson } from 'libphonenumber-js/core';
import { createRequire } from 'node:module';
import { isValidInternational } from './phone-validation.js';

const metadata = createRequire(import.meta.url)('libphonenumber-js/min/metadata') as MetadataJson;
const CODES = Object.keys(metadata.country_calling_codes);
const MARKS = ['', ' ', '-', '.', '('];

/** The same numbers in every run. */
function* numbers(count: number): Generator<string> {
  let state = 1;
  const below = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 8) % limit;
  };
  for (let index = 0; index < count; index++) {
    let number = `+${below(20) === 0 ? below(1_000) : CODES[index % CODES.length]!}`;
    for (let digits = 4 + below(9); digits > 0; digits--)
      number += (MARKS[below(25)] ?? '') + String(below(10));
    yield number;
  }
}

describe('isValidInternational', () => {
  it('says of 10,000 numbers of all countries what the library says', () => {
    const differing: string[] = [];
    let valid = 0;
    for (const number of numbers(10_000)) {
      const expected = isValidPhoneNumber(number, metadata);
      if (expected) valid++;
      if (isValidInternational(number) !== expected) differing.push(number);
    }
    expect(differing).toEqual([]);
    expect(valid).toBeGreaterThan(1_000);
  });
});
