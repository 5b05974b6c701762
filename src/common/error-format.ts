import type { PublicError } from './public-error.js';

/** What a format may want to know of the request that failed. */
export interface FailedRequest {
  /** Path and query, as sent. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly correlationId: string;
}

export interface ErrorAnswer {
  readonly contentType: string;
  /** Sent as JSON, or as it is when it is a string. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * How errors look at one kind of door: JSON-RPC on `/mcp`, RFC 6749 at the OAuth endpoints, pages where people are,
 * RFC 9457 elsewhere.
 */
export interface ErrorFormat {
  /** Whether this format is spoken at the path (without query). */
  handles(path: string): boolean;
  body(error: PublicError, request: FailedRequest): ErrorAnswer;
}
