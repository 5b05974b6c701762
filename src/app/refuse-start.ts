import { isNativeError } from 'node:util/types';
import { StartRefusal } from '../common/start-refusal.js';

/** Says in plain words why the service does not start, and ends with a status that supervisors see. */
export function refuseStart(error: unknown): void {
  process.stderr.write(`Gatehouse does not start.\n${explain(error)}\n`);
  process.exit(1);
}

function explain(error: unknown): string {
  if (error instanceof StartRefusal) return error.message;
  if (!isNativeError(error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return 'Another process listens on this port: stop it, or set PORT to a free one.';
  return error.stack ?? error.message;
}
