import { Command } from 'commander';
import { VERSION } from '../../config/index.js';
import { apiKeyCommand } from './commands/api-key.command.js';
import { clientCommand } from './commands/client.command.js';
import { doctorCommand } from './commands/doctor.command.js';
import { grantCommand } from './commands/grant.command.js';
import { identityCommand } from './commands/identity.command.js';
import { keyCommand } from './commands/key.command.js';
import { policyCommand } from './commands/policy.command.js';
import { registrationTokenCommand } from './commands/registration-token.command.js';
import { roleCommand } from './commands/role.command.js';
import { tokenCommand } from './commands/token.command.js';
import { upstreamCommand } from './commands/upstream.command.js';
import { userCommand } from './commands/user.command.js';

const EXAMPLES = `
Examples:
  npm run cli -- user create --username alice --role admin
  npm run cli -- user set-roles alice user
  npm run cli -- client create reporter --scope mcp.access,audit.read
  npm run cli -- client disable reporter
  npm run cli -- client create assistant --public --redirect-uri http://127.0.0.1/callback
  npm run cli -- registration-token create --uses 5
  npm run cli -- api-key create --client reporter --scope mcp.access --expires 90d
  npm run cli -- key rotate
  npm run cli -- token create mcp-client --scope mcp.access,read
  npm run cli -- policy check policies.yaml
  npm run cli -- upstream diff files
  npm run cli -- upstream approve files read_file
  npm run cli -- doctor https://mcp.example.com/mcp
  npm run cli -- policy replay --policy policies.yaml --from 2027-01-01

Beside a running server with the embedded database, commands use that server's database;
with DATABASE_URL they use that one. Running servers see every change within a second.`;

/** The whole command line. A new command is one file in commands/ and one line here. */
export function program(): Command {
  return new Command('gatehouse')
    .description('Administers Gatehouse: people, roles, clients, grants, API keys, signing keys')
    .version(VERSION)
    .option('--json', 'answer in JSON, errors too')
    .addCommand(userCommand())
    .addCommand(identityCommand())
    .addCommand(roleCommand())
    .addCommand(clientCommand())
    .addCommand(registrationTokenCommand())
    .addCommand(apiKeyCommand())
    .addCommand(grantCommand())
    .addCommand(keyCommand())
    .addCommand(tokenCommand())
    .addCommand(policyCommand())
    .addCommand(upstreamCommand())
    .addCommand(doctorCommand())
    .addHelpText('after', EXAMPLES)
    .showHelpAfterError('(--help lists what there is)');
}
