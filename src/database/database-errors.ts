/** Classes of PostgreSQL error codes that mean "not now" rather than "wrong": Appendix A of its manual. */
const UNAVAILABLE_CLASSES = new Set(['08', '40', '53', '57', '58']);
const SOCKET_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);
/** `pg` reports these without a code. */
const MESSAGES =
  /terminat|timeout|closed the connection|connection ended|not queryable|connection error|client was closed|pool is draining/i;

/** Whether an error of the driver says that the database cannot be reached just now, so that 503 is the honest answer. */
export function isDatabaseUnavailable(error: unknown): boolean {
  const { code, message, driverError, errors } = asRecord(error);
  if (Array.isArray(errors) && errors.some(isDatabaseUnavailable)) return true;
  if (driverError !== undefined && driverError !== error && isDatabaseUnavailable(driverError)) return true;
  if (typeof code === 'string') return SOCKET_CODES.has(code) || isUnavailableState(code);
  return typeof message === 'string' && MESSAGES.test(message);
}

function isUnavailableState(code: string): boolean {
  return /^[0-9A-Z]{5}$/.test(code) && UNAVAILABLE_CLASSES.has(code.slice(0, 2));
}

function asRecord(error: unknown): Record<string, unknown> {
  return typeof error === 'object' && error !== null ? (error as Record<string, unknown>) : {};
}
