import { isNativeError } from 'node:util/types';
import { PublicError } from '../../common/public-error.js';
import { StartRefusal } from '../../common/start-refusal.js';
import { isDatabaseUnavailable } from '../../database/index.js';

/** Something wrong with how the command was called. */
export class CommandError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CommandError';
  }
}

/** Says on standard error what went wrong, as text or JSON; the process ends with status 1. */
export function report(error: unknown, asJson: boolean): void {
  const message = explain(error);
  const text = asJson ? JSON.stringify({ error: message }) : `gatehouse: ${message}`;
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
}

function explain(error: unknown): string {
  if (error instanceof PublicError) return error.publicDetail;
  if (error instanceof CommandError || error instanceof StartRefusal) return error.message;
  if (isDatabaseUnavailable(error))
    return 'The database does not answer. Is DATABASE_URL right, and the server up?';
  if (!isNativeError(error)) return String(error);
  return error.stack ?? error.message;
}
