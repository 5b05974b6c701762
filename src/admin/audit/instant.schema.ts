import { z } from 'zod';

/** Far enough for anybody, and inside what JavaScript and Postgres both hold. */
const EARLIEST = Date.UTC(1970, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);

const dateTime = z.iso.datetime({ offset: true });
const date = z.iso.date();

/** A moment as a query parameter: RFC 3339 date-time, or a date, which means its midnight UTC. */
export const instant = z
  .union([dateTime, date], { error: 'must be an RFC 3339 date-time such as 2026-01-31T09:00:00Z, or a date' })
  .transform((text) => new Date(text))
  .refine(
    (moment) => moment.getTime() >= EARLIEST && moment.getTime() < LATEST,
    'must lie between 1970 and 2199',
  );
