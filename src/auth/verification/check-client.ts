import { isUsable, registrationOf, type Client } from '../clients/client.js';
import type { AccessTokenClaims } from './claim-checks/access-token-claims.js';
import { TokenRefusal } from './token-refusal.js';

/**
 * A token dies with its client: unknown, disabled or expired ones are not told apart to the caller, nor one that was
 * deleted and has a namesake now.
 */
export function checkClient(client: Client | undefined, claims: AccessTokenClaims, now: Date): Client {
  if (client !== undefined && isUsable(client, now) && isIssuedTo(client, claims)) return client;
  throw new TokenRefusal('client_inactive', 'The client of the access token may not use it any more.');
}

/** A token from before tokens named the registration goes by its time. */
function isIssuedTo(client: Client, { reg, iat }: AccessTokenClaims): boolean {
  if (reg !== undefined) return reg === registrationOf(client);
  return iat >= Math.floor(client.createdAt.getTime() / 1_000);
}
