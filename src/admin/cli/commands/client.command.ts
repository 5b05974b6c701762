import { Command, Option } from 'commander';
import {
  ClientAdministration,
  type Client,
  type IssuedSecret,
  type TokenSigningAlgorithm,
} from '../../../auth/index.js';
import { collect, expiry } from '../options.js';
import { fields, table, type Answer } from '../output.js';
import { serve } from '../serve.js';

interface CreateOptions {
  readonly name?: string;
  readonly scope?: string[];
  readonly defaultScope?: string[];
  readonly role?: string[];
  readonly audience?: string[];
  readonly algorithm: TokenSigningAlgorithm;
  readonly expires?: string;
}

/** `client create|list|disable|enable|rotate-secret` */
export function clientCommand(): Command {
  const command = new Command('client').description('OAuth clients of the authorization server');
  command.addCommand(createCommand());
  command
    .command('list')
    .description('every client and what it may do; no secrets')
    .action(serve(async (services) => listing(await services.get(ClientAdministration).list())));
  command.addCommand(statusCommand('disable', 'refuse the client and the tokens it has'));
  command.addCommand(statusCommand('enable', 'let a disabled client in again'));
  command
    .command('rotate-secret')
    .description('replace the secret; the old one is refused from now on')
    .argument('<client_id>')
    .action(
      serve(async (services, id: string) =>
        secretAnswer(await services.get(ClientAdministration).rotateSecret(id)),
      ),
    );
  return command;
}

function createCommand(): Command {
  return new Command('create')
    .description('register a client for the client_credentials grant; its secret is shown once')
    .argument('<client_id>')
    .option('--name <text>', 'shown to people; by default the client id')
    .option('--scope <scopes>', 'scopes it may ask for, repeated or with commas', collect)
    .option('--default-scope <scopes>', 'scopes it gets when it asks for none', collect)
    .option('--role <roles>', 'roles whose scopes it may ask for as well', collect)
    .option('--audience <audiences>', 'resources its tokens are for: `/`, `/mcp`, URLs or names', collect)
    .addOption(
      new Option('--algorithm <name>', 'signs its tokens')
        .choices(['ES256', 'RS256', 'PS256'])
        .default('ES256'),
    )
    .option('--expires <when>', 'when the client stops working: 90d, 12h or a date')
    .action(
      serve(async (services, clientId: string, options: CreateOptions) => {
        const created = await services.get(ClientAdministration).create({
          clientId,
          clientName: options.name ?? clientId,
          scopes: options.scope,
          defaultScopes: options.defaultScope,
          roles: options.role,
          audiences: options.audience,
          tokenSigningAlgorithm: options.algorithm,
          expiresAt: options.expires === undefined ? undefined : expiry(options.expires),
        });
        return secretAnswer(created);
      }),
    );
}

function statusCommand(verb: 'disable' | 'enable', description: string): Command {
  return new Command(verb)
    .description(description)
    .argument('<client_id>')
    .action(
      serve(async (services, clientId: string) => {
        await services.get(ClientAdministration)[verb](clientId);
        return {
          json: { client_id: clientId, status: verb === 'enable' ? 'active' : 'disabled' },
          text: `${clientId} ${verb}d`,
        };
      }),
    );
}

function secretAnswer({ clientId, clientSecret }: IssuedSecret): Answer {
  return {
    json: { client_id: clientId, client_secret: clientSecret },
    text: `${fields([
      ['client_id', clientId],
      ['client_secret', clientSecret],
    ])}\nKeep the secret now: it is stored as a digest and cannot be shown again.`,
  };
}

function listing(clients: readonly Client[]): Answer {
  const rows = clients.map((client) => [
    client.clientId,
    client.status,
    client.tokenSigningAlgorithm,
    [...client.roles.map((role) => `role:${role}`), ...client.scopes].join(' '),
    client.expiresAt?.toISOString() ?? 'never',
  ]);
  return {
    json: clients.map(toWire),
    text: table(['client_id', 'status', 'algorithm', 'may have', 'expires'], rows),
  };
}

function toWire(client: Client): object {
  return {
    client_id: client.clientId,
    client_name: client.clientName,
    status: client.status,
    grant_types: client.grantTypes,
    scopes: client.scopes,
    default_scopes: client.defaultScopes,
    roles: client.roles,
    audiences: client.audiences,
    token_signing_alg: client.tokenSigningAlgorithm,
    expires_at: client.expiresAt?.toISOString(),
    created_at: client.createdAt.toISOString(),
  };
}
