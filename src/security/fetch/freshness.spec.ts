import { freshnessOf } from './freshness.js';

const BOUNDS = { minimum: 60, maximum: 86_400, usual: 600 };
const answer = (headers: Record<string, string>) => ({
  status: 200,
  headers: new Map(Object.entries(headers)),
  body: Buffer.alloc(0),
});

describe('freshnessOf', () => {
  it.each([
    [{}, 600],
    [{ 'cache-control': 'max-age=3600' }, 3_600],
    [{ 'cache-control': 'public, MAX-AGE=3600, immutable' }, 3_600],
    [{ 'cache-control': 'max-age="3600"' }, 3_600],
    [{ 'cache-control': 'max-age=3600', age: '600' }, 3_000],
    [{ 'cache-control': 'max-age=3600', age: 'soon' }, 3_600],
    [{ 'cache-control': 'max-age=0' }, 60],
    [{ 'cache-control': 'max-age=10', age: '100' }, 60],
    [{ 'cache-control': 'max-age=99999999' }, 86_400],
    [{ 'cache-control': 'no-store, max-age=3600' }, 60],
    [{ 'cache-control': 'no-cache' }, 60],
    [{ 'cache-control': 's-maxage=5' }, 600],
    [{ 'cache-control': 'max-age=-5' }, 600],
    [{ 'cache-control': 'nonsense' }, 600],
  ])('reads %j as %i seconds', (headers, expected) => {
    expect(freshnessOf(answer(headers), BOUNDS)).toBe(expected);
  });
});
