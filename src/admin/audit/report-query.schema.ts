import { z } from 'zod';
import type { Period } from '../../audit/index.js';
import { instant } from './instant.schema.js';
import { knownParameters } from './known-parameters.js';

const DAY_MS = 86_400_000;
const MAX_DAYS = 92;

/** `format` decides, whatever the Accept header says. */
export const reportQuery = knownParameters({
  format: z.enum(['json', 'csv', 'html']).default('json'),
  from: instant.optional(),
  to: instant.optional(),
})
  .refine(({ from, to }) => from === undefined || to === undefined || from < to, {
    path: ['from'],
    message: 'must be earlier than to',
  })
  .refine(
    ({ from, to }) => (to?.getTime() ?? Date.now()) - (from?.getTime() ?? Infinity) <= MAX_DAYS * DAY_MS,
    {
      path: ['from'],
      message: `must be at most ${MAX_DAYS} days before to`,
    },
  );

export type ReportQuery = z.output<typeof reportQuery>;

/** The period asked for; without one the last 24 hours. */
export function periodOf({ from, to }: ReportQuery, now: Date): Period {
  // The end is exclusive: what happened this very millisecond still counts.
  const end = to ?? new Date(Math.max(now.getTime(), from?.getTime() ?? 0) + 1);
  return { from: from ?? new Date(end.getTime() - DAY_MS), to: end };
}
