import type { AccessToken } from '../tokens/token-issuer.js';

/** RFC 6749 §5.1, names as registered. */
export interface TokenResponse {
  readonly access_token: string;
  readonly token_type: 'Bearer';
  readonly expires_in: number;
  readonly scope: string;
  readonly refresh_token?: string;
  /** OpenID Connect Core 1.0 §3.1.3.3. */
  readonly id_token?: string;
}

export function toTokenResponse({ accessToken, expiresIn, scope }: AccessToken): TokenResponse {
  return { access_token: accessToken, token_type: 'Bearer', expires_in: expiresIn, scope };
}
