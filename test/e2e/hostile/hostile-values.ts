import fc from 'fast-check';
import { createRequire } from 'node:module';

/** Same values in every run; a failure names its value and this seed. */
export const SEED = 20_260_728;

const require = createRequire(import.meta.url);
const naughty = require('big-list-of-naughty-strings') as string[];

const CONTROL = [
  '\u0000',
  'a\u0000b',
  '\r\nSet-Cookie: x=1',
  '\u001b[31m',
  '\u2028',
  '\ufeff',
  '\ud800',
  '𝒳'.repeat(500),
];
const LONG = [
  'a'.repeat(10_000),
  '9'.repeat(10_000),
  '('.repeat(5_000),
  '@a.'.repeat(5_000),
  '가'.repeat(5_000),
  '../'.repeat(2_000),
];
const INJECTION = [
  "' OR 1=1 --",
  "'; SELECT pg_sleep(10); --",
  '$(sleep 10)',
  '{{7*7}}',
  '${7*7}',
  '__proto__',
  'constructor',
];

/** Strings that break things: the naughty list, generated ones, and our own. */
export function hostileStrings(count: number): string[] {
  const own = [...naughty, ...CONTROL, ...LONG, ...INJECTION];
  const generated = fc.sample(
    fc.oneof(
      fc.string({ maxLength: 200 }),
      fc.string({ unit: 'binary', maxLength: 100 }),
      fc.webUrl(),
      fc.json(),
    ),
    { numRuns: Math.max(1, count - own.length), seed: SEED },
  );
  return [...own, ...generated].slice(0, count);
}

/** JSON values of every type, nested ones and odd keys included. */
export function hostileJson(count: number): unknown[] {
  const values = fc.oneof(
    fc.jsonValue({ maxDepth: 5 }),
    fc.double().filter((number) => Number.isFinite(number)),
    fc.dictionary(
      fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString')),
      fc.jsonValue(),
    ),
  );
  return fc.sample(values, { numRuns: count, seed: SEED });
}
