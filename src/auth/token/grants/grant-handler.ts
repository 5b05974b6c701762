import type { Client } from '../../clients/client.js';
import type { FormParameters } from '../form-parameters.js';
import type { TokenResponse } from '../token-response.js';

/** A token request whose client is proved and may use the grant. */
export interface GrantRequest {
  readonly client: Client;
  readonly parameters: FormParameters;
}

/** One grant (RFC 6749 §4), one file each: what it checks, what it issues, and the record of it. */
export abstract class GrantHandler {
  /** Value of `grant_type`. */
  abstract readonly grantType: string;

  /**
   * Issues; the audit record is committed when it resolves.
   *
   * @throws OAuthError when the grant is refused.
   */
  abstract handle(request: GrantRequest): Promise<TokenResponse>;
}
