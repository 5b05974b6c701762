import { ROOT } from './edge-table.js';
import { addShape, digitsKey, MAX_MASKED, maskKey, mixedKey, Separator, ShapeTree } from './shapes.js';

const SIGNS: Readonly<Record<string, number>> = {
  '-': Separator.HYPHEN,
  '.': Separator.FULL_STOP,
  '/': Separator.SLASH,
  ' ': Separator.SPACE,
  ')': Separator.PARENTHESIS,
};

/** Key of a segment as it stands in a text: where its digits are. */
function keyOf(segment: string): number {
  if (/^\d+$/.test(segment)) return digitsKey(segment.length);
  const places = Array.from(segment).reduce(
    (mask, character, index) => (/\d/.test(character) ? mask | (1 << index) : mask),
    0,
  );
  return maskKey(segment.length, places);
}

/** Walks the tree as the scanner does. */
function reaches(tree: ShapeTree<string>, text: string): readonly string[] {
  const parts = text.split(/([-./ )])/);
  let place = tree.child(ROOT, Separator.NONE, keyOf(parts[0]!));
  for (let index = 1; place !== 0 && index < parts.length; index += 2)
    place = tree.child(place, SIGNS[parts[index]!]!, keyOf(parts[index + 1]!));
  return tree.wanted(place);
}

function matches(shape: string, text: string): boolean {
  const root = new ShapeTree<string>();
  addShape(root, shape, 'somebody');
  return reaches(root, text).includes('somebody');
}

/** A shape, texts that have it, and near misses. */
const SHAPES: readonly (readonly [shape: string, has: readonly string[], hasNot: readonly string[]])[] = [
  ['6', ['900101'], ['90010', '9001011', '90010A', '900101-1']],
  ['2~4', ['12', '123', '1234'], ['1', '12345']],
  [
    '6-7',
    ['900101-1234567', '900101.1234567', '900101/1234567', '900101 1234567'],
    ['900101)1234567', '900101-123456'],
  ],
  ['2=2=2', ['12-34-56', '12.34.56', '12/34/56', '12 34 56'], ['12-34.56', '12 34-56', '12)34)56', '12-34']],
  ['2=2.2', ['12-34.56', '12.34.56'], ['12-34-56']],
  ['3.3', ['123.456'], ['123-456', '123 456', '123/456']],
  ['3/3', ['123/456'], ['123-456']],
  ['3_3', ['123 456'], ['123-456']],
  ['3)3-4', ['212)555-0147', '212)555 0147'], ['212-555-0147', '212)555)0147']],
  ['LLDDL', ['AB12C', 'zz00z'], ['AB1CC', 'A112C', 'AB12', 'AB12CD', 'AB123']],
  ['L?D', ['AB1', 'A11'], ['1B1', 'ABC', 'A1B']],
  ['DDD', ['123'], ['12A', '1234']],
  ['??', ['12', '1A', 'A1', 'AB'], ['A', 'ABC']],
  ['1~2-LL', ['1-AB', '12 CD'], ['123-AB', '1-A1', '1-ABC']],
  [
    `${'L'.repeat(MAX_MASKED - 1)}D`,
    [`${'x'.repeat(MAX_MASKED - 1)}1`],
    [`${'x'.repeat(MAX_MASKED)}1`.slice(0, -1)],
  ],
];

describe.each(SHAPES)('the shape %j', (shape, has, hasNot) => {
  it.each(has)('is the one of %j', (text) => {
    expect(matches(shape, text)).toBe(true);
  });

  it.each(hasNot)('is not the one of %j', (text) => {
    expect(matches(shape, text)).toBe(false);
  });
});

describe('addShape', () => {
  it('asks for any mix of letters and digits by length alone', () => {
    const root = new ShapeTree<string>();
    addShape(root, '*3~4', 'somebody');
    const wanted = [2, 3, 4, 5].map((length) =>
      root.wanted(root.child(ROOT, Separator.NONE, mixedKey(length))),
    );
    expect(wanted).toEqual([[], ['somebody'], ['somebody'], []]);
  });

  it('lists each recognizer once and all that share a shape', () => {
    const root = new ShapeTree<string>();
    for (const shape of ['3-3', '3.3', '1~3-3']) addShape(root, shape, 'first');
    addShape(root, '3-3', 'second');
    expect(reaches(root, '123.456')).toEqual(['first', 'second']);
    expect(reaches(root, '12.456')).toEqual(['first']);
  });

  it('keeps what is shorter beside what is longer', () => {
    const root = new ShapeTree<string>();
    addShape(root, '3-3-4', 'long');
    addShape(root, '3-3', 'short');
    expect(reaches(root, '123-456')).toEqual(['short']);
    expect(reaches(root, '123-456-7890')).toEqual(['long']);
    expect(root.following(root.child(ROOT, Separator.NONE, digitsKey(3)))).not.toBe(0);
  });

  it.each(['', 'x', '3+3', '3-', '-3', '3--3', '3-x'].filter((shape) => shape !== ''))(
    'refuses %j, which is no shape',
    (shape) => {
      expect(() => addShape(new ShapeTree<string>(), shape, 'somebody')).toThrow(TypeError);
    },
  );

  it('refuses a mixed segment whose places do not fit', () => {
    expect(() => addShape(new ShapeTree<string>(), 'L'.repeat(MAX_MASKED + 1), 'somebody')).toThrow(
      /longer than/,
    );
  });
});
