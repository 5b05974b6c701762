import { ValueWalker, type Place, type TextVisitor } from './value-walker.js';

/** Turns every `x` into `y` and notes where it was asked. */
class Replacing implements TextVisitor {
  readonly places: Place[] = [];

  text(text: string, place: Place): string {
    this.places.push(place);
    return text.replaceAll('x', 'y');
  }

  key(name: string) {
    return { name: name.replaceAll('x', 'y'), shown: name.replaceAll('x', '*') };
  }

  isFieldRoot({ path }: Place): boolean {
    return path === '/root';
  }
}

function walk(value: unknown): unknown {
  return new ValueWalker(new Replacing()).walk(value);
}

describe('ValueWalker', () => {
  it.each([
    ['strings', 'axb', 'ayb'],
    ['arrays', ['x', ['x', 1]], ['y', ['y', 1]]],
    ['objects', { a: 'x', b: { c: 'x' } }, { a: 'y', b: { c: 'y' } }],
    ['property names', { x: 1 }, { y: 1 }],
    ['names that become the same', { x: 1, y: 2 }, { y: 1, 'y (2)': 2 }],
    ['JSON in strings', '{"a": ["x"]}', '{"a":["y"]}'],
    ['indented JSON in strings', '{\n  "a": "x"\n}', '{\n  "a": "y"\n}'],
    [
      'JSON in JSON',
      JSON.stringify({ a: JSON.stringify({ b: 'x' }) }),
      JSON.stringify({ a: JSON.stringify({ b: 'y' }) }),
    ],
    ['text that only begins like JSON', '{x', '{y'],
    ['octets of text', Buffer.from('x'), Buffer.from('y')],
    ['what turns itself into JSON', { toJSON: () => ({ a: 'x' }) }, { a: 'y' }],
  ])('reaches %s', (_what, value, expected) => {
    expect(walk(value)).toEqual(expected);
  });

  it.each([
    null,
    undefined,
    true,
    5,
    'ab',
    { a: [1, 'b', null] },
    new Date(0),
    Buffer.from([0xff, 0x78]),
    '{"a": 1}',
  ])('gives back %p itself when nothing changes', (value) => {
    expect(walk(value)).toBe(value);
  });

  it('never touches its input', () => {
    const value = Object.freeze({ a: Object.freeze(['x']), b: 'x' });
    expect(walk(value)).toEqual({ a: ['y'], b: 'y' });
    expect(value.a).toEqual(['x']);
  });

  it('takes __proto__ for a property like any other', () => {
    const walked = walk(JSON.parse('{"__proto__": {"a": "x"}}')) as object;
    expect(JSON.stringify(walked)).toBe('{"__proto__":{"a":"y"}}');
    expect(Object.getPrototypeOf(walked)).toBe(Object.prototype);
  });

  it('tells where it is: pointer, field below its root, and label', () => {
    const visitor = new Replacing();
    new ValueWalker(visitor).walk({ 'a/b': { customerName: ['t'] }, root: { ox: 't' } });
    expect(visitor.places).toEqual([
      { path: '/a~1b/customerName/0', field: ['a/b', 'customerName', '0'], label: 'customer name' },
      { path: '/root/o*', field: ['ox'], label: 'ox' },
    ]);
  });

  it('offers numbers as text and keeps them as numbers unless they change', () => {
    const visitor = new Replacing();
    visitor.text = (text) => (text === '1012345678' ? '101***5678' : text);
    expect(new ValueWalker(visitor).walk([1012345678, 5n, 1.5])).toEqual(['101***5678', 5n, 1.5]);
  });

  it('refuses cycles and what is too deep or too large', () => {
    const cycle: unknown[] = [];
    cycle.push(cycle);
    expect(() => walk(cycle)).toThrow('levels deep');
    expect(() => walk(['a'.repeat(5_000_000), 'b'.repeat(5_000_000)])).toThrow('characters');
  });
});
