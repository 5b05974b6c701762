/**
 * An error whose answer to the caller is decided: status, headers and a description that is safe to show.
 * What happened inside goes into `cause` and reaches the log only.
 */
export abstract class PublicError extends Error {
  abstract readonly status: number;
  readonly headers: Readonly<Record<string, string>> = {};

  constructor(
    /** Safe to show to the caller; says what to do. */
    readonly publicDetail: string,
    options?: { cause?: unknown },
  ) {
    super(publicDetail, options);
    this.name = new.target.name;
  }
}
