import type { AuditEvent } from '../../audit/index.js';
import type { Client } from './client.js';

type DescribedClient = Pick<
  Client,
  | 'applicationType'
  | 'grantTypes'
  | 'redirectUris'
  | 'registrationOrigin'
  | 'roles'
  | 'scopes'
  | 'tokenEndpointAuthMethods'
> & { readonly jwksUri?: string | undefined };

/** What a record says of a client: what it may do and where its answers go. Secrets and names of people are not in it. */
export function clientDetails(client: DescribedClient): NonNullable<AuditEvent['details']>[string] {
  return {
    scopes: client.scopes,
    roles: client.roles,
    grant_types: client.grantTypes,
    redirect_uris: client.redirectUris,
    application_type: client.applicationType,
    auth_methods: client.tokenEndpointAuthMethods,
    jwks_uri: client.jwksUri,
    registration_origin: client.registrationOrigin,
  };
}
