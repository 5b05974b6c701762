import { CodeUnits } from './code-units.js';
import { behindTimestamp } from './timestamp.js';

const OTHERWISE = -1;

describe('behind a timestamp', () => {
  it.each([
    ['2026-11-24T05:38:00.000Z', 24],
    ['2026-11-24T05:38:00.1Z ', 22],
    // Its seconds may begin something with what follows.
    ['2026-11-24T05:38:00Z', 17],
    ['2026-11-24T05:38:00.12', 17],
    ['2026-11-24T05:38:00.12+09:00', 17],
    ['2026-11-24T05:38:00.000Zebra', 17],
    ['2026-11-24T05:38:00.Z', 17],
    ['2026-11-24T05:38', OTHERWISE],
    ['2026-11-24 05:38:00', OTHERWISE],
    ['2026/11/24T05:38:00', OTHERWISE],
    ['2026-11-2xT05:38:00', OTHERWISE],
    ['2026', OTHERWISE],
  ])('%j the pass goes on at %i', (text, expected) => {
    const units = new CodeUnits();
    units.read(text);
    expect(behindTimestamp(units, 0, OTHERWISE)).toBe(expected);
  });
});
