import { UriTemplate } from '@modelcontextprotocol/server';
import fc from 'fast-check';
import { LONGEST_URI, UriPattern } from './uri-pattern.js';

const word = fc.stringMatching(/^[a-c]{1,3}$/);
const literal = fc.stringMatching(/^[abc:/.=&?,-]{1,4}$/);
const expression = fc
  .tuple(fc.constantFrom('', '+', '#', '.', '/', '?', '&'), word)
  .map(([operator, name]) => `{${operator}${name}}`);
const template = fc.array(fc.oneof(literal, expression), { maxLength: 6 }).map((parts) => parts.join(''));
const uri = fc.stringMatching(/^[abc:/.=&?,-]{0,24}$/);

/** As the template fills it in, so that matches are not rare. */
const expanded = fc.tuple(template, fc.array(fc.stringMatching(/^[abc/.,=&-]{1,4}$/), { minLength: 9 }));

describe('UriPattern', () => {
  const same = (pattern: string, asked: string) => {
    const variables = new UriTemplate(pattern).match(asked);
    const values = new UriPattern(pattern).valuesIn(asked);
    expect(new UriPattern(pattern).matches(asked)).toBe(variables !== null);
    expect(values).toEqual(variables === null ? undefined : { ...variables });
  };

  it('finds in a URI what the SDK finds', () => {
    fc.assert(
      fc.property(template, uri, (pattern, asked) => same(pattern, asked)),
      { numRuns: 2_000 },
    );
  });

  it('also in what a template was filled in to', () => {
    fc.assert(
      fc.property(expanded, ([pattern, values]) => {
        let index = 0;
        const filled = pattern.replace(/\{([+#./?&]?)([^}]*)\}/g, (_all, operator: string, name: string) => {
          const value = values[index++ % values.length]!;
          if (operator === '?' || operator === '&') return `${operator}${name}=${value}`;
          return `${operator === '.' || operator === '/' ? operator : ''}${value}`;
        });
        same(pattern, filled);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['guide://{topic}', 'guide://tools', { topic: 'tools' }],
    ['file:///{+path}', 'file:///a/b,c', { path: 'a/b,c' }],
    [
      'repo://{owner}/{repo}/contents{/path*}',
      'repo://o/r/contents/p,q',
      { path: 'p,q', owner: 'o', repo: 'r' },
    ],
    ['m://{a}-{b}', 'm://1-2-3', { a: '1-2', b: '3' }],
    ['repo://{owner}{/path*}', 'repo://o/p/q', { owner: 'o', path: 'p/q' }],
    ['m://{x,y}', 'm://1,2', { x: '1,2' }],
  ])('%s says of %s what it stands for', (pattern, asked, values) => {
    expect(new UriPattern(pattern).valuesIn(asked)).toEqual(values);
  });

  it.each([
    ['m://{a}{b}{c}{d}{e}'],
    ['m://{a}-{b}'],
    [`m://${'{a}'.repeat(64)}x`],
    [`m://{a}${'a'.repeat(999)}b`],
  ])('takes twice as much for %.20s and twice the URI, and no more', (hostile) => {
    const pattern = new UriPattern(hostile);
    const stepsFor = (length: number) => {
      expect(pattern.matches(`m://${'a'.repeat(length)}/`)).toBe(false);
      return pattern.steps;
    };
    const [once, twice] = [stepsFor(3_000), stepsFor(6_000)];
    expect(once).toBeGreaterThan(3_000);
    expect(twice / once).toBeLessThan(2.1);
    expect(twice).toBeLessThanOrEqual((pattern.expressions + 2) * 6_005 + 2_000);
  });

  it.each([['m://{a'], ['m://{}'], ['m://{?}'], [`m://${'{a}'.repeat(65)}`]])('refuses %.12s', (broken) => {
    expect(() => new UriPattern(broken)).toThrow(SyntaxError);
  });

  it('knows no URI that is too long', () => {
    const pattern = new UriPattern('{+any}');
    expect(pattern.matches('a'.repeat(LONGEST_URI))).toBe(true);
    expect(pattern.matches('a'.repeat(LONGEST_URI + 1))).toBe(false);
  });
});
