import type { INestApplicationContext } from '@nestjs/common';
import { Command } from 'commander';
import { IdentityAdministration } from '../../../auth/index.js';
import { fields, table, type Answer } from '../output.js';
import { serve } from '../serve.js';

interface IdentityOptions {
  readonly provider: string;
  readonly subject: string;
}

type Change = (
  identities: IdentityAdministration,
  username: string,
  provider: string,
  subject: string,
) => Promise<void>;

/** `identity link|unlink|list` */
export function identityCommand(): Command {
  const command = new Command('identity').description('accounts at identity providers that people log in by');
  command.addCommand(
    changeCommand('link', 'let a person log in by an account at a provider', (identities, ...args) =>
      identities.link(...args),
    ),
  );
  command.addCommand(
    changeCommand('unlink', 'let them log in by it no more', (identities, ...args) =>
      identities.unlink(...args),
    ),
  );
  command
    .command('list')
    .description('the accounts a person logs in by')
    .argument('<username>')
    .action(
      serve(async (services, username: string) => {
        const identities = await services.get(IdentityAdministration).list(username);
        const rows = identities.map(({ issuer, subject }) => [issuer, subject]);
        return { json: identities, text: table(['issuer', 'subject'], rows) };
      }),
    );
  return command;
}

function changeCommand(name: string, description: string, change: Change): Command {
  return new Command(name)
    .description(description)
    .argument('<username>')
    .requiredOption('--provider <id>', 'id of the provider in IDENTITY_PROVIDERS_FILE, or its issuer')
    .requiredOption('--subject <sub>', 'what the provider calls them in the claim sub')
    .action(
      serve(
        async (
          services: INestApplicationContext,
          username: string,
          { provider, subject }: IdentityOptions,
        ): Promise<Answer> => {
          await change(services.get(IdentityAdministration), username, provider, subject);
          const answer = { username, provider, subject };
          return { json: answer, text: fields(Object.entries(answer)) };
        },
      ),
    );
}
