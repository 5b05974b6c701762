import { Command } from 'commander';
import { AuditTrail } from '../../../audit/index.js';
import { Clients, ScopeAuthority, TokenIssuer } from '../../../auth/index.js';
import { Configuration } from '../../../config/index.js';
import { CommandError } from '../command-error.js';
import { collect, wholeNumber } from '../options.js';
import { serve } from '../serve.js';

interface CreateOptions {
  readonly scope?: string[];
  readonly ttl?: string;
}

/** `token create`: a token without its client's secret, for development only. */
export function tokenCommand(): Command {
  const command = new Command('token').description('access tokens for development');
  command
    .command('create')
    .description('a token of the client, without its secret; refused in production')
    .argument('<client_id>')
    .option('--scope <scopes>', 'by default the client’s default scopes', collect)
    .option('--ttl <seconds>', 'at most ACCESS_TOKEN_TTL')
    .action(
      serve(async (services, clientId: string, options: CreateOptions) => {
        const configuration = services.get(Configuration);
        if (configuration.isProduction)
          throw new CommandError('`token create` is refused in production: use the token endpoint.');
        const client = await services.get(Clients).find(clientId);
        if (client === undefined) throw new CommandError(`There is no client ${clientId}.`);
        const grantable = services.get(ScopeAuthority).grantable(client);
        // A default may have identity scopes, for when the client acts for people.
        const scopes = options.scope ?? client.defaultScopes.filter((scope) => grantable.has(scope));
        const refused = scopes.filter((scope) => !grantable.has(scope));
        if (refused.length > 0) throw new CommandError(`${clientId} may not have: ${refused.join(' ')}`);
        const ttl = options.ttl === undefined ? undefined : wholeNumber(options.ttl, 1, '--ttl');
        const token = await services
          .get(TokenIssuer)
          .issue({ client, scopes, audience: client.audiences, ttl });
        await services.get(AuditTrail).record({
          eventType: 'token.issued',
          outcome: 'success',
          target: { type: 'token', id: token.jti },
          client: clientId,
          details: { scope: token.scope, expires_in: token.expiresIn, by: 'command line' },
        });
        return {
          json: {
            access_token: token.accessToken,
            token_type: 'Bearer',
            expires_in: token.expiresIn,
            scope: token.scope,
          },
          text: token.accessToken,
        };
      }),
    );
  return command;
}
