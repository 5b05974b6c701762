import { OpenidDiscovery } from '../discovery/openid-discovery.js';
import { IdentityAdministration } from './identity-administration.js';
import { IdentityProviderController } from './identity-provider.controller.js';
import { IdentityProviders } from './identity-providers.js';
import { ProviderLogins } from './provider-logins.repository.js';
import { ProviderPeople } from './provider-people.js';
import { UserIdentities } from './user-identities.repository.js';

/** What logging in through other people's providers is made of. */
export const IDENTITY_PROVIDER_PROVIDERS = [
  IdentityAdministration,
  IdentityProviders,
  OpenidDiscovery,
  ProviderLogins,
  ProviderPeople,
  UserIdentities,
];

export const IDENTITY_PROVIDER_CONTROLLERS = [IdentityProviderController];
