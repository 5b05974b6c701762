import { z } from 'zod';
import {
  CLIENT_ID,
  CLIENT_AUTHENTICATION_METHODS,
  SECRET_METHODS,
  TOKEN_SIGNING_ALGORITHMS,
  type JsonWebKeySet,
} from './client.js';

/** RFC 6749 §3.3 scope-token. */
const scopeToken = z
  .string()
  .regex(/^[\x21\x23-\x5B\x5D-\x7E]{1,128}$/, 'must be a scope-token (RFC 6749 section 3.3)');
const scopeList = z.array(scopeToken).max(100);
const audience = z
  .string()
  .regex(/^[\x21-\x7E]{1,500}$/, 'must be a URL, a path below the public URL or a name');

const uri = z.string().regex(/^[\x21-\x7E]{1,2000}$/, 'must be a URI');
const uriList = z.array(uri).max(50).default([]);
/** Subjects of people look like this; a client must not pass for one (RFC 9700 §4.15). */
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** What an administrator says about a client to be registered; the names are those of RFC 7591 §2 in camelCase. */
export const newClientSchema = z
  .strictObject({
    clientId: z
      .string()
      .regex(CLIENT_ID, 'must be 1 to 512 visible ASCII characters')
      .refine((clientId) => !UUID.test(clientId), 'must not be a UUID: those are people'),
    clientName: z.string().min(1).max(200),
    grantTypes: z
      .array(z.enum(['client_credentials', 'authorization_code', 'refresh_token']))
      .min(1)
      .default(['client_credentials']),
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
    applicationType: z.enum(['web', 'native']).default('web'),
    redirectUris: uriList,
    postLogoutRedirectUris: uriList,
    jwks: z.custom<JsonWebKeySet>().optional(),
    jwksUri: uri.optional(),
    clientUri: uri.optional(),
    logoUri: uri.optional(),
    policyUri: uri.optional(),
    tosUri: uri.optional(),
    registrationOrigin: z.enum(['administrator', 'dynamic', 'metadata-document']).default('administrator'),
    refreshRetrySeconds: z.number().int().min(0).max(60).default(0),
    expiresAt: z.date().optional(),
  })
  .refine((client) => client.roles.length > 0 || client.scopes.length > 0, 'needs a scope or a role');

export type NewClientInput = z.input<typeof newClientSchema>;
export type NewClient = z.output<typeof newClientSchema>;
