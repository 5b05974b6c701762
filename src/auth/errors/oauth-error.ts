import { PublicError } from '../../common/public-error.js';

/** RFC 6749 §5.1: neither tokens nor errors of the token endpoint may be kept by a cache. */
export const NO_STORE = { 'Cache-Control': 'no-store', Pragma: 'no-cache' } as const;

/** Outside of %x20-21 / %x23-5B / %x5D-7E: RFC 6749 §5.2 allows nothing else in `error_description`. */
const OUTSIDE_ERROR_TEXT = /[^\x20-\x21\x23-\x5B\x5D-\x7E]/g;

/** An error of an OAuth endpoint: a registered code and a description that is safe to show. */
export abstract class OAuthError extends PublicError {
  /** RFC 6749 §5.2 `error`. */
  abstract readonly code: string;
  override readonly headers: Readonly<Record<string, string>> = NO_STORE;

  constructor(
    description: string,
    options?: {
      cause?: unknown;
      /** Word for the audit record when it should say more than the code. */
      reason?: string;
    },
  ) {
    super(description, options);
    this.reason = options?.reason;
  }

  readonly reason: string | undefined;
}

/** Text with everything replaced that RFC 6749 §5.2 does not allow in `error_description`. */
export function toErrorText(text: string): string {
  return text.replace(OUTSIDE_ERROR_TEXT, (character) => (character === '"' ? "'" : '?'));
}
