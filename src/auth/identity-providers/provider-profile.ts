import { z } from 'zod';
import type { IdentityProviderConfiguration } from '../../config/index.js';
import { missingClaims, worthOf, type ForeignClaims } from '../claim-rules/claim-rules.js';
import { newUserSchema, type NewUser } from '../users/new-user.js';
import { ProviderLoginRefusedError } from './login-refusal.js';

/** OpenID Connect Core 1.0 §5.1, as far as it is kept; a claim of a wrong kind counts as not sent. */
const profileSchema = z.looseObject({
  sub: z.string().min(1).max(255),
  name: newUserSchema.shape.displayName.catch(undefined),
  preferred_username: z.string().optional().catch(undefined),
  email: z.email().max(254).optional().catch(undefined),
  email_verified: z.boolean().catch(false),
});

/** What the provider's claims make of a person here. */
export interface ProviderProfile {
  readonly subject: string;
  /** To be tried in turn; the last is unique below the provider. */
  readonly usernames: readonly string[];
  readonly user: Pick<NewUser, 'email' | 'emailVerified' | 'displayName'>;
  readonly roles: readonly string[];
  /** Whether the claims decide about roles at all; otherwise an administrator does. */
  readonly decidesRoles: boolean;
}

/** @throws ProviderLoginRefusedError when the configuration does not let the person in. */
export function profileOf(provider: IdentityProviderConfiguration, claims: ForeignClaims): ProviderProfile {
  const result = profileSchema.safeParse(claims);
  if (!result.success) throw new ProviderLoginRefusedError('provider_answer');
  if (missingClaims(claims, provider.requiredClaims).length > 0)
    throw new ProviderLoginRefusedError('required_claim');
  const { sub: subject, name, preferred_username: handle, email } = result.data;
  const emailVerified = email !== undefined && (result.data.email_verified || provider.trustsEmail);
  if (!isFromAllowedDomain(provider, email, emailVerified))
    throw new ProviderLoginRefusedError('email_domain');
  return {
    subject,
    usernames: usernamesOf(provider.id, [handle, email, subject]),
    user: { email, emailVerified, displayName: name },
    roles: [...new Set([...provider.defaultRoles, ...worthOf(claims, provider.roleRules).roles])],
    decidesRoles: provider.defaultRoles.length + provider.roleRules.length > 0,
  };
}

/** The provider's id before them: nobody elsewhere can take a name that is, or will be, given here. */
function usernamesOf(providerId: string, names: readonly (string | undefined)[]): string[] {
  return names
    .map((name) => `${providerId}:${name ?? ''}`.slice(0, 128))
    .filter((name) => name !== `${providerId}:` && newUserSchema.shape.username.safeParse(name).success);
}

/** An address counts that the provider vouches for: anybody can write any address into a profile. */
function isFromAllowedDomain(
  { allowedEmailDomains }: IdentityProviderConfiguration,
  email: string | undefined,
  isVerified: boolean,
): boolean {
  if (allowedEmailDomains.length === 0) return true;
  const domain = email?.slice(email.lastIndexOf('@') + 1).toLowerCase();
  return isVerified && domain !== undefined && allowedEmailDomains.includes(domain);
}
