import type { ErrorFormat } from '../common/error-format.js';
import { ProblemError } from '../common/problem-error.js';
import type { PublicError } from '../common/public-error.js';
import { PRESIDIO_ENDPOINTS } from './presidio-endpoints.js';

const PATHS: ReadonlySet<string> = new Set(PRESIDIO_ENDPOINTS.map((endpoint) => `/pii/${endpoint}`));
const MAX_LENGTH = 1_000;
/** Operators stand under names that callers choose: those are not repeated. */
const NAMED_BY_CALLER = /^((?:de)?anonymizers)\..*: (.*)$/s;

/** Presidio's `{"error": "…"}` at its endpoints, whatever refused the request. */
export const presidioErrorFormat: ErrorFormat = {
  handles: (path) => PATHS.has(path),
  body: (error) => ({ contentType: 'application/json', body: { error: textOf(error).slice(0, MAX_LENGTH) } }),
};

/** What is wrong with which member, where the body did not have the shape. */
function textOf(error: PublicError): string {
  const invalid = error instanceof ProblemError ? error.extensions['invalid_params'] : undefined;
  if (!Array.isArray(invalid) || invalid.length === 0) return error.publicDetail;
  return invalid.map((each) => String(each).replace(NAMED_BY_CALLER, '$1: $2')).join('; ');
}
