import type { FormParameters } from '../form-parameters.js';

/** What of a request can prove who the client is. */
export interface ClientAuthenticationRequest {
  /** Every `Authorization` header field, as sent. */
  readonly authorization: readonly string[];
  readonly parameters: FormParameters;
}

export interface SecretCredentials {
  readonly method: 'client_secret_basic' | 'client_secret_post';
  readonly clientId: string;
  readonly clientSecret: string;
}

/** RFC 7523 §2.2. */
export interface AssertionCredentials {
  readonly method: 'private_key_jwt';
  /** As the assertion claims. */
  readonly clientId: string;
  readonly assertion: string;
}

/** A public client says who it is and proves nothing (RFC 6749 §3.2.1). */
export interface PublicCredentials {
  readonly method: 'none';
  readonly clientId: string;
}

export type ClientCredentials = SecretCredentials | AssertionCredentials | PublicCredentials;

/** One way to authenticate at the token endpoint (RFC 6749 §2.3), one file each. */
export interface ClientAuthenticationMethod {
  /**
   * The credentials, or undefined when the request does not use this method.
   *
   * @throws OAuthError when it uses the method wrongly.
   */
  read(request: ClientAuthenticationRequest): ClientCredentials | undefined;
}
