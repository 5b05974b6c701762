import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import type { Environment } from '../environment.schema.js';
import { externalIssuersSchema } from './external-issuers.schema.js';
import type { ExternalIssuerConfiguration, IdentityProviderConfiguration } from './federation.js';
import { identityProvidersSchema } from './identity-providers.schema.js';

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
  const issuers = read('EXTERNAL_ISSUERS_FILE', environment.EXTERNAL_ISSUERS_FILE, externalIssuersSchema);
  const providers = read(
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

function read<T>(
  variable: string,
  file: string | undefined,
  schema: z.ZodType<T[]>,
): { data: T[]; mistakes: string[] } {
  if (file === undefined) return { data: [], mistakes: [] };
  const document = parse(file);
  if (document === undefined)
    return { data: [], mistakes: [`${variable}: names no readable file with a JSON document`] };
  const result = schema.safeParse(document);
  if (result.success) return { data: result.data, mistakes: [] };
  const mistakes = result.error.issues.map(
    ({ path, message }) => `${variable}: ${path.length === 0 ? '' : `${path.join('.')}: `}${message}`,
  );
  return { data: [], mistakes };
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch {
    return undefined;
  }
}
