import { isDeeperThan } from './json-body.js';

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

describe('isDeeperThan', () => {
  it.each([
    ['the limit itself', nested(64), false],
    ['one more', nested(65), true],
    ['objects', '{"a":'.repeat(65) + '1' + '}'.repeat(65), true],
    ['many siblings', `[${'[],'.repeat(500)}[]]`, false],
    ['brackets inside a string', JSON.stringify('['.repeat(100)), false],
    ['an escaped quote before brackets', `"\\"${'['.repeat(100)}"`, false],
    ['an escaped backslash that ends the string', `["\\\\",${nested(64)}]`, true],
    ['an unfinished document', '['.repeat(20_000), true],
    ['no brackets', '12', false],
  ])('%s', (_what, text, expected) => {
    expect(isDeeperThan(text, 64)).toBe(expected);
  });
});
