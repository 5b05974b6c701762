import { isUsable, registrationOf, type Client } from '../clients/client.js';
import type { AccessTokenClaims } from './claim-checks/access-token-claims.js';
import { TokenRefusal } from './token-refusal.js';

/**
 * A token dies with its client: unknown, disabled or expired ones are not told apart to the caller, nor one that was
 * deleted and has a namesake now.
 */
export function checkClient(client: Client | undefined, { reg }: AccessTokenClaims, now: Date): Client {
  if (client !== undefined && isUsable(client, now) && isIssuedTo(client, reg)) return client;
  throw new TokenRefusal('client_inactive', 'The client of the access token may not use it any more.');
}

function isIssuedTo(client: Client, registration: string | undefined): boolean {
  return registration === undefined || registration === registrationOf(client);
}
