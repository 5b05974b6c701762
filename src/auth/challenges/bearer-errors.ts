import { ProblemError, type Problem } from '../../common/problem-error.js';
import { bearerChallenge, type BearerChallenge } from './bearer-challenge.js';

/** Which resource refuses, and what it needs: the part of a challenge that the thrower's surroundings know. */
export type ChallengeContext = Pick<BearerChallenge, 'resourceMetadataUrl' | 'scopes'>;

/** A refusal by a protected resource; carries its own `WWW-Authenticate` (RFC 6750 §3). */
export abstract class BearerError extends ProblemError {
  protected constructor(
    problem: Omit<Problem, 'headers' | 'extensions'>,
    challenge: BearerChallenge,
    detail: string,
    /** Word for the audit record. */
    readonly reason: string,
    cause?: unknown,
  ) {
    const headers = { 'WWW-Authenticate': bearerChallenge(challenge), 'Cache-Control': 'no-store' };
    const extensions = challenge.error === undefined ? {} : { error: challenge.error };
    super({ ...problem, headers, extensions }, detail, { cause });
  }
}

/** RFC 6750 §3.1: no authentication information at all, so the challenge has no error code. */
export class MissingTokenError extends BearerError {
  constructor(context: ChallengeContext) {
    const problem = { status: 401, code: 'unauthorized', title: 'Unauthorized' };
    super(
      problem,
      context,
      'Send an access token or API key in the Authorization header, scheme Bearer.',
      'missing_token',
    );
  }
}

/** RFC 6750 §3.1 invalid_token: expired, revoked, malformed or not meant for this resource. */
export class InvalidTokenError extends BearerError {
  constructor(
    context: ChallengeContext,
    description: string,
    options?: { reason?: string; cause?: unknown },
  ) {
    const problem = { status: 401, code: 'invalid-token', title: 'Unauthorized' };
    const challenge = { ...context, error: 'invalid_token', description } as const;
    super(problem, challenge, description, options?.reason ?? 'invalid_token', options?.cause);
  }
}

/** RFC 6750 §3.1 invalid_request: the credential is sent in a way the standard does not know. */
export class InvalidBearerRequestError extends BearerError {
  constructor(context: ChallengeContext, description: string) {
    const problem = { status: 400, code: 'invalid-request', title: 'Bad Request' };
    const challenge = { ...context, error: 'invalid_request', description } as const;
    super(problem, challenge, description, 'invalid_request');
  }
}

/** RFC 6750 §3.1 insufficient_scope: the token is good and not enough. The challenge names every scope needed. */
export class InsufficientScopeError extends BearerError {
  constructor(context: ChallengeContext) {
    const needed = (context.scopes ?? []).join(' ');
    const description = needed === '' ? 'This is not open to any scope.' : `This needs the scope: ${needed}.`;
    const problem = { status: 403, code: 'insufficient-scope', title: 'Forbidden' };
    const challenge = { ...context, error: 'insufficient_scope', description } as const;
    super(problem, challenge, description, 'insufficient_scope');
  }
}
