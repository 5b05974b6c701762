import type { Client } from '../../clients/client.js';
import type { AudienceSelection } from '../../token/audience-selection.js';
import type { AuthorizationParameters } from '../authorization-parameters.js';

/** @throws InvalidTargetError when a resource is malformed or not one the client may reach (RFC 8707 §2). */
export function checkResource(
  parameters: AuthorizationParameters,
  client: Client,
  audiences: AudienceSelection,
): readonly string[] {
  return audiences.select(client, parameters.resources());
}
