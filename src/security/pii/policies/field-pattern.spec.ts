import { canMeet, compareFields, depthOf, parseField } from './field-pattern.js';

const field = (text: string) => parseField(text)!;

describe('depthOf', () => {
  it.each([
    ['/a', ['a'], 1],
    ['/a', ['a', 'b'], 1],
    ['/a', ['b', 'a'], -1],
    ['/a/*', ['a'], -1],
    ['/a/*', ['a', '0', 'b'], 2],
    ['/**', [], 0],
    ['/**', ['a', 'b'], 0],
    ['/a/**', ['a', 'b', 'c'], 1],
    ['/**/a', ['a'], 1],
    ['/**/a', ['x', 'a', 'y', 'a', 'z'], 4],
    ['/a/**/b/*', ['a', 'b', 'b', 'c'], 4],
    ['/a/**/b/*', ['a', 'b'], -1],
    ['a', ['a', 'x', 'a', 'y'], 3],
    ['a', ['b'], -1],
    ['a', [], -1],
  ])('%s meets %j at %d', (pattern, segments, depth) => {
    expect(depthOf(field(pattern), segments)).toBe(depth);
  });
});

describe('canMeet', () => {
  it.each([
    ['/a', '/a', true],
    ['/a', '/b', false],
    ['/a', '/a/b', false],
    ['/a/*', '/*/b', true],
    ['/a/*', '/b/*', false],
    ['/**/a', '/b/c/a', true],
    ['/**/a', '/b/**/a', true],
    ['/**/a', '/b/**/c', false],
    ['/**/a/*', '/**/b', true],
    ['a', '/x/a', true],
    ['a', '/x/*', true],
    ['a', 'a', true],
    ['a', 'b', false],
    ['/**', '/**', true],
  ])('%s and %s: %s', (one, other, expected) => {
    expect(canMeet(field(one), field(other))).toBe(expected);
    expect(canMeet(field(other), field(one))).toBe(expected);
  });
});

describe('compareFields', () => {
  it('orders pointers, patterns by their literal segments, and names', () => {
    const texts = ['name', '/**/name', '/*/name', '/a/*/name', '/a/b/name'];
    const sorted = texts.map(field).sort(compareFields);
    expect(sorted.map(({ text }) => text)).toEqual([...texts].reverse());
  });

  it('finds equals equal', () => {
    expect(compareFields(field('/a/*'), field('/*/b'))).toBe(0);
    expect(compareFields(field('a'), field('b'))).toBe(0);
  });
});

describe('parseField', () => {
  it.each(['', '/', '/a~2'])('refuses %j unless RFC 6901 allows it', (text) => {
    expect(parseField(text)?.segments).toEqual(text === '/' ? [''] : undefined);
  });
});

it('takes no longer for what a caller nests than for what is flat', () => {
  const pattern = field(`${'/**/a'.repeat(12)}/b`);
  expect(depthOf(pattern, Array<string>(128).fill('a'))).toBe(-1);
  expect(depthOf(pattern, [...Array<string>(127).fill('a'), 'b'])).toBe(128);
  expect(canMeet(pattern, field(`${'/**/a/*'.repeat(12)}/c`))).toBe(false);
});
