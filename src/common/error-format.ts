import type { PublicError } from './public-error.js';

/** How errors look at one kind of door: JSON-RPC on `/mcp`, RFC 6749 at the OAuth endpoints, RFC 9457 elsewhere. */
export interface ErrorFormat {
  /** Whether this format is spoken at the path (without query). */
  handles(path: string): boolean;
  body(error: PublicError): { readonly contentType: string; readonly body: unknown };
}
