import { Command } from 'commander';
import { ApiKeyAdministration, type ApiKey } from '../../../auth/index.js';
import { collect, expiry } from '../options.js';
import { fields, table, type Answer } from '../output.js';
import { serve } from '../serve.js';

interface CreateOptions {
  readonly client: string;
  readonly name?: string;
  readonly scope: string[];
  readonly network?: string[];
  readonly expires?: string;
}

/** `api-key create|list|revoke` */
export function apiKeyCommand(): Command {
  const command = new Command('api-key').description(
    'API keys: a bearer credential for scripts that cannot do OAuth',
  );
  command.addCommand(createCommand());
  command
    .command('list')
    .description('keys and their states; never the keys themselves')
    .option('--client <client_id>', 'only this client’s')
    .action(
      serve(async (services, options: { client?: string }) =>
        listing(await services.get(ApiKeyAdministration).list(options.client)),
      ),
    );
  command
    .command('revoke')
    .description('refuse the key from now on')
    .argument('<id>')
    .action(
      serve(async (services, id: string) => {
        await services.get(ApiKeyAdministration).revoke(id);
        return { json: { id, status: 'revoked' }, text: `${id} revoked` };
      }),
    );
  return command;
}

function createCommand(): Command {
  return new Command('create')
    .description('make a key that acts for a client; it is shown once')
    .requiredOption('--client <client_id>', 'the client it acts for')
    .requiredOption('--scope <scopes>', 'what it may do, repeated or with commas', collect)
    .option('--name <text>', 'to tell it from others')
    .option('--network <networks>', 'addresses or networks (CIDR) it may be used from', collect)
    .option('--expires <when>', '90d, 12h or a date; 90 days by default, a year at most')
    .action(
      serve(async (services, options: CreateOptions) => {
        const { key, apiKey } = await services.get(ApiKeyAdministration).create({
          clientId: options.client,
          name: options.name ?? `key of ${options.client}`,
          scopes: options.scope,
          networks: options.network,
          expiresAt: options.expires === undefined ? undefined : expiry(options.expires),
        });
        return created(key, apiKey);
      }),
    );
}

function created(key: string, apiKey: ApiKey): Answer {
  const expires = apiKey.expiresAt.toISOString();
  return {
    json: {
      id: apiKey.id,
      api_key: key,
      scopes: apiKey.scopes,
      networks: apiKey.networks,
      expires_at: expires,
    },
    text: `${fields([
      ['id', apiKey.id],
      ['api_key', key],
      ['expires', expires],
    ])}\nKeep the key now: it is stored as a digest and cannot be shown again.`,
  };
}

function listing(keys: readonly ApiKey[]): Answer {
  const rows = keys.map((key) => [
    key.id,
    key.clientId,
    key.name,
    stateOf(key),
    key.scopes.join(' '),
    key.expiresAt.toISOString(),
  ]);
  return {
    json: keys.map(toWire),
    text: table(['id', 'client_id', 'name', 'state', 'scopes', 'expires'], rows),
  };
}

function stateOf(key: ApiKey): string {
  if (key.revokedAt !== null) return 'revoked';
  return key.expiresAt <= new Date() ? 'expired' : 'active';
}

function toWire(key: ApiKey): object {
  return {
    id: key.id,
    client_id: key.clientId,
    name: key.name,
    state: stateOf(key),
    scopes: key.scopes,
    networks: key.networks,
    created_at: key.createdAt.toISOString(),
    expires_at: key.expiresAt.toISOString(),
    last_used_at: key.lastUsedAt?.toISOString(),
  };
}
