import { CodeUnits } from '../text/code-units.js';
import { endsProseLabel } from './korean-labels.js';
import { followedLengths, usualLengths } from './korean-syllables.js';

const bits = (lengths: readonly number[]) => lengths.reduce((sum, length) => sum | (1 << length), 0);
const laidOut = (text: string) => {
  const units = new CodeUnits();
  units.read(text);
  return units;
};

describe('lengths of names by their syllables', () => {
  it.each([
    ['김민', [2]],
    ['김민수', [2, 3]],
    ['김민수는', [2, 3]],
    ['남궁민수', [4]],
    ['김치', []],
  ])('usual in %s: %j', (text, lengths) => {
    expect(usualLengths(laidOut(text), 0)).toBe(bits(lengths));
  });

  it.each([
    ['김민수는', [3]],
    ['김준님', [2]],
    ['남궁민수씨', [4]],
    ['김민수', []],
  ])('that something may follow in %s: among them %j', (text, lengths) => {
    expect(followedLengths(laidOut(text), 0) & bits(lengths)).toBe(bits(lengths));
  });
});

describe('ends of labels in prose', () => {
  it.each([
    ['담당자', true],
    ['받는 분', true],
    ['받는분', true],
    [' 형', true],
    ['영업팀', true],
    ['그것처럼', false],
  ])('%s: %s', (word, expected) => {
    expect(endsProseLabel(word.charCodeAt(word.length - 1), word.charCodeAt(word.length - 2))).toBe(expected);
  });
});
