import { Command } from 'commander';
import { RoleAdministration, type RoleDefinition } from '../../../auth/index.js';
import { collect } from '../options.js';
import { table, type Answer } from '../output.js';
import { serve } from '../serve.js';

interface CreateOptions {
  readonly scope?: string[];
  readonly description?: string;
  readonly descriptionKo?: string;
}

/** `role list|create|set-scopes` */
export function roleCommand(): Command {
  const command = new Command('role').description('named sets of scopes that people and clients hold');
  command
    .command('list')
    .description('every role and its scopes')
    .action(serve(async (services) => listing(await services.get(RoleAdministration).list())));
  command.addCommand(createCommand());
  command
    .command('set-scopes')
    .description('replace its scopes; who has the role may do so much from now on')
    .argument('<role>')
    .argument('[scopes...]', 'none takes all away')
    .action(
      serve(async (services, name: string, given: string[]) => {
        const scopes = given.flatMap((scope) => collect(scope));
        await services.get(RoleAdministration).setScopes(name, scopes);
        return answer(name, scopes);
      }),
    );
  return command;
}

function createCommand(): Command {
  return new Command('create')
    .description('name a set of scopes')
    .argument('<role>')
    .option('--scope <scopes>', 'what it allows, repeated or with commas', collect)
    .option('--description <text>', 'in English; the name by default')
    .option('--description-ko <text>', 'in Korean; the English one by default')
    .action(
      serve(async (services, name: string, options: CreateOptions) => {
        const { scope: scopes = [], description: descriptionEn, descriptionKo } = options;
        await services.get(RoleAdministration).create({ name, scopes, descriptionEn, descriptionKo });
        return answer(name, scopes);
      }),
    );
}

function answer(name: string, scopes: readonly string[]): Answer {
  return { json: { role: name, scopes }, text: `${name} allows ${scopes.join(' ') || 'nothing'}` };
}

function listing(roles: readonly RoleDefinition[]): Answer {
  const scopesOf = (role: RoleDefinition) => (role.everyScope ? ['*'] : role.scopes);
  return {
    json: roles.map((role) => ({
      role: role.name,
      scopes: role.scopes,
      every_scope: role.everyScope,
    })),
    text: table(
      ['role', 'scopes'],
      roles.map((role) => [role.name, scopesOf(role).join(' ')]),
    ),
  };
}
