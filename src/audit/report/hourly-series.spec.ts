import { toHourlySeries } from './hourly-series.js';

const at = (text: string) => new Date(`2026-01-31T${text}Z`);

describe('toHourlySeries', () => {
  it('has every hour the period touches, with zeros where nothing was counted', () => {
    const counted = [{ hour: at('10:00:00'), success: 5, failure: 1, denied: 2 }];
    const series = toHourlySeries({ from: at('09:30:00'), to: at('12:00:00') }, counted);
    expect(series).toEqual([
      { hour: at('09:00:00'), success: 0, failure: 0, denied: 0 },
      { hour: at('10:00:00'), success: 5, failure: 1, denied: 2 },
      { hour: at('11:00:00'), success: 0, failure: 0, denied: 0 },
    ]);
  });

  it('includes the hour that has only just begun', () => {
    expect(toHourlySeries({ from: at('09:00:00'), to: at('10:00:00.001') }, [])).toHaveLength(2);
  });
});
