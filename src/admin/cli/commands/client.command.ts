import { Command } from 'commander';
import { ClientAdministration } from '../../../auth/index.js';
import { serve } from '../serve.js';
import { clientAnswer, clientsAnswer, createdAnswer } from './client-answers.js';
import { clientCreateCommand } from './client-create.command.js';

/** `client create|list|show|disable|enable|rotate-secret|delete` */
export function clientCommand(): Command {
  const command = new Command('client').description('OAuth clients of the authorization server');
  command.addCommand(clientCreateCommand());
  command
    .command('list')
    .description('every client and what it may do; no secrets')
    .action(serve(async (services) => clientsAnswer(await services.get(ClientAdministration).list())));
  command
    .command('show')
    .description('all that is registered of one client; no secrets')
    .argument('<client_id>')
    .action(
      serve(async (services, id: string) => clientAnswer(await services.get(ClientAdministration).show(id))),
    );
  command.addCommand(statusCommand('disable', 'refuse the client and the tokens it has'));
  command.addCommand(statusCommand('enable', 'let a disabled client in again'));
  command
    .command('rotate-secret')
    .description('replace the secret; the old one is refused from now on')
    .argument('<client_id>')
    .action(
      serve(async (services, id: string) =>
        createdAnswer(await services.get(ClientAdministration).rotateSecret(id)),
      ),
    );
  command
    .command('delete')
    .description('remove the client with all that people granted it; its tokens are refused')
    .argument('<client_id>')
    .action(
      serve(async (services, id: string) => {
        await services.get(ClientAdministration).delete(id);
        return { json: { client_id: id, status: 'deleted' }, text: `${id} deleted` };
      }),
    );
  return command;
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
