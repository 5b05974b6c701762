import { HttpException } from '@nestjs/common';
import { STATUS_CODES } from 'node:http';
import { PublicError } from '../common/public-error.js';
import { PiiRejectedError } from '../security/index.js';
import type { AuditOutcome } from './audit-event.js';
import { PII_REJECTED } from './security-log/action-taken.js';

/** Answers that refuse a caller rather than report a mishap. */
const REFUSALS = new Set([401, 403, 423, 429]);

export interface Verdict {
  readonly outcome: Exclude<AuditOutcome, 'success'>;
  readonly reason: string;
}

/** Outcome and reason code of an access that threw; never its message, which may repeat what the caller sent. */
export function verdictOf(error: unknown): Verdict {
  if (error instanceof PiiRejectedError) return { outcome: 'denied', reason: PII_REJECTED };
  return { outcome: REFUSALS.has(statusOf(error)) ? 'denied' : 'failure', reason: reasonOf(error) };
}

function statusOf(error: unknown): number {
  if (error instanceof PublicError) return error.status;
  return error instanceof HttpException ? error.getStatus() : 500;
}

/** `code` is a problem's, `error` an OAuth error's registered code. */
function reasonOf(error: unknown): string {
  const {
    code,
    error: registered,
    name,
  } = Object(error) as { code?: unknown; error?: unknown; name?: unknown };
  if (error instanceof HttpException) return toCode(STATUS_CODES[error.getStatus()] ?? 'error');
  if (error instanceof PublicError && typeof registered === 'string') return toCode(registered);
  if (error instanceof PublicError && typeof code === 'string') return toCode(code);
  return typeof name === 'string' ? toCode(name) : 'error';
}

/** `ToolError`, `Not Found` and `payload-too-large` all become snake_case. */
function toCode(name: string): string {
  const words = name.replace(/([a-z])([A-Z])/g, '$1_$2').match(/[A-Za-z0-9]+/g);
  return words?.join('_').toLowerCase() ?? 'error';
}
