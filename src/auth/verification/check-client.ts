import { isUsable, type Client } from '../clients/client.js';
import { TokenRefusal } from './token-refusal.js';

/** A token dies with its client: unknown, disabled or expired ones are not told apart to the caller. */
export function checkClient(client: Client | undefined, now: Date): Client {
  if (client !== undefined && isUsable(client, now)) return client;
  throw new TokenRefusal('client_inactive', 'The client of the access token may not use it any more.');
}
