import { Command } from 'commander';
import { GrantAdministration, type TokenFamily } from '../../../auth/index.js';
import { CommandError } from '../command-error.js';
import { table, type Answer } from '../output.js';
import { serve } from '../serve.js';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** `grant list|revoke` */
export function grantCommand(): Command {
  const command = new Command('grant').description('what people have granted to clients');
  command
    .command('list')
    .description('the grants of a person that are alive: client, scopes, times; no tokens')
    .argument('<username>')
    .action(
      serve(async (services, username: string) =>
        listing(await services.get(GrantAdministration).list(username)),
      ),
    );
  command
    .command('revoke')
    .description('end one grant by its id, or with --client all that a person granted to a client')
    .argument('<id or username>')
    .option('--client <client_id>', 'the client; the consent is taken back as well')
    .action(
      serve(async (services, subject: string, options: { client?: string }) =>
        revoke(services.get(GrantAdministration), subject, options.client),
      ),
    );
  return command;
}

async function revoke(
  grants: GrantAdministration,
  subject: string,
  clientId: string | undefined,
): Promise<Answer> {
  if (clientId === undefined) return revokeOne(grants, subject);
  await grants.revokeClient(subject, clientId);
  return {
    json: { username: subject, client_id: clientId, status: 'revoked' },
    text: `what ${subject} granted to ${clientId} is revoked`,
  };
}

async function revokeOne(grants: GrantAdministration, id: string): Promise<Answer> {
  if (!UUID.test(id)) throw new CommandError('Give the id of a grant, or a username with --client.');
  await grants.revoke(id);
  return { json: { id, status: 'revoked' }, text: `${id} revoked` };
}

function listing(families: readonly TokenFamily[]): Answer {
  const rows = families.map((family) => [
    family.id,
    family.clientId,
    family.scopes.join(' '),
    family.createdAt.toISOString(),
    family.lastUsedAt.toISOString(),
    family.expiresAt.toISOString(),
  ]);
  return {
    json: families.map(toWire),
    text: table(['id', 'client_id', 'scopes', 'created', 'last used', 'expires'], rows),
  };
}

function toWire(family: TokenFamily): object {
  return {
    id: family.id,
    client_id: family.clientId,
    scopes: family.scopes,
    audience: family.audience,
    created_at: family.createdAt.toISOString(),
    last_used_at: family.lastUsedAt.toISOString(),
    expires_at: family.expiresAt.toISOString(),
  };
}
