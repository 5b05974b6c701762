import type { AuthorizationRequest } from './authorization-request.js';

/** A validated authorization request that waits for the person in front of the browser that brought it. */
export interface PendingAuthorization extends AuthorizationRequest {
  /** Random; stands in the paths of its pages, and is worth nothing without the browser's cookie. */
  readonly id: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** The login session the browser had when the request came. */
  readonly earlierSessionId: string | undefined;
}

/** Seconds a person has to log in and decide. */
export const PENDING_SECONDS = 600;
