/** What a person allowed a client (OpenID Connect Core 1.0 §3.1.2.4). */
export interface Consent {
  readonly userId: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
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
