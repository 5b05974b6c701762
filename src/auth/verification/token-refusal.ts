/** Why an access token is not accepted: a word for the audit record and a sentence for the caller. */
export class TokenRefusal extends Error {
  constructor(
    /** Such as `token_expired`. */
    readonly reason: string,
    /** Safe to show: says nothing about keys, clients or other tokens. */
    readonly description: string,
    options?: { cause?: unknown },
  ) {
    super(description, options);
    this.name = 'TokenRefusal';
  }
}
