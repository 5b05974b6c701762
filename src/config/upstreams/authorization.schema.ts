import { z } from 'zod';
import { text } from '../federation/claim-rule.schema.js';
import { FOREIGN_ALGORITHMS } from '../federation/federation.js';
import { readSecret, readTextFile } from '../read-secret.js';
import {
  UPSTREAM_CLIENT_AUTHENTICATIONS,
  type AuthorizedIdentity,
  type UpstreamAuthorization,
  type UpstreamClientAuthentication,
} from './authorization.js';

const endpoint = z.string().refine(isUrl, 'must be an http or https URL without fragment or credentials');
const scopeToken = z.string().regex(/^[\x21\x23-\x5B\x5D-\x7E]+$/, 'must be a scope (RFC 6749 section 3.3)');

/** `authorization` of an upstream: what Gatehouse is at the authorization server that the upstream trusts. */
export const authorizationMember = z.strictObject({
  issuer: endpoint.refine((url) => !url.includes('?'), 'must have no query').optional(),
  token_endpoint: endpoint.optional(),
  private_address: z.boolean().optional(),
  client_id: text.optional(),
  token_endpoint_auth_method: z.enum(UPSTREAM_CLIENT_AUTHENTICATIONS).optional(),
  client_secret_env: text.optional(),
  client_secret_file: text.optional(),
  private_key_file: text.optional(),
  private_key_algorithm: z.enum(FOREIGN_ALGORITHMS).default('ES256'),
  private_key_id: text.optional(),
  scopes: z.array(scopeToken).max(64).optional(),
  resource: endpoint.optional(),
  audience: text.optional(),
  actor_token: z.boolean().optional(),
});

export type AuthorizationMember = z.output<typeof authorizationMember>;

/** Identities that an authorization server stands behind. */
export const AUTHORIZED_IDENTITIES = ['client_credentials', 'token_exchange', 'per_person'] as const;
export type AuthorizedIdentityKind = (typeof AUTHORIZED_IDENTITIES)[number];

export function isAuthorized(kind: string | undefined): kind is AuthorizedIdentityKind {
  return (AUTHORIZED_IDENTITIES as readonly (string | undefined)[]).includes(kind);
}

type Say = (member: string, message: string) => void;

/** What is wrong with the members together, said by their names below `authorization`. */
export function authorizationMistakes(
  kind: AuthorizedIdentityKind,
  given: AuthorizationMember,
  environment: NodeJS.ProcessEnv,
  say: Say,
): void {
  const method = methodOf(kind, given);
  sayOfPlaces(kind, given, say);
  if (given.client_id === undefined && kind !== 'per_person')
    say('client_id', 'must be there: only per_person can register by itself');
  if (given.client_id === undefined && method !== 'none')
    say('client_id', 'must be there beside a secret or a key');
  if (method === 'none' && kind !== 'per_person')
    say('token_endpoint_auth_method', `must be ${SECRETS.join(', ')} or private_key_jwt with ${kind}`);
  sayOfSecrets(method, given, environment, say);
  if (kind === 'token_exchange' && environment['JWT_SECRET_KEY'] !== undefined)
    say('', 'needs signing keys that others can verify, which JWT_SECRET_KEY leaves none of');
  if (kind !== 'token_exchange')
    for (const member of ['audience', 'actor_token'] as const)
      if (given[member] !== undefined) say(member, 'needs identity token_exchange');
}

/** Only of members without mistakes. */
export function toAuthorizedIdentity(
  kind: AuthorizedIdentityKind,
  given: AuthorizationMember,
  environment: NodeJS.ProcessEnv,
): AuthorizedIdentity {
  const authorization = toAuthorization(kind, given, environment);
  if (kind !== 'token_exchange') return { kind, authorization };
  return { kind, authorization, audience: given.audience, sendsActor: given.actor_token ?? false };
}

const SECRETS: readonly string[] = ['client_secret_basic', 'client_secret_post'];

