import type { ErrorFormat } from '../common/error-format.js';
import { ProblemError } from '../common/problem-error.js';
import type { PublicError } from '../common/public-error.js';

/** RFC 9457 problem details: how errors look wherever no other standard says otherwise. */
export const problemFormat: ErrorFormat = {
  handles: () => true,
  body: (error) => ({ contentType: 'application/problem+json; charset=utf-8', body: problemOf(error) }),
};

function problemOf(error: PublicError): object {
  const known = error instanceof ProblemError ? error : undefined;
  return {
    type: known === undefined ? 'about:blank' : `urn:gatehouse:problem:${known.code}`,
    title: known?.title ?? titleOf(error.status),
    status: error.status,
    detail: error.publicDetail,
    ...known?.extensions,
  };
}

function titleOf(status: number): string {
  if (status === 401) return 'Unauthorized';
  if (status === 403) return 'Forbidden';
  return status < 500 ? 'Bad Request' : 'Internal Server Error';
}
