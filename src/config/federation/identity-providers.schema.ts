import { z } from 'zod';
import { claimPath, identifier, issuerUrl, isUnique, requiredClaims, text } from './claim-rule.schema.js';
import { readSecret, readTextFile } from '../read-secret.js';
import {
  FOREIGN_ALGORITHMS,
  type IdentityProviderAuthentication,
  type IdentityProviderConfiguration,
} from './federation.js';

const algorithms = z.array(z.enum(FOREIGN_ALGORITHMS)).min(1);
const displayName = z.strictObject({ en: z.string().min(1).max(64), ko: z.string().min(1).max(64) });
const roleRule = z
  .strictObject({ claim: claimPath, value: text, roles: z.array(text).min(1) })
  .transform((rule) => ({ ...rule, scopes: [] }));

const provider = z.strictObject({
  id: identifier,
  display_name: displayName,
  issuer: issuerUrl,
  client_id: text,
  token_endpoint_auth_method: z
    .enum(['client_secret_basic', 'client_secret_post', 'private_key_jwt'])
    .default('client_secret_basic'),
  client_secret_env: text.optional(),
  client_secret_file: text.optional(),
  private_key_file: text.optional(),
  private_key_algorithm: z.enum(FOREIGN_ALGORITHMS).default('RS256'),
  private_key_id: text.optional(),
  scopes: z
    .array(z.string().regex(/^[\x21\x23-\x5B\x5D-\x7E]+$/, 'must be a scope'))
    .refine((scopes) => scopes.includes('openid'), 'must include openid')
    .default(['openid', 'profile', 'email']),
  id_token_algorithms: algorithms.default(['RS256', 'PS256', 'ES256']),
  fetch_userinfo: z.boolean().default(false),
  required_claims: requiredClaims,
  auto_provisioning: z.boolean().default(false),
  allowed_email_domains: z.array(text.transform((domain) => domain.toLowerCase())).default([]),
  trust_email: z.boolean().default(false),
  default_roles: z.array(text).default([]),
  role_rules: z.array(roleRule).default([]),
});

type Provider = z.output<typeof provider>;

/**
 * IDENTITY_PROVIDERS_FILE. Secrets stand in a variable of `environment` or a file of their own, which the entry names.
 */
export function identityProvidersSchema(environment: NodeJS.ProcessEnv) {
  return z
    .strictObject({
      identity_providers: z.array(
        provider.transform((each, context): IdentityProviderConfiguration => {
          const authentication = authenticationOf(each, environment);
          if (typeof authentication !== 'string') return toConfiguration(each, authentication);
          context.addIssue({ code: 'custom', message: authentication });
          return z.NEVER;
        }),
      ),
    })
    .transform(({ identity_providers: providers }) => providers)
    .refine((providers) => isUnique(providers, ({ id }) => id), 'two entries have the same id');
}

function toConfiguration(
  each: Provider,
  authentication: IdentityProviderAuthentication,
): IdentityProviderConfiguration {
  return {
    id: each.id,
    displayName: each.display_name,
    issuer: each.issuer,
    clientId: each.client_id,
    authentication,
    scopes: each.scopes,
    algorithms: each.id_token_algorithms,
    fetchesUserinfo: each.fetch_userinfo,
    requiredClaims: each.required_claims,
    autoProvisioning: each.auto_provisioning,
    allowedEmailDomains: each.allowed_email_domains,
    trustsEmail: each.trust_email,
    defaultRoles: each.default_roles,
    roleRules: each.role_rules,
  };
}

/** A text is what is wrong. */
function authenticationOf(
  each: Provider,
  environment: NodeJS.ProcessEnv,
): IdentityProviderAuthentication | string {
  const { token_endpoint_auth_method: method } = each;
  if (method === 'private_key_jwt') return privateKeyOf(each);
  const secret = readSecret({ variable: each.client_secret_env, file: each.client_secret_file }, environment);
  return secret === undefined
    ? 'client_secret_env or client_secret_file must name a secret that is there and not empty'
    : { method, secret };
}

function privateKeyOf(each: Provider): IdentityProviderAuthentication | string {
  const privateKey = readTextFile(each.private_key_file);
  if (privateKey === undefined || !/^-----BEGIN PRIVATE KEY-----/.test(privateKey))
    return 'private_key_file must name a readable PKCS #8 key in PEM';
  const { private_key_algorithm: algorithm, private_key_id: keyId } = each;
  return { method: 'private_key_jwt', privateKey, algorithm, keyId };
}
