import { z } from 'zod';
import { clientKeySet } from './client-keys.js';
import {
  CLIENT_AUTHENTICATION_METHODS,
  CLIENT_ID,
  SECRET_METHODS,
  TOKEN_SIGNING_ALGORITHMS,
  type ClientAuthenticationMethodName,
} from './client.js';
import { applicationTypeOf, redirectUriMistake, webUrlMistake, type AppSchemes } from './client-uris.js';

/** RFC 6749 §3.3 scope-token. */
const scopeToken = z
  .string()
  .regex(/^[\x21\x23-\x5B\x5D-\x7E]{1,128}$/, 'must be a scope-token (RFC 6749 section 3.3)');
const scopeList = z.array(scopeToken).max(100);
const audience = z
  .string()
  .regex(/^[\x21-\x7E]{1,500}$/, 'must be a URL, a path below the public URL or a name');

const webUrl = z.string().superRefine((url, context) => {
  const mistake = webUrlMistake(url);
  if (mistake !== undefined) context.addIssue({ code: 'custom', message: mistake });
});
const uriList = z.array(z.string()).max(50).default([]);
/** Subjects of people look like this; a client must not pass for one (RFC 9700 §4.15). */
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

const DISPLAY_NAME = /^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]{1,200}$/u;

const members = z.strictObject({
  clientId: z
    .string()
    .regex(CLIENT_ID, 'must be 1 to 512 visible ASCII characters')
    .refine((clientId) => !UUID.test(clientId), 'must not be a UUID: those are people'),
  /** Shown to people when they decide, so nothing that hides or turns text around. */
  clientName: z.string().regex(DISPLAY_NAME, 'must be 1 to 200 characters that show'),
  grantTypes: z
    .array(z.enum(['client_credentials', 'authorization_code', 'refresh_token']))
    .min(1)
    .optional(),
  tokenEndpointAuthMethods: z
    .array(z.enum(CLIENT_AUTHENTICATION_METHODS))
    .min(1)
    .default([...SECRET_METHODS]),
  scopes: scopeList.default(['mcp.access']),
  defaultScopes: scopeList.default([]),
  roles: z
    .array(z.string().regex(/^[\w.-]{1,64}$/))
    .max(20)
    .default([]),
  audiences: z.array(audience).min(1).max(50).default(['/', '/mcp']),
  tokenSigningAlgorithm: z.enum(TOKEN_SIGNING_ALGORITHMS).default('ES256'),
  idTokenSigningAlgorithm: z.enum(TOKEN_SIGNING_ALGORITHMS).default('RS256'),
  applicationType: z.enum(['web', 'native']).optional(),
  redirectUris: uriList,
  postLogoutRedirectUris: uriList,
  jwks: clientKeySet.optional(),
  jwksUri: webUrl.optional(),
  clientUri: webUrl.optional(),
  logoUri: webUrl.optional(),
  policyUri: webUrl.optional(),
  tosUri: webUrl.optional(),
  registrationOrigin: z.enum(['administrator', 'dynamic', 'metadata-document']).default('administrator'),
  refreshRetrySeconds: z.number().int().min(0).max(60).default(0),
  expiresAt: z.date().optional(),
});

/** What somebody says about a client to be registered; the names are those of RFC 7591 §2 in camelCase. */
export function newClientSchema(appSchemes: AppSchemes) {
  return members
    .transform((client) => ({
      ...client,
      // Who has somewhere to redirect to acts for people.
      grantTypes: client.grantTypes ?? (client.redirectUris.length > 0 ? PEOPLE_GRANTS : MACHINE_GRANTS),
      applicationType: client.applicationType ?? applicationTypeOf(client.redirectUris, appSchemes),
    }))
    .superRefine((client, context) => {
      for (const [path, message] of mistakesOf(client, appSchemes))
        context.addIssue({ code: 'custom', path, message });
    });
}

export type NewClientInput = z.input<typeof members>;
export type NewClient = z.output<ReturnType<typeof newClientSchema>>;

type GrantType = 'client_credentials' | 'authorization_code' | 'refresh_token';
type Described = z.output<typeof members> & {
  readonly grantTypes: readonly GrantType[];
  readonly applicationType: 'web' | 'native';
};
type Mistake = readonly [path: PropertyKey[], message: string];

const PEOPLE_GRANTS: GrantType[] = ['authorization_code', 'refresh_token'];
const MACHINE_GRANTS: GrantType[] = ['client_credentials'];

/** Whether a client of these methods needs a secret. */
export function needsSecret(methods: readonly ClientAuthenticationMethodName[]): boolean {
  return SECRET_METHODS.some((method) => methods.includes(method));
}

/** What is wrong with members that are each well-formed. */
function mistakesOf(client: Described, appSchemes: AppSchemes): Mistake[] {
  return [
    ...uriMistakes(client, 'redirectUris', appSchemes),
    ...uriMistakes(client, 'postLogoutRedirectUris', appSchemes),
    ...grantMistakes(client),
    ...methodMistakes(client),
    ...(client.roles.length === 0 && client.scopes.length === 0
      ? [[[], 'needs a scope or a role'] as Mistake]
      : []),
  ];
}

function uriMistakes(
  client: Described,
  list: 'redirectUris' | 'postLogoutRedirectUris',
  appSchemes: AppSchemes,
): Mistake[] {
  return client[list].flatMap((uri, index) => {
    const mistake = redirectUriMistake(uri, client.applicationType, appSchemes);
    return mistake === undefined ? [] : [[[list, index], mistake]];
  });
}

function grantMistakes({ grantTypes, redirectUris, tokenEndpointAuthMethods }: Described): Mistake[] {
  const usesCodes = grantTypes.includes('authorization_code');
  const mistakes: Mistake[] = [];
  if (usesCodes && redirectUris.length === 0) {
    mistakes.push([['redirectUris'], 'must not be empty for the grant authorization_code']);
  }
  if (grantTypes.includes('refresh_token') && !usesCodes) {
    mistakes.push([['grantTypes'], 'refresh_token needs authorization_code']);
  }
  if (grantTypes.includes('client_credentials') && tokenEndpointAuthMethods.includes('none')) {
    mistakes.push([['grantTypes'], 'client_credentials is not for public clients']);
  }
  return mistakes;
}

function methodMistakes({ tokenEndpointAuthMethods: methods, jwks, jwksUri }: Described): Mistake[] {
  const mistakes: Mistake[] = [];
  if (methods.includes('none') && methods.length > 1) {
    mistakes.push([['tokenEndpointAuthMethods'], 'none excludes every other method']);
  }
  if (jwks !== undefined && jwksUri !== undefined) {
    mistakes.push([['jwks'], 'give keys by value or by jwks_uri, not both']);
  }
  if (methods.includes('private_key_jwt') && jwks === undefined && jwksUri === undefined) {
    mistakes.push([['jwks'], 'private_key_jwt needs keys, by value or by jwks_uri']);
  }
  return mistakes;
}
