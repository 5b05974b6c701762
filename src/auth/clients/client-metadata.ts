import { z } from 'zod';
import { InvalidClientMetadataError, InvalidRedirectUriError } from '../errors/oauth-errors.js';
import {
  CLIENT_AUTHENTICATION_METHODS,
  TOKEN_SIGNING_ALGORITHMS,
  type Client,
  type ClientAuthenticationMethodName,
} from './client.js';
import type { AppSchemes } from './client-uris.js';
import { newClientSchema, type NewClient, type NewClientInput } from './new-client.js';

/** What whoever keeps the client decides, not the client. */
export interface RegistrationTerms {
  readonly clientId: string;
  readonly registrationOrigin: 'dynamic' | 'metadata-document';
  /** Scopes a client may be registered for; what people may give is decided when they give it. */
  readonly scopes: readonly string[];
  /** RFC 7591 §2 `token_endpoint_auth_method` when there is none. */
  readonly defaultMethod: ClientAuthenticationMethodName;
  readonly methods: readonly ClientAuthenticationMethodName[];
  /** What the server signs with. */
  readonly signingAlgorithms: readonly string[];
  readonly appSchemes: AppSchemes;
  /** For native clients without a secret. */
  readonly nativeRefreshRetrySeconds: number;
}

const MAXIMUM_URIS = 20;
const MAXIMUM_NAME = 200;
const GRANT_TYPES = ['authorization_code', 'refresh_token'] as const;
/** Cs are halves of surrogate pairs, which are no text. */
const NOT_SHOWN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

const text = z.string().max(2_000);
const texts = z.array(text).max(MAXIMUM_URIS);
const names = z.array(z.string().max(200)).max(50);

/** RFC 7591 §2 and OpenID Connect Registration 1.0 §2, as far as anything here depends on it; the rest is ignored. */
const metadataSchema = z.object({
  redirect_uris: texts.optional(),
  post_logout_redirect_uris: texts.optional(),
  token_endpoint_auth_method: z.string().optional(),
  grant_types: names.optional(),
  response_types: names.optional(),
  client_name: text.optional(),
  client_uri: text.optional(),
  logo_uri: text.optional(),
  policy_uri: text.optional(),
  tos_uri: text.optional(),
  scope: text.optional(),
  jwks: z.looseObject({}).optional(),
  jwks_uri: text.optional(),
  application_type: z.enum(['web', 'native']).optional(),
  id_token_signed_response_alg: z.string().optional(),
  subject_type: z.literal('public').optional(),
});
type Metadata = z.output<typeof metadataSchema>;

/** Wire names of what a mistake is about, where the name in the code differs by more than its case. */
const WIRE_NAMES: Readonly<Record<string, string>> = {
  tokenEndpointAuthMethods: 'token_endpoint_auth_method',
  scopes: 'scope',
};

/**
 * The client that the metadata describe, under the terms. What is not supported is left out where the registration
 * still makes sense without it (RFC 7591 §2); members that are null count as omitted.
 *
 * @throws InvalidRedirectUriError or InvalidClientMetadataError, with a description for the client's developer.
 */
export function describeClient(document: unknown, terms: RegistrationTerms): NewClient {
  const metadata = parseMetadata(document);
  const result = newClientSchema(terms.appSchemes).safeParse(toInput(metadata, terms));
  if (!result.success) throw mistakeIn(result.error);
  const { applicationType, tokenEndpointAuthMethods } = result.data;
  const isNativePublic = applicationType === 'native' && tokenEndpointAuthMethods.includes('none');
  return isNativePublic
    ? { ...result.data, refreshRetrySeconds: terms.nativeRefreshRetrySeconds }
    : result.data;
}

/**
 * RFC 7591 §3.2.1: all that is registered, names as registered; secrets and tokens are for the caller to add.
 *
 * @param signingAlgorithms what the server signs with; a client's own that is none of them is never used.
 */
export function metadataOf(client: Client, signingAlgorithms: readonly string[]): Record<string, unknown> {
  const { idTokenSigningAlgorithm: own } = client;
  return {
    client_id: client.clientId,
    client_id_issued_at: Math.floor(client.createdAt.getTime() / 1_000),
    client_name: client.clientName,
    redirect_uris: client.redirectUris,
    ...(client.postLogoutRedirectUris.length === 0
      ? {}
      : { post_logout_redirect_uris: client.postLogoutRedirectUris }),
    token_endpoint_auth_method: client.tokenEndpointAuthMethods[0],
    grant_types: client.grantTypes,
    response_types: ['code'],
    application_type: client.applicationType,
    scope: client.scopes.join(' '),
    id_token_signed_response_alg: signingAlgorithms.includes(own) ? own : signingAlgorithms[0],
    client_uri: client.clientUri,
    logo_uri: client.logoUri,
    policy_uri: client.policyUri,
    tos_uri: client.tosUri,
    jwks: client.jwks,
    jwks_uri: client.jwksUri,
  };
}

