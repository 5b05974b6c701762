import { decodeCursor, encodeCursor } from './cursor.js';

describe('cursor', () => {
  it.each(['1', '42', '9223372036854775807'])('leads back to %s', (sequence) => {
    expect(decodeCursor(encodeCursor(sequence))).toBe(sequence);
  });

  it.each([
    '',
    'zzz',
    '42',
    encodeCursor('-1'),
    encodeCursor('1 OR 1=1'),
    encodeCursor('9223372036854775808'),
    encodeCursor('1'.repeat(40)),
  ])('does not take %j', (cursor) => {
    expect(decodeCursor(cursor)).toBeUndefined();
  });
});
