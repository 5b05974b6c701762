import { timeEnd, timeEndBehindDate } from './time-of-day.js';

describe('a time of day', () => {
  it.each([
    ['05:38', 5],
    ['5:38 is late', 4],
    ['05:38:00', 8],
    ['05:38:00.125Z', 13],
    ['05:38:00,1234567890', 8],
    ['05:38:00.', 8],
    ['05:38:7', 0],
    ['5:38pm', 6],
    ['5:38 p.m.', 9],
    ['5:38 pmx', 4],
    ['5:38 UTC', 8],
    ['5:38 CEST', 9],
    ['5:38 ABCDET', 4],
    ['5:38 Zoe', 4],
    ['5:38+09:00', 10],
    ['5:38 -0330', 10],
    ['5:38-9', 4],
    ['5:38 AM EST', 11],
    ['05:61', 0],
    ['05:38:99', 0],
    ['538', 0],
    ['5:3', 0],
    ['123:45', 0],
  ])('in %j ends at %i', (text, end) => {
    expect(timeEnd(text, 0)).toBe(end);
  });

  it.each([
    ['T05:38Z', 7],
    [' 05:38', 6],
    [', 05:38', 7],
    [', at 05:38', 10],
    [' at noon', 0],
    ['; 05:38', 0],
  ])('behind a date, in %j, ends at %i', (text, end) => {
    expect(timeEndBehindDate(text, 0)).toBe(end);
  });
});
