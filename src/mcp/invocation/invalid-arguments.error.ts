import type { z } from 'zod';
import { PublicError } from '../../common/public-error.js';

/** At most this many problems are listed. */
const SHOWN = 10;

/** Arguments that do not match the declared schema. Says where and why, never with the value, which may be personal. */
export class InvalidArgumentsError extends PublicError {
  readonly status = 400;

  constructor(subject: string, issues: readonly z.core.$ZodIssue[]) {
    super(`Invalid arguments for ${subject}: ${describeIssues(issues)}`);
  }
}

function describeIssues(issues: readonly z.core.$ZodIssue[]): string {
  const shown = issues.slice(0, SHOWN).map(describe).join('; ');
  return issues.length > SHOWN ? `${shown}; and ${issues.length - SHOWN} more` : shown;
}

function describe(issue: z.core.$ZodIssue): string {
  const path = issue.path.length === 0 ? 'arguments' : issue.path.join('.');
  return `${path}: ${reason(issue)}`;
}

/** Unrecognized keys are the caller's own words and may be personal, so they are counted, not repeated. */
function reason(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `${issue.keys.length} unknown member(s)`;
  return issue.message;
}
