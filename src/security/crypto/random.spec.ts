import { randomSecret, randomUuid } from './random.js';

describe('random', () => {
  it('makes secrets of 256 bits, or as many bytes as asked for', () => {
    expect(randomSecret()).toMatch(/^[\w-]{43}$/);
    expect(Buffer.from(randomSecret(16), 'base64url')).toHaveLength(16);
    expect(new Set(Array.from({ length: 1_000 }, () => randomSecret(16))).size).toBe(1_000);
  });

  it.each([15, 0, -1, 16.5, Number.NaN])('refuses %s bytes', (bytes) => {
    expect(() => randomSecret(bytes)).toThrow(RangeError);
  });

  it('makes version 4 UUIDs', () => {
    expect(randomUuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
