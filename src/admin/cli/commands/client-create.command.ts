import { Command, Option } from 'commander';
import { readFile } from 'node:fs/promises';
import {
  CLIENT_AUTHENTICATION_METHODS,
  ClientAdministration,
  type ApplicationType,
  type ClientAuthenticationMethodName,
  type JsonWebKeySet,
  type NewClientInput,
  type TokenSigningAlgorithm,
} from '../../../auth/index.js';
import { CommandError } from '../command-error.js';
import { collect, expiry, repeat, wholeNumber } from '../options.js';
import { serve } from '../serve.js';
import { createdAnswer } from './client-answers.js';

interface CreateOptions {
  readonly name?: string;
  readonly scope?: string[];
  readonly defaultScope?: string[];
  readonly role?: string[];
  readonly audience?: string[];
  readonly algorithm: TokenSigningAlgorithm;
  readonly idTokenAlgorithm: TokenSigningAlgorithm;
  readonly grantType?: string[];
  readonly redirectUri?: string[];
  readonly postLogoutRedirectUri?: string[];
  readonly applicationType?: ApplicationType;
  readonly public?: true;
  readonly authMethod?: ClientAuthenticationMethodName[];
  readonly jwks?: string;
  readonly jwksUri?: string;
  readonly refreshRetry?: string;
  readonly expires?: string;
}

/** `client create` */
export function clientCreateCommand(): Command {
  const algorithms = ['ES256', 'RS256', 'PS256'];
  return new Command('create')
    .description('register a client; its secret, where it has one, is shown once')
    .argument('<client_id>')
    .option('--name <text>', 'shown to people; by default the client id')
    .option('--scope <scopes>', 'scopes it may ask for, repeated or with commas', collect)
    .option('--default-scope <scopes>', 'scopes it gets when it asks for none', collect)
    .option('--role <roles>', 'roles whose scopes it may ask for as well', collect)
    .option('--audience <audiences>', 'resources its tokens are for: `/`, `/mcp`, URLs or names', collect)
    .addOption(new Option('--algorithm <name>', 'signs its tokens').choices(algorithms).default('ES256'))
    .addOption(
      new Option('--id-token-algorithm <name>', 'signs its ID tokens').choices(algorithms).default('RS256'),
    )
    .option(
      '--redirect-uri <uri>',
      'where people are sent back to, repeated; the client then acts for people',
      repeat,
    )
    .option('--post-logout-redirect-uri <uri>', 'where people are sent after logging out, repeated', repeat)
    .option(
      '--grant-type <types>',
      'authorization_code and refresh_token with a redirect URI, else client_credentials, unless named here',
      collect,
    )
    .addOption(
      new Option(
        '--application-type <type>',
        'native may use loopback and private-use redirect URIs',
      ).choices(['web', 'native']),
    )
    .option('--public', 'it can keep no secret: `--auth-method none`')
    .option('--auth-method <methods>', CLIENT_AUTHENTICATION_METHODS.join(', '), collect)
    .option('--jwks <file>', 'JSON file with its public keys, for private_key_jwt')
    .option('--jwks-uri <url>', 'where its public keys are, for private_key_jwt')
    .option('--refresh-retry <seconds>', 'how long a lost refresh answer may be asked for again, 60 at most')
    .option('--expires <when>', 'when the client stops working: 90d, 12h or a date')
    .action(
      serve(async (services, clientId: string, options: CreateOptions) => {
        const client = await describe(clientId, options);
        return createdAnswer(await services.get(ClientAdministration).create(client));
      }),
    );
}

/** What is wrong in it, the administration says. */
async function describe(clientId: string, options: CreateOptions): Promise<NewClientInput> {
  return {
    clientId,
    clientName: options.name ?? clientId,
    scopes: options.scope,
    defaultScopes: options.defaultScope,
    roles: options.role,
    audiences: options.audience,
    tokenSigningAlgorithm: options.algorithm,
    idTokenSigningAlgorithm: options.idTokenAlgorithm,
    grantTypes: options.grantType as NewClientInput['grantTypes'],
    redirectUris: options.redirectUri,
    postLogoutRedirectUris: options.postLogoutRedirectUri,
    applicationType: options.applicationType,
    tokenEndpointAuthMethods: methodsOf(options),
    jwks: options.jwks === undefined ? undefined : await readKeySet(options.jwks),
    jwksUri: options.jwksUri,
    refreshRetrySeconds:
      options.refreshRetry === undefined
        ? undefined
        : wholeNumber(options.refreshRetry, 0, '--refresh-retry'),
    expiresAt: options.expires === undefined ? undefined : expiry(options.expires),
  };
}

function methodsOf(options: CreateOptions): ClientAuthenticationMethodName[] | undefined {
  if (options.public !== true) return options.authMethod;
  if (options.authMethod !== undefined) throw new CommandError('Give --public or --auth-method, not both.');
  return ['none'];
}

async function readKeySet(file: string): Promise<NewClientInput['jwks']> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as JsonWebKeySet as NewClientInput['jwks'];
  } catch {
    throw new CommandError(`${file} cannot be read as JSON.`);
  }
}
