import type { HourTally } from '../../../audit/index.js';

const HOUR_MS = 3_600_000;
const MAX_COLUMNS = 96;
/** Hours a column can stand for: up to half a day, then whole days. */
const WIDTHS = [1, 2, 3, 6, 12, 24];

export interface Timeline {
  readonly columns: readonly HourTally[];
  readonly hoursPerColumn: number;
}

/** Adds hours up until they fit into a chart that can still be read. */
export function toTimeline(hourly: readonly HourTally[]): Timeline {
  const hoursPerColumn = WIDTHS.find((hours) => hourly.length / hours <= MAX_COLUMNS) ?? 24;
  const columns: HourTally[] = [];
  for (let start = 0; start < hourly.length; start += hoursPerColumn) {
    columns.push(hourly.slice(start, start + hoursPerColumn).reduce(add));
  }
  return { columns, hoursPerColumn };
}

/** About `count` moments evenly spread from the first column's start to the last one's end. */
export function ticksOf({ columns, hoursPerColumn }: Timeline, count: number): Date[] {
  const start = columns[0]?.hour.getTime() ?? 0;
  const length = columns.length * hoursPerColumn * HOUR_MS;
  return Array.from({ length: count }, (_, index) => new Date(start + (length * index) / (count - 1)));
}

function add(one: HourTally, other: HourTally): HourTally {
  return {
    hour: one.hour,
    success: one.success + other.success,
    failure: one.failure + other.failure,
    denied: one.denied + other.denied,
  };
}
