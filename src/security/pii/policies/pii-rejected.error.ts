import type { PiiFinding } from '../../../common/policy-decision.js';
import { ProblemError } from '../../../common/problem-error.js';

const MAX_NAMED = 10;

/** Personal data where a policy admits none: names types and places, never values. */
export class PiiRejectedError extends ProblemError {
  constructor(readonly findings: readonly PiiFinding[]) {
    super(
      {
        status: 422,
        code: 'personal-data-rejected',
        title: 'Unprocessable Content',
        extensions: { findings: findings.map(({ path, entityType }) => ({ path, entityType })) },
      },
      describe(findings),
    );
  }
}

function describe(findings: readonly PiiFinding[]): string {
  const named = findings
    .slice(0, MAX_NAMED)
    .map(({ entityType, path }) => `${entityType} at ${path || 'the top'}`);
  const rest = findings.length > MAX_NAMED ? ` and ${findings.length - MAX_NAMED} more` : '';
  return `Personal data is not accepted here: ${named.join(', ')}${rest}. Remove it and try again.`;
}
