import { isUsable, type Client } from '../../clients/client.js';
import type { Clients } from '../../clients/clients.js';
import { InvalidRequestError } from '../../errors/oauth-errors.js';
import type { AuthorizationParameters } from '../authorization-parameters.js';

/**
 * RFC 6749 §4.1.2.1: without a known client there is nowhere to redirect to; the person is told.
 *
 * @throws InvalidRequestError
 */
export async function checkClient(
  parameters: AuthorizationParameters,
  clients: Pick<Clients, 'find'>,
  now: Date,
): Promise<Client> {
  const clientId = parameters.get('client_id');
  if (clientId === undefined) throw new InvalidRequestError('The parameter client_id is missing.');
  const client = await clients.find(clientId);
  if (client === undefined)
    throw new InvalidRequestError('The client is not known.', { reason: 'unknown_client' });
  if (isUsable(client, now)) return client;
  throw new InvalidRequestError('The client may not be used any more.', { reason: 'client_not_usable' });
}
