/** JWS algorithms that need no shared secret (RFC 7518 §3.1, RFC 8037 §3.1); the only ones taken from others. */
export const FOREIGN_ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'] as const;
export type ForeignAlgorithm = (typeof FOREIGN_ALGORITHMS)[number];

/** What somebody else's claim is worth here. */
export interface ClaimRule {
  /** Member names from the outside in: `['realm_access', 'roles']`. */
  readonly claim: readonly string[];
  /** What the claim must be, or hold among its items or space-separated words. */
  readonly value: string;
  readonly scopes: readonly string[];
  readonly roles: readonly string[];
}

/** An issuer whose access tokens are accepted beside our own. */
export interface ExternalIssuerConfiguration {
  /** Stands before its subjects and clients, so that none can pass for one of ours. */
  readonly id: string;
  readonly issuer: string;
  /** Undefined = by discovery. */
  readonly jwksUri: string | undefined;
  readonly audiences: readonly string[];
  /** Paths of the protected resources its tokens are good for; undefined = all. */
  readonly resources: readonly string[] | undefined;
  readonly algorithms: readonly ForeignAlgorithm[];
  /** Accepted `typ` of the header, lower case, without `application/`. */
  readonly typ: readonly string[];
  readonly subjectClaim: string;
  /** Undefined = the first of the usual ones that is there. */
  readonly clientIdClaim: string | undefined;
  readonly requiredClaims: Readonly<Record<string, string | number | boolean>>;
  /** Which tokens act for a client and not for a person. */
  readonly clientTokens: { readonly claim: readonly string[]; readonly value: string } | undefined;
  readonly rules: readonly ClaimRule[];
}

/** An OpenID provider through which people log in. */
export interface IdentityProviderConfiguration {
  /** Part of the callback's URL, and before the names of the people it brings. */
  readonly id: string;
  readonly displayName: { readonly en: string; readonly ko: string };
  readonly issuer: string;
  readonly clientId: string;
  readonly authentication: IdentityProviderAuthentication;
  readonly scopes: readonly string[];
  /** Of ID tokens. */
  readonly algorithms: readonly ForeignAlgorithm[];
  /** Whether the userinfo endpoint is asked for what the ID token does not say. */
  readonly fetchesUserinfo: boolean;
  readonly requiredClaims: Readonly<Record<string, string | number | boolean>>;
  /** Whether people who were never here before get an account. */
  readonly autoProvisioning: boolean;
  /** Lower case; empty = whoever the provider lets in. */
  readonly allowedEmailDomains: readonly string[];
  /** Whether an e-mail address counts as proven without `email_verified`. */
  readonly trustsEmail: boolean;
  /** Roles of everybody who comes this way. */
  readonly defaultRoles: readonly string[];
  /** Rules that give further roles. */
  readonly roleRules: readonly ClaimRule[];
}

/** How Gatehouse proves itself at the provider's token endpoint. */
export type IdentityProviderAuthentication =
  | { readonly method: 'client_secret_basic' | 'client_secret_post'; readonly secret: string }
  | {
      readonly method: 'private_key_jwt';
      /** PKCS #8, PEM. */
      readonly privateKey: string;
      readonly algorithm: ForeignAlgorithm;
      readonly keyId: string | undefined;
    };
