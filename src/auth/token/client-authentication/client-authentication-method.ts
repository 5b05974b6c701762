import type { ClientAuthenticationMethodName } from '../../clients/client.js';
import type { FormParameters } from '../form-parameters.js';

/** What of a request can prove who the client is. */
export interface ClientAuthenticationRequest {
  /** Every `Authorization` header field, as sent. */
  readonly authorization: readonly string[];
  readonly parameters: FormParameters;
}

export interface ClientCredentials {
  readonly method: ClientAuthenticationMethodName;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** One way to authenticate at the token endpoint (RFC 6749 §2.3), one file each. */
export interface ClientAuthenticationMethod {
  /**
   * The credentials, or undefined when the request does not use this method.
   *
   * @throws OAuthError when it uses the method wrongly.
   */
  read(request: ClientAuthenticationRequest): ClientCredentials | undefined;
}
