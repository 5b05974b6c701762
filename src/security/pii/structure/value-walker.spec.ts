import { ValueWalker, type Place, type TextVisitor } from './value-walker.js';

/** Turns every `x` into `y` and notes where it was asked. */
class Replacing implements TextVisitor {
  readonly places: Place[] = [];
  readonly keepsEverything: boolean = false;

  text(text: string, place: Place): string {
    this.places.push(place);
    return text.replaceAll('x', 'y').replace('12345678901234567890123', 'ONE');
  }

  key(name: string) {
    return { name: name.replaceAll('x', 'y'), shown: name.replaceAll('x', '*') };
  }

  isFieldRoot({ path }: Place): boolean {
    return path === '/root';
  }
}

const base64 = (text: string) => Buffer.from(text).toString('base64');
const base64url = (text: string) => Buffer.from(text).toString('base64url');
const hex = (text: string) => Buffer.from(text).toString('hex');

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
    ['base64', `is ${base64('a longer x')}, ok`, `is ${base64('a longer y')}, ok`],
    ['base64 with padding', base64('an even longer x'), base64('an even longer y')],
    ['base64url', base64url('a??>> x (or so) '), base64url('a??>> y (or so) ')],
    [
      'base64 in lines',
      base64('x'.repeat(100)).replace(/.{76}/g, '$&\r\n'),
      base64('y'.repeat(100)).replace(/.{76}/g, '$&\r\n'),
    ],
    [
      'a data URL',
      `data:text/plain;base64,${base64('a longer x')}`,
      `data:teyt/plain;base64,${base64('a longer y')}`,
    ],
    ['JSON in base64 in base64', base64(base64('{"a":["x"]}')), base64(base64('{"a":["y"]}'))],
    ['hexadecimal', `0 ${hex('a longer x')} 0`, `0 ${hex('a longer y')} 0`],
    ['what forms write', 'q=%EA%B0%80+x+b&c=%43+d', 'q=%EA%B0%80+y+b&c=%43+d'],
    ['percent-encoded text', '/a?b=%EA%B0%80%20x&c=100%', '/a?b=%EA%B0%80%20y&c=100%'],
    ['character references', 'a &#120;&#x20;b &amp; c', 'a y b &amp; c'],
    ['characters one by one', [...'abc😀xabc'], [...'abc😀yabc']],
    ['octets one by one', [...Buffer.from('abcxabc')], [...Buffer.from('abcyabc')]],
    ['encoded property names', { '%78': 1, [base64('a longer x')]: 2 }, { y: 1, [base64('a longer y')]: 2 }],
    ['boxed strings', { a: new String('x') }, { a: 'y' }],
    ['the first of two members of a name', '{"a": "x", "a": 1}', '{"a":1}'],
    [
      'the first of two members that says nothing by itself',
      `{"a": "${base64('a longer x')}", "a": null}`,
      '{"a":null}',
    ],
    ['what turns itself into JSON', { toJSON: () => ({ a: 'x' }) }, { a: 'y' }],
    ['arrays that turn themselves into JSON', Object.assign([1], { toJSON: () => ['x'] }), ['y']],
    [
      'functions that turn themselves into JSON',
      { a: Object.assign(() => 1, { toJSON: () => 'x' }) },
      { a: 'y' },
    ],
    ['octets by whatever view', new DataView(Uint8Array.from(Buffer.from('axb')).buffer), Buffer.from('ayb')],
    ['octets in twos', new Uint16Array([0x7861]), Buffer.from('ay')],
    [
      'JSON with numbers beyond those of JavaScript',
      '{"a":"x","b":-1234567890123456789,"c":1.0,"d":1e400}',
      '{"a":"y","b":-1234567890123456789,"c":1,"d":1e400}',
    ],
    [
      'numbers beyond those of JavaScript',
      '{"a\\\\\\"1234567890123456789":[12345678901234567890123]}',
      '{"a\\\\\\"1234567890123456789":["ONE"]}',
    ],
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
    'internationalization 550e8400-e29b-41d4-a716-446655440000 100% &#bad;',
    'da39a3ee5e6b4b0d3255bfef95601890afd80709',
    [1, 2, 3, 4, 5, 6, 7],
    [104, 105, 255, 255, 255, 255],
  ])('gives back %p itself when nothing changes', (value) => {
    expect(walk(value)).toBe(value);
  });

  it('leaves what stands twice in JSON where nothing ever changes', () => {
    const visitor: TextVisitor = Object.assign(new Replacing(), { keepsEverything: true });
    const text = '{"a": 1, "a": 2}';
    expect(new ValueWalker(visitor).walk(text)).toBe(text);
  });

  it.each([
    ['a stream', { pipe: () => undefined }],
    ['an answer of the web', new Response('x')],
    ['what Fastify takes for one', { [Symbol.toStringTag]: 'Response', body: null }],
  ])('lets %s pass only where everything is kept', (_what, value) => {
    expect(() => walk(value)).toThrow('stream');
    const keeping: TextVisitor = Object.assign(new Replacing(), { keepsEverything: true });
    expect(new ValueWalker(keeping).walk(value)).toBe(value);
  });

  it('names thousands of members that become the same in time that grows with their number', () => {
    const visitor = new Replacing();
    visitor.key = () => ({ name: 'masked', shown: '*' });
    const many = Object.fromEntries(Array.from({ length: 30_000 }, (_, index) => [`n${index}`, index]));
    const walked = new ValueWalker(visitor).walk(many) as Record<string, number>;
    expect(Object.keys(walked)).toHaveLength(30_000);
    expect(walked).toMatchObject({ masked: 0, 'masked (2)': 1, 'masked (30000)': 29_999 });
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

  it('gives the name before an encoded value as its label', () => {
    const visitor = new Replacing();
    new ValueWalker(visitor).walk('/?customerName=%41%42&x=%43');
    expect(visitor.places.map(({ label }) => label)).toEqual(['customer name', 'x', '']);
  });

  it('leaves what is dealt with as a whole as it stands', () => {
    const visitor: TextVisitor = Object.assign(new Replacing(), { isWhole: () => true });
    const texts = ['{"a": "x"}', base64('a longer x')];
    expect(new ValueWalker(visitor).walk(texts)).toEqual(['{"a": "y"}', texts[1]!.replaceAll('x', 'y')]);
  });

  it('refuses cycles and what is too deep or too large', () => {
    const cycle: unknown[] = [];
    cycle.push(cycle);
    expect(() => walk(cycle)).toThrow('levels deep');
    expect(() => walk('a'.repeat(9_000_000))).toThrow('it holds more than');
    expect(() => walk(['a'.repeat(5_000_000), 'b'.repeat(5_000_000)])).toThrow('characters');
  });
});
