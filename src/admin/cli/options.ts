import { CommandError } from './command-error.js';

const UNITS: Readonly<Record<string, number>> = { m: 60, h: 3_600, d: 86_400 };

/** A list given by repeating an option or with commas. */
export function collect(value: string, previous: readonly string[] = []): string[] {
  return [...previous, ...value.split(/[\s,]+/).filter((item) => item !== '')];
}

/** A list given by repeating an option, for values that may have commas. */
export function repeat(value: string, previous: readonly string[] = []): string[] {
  return [...previous, value];
}

/**
 * A point in time given as a duration from now (`90d`, `12h`, `30m`) or as an ISO 8601 date.
 *
 * @throws CommandError when it is neither, or has passed.
 */
export function expiry(value: string, now = new Date()): Date {
  const date = fromDuration(value, now) ?? new Date(value);
  if (Number.isNaN(date.getTime()))
    throw new CommandError('Give an expiry as 90d, 12h, 30m or a date like 2027-01-31.');
  if (date <= now) throw new CommandError('The expiry has passed already.');
  return date;
}

/** @throws CommandError when the value is no ISO 8601 date or instant. */
export function instant(value: string, name: string): Date {
  const date = new Date(value);
  if (!/^\d{4}-\d{2}-\d{2}/.test(value) || Number.isNaN(date.getTime()))
    throw new CommandError(`${name} must be a date or an instant like 2027-01-31T09:00:00Z.`);
  return date;
}

function fromDuration(value: string, now: Date): Date | undefined {
  const [, amount, unit = ''] = /^(\d{1,6})([mhd])$/.exec(value) ?? [];
  const seconds = UNITS[unit];
  return amount === undefined || seconds === undefined
    ? undefined
    : new Date(now.getTime() + Number(amount) * seconds * 1_000);
}

/** @throws CommandError when it is not a whole number of at least `minimum`. */
export function wholeNumber(value: string, minimum: number, name: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < minimum)
    throw new CommandError(`${name} must be a whole number from ${minimum}.`);
  return number;
}
