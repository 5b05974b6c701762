import type { Implementation } from '@modelcontextprotocol/server';
import type { Catalogue } from '../registry/served.js';
import type { JsonRpcRequest } from './json-rpc.js';

/** What one MCP endpoint serves, and what it says of itself. */
export interface EndpointDescription {
  /** Below the public URL; names its protected resource too. */
  readonly path: string;
  readonly catalogue: Catalogue;
  /** Read whenever a server is built: what is relayed learns of itself late. */
  readonly identity: () => Implementation;
  readonly instructions: () => string;
  /** Of the server behind it, for records; undefined for our own. */
  readonly upstream: string | undefined;
  /**
   * Makes the catalogue ready for the requests; undefined when it is.
   *
   * @throws PublicError when the requests cannot be served at the moment.
   */
  prepare(requests: readonly JsonRpcRequest[]): Promise<void> | undefined;
}
