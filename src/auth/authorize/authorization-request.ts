import type { Client } from '../clients/client.js';

/** OpenID Connect Core 1.0 §3.1.2.1. */
export const PROMPTS = ['none', 'login', 'consent', 'select_account'] as const;
export type Prompt = (typeof PROMPTS)[number];

/** OAuth 2.0 Multiple Response Type Encoding Practices §2.1, OAuth 2.0 Form Post Response Mode. */
export const RESPONSE_MODES = ['query', 'form_post'] as const;
export type ResponseMode = (typeof RESPONSE_MODES)[number];

/** An authorization request (RFC 6749 §4.1.1) that passed every check. */
export interface AuthorizationRequest {
  readonly client: Client;
  /** As asked for, with the port a native application listens at. */
  readonly redirectUri: string;
  /** Whether the request named it; then the token request has to name it as well (RFC 6749 §4.1.3). */
  readonly redirectUriSent: boolean;
  readonly responseMode: ResponseMode;
  readonly state: string | undefined;
  readonly nonce: string | undefined;
  /** What the client asks for; what the person can give is decided when they are known. */
  readonly scopes: readonly string[];
  /** Resources (RFC 8707), spelled as registered. */
  readonly audience: readonly string[];
  /** RFC 7636 §4.2, always S256. */
  readonly codeChallenge: string;
  readonly prompt: readonly Prompt[];
  /** Seconds since the person last proved who they are. */
  readonly maxAge: number | undefined;
  readonly loginHint: string | undefined;
  /** RFC 5646 tags, the preferred first. */
  readonly uiLocales: readonly string[];
  /** User id that an `id_token_hint` names; nobody else will do. */
  readonly expectedUserId: string | undefined;
}
