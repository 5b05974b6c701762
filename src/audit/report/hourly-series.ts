import type { HourTally, Period } from './report-figures.js';

const HOUR_MS = 3_600_000;

/** One entry for every hour the period touches, zeros where nothing happened. */
export function toHourlySeries({ from, to }: Period, counted: readonly HourTally[]): HourTally[] {
  const byHour = new Map(counted.map((tally) => [tally.hour.getTime(), tally]));
  const series: HourTally[] = [];
  for (let hour = Math.floor(from.getTime() / HOUR_MS) * HOUR_MS; hour < to.getTime(); hour += HOUR_MS) {
    const { success = 0, failure = 0, denied = 0 } = byHour.get(hour) ?? {};
    series.push({ hour: new Date(hour), success, failure, denied });
  }
  return series;
}
