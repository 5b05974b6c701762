import { PublicError } from '../../common/public-error.js';

/** A tool's answer that does not match its own schema: the tool's fault, so the caller learns no details. */
export class InvalidOutputError extends PublicError {
  readonly status = 500;

  constructor(tool: string, options?: { cause?: unknown }) {
    super(`${tool} produced an answer that does not match its output schema`, options);
  }
}
