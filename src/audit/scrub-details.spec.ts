import { PiiAnalyzer } from '../security/index.js';
import type { JsonValue } from './audit-event.js';
import { scrubDetails } from './scrub-details.js';

const analyzer = new PiiAnalyzer();
const scrub = (details: Record<string, JsonValue | undefined>) =>
  scrubDetails(details, (text) => analyzer.mask(text));

describe('scrubDetails', () => {
  it.each([
    'password',
    'client_secret',
    'clientSecret',
    'secretDigest',
    'access_token',
    'refreshToken',
    'Authorization',
    'cookie',
    'apiKey',
    'api_key',
    'private_key',
    'client_assertion',
    'code_verifier',
    'otp',
  ])('leaves out %s', (name) => {
    expect(scrub({ [name]: 'value', kept: 1 })).toEqual({ kept: 1 });
    expect(scrub({ inner: { list: [{ [name]: 'value' }] } })).toEqual({ inner: { list: [{}] } });
  });

  it.each([
    'token_type',
    'tokenId',
    'secretExpiresAt',
    'tokenEndpointAuthMethod',
    'secret_rotated_count',
    'scope',
  ])('keeps %s, which is only about a secret', (name) => {
    expect(scrub({ [name]: 'value' })).toEqual({ [name]: 'value' });
  });

  it('keeps a yes or no under any name', () => {
    expect(scrub({ secretRotated: true })).toEqual({ secretRotated: true });
  });

  it.each([
    ['a JWT', 'got eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl here', 'got [removed] here'],
    ['a JWE', 'eyJhbGciOiJkaXIifQ..aXY.Y2lwaGVy.dGFn', '[removed]'],
    ['an Authorization value', 'sent Basic bWNwLWNsaWVudDpzZWNyZXQ=', 'sent [removed]'],
  ])('removes %s from a text', (_what, text, expected) => {
    expect(scrub({ note: text })).toEqual({ note: expected });
  });

  it('masks personal data in values, names and long numbers', () => {
    const text = JSON.stringify(
      scrub({ note: 'mail hong@example.com', 'kim@example.com': 1, card: 4111111111111111 }),
    );
    expect(text).not.toContain('hong@example.com');
    expect(text).not.toContain('kim@example.com');
    expect(text).not.toContain('4111111111111111');
  });

  it('keeps small numbers and drops what JSON has no word for', () => {
    expect(scrub({ count: 42, ratio: 0.5, none: null, missing: undefined, endless: Infinity })).toEqual({
      count: 42,
      ratio: 0.5,
      none: null,
      endless: null,
    });
  });

  it('bounds depth, members and texts', () => {
    let deep: JsonValue = 'end';
    for (let level = 0; level < 50; level += 1) deep = { deep };
    const wide = Array.from({ length: 5_000 }, (_, index) => index);
    const size = JSON.stringify(scrub({ deep, wide, more: wide, long: 'x '.repeat(50_000) })).length;
    expect(size).toBeLessThan(8_000);
  });

  it('keeps __proto__ a member like any other', () => {
    const scrubbed = scrub(JSON.parse('{"__proto__":{"admin":true}}') as Record<string, JsonValue>);
    expect(Object.getPrototypeOf(scrubbed)).toBe(Object.prototype);
    expect(Object.keys(scrubbed)).toEqual(['__proto__']);
  });
});