function parseMetadata(document: unknown): Metadata {
  // A form is an object too.
  const isForm = document instanceof URLSearchParams;
  if (typeof document !== 'object' || document === null || Array.isArray(document) || isForm) {
    throw new InvalidClientMetadataError('Send the client metadata as a JSON object.');
  }
  const present = Object.fromEntries(Object.entries(document).filter(([, value]) => value !== null));
  const result = metadataSchema.safeParse(present);
  if (!result.success) throw mistakeIn(result.error);
  return result.data;
}

function toInput(metadata: Metadata, terms: RegistrationTerms): NewClientInput {
  const redirectUris = metadata.redirect_uris ?? [];
  if (redirectUris.length === 0) throw new InvalidRedirectUriError('redirect_uris must not be empty.');
  return {
    clientId: terms.clientId,
    clientName: nameOf(metadata, redirectUris),
    registrationOrigin: terms.registrationOrigin,
    redirectUris: [...new Set(redirectUris)],
    postLogoutRedirectUris: metadata.post_logout_redirect_uris,
    grantTypes: grantTypesOf(metadata),
    tokenEndpointAuthMethods: [methodOf(metadata, terms)],
    applicationType: metadata.application_type,
    scopes: scopesOf(metadata, terms),
    idTokenSigningAlgorithm: idTokenAlgorithmOf(metadata, terms),
    jwks: metadata.jwks as NewClientInput['jwks'],
    jwksUri: metadata.jwks_uri,
    clientUri: linkOf(metadata.client_uri),
    logoUri: linkOf(metadata.logo_uri),
    policyUri: linkOf(metadata.policy_uri),
    tosUri: linkOf(metadata.tos_uri),
  };
}

/** People read it on the consent page: characters that hide or turn text around are taken out. */
function nameOf({ client_name: name = '' }: Metadata, [redirectUri = '']: readonly string[]): string {
  const shown = [...name.replace(NOT_SHOWN, '').trim()].slice(0, MAXIMUM_NAME).join('');
  if (shown !== '') return shown;
  const host = URL.canParse(redirectUri) ? new URL(redirectUri).host : '';
  return host === '' ? 'Unnamed client' : host;
}

function grantTypesOf({
  grant_types: grantTypes,
  response_types: responseTypes,
}: Metadata): NewClientInput['grantTypes'] {
  const supported = GRANT_TYPES.filter((type) => grantTypes?.includes(type) ?? true);
  if (!supported.includes('authorization_code')) {
    throw new InvalidClientMetadataError(
      'grant_types must have authorization_code: registered clients act for people.',
    );
  }
  if (responseTypes?.includes('code') === false) {
    throw new InvalidClientMetadataError('response_types must have code.');
  }
  return supported;
}

function methodOf(
  { token_endpoint_auth_method: requested }: Metadata,
  { defaultMethod, methods }: RegistrationTerms,
): ClientAuthenticationMethodName {
  if (requested === undefined) return defaultMethod;
  const method = CLIENT_AUTHENTICATION_METHODS.find((each) => each === requested);
  if (method !== undefined && methods.includes(method)) return method;
  throw new InvalidClientMetadataError(`token_endpoint_auth_method must be one of ${methods.join(', ')}.`);
}

/** Undefined, for the usual, where a shared secret leaves no choice: then nothing is signed with the client's own. */
function idTokenAlgorithmOf(
  { id_token_signed_response_alg: requested }: Metadata,
  { signingAlgorithms }: RegistrationTerms,
): NewClientInput['idTokenSigningAlgorithm'] {
  if (requested === undefined || signingAlgorithms.includes(requested))
    return TOKEN_SIGNING_ALGORITHMS.find((each) => each === requested);
  throw new InvalidClientMetadataError(
    `id_token_signed_response_alg must be one of ${signingAlgorithms.join(', ')}.`,
  );
}

function scopesOf({ scope }: Metadata, { scopes }: RegistrationTerms): string[] {
  if (scope === undefined || scope.trim() === '') return [...scopes];
  const requested = new Set(scope.split(' '));
  const known = scopes.filter((each) => requested.has(each));
  if (known.length > 0) return known;
  throw new InvalidClientMetadataError('scope has none that this server knows.');
}

/** A page of the client's: shown as a link, or not at all. Its scheme must be the web's; only `https` is kept. */
function linkOf(url: string | undefined): string | undefined {
  if (url === undefined || url === '' || /^http:\/\//i.test(url)) return undefined;
  return url;
}

function mistakeIn({ issues }: z.ZodError): InvalidClientMetadataError | InvalidRedirectUriError {
  const [issue] = issues;
  const path = (issue?.path ?? []).map((part) => wireName(String(part)));
  const description = `${path.join('.') || 'metadata'}: ${issue?.message ?? 'is not valid'}.`;
  return path[0] === 'redirect_uris' && path.length > 1
    ? new InvalidRedirectUriError(description)
    : new InvalidClientMetadataError(description);
}

function wireName(name: string): string {
  return WIRE_NAMES[name] ?? name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
