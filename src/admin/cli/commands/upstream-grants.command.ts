import type { INestApplicationContext } from '@nestjs/common';
import { Command } from 'commander';
import { UserAdministration } from '../../../auth/index.js';
import type { GrantRevocation, GrantSummary } from '../../../gateway/index.js';
import { CommandError } from '../command-error.js';
import { table, type Answer } from '../output.js';
import { serve } from '../serve.js';

/** Loaded by these commands alone: the others need no gateway. */
const gateway = () => import('../upstream-cli.module.js');
const withGrants = async () => (await gateway()).UpstreamCliModule;

/** `upstream grants` */
export function upstreamGrantsCommand(): Command {
  return new Command('grants')
    .description('what people granted at servers: who, where, since when; no tokens')
    .argument('[upstream]', 'all servers, unless named')
    .action(
      serve(async (services, upstream: string | undefined) => {
        const grants = services.get((await gateway()).UpstreamGrants);
        const users = await services.get(UserAdministration).list();
        const names = new Map(users.map(({ id, username }) => [id, username]));
        return listing(await grants.list(undefined, upstream), names);
      }, withGrants),
    );
}

/** `upstream revoke` */
export function upstreamRevokeCommand(): Command {
  return new Command('revoke')
    .description('end what a person granted at a server, there as well where that server offers it')
    .argument('<upstream>')
    .argument('<username>')
    .action(
      serve(async (services, upstream: string, username: string) => {
        const { id } = await services.get(UserAdministration).find(username);
        const revocation = await revocationOf(services);
        if (!(await revocation.revoke(upstream, id, 'revoked_by_administrator')))
          throw new CommandError(`${username} has granted nothing at ${upstream}.`);
        return {
          json: { upstream, user_id: id, status: 'revoked' },
          text: `what ${username} granted at ${upstream} is revoked`,
        };
      }, withGrants),
    );
}

async function revocationOf(services: INestApplicationContext): Promise<GrantRevocation> {
  return services.get((await gateway()).GrantRevocation);
}

function listing(grants: readonly GrantSummary[], names: ReadonlyMap<string, string>): Answer {
  const rows = grants.map((grant) => [
    grant.upstream,
    names.get(grant.userId) ?? grant.userId,
    grant.scope ?? '',
    grant.grantedAt.toISOString(),
    grant.renewedAt?.toISOString() ?? '',
  ]);
  const json = grants.map((grant) => ({
    upstream: grant.upstream,
    user_id: grant.userId,
    issuer: grant.issuer,
    scope: grant.scope,
    granted_at: grant.grantedAt.toISOString(),
    renewed_at: grant.renewedAt?.toISOString(),
  }));
  return { json, text: table(['upstream', 'username', 'scope', 'granted', 'renewed'], rows) };
}
