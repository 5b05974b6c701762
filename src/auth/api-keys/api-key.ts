/** An API key as everything but its storage sees it. */
export interface ApiKey {
  readonly id: string;
  readonly name: string;
  /** Owner: the key acts as this client, and stops when it is disabled. */
  readonly clientId: string;
  readonly scopes: readonly string[];
  /** CIDR networks the key may be used from; empty = anywhere. */
  readonly networks: readonly string[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly lastUsedAt: Date | null;
}
