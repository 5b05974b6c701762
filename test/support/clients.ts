import { randomBytes } from 'node:crypto';
import { cli } from './cli.js';
import type { TestDatabase } from './test-database.js';

/** What a test says about a client; an id that it does not give is made up. */
export interface NewTestClient {
  readonly clientId?: string;
  readonly name?: string;
  readonly redirectUris?: readonly string[];
  readonly postLogoutRedirectUris?: readonly string[];
  readonly grantTypes?: readonly string[];
  readonly scopes?: readonly string[];
  readonly defaultScopes?: readonly string[];
  readonly roles?: readonly string[];
  readonly audiences?: readonly string[];
  /** Without a secret. */
  readonly isPublic?: boolean;
  readonly authMethods?: readonly string[];
  /** File with a JWK Set. */
  readonly jwksFile?: string;
  readonly jwksUri?: string;
  readonly refreshRetrySeconds?: number;
}

export interface TestClient {
  readonly clientId: string;
  /** Empty for a client without one. */
  readonly clientSecret: string;
}

/** Creates a client by the command line, beside the running service. */
export async function createClient(
  { database }: { readonly database: TestDatabase },
  client: NewTestClient = {},
): Promise<TestClient> {
  const clientId = client.clientId ?? `client-${randomBytes(6).toString('hex')}`;
  const each = (name: string, values: readonly string[] = []) => values.flatMap((value) => [name, value]);
  const one = (name: string, value: string | number | undefined) =>
    value === undefined ? [] : [name, String(value)];
  const created = (await cli(database, [
    ...['client', 'create', clientId, '--json'],
    ...one('--name', client.name),
    ...each('--redirect-uri', client.redirectUris),
    ...each('--post-logout-redirect-uri', client.postLogoutRedirectUris),
    ...each('--grant-type', client.grantTypes),
    ...each('--scope', client.scopes),
    ...each('--default-scope', client.defaultScopes),
    ...each('--role', client.roles),
    ...each('--audience', client.audiences),
    ...(client.isPublic === true ? ['--public'] : []),
    ...each('--auth-method', client.authMethods),
    ...one('--jwks', client.jwksFile),
    ...one('--jwks-uri', client.jwksUri),
    ...one('--refresh-retry', client.refreshRetrySeconds),
  ])) as { client_id: string; client_secret?: string };
  return { clientId: created.client_id, clientSecret: created.client_secret ?? '' };
}
