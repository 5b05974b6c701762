/** A client that is not listened to from one address for a while. */
export interface Lockout {
  readonly clientId: string;
  readonly address: string;
  readonly lockedUntil: Date;
}
