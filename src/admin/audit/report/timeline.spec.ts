import { ticksOf, toTimeline } from './timeline.js';

const HOUR_MS = 3_600_000;
const hours = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    hour: new Date(index * HOUR_MS),
    success: 1,
    failure: 2,
    denied: 3,
  }));

describe('toTimeline', () => {
  it.each([
    [24, 1, 24],
    [96, 1, 96],
    [97, 2, 49],
    [168, 2, 84],
    [92 * 24, 24, 92],
  ])('shows %d hours as columns of %d hours', (count, hoursPerColumn, columns) => {
    const timeline = toTimeline(hours(count));
    expect([timeline.hoursPerColumn, timeline.columns.length]).toEqual([hoursPerColumn, columns]);
  });

  it('loses nothing when it adds hours up', () => {
    const { columns } = toTimeline(hours(101));
    expect(columns.reduce((total, { success }) => total + success, 0)).toBe(101);
    expect(columns.reduce((total, { denied }) => total + denied, 0)).toBe(303);
  });
});

describe('ticksOf', () => {
  it('spreads from the first column’s start to the last one’s end', () => {
    const ticks = ticksOf(toTimeline(hours(24)), 5).map((moment) => moment.getTime() / HOUR_MS);
    expect(ticks).toEqual([0, 6, 12, 18, 24]);
  });
});
