import type { INestApplicationContext } from '@nestjs/common';
import { Command } from 'commander';
import { generatePassword, UserAdministration, type LoginSession, type User } from '../../../auth/index.js';
import { collect } from '../options.js';
import { fields, table, type Answer } from '../output.js';
import { readPassword } from '../read-password.js';
import { serve } from '../serve.js';

interface PasswordOptions {
  readonly generatePassword?: boolean;
}

interface CreateOptions extends PasswordOptions {
  readonly username: string;
  readonly role?: string[];
  readonly email?: string;
  readonly displayName?: string;
  readonly password: boolean;
}

const PASSWORD_HELP = `
The password is asked for without echo, or read from standard input when that is no terminal.
It is never an option: other users of the machine see command lines, and shells remember them.`;

/** `user create|list|disable|enable|set-roles|reset-password|delete|sessions|end-sessions` */
export function userCommand(): Command {
  const command = new Command('user').description('people who log in');
  command.addCommand(createCommand());
  command
    .command('list')
    .description('everybody, with their roles; no passwords')
    .action(serve(async (services) => listing(await services.get(UserAdministration).list())));
  command.addCommand(statusCommand('disable', 'end their sessions and tokens, and let them in no more'));
  command.addCommand(statusCommand('enable', 'let a disabled person in again'));
  command.addCommand(setRolesCommand());
  command.addCommand(resetPasswordCommand());
  command.addCommand(deleteCommand());
  command.addCommand(sessionsCommand());
  command.addCommand(endSessionsCommand());
  return command;
}

function createCommand(): Command {
  return new Command('create')
    .description('let a person log in')
    .requiredOption('--username <name>', 'what they log in with')
    .option('--role <roles>', 'what they may do, repeated or with commas', collect)
    .option('--email <address>', 'shown to clients that ask for it and are allowed to')
    .option('--display-name <name>', 'shown to themselves and such clients')
    .option('--generate-password', 'make a password, show it once, have them change it at their first login')
    .option('--no-password', 'they log in through another identity provider only')
    .addHelpText('after', PASSWORD_HELP)
    .action(
      serve(async (services, options: CreateOptions) => {
        const password = options.password ? await passwordOf(options) : undefined;
        const id = await services.get(UserAdministration).create({
          username: options.username,
          password,
          email: options.email,
          displayName: options.displayName,
          roles: options.role,
          mustChangePassword: options.generatePassword === true,
        });
        return passwordAnswer(id, options.username, options.generatePassword === true ? password : undefined);
      }),
    );
}

function statusCommand(verb: 'disable' | 'enable', description: string): Command {
  return new Command(verb)
    .description(description)
    .argument('<username>')
    .action(
      serve(async (services, username: string) => {
        const { id } = await services.get(UserAdministration).find(username);
        await services.get(UserAdministration)[verb](id);
        return {
          json: { id, status: verb === 'enable' ? 'active' : 'disabled' },
          text: `${username} ${verb}d`,
        };
      }),
    );
}

function setRolesCommand(): Command {
  return new Command('set-roles')
    .description('replace their roles; tokens they have change with them')
    .argument('<username>')
    .argument('[roles...]', 'none takes all away')
    .action(
      serve(async (services, username: string, given: string[]) => {
        const roles = given.flatMap((role) => collect(role));
        const { id } = await services.get(UserAdministration).find(username);
        await services.get(UserAdministration).setRoles(id, roles);
        return { json: { id, roles }, text: `${username} has ${roles.join(' ') || 'no roles'}` };
      }),
    );
}

function resetPasswordCommand(): Command {
  return new Command('reset-password')
    .description(
      'give them another password, which they change at their next login; ends sessions and tokens',
    )
    .argument('<username>')
    .option('--generate-password', 'make one and show it once')
    .addHelpText('after', PASSWORD_HELP)
    .action(
      serve(async (services, username: string, options: PasswordOptions) => {
        const { id } = await services.get(UserAdministration).find(username);
        const password = await passwordOf(options);
        await services.get(UserAdministration).resetPassword(id, password);
        return passwordAnswer(id, username, options.generatePassword === true ? password : undefined);
      }),
    );
}

function deleteCommand(): Command {
  return new Command('delete')
    .description('erase a person with all that hangs on them; the audit trail keeps their id')
    .argument('<username>')
    .action(
      serve(async (services, username: string) => {
        const { id } = await services.get(UserAdministration).find(username);
        await services.get(UserAdministration).delete(id);
        return { json: { id, status: 'deleted' }, text: `${username} deleted` };
      }),
    );
}

function sessionsCommand(): Command {
  return new Command('sessions')
    .description('browsers they are logged in with')
    .argument('<username>')
    .action(
      serve(async (services, username: string) => sessionListing(await sessionsOf(services, username))),
    );
}

function endSessionsCommand(): Command {
  return new Command('end-sessions')
    .description('log them out everywhere; clients keep their tokens')
    .argument('<username>')
    .action(
      serve(async (services, username: string) => {
        const { id } = await services.get(UserAdministration).find(username);
        const ended = await services.get(UserAdministration).endSessions(id);
        return { json: { id, ended }, text: `${ended} sessions of ${username} ended` };
      }),
    );
}

async function sessionsOf(services: INestApplicationContext, username: string): Promise<LoginSession[]> {
  const { id } = await services.get(UserAdministration).find(username);
  return services.get(UserAdministration).listSessions(id);
}

async function passwordOf({ generatePassword: generate }: PasswordOptions): Promise<string> {
  return generate === true ? generatePassword() : readPassword();
}

/** @param generated shown this once; undefined when the operator knows it already. */
function passwordAnswer(id: string, username: string, generated: string | undefined): Answer {
  const lines = fields([
    ['id', id],
    ['username', username],
    ...(generated === undefined ? [] : [['password', generated] as const]),
  ]);
  const advice =
    generated === undefined ? '' : '\nIt is shown this once. They change it at their next login.';
  return { json: { id, username, password: generated }, text: `${lines}${advice}` };
}

function listing(users: readonly User[]): Answer {
  const rows = users.map((user) => [
    user.username,
    user.status,
    user.roles.join(' '),
    user.passwordDigest === undefined ? 'no' : 'yes',
    user.lastLoginAt?.toISOString() ?? 'never',
  ]);
  return {
    json: users.map(toWire),
    text: table(['username', 'status', 'roles', 'password', 'last login'], rows),
  };
}

function toWire(user: User): object {
  return {
    id: user.id,
    username: user.username,
    email: user.email,
    display_name: user.displayName,
    status: user.status,
    roles: user.roles,
    has_password: user.passwordDigest !== undefined,
    must_change_password: user.mustChangePassword,
    created_at: user.createdAt.toISOString(),
    last_login_at: user.lastLoginAt?.toISOString(),
  };
}

function sessionListing(sessions: readonly LoginSession[]): Answer {
  const rows = sessions.map((session) => [
    session.id,
    session.address,
    session.userAgent,
    session.lastSeenAt.toISOString(),
    session.expiresAt.toISOString(),
  ]);
  return {
    json: sessions.map((session) => ({
      id: session.id,
      address: session.address,
      user_agent: session.userAgent,
      methods: session.methods,
      identity_provider: session.identityProvider,
      authenticated_at: session.authenticatedAt?.toISOString(),
      last_seen_at: session.lastSeenAt.toISOString(),
      expires_at: session.expiresAt.toISOString(),
    })),
    text: table(['id', 'address', 'browser', 'last seen', 'ends'], rows),
  };
}