function sayOfPlaces(kind: AuthorizedIdentityKind, given: AuthorizationMember, say: Say): void {
  const { issuer, token_endpoint: tokenEndpoint, private_address: isPrivate } = given;
  if (kind === 'per_person' && tokenEndpoint !== undefined)
    say('token_endpoint', 'says too little for per_person: name the issuer, or leave it to be discovered');
  if (issuer !== undefined && tokenEndpoint !== undefined)
    say('token_endpoint', 'needs no issuer beside it: the one or the other');
  for (const [member, url] of [
    ['issuer', issuer],
    ['token_endpoint', tokenEndpoint],
  ] as const)
    if (url?.startsWith('http:') === true && isPrivate !== true)
      say(member, 'must be https unless private_address is true');
  if (isPrivate !== undefined && issuer === undefined && tokenEndpoint === undefined)
    say('private_address', 'needs issuer or token_endpoint: it is about their host and port');
}

function sayOfSecrets(
  method: UpstreamClientAuthentication['method'],
  given: AuthorizationMember,
  environment: NodeJS.ProcessEnv,
  say: Say,
): void {
  if (SECRETS.includes(method) && secretOf(given, environment) === undefined)
    say('client_secret_env', 'or client_secret_file must name a secret that is there and not empty');
  if (method === 'private_key_jwt' && privateKeyOf(given) === undefined)
    say('private_key_file', 'must name a readable PKCS #8 key in PEM');
  if (!SECRETS.includes(method) && (given.client_secret_env ?? given.client_secret_file) !== undefined)
    say('token_endpoint_auth_method', `must be ${SECRETS.join(' or ')} where a client secret is named`);
  if (method !== 'private_key_jwt' && (given.private_key_file ?? given.private_key_id) !== undefined)
    say('token_endpoint_auth_method', 'must be private_key_jwt where a private key is named');
}

function toAuthorization(
  kind: AuthorizedIdentityKind,
  given: AuthorizationMember,
  environment: NodeJS.ProcessEnv,
): UpstreamAuthorization {
  const named = [given.issuer, given.token_endpoint].filter((url) => url !== undefined);
  return {
    issuer: given.issuer,
    tokenEndpoint: given.token_endpoint,
    privateHosts: given.private_address === true ? named.map(hostAndPortOf) : [],
    clientId: given.client_id,
    authentication: toAuthentication(methodOf(kind, given), given, environment),
    scopes: given.scopes,
    resource: given.resource,
  };
}

/** Without a word about it: what is there to prove it with says how. */
function methodOf(
  kind: AuthorizedIdentityKind,
  given: AuthorizationMember,
): UpstreamClientAuthentication['method'] {
  if (given.token_endpoint_auth_method !== undefined) return given.token_endpoint_auth_method;
  if (given.private_key_file !== undefined) return 'private_key_jwt';
  const hasSecret = (given.client_secret_env ?? given.client_secret_file) !== undefined;
  return hasSecret || kind !== 'per_person' ? 'client_secret_basic' : 'none';
}

function toAuthentication(
  method: UpstreamClientAuthentication['method'],
  given: AuthorizationMember,
  environment: NodeJS.ProcessEnv,
): UpstreamClientAuthentication {
  if (method === 'none') return { method };
  if (method !== 'private_key_jwt') return { method, secret: secretOf(given, environment)! };
  const { private_key_algorithm: algorithm, private_key_id: keyId } = given;
  return { method, privateKey: privateKeyOf(given)!, algorithm, keyId };
}

function secretOf(
  { client_secret_env: variable, client_secret_file: file }: AuthorizationMember,
  environment: NodeJS.ProcessEnv,
): string | undefined {
  return readSecret({ variable, file }, environment);
}

function privateKeyOf({ private_key_file: file }: AuthorizationMember): string | undefined {
  const key = readTextFile(file);
  return key !== undefined && key.startsWith('-----BEGIN PRIVATE KEY-----') ? key : undefined;
}

function hostAndPortOf(url: string): string {
  const { hostname, port, protocol } = new URL(url);
  return `${hostname}:${port || (protocol === 'http:' ? '80' : '443')}`;
}

function isUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, username, password, hash } = new URL(value);
  return /^https?:$/.test(protocol) && username === '' && password === '' && hash === '';
}
