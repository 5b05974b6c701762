import type { Environment } from '../environment.schema.js';
import { externalIssuersSchema } from './external-issuers.schema.js';
import type { ExternalIssuerConfiguration, IdentityProviderConfiguration } from './federation.js';
import { identityProvidersSchema } from './identity-providers.schema.js';
import { readList } from '../read-list.js';

/** What the two files about other people's issuers say. */
export interface Federation {
  readonly externalIssuers: readonly ExternalIssuerConfiguration[];
  readonly identityProviders: readonly IdentityProviderConfiguration[];
  /** By variable and path in the file, never with a value. */
  readonly mistakes: readonly string[];
}

/** Reads EXTERNAL_ISSUERS_FILE and IDENTITY_PROVIDERS_FILE; what is not set is empty. */
export function readFederation(
  environment: Environment,
  ownIssuer: string,
  source: NodeJS.ProcessEnv,
): Federation {
  const issuers = readList('EXTERNAL_ISSUERS_FILE', environment.EXTERNAL_ISSUERS_FILE, externalIssuersSchema);
  const providers = readList(
    'IDENTITY_PROVIDERS_FILE',
    environment.IDENTITY_PROVIDERS_FILE,
    identityProvidersSchema(source),
  );
  const isOwn = issuers.data.some(({ issuer }) => issuer === ownIssuer);
  const own = isOwn ? ['EXTERNAL_ISSUERS_FILE: this server is no external issuer of its own'] : [];
  return {
    externalIssuers: issuers.data,
    identityProviders: providers.data,
    mistakes: [...issuers.mistakes, ...providers.mistakes, ...own],
  };
}
