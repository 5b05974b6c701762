/** Why a remote recognizer gave no answer; the word for metrics and logs. */
export type RecognizerFailure =
  | 'breaker_open'
  | 'busy'
  | 'cancelled'
  | 'malformed_answer'
  | 'refused'
  | 'status'
  | 'too_slow'
  | 'unreachable';

/** A remote recognizer that could not be asked, or whose answer is none. Holds nothing of what it was asked. */
export class RecognizerFailedError extends Error {
  override readonly name = 'RecognizerFailedError';

  constructor(
    readonly reason: RecognizerFailure,
    options?: { cause?: unknown },
  ) {
    super(`no answer of the recognizer: ${reason}`, options);
  }
}
