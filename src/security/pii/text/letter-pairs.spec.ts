import { CodeUnits } from './code-units.js';
import { LetterPairs } from './letter-pairs.js';

const pairs = new LetterPairs(['passport', 'b day', 'v', '여권']);

function unitsOf(text: string): CodeUnits {
  const units = new CodeUnits();
  units.read(text);
  return units;
}

describe('LetterPairs', () => {
  it.each([
    ['passport', true],
    ['Pass', true],
    ['PA', true],
    ['price', false],
    ['port', false],
    // A space of a label may be another mark, or nothing.
    ['b day', true],
    ['b_day', true],
    ['B-Day', true],
    ['bday', true],
    ['birth', false],
    // Anything behind a single character.
    ['v2', true],
    ['여권', true],
    ['여행', false],
    ['', false],
  ])('may be at the beginning of %j: %s', (text, expected) => {
    expect(pairs.mayBeAt(unitsOf(text), 0)).toBe(expected);
  });

  it.each([
    ['my passport 1', true],
    ['myPassport=1', true],
    ['"pass":1', true],
    ['compare 1', false],
    ['PREPAID 1', false],
    ['새여권 1', true],
    ['price 1', false],
  ])('may begin a word in %j: %s', (text, expected) => {
    expect(pairs.mayBeIn(unitsOf(text), 0, text.length - 1)).toBe(expected);
  });

  it('look only between the bounds', () => {
    expect(pairs.mayBeIn(unitsOf('pass me 12 pass'), 4, 10)).toBe(false);
  });
});
