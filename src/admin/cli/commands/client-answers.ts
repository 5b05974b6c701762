import type { Client, CreatedClient } from '../../../auth/index.js';
import { fields, table, type Answer } from '../output.js';

/** What a new client proves itself by, shown this once. */
export function createdAnswer({ clientId, clientSecret }: CreatedClient): Answer {
  if (clientSecret === undefined) {
    return {
      json: { client_id: clientId },
      text: `${fields([['client_id', clientId]])}\nThe client has no secret.`,
    };
  }
  const pairs = [
    ['client_id', clientId],
    ['client_secret', clientSecret],
  ] as const;
  return {
    json: Object.fromEntries(pairs),
    text: `${fields(pairs)}\nKeep the secret now: it is stored as a digest and cannot be shown again.`,
  };
}

export function clientAnswer(client: Client): Answer {
  const wire = { ...toWire(client), token_endpoint_auth_methods: client.tokenEndpointAuthMethods };
  const pairs = Object.entries(wire).map(
    ([name, value]) => [name, Array.isArray(value) ? value.join(' ') : textOf(value)] as const,
  );
  return { json: wire, text: fields(pairs.filter(([, value]) => value !== undefined && value !== '')) };
}

export function clientsAnswer(clients: readonly Client[]): Answer {
  const rows = clients.map((client) => [
    client.clientId,
    client.status,
    client.registrationOrigin,
    client.tokenSigningAlgorithm,
    [...client.roles.map((role) => `role:${role}`), ...client.scopes].join(' '),
    client.expiresAt?.toISOString() ?? 'never',
  ]);
  return {
    json: clients.map(toWire),
    text: table(['client_id', 'status', 'registered by', 'algorithm', 'may have', 'expires'], rows),
  };
}

function toWire(client: Client): Record<string, unknown> {
  return {
    client_id: client.clientId,
    client_name: client.clientName,
    status: client.status,
    registration_origin: client.registrationOrigin,
    application_type: client.applicationType,
    grant_types: client.grantTypes,
    redirect_uris: client.redirectUris,
    post_logout_redirect_uris: client.postLogoutRedirectUris,
    scopes: client.scopes,
    default_scopes: client.defaultScopes,
    roles: client.roles,
    audiences: client.audiences,
    token_signing_alg: client.tokenSigningAlgorithm,
    id_token_signed_response_alg: client.idTokenSigningAlgorithm,
    jwks: client.jwks,
    jwks_uri: client.jwksUri,
    refresh_retry_seconds: client.refreshRetrySeconds,
    expires_at: client.expiresAt?.toISOString(),
    created_at: client.createdAt.toISOString(),
  };
}

function textOf(value: unknown): string | number | undefined {
  if (value === undefined || typeof value === 'string' || typeof value === 'number') return value;
  return JSON.stringify(value);
}
