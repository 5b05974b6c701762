/** What a person allowed a client (OpenID Connect Core 1.0 §3.1.2.4). */
export interface Consent {
  readonly userId: string;
  readonly clientId: string;
  /** All of them, wherever they are good. */
  readonly scopes: readonly string[];
  readonly resources: readonly ConsentedResource[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What was allowed at one resource (RFC 8707); the same scope at another is another consent. */
export interface ConsentedResource {
  readonly resource: string;
  readonly scopes: readonly string[];
}

/** What a client is, or asks to be, allowed: these scopes at each of these resources. */
export interface ConsentScope {
  readonly userId: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly audience: readonly string[];
}

/** A client that can act for a person: they consented to it, or it holds a living token family of theirs. */
export interface ConnectedClient {
  readonly clientId: string;
  readonly clientName: string;
  readonly scopes: readonly string[];
  readonly consentedAt: Date;
  /** When one of its tokens was last issued for the person; undefined when it holds none. */
  readonly lastUsedAt: Date | undefined;
}
