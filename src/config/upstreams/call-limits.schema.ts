import { z } from 'zod';
import { COUNTED_BY, type CallLimits } from './call-limits.js';

const MOST = 1_000_000;
const callsAMinute = z
  .number(`must be a whole number of calls a minute, from 1 to ${MOST}`)
  .int(`must be a whole number of calls a minute, from 1 to ${MOST}`)
  .min(1, 'must be 1 or more: to let nobody call a tool, leave it out of allowed_tools')
  .max(MOST, `must be ${MOST} or less; leave it out where nothing is limited`);

/** Member of an upstream, and of its rules for tools. */
export const callLimitsMember = z
  .strictObject({ person: callsAMinute, client: callsAMinute, all: callsAMinute })
  .partial()
  .superRefine((limits, context) => {
    if (COUNTED_BY.every((by) => limits[by] === undefined))
      context.addIssue({ code: 'custom', message: `must limit one of ${COUNTED_BY.join(', ')}` });
    for (const by of unreachable(limits))
      context.addIssue({
        code: 'custom',
        path: [by],
        message: 'can never be reached: all together may call less',
      });
  });

function unreachable({ all, ...limits }: CallLimits): ('person' | 'client')[] {
  if (all === undefined) return [];
  return (['person', 'client'] as const).filter((by) => (limits[by] ?? 0) > all);
}
