import { Command } from 'commander';
import { RegistrationTokens, type RegistrationToken } from '../../../auth/index.js';
import { expiry, wholeNumber } from '../options.js';
import { fields, table, type Answer } from '../output.js';
import { serve } from '../serve.js';

interface CreateOptions {
  readonly name?: string;
  readonly uses?: string;
  readonly expires: string;
}

/** `registration-token create|list|revoke` */
export function registrationTokenCommand(): Command {
  const command = new Command('registration-token').description(
    'initial access tokens: whoever holds one may register clients where REGISTRATION is `token`',
  );
  command.addCommand(createCommand());
  command
    .command('list')
    .description('tokens and their states; never the tokens themselves')
    .action(serve(async (services) => listing(await services.get(RegistrationTokens).list())));
  command
    .command('revoke')
    .description('refuse the token from now on; what it registered stays')
    .argument('<id>')
    .action(
      serve(async (services, id: string) => {
        await services.get(RegistrationTokens).revoke(id);
        return { json: { id, status: 'revoked' }, text: `${id} revoked` };
      }),
    );
  return command;
}

function createCommand(): Command {
  return new Command('create')
    .description('make a token for whoever is to register clients; it is shown once')
    .option('--name <text>', 'to tell it from others')
    .option('--uses <number>', 'registrations it is good for; any number unless given')
    .option('--expires <when>', '90d, 12h or a date', '30d')
    .action(
      serve(async (services, options: CreateOptions) => {
        const expiresAt = expiry(options.expires);
        const { id, token } = await services.get(RegistrationTokens).create({
          name: options.name ?? 'registration token',
          maximumUses: options.uses === undefined ? undefined : wholeNumber(options.uses, 1, '--uses'),
          expiresAt,
        });
        return created(id, token, expiresAt.toISOString());
      }),
    );
}

function created(id: string, token: string, expires: string): Answer {
  return {
    json: { id, registration_token: token, expires_at: expires },
    text: `${fields([
      ['id', id],
      ['registration_token', token],
      ['expires', expires],
    ])}\nKeep the token now: it is stored as a digest and cannot be shown again.`,
  };
}

function listing(tokens: readonly RegistrationToken[]): Answer {
  const rows = tokens.map((token) => [
    token.id,
    token.name,
    stateOf(token),
    `${token.uses} of ${token.maximumUses ?? 'any'}`,
    token.expiresAt.toISOString(),
  ]);
  return { json: tokens.map(toWire), text: table(['id', 'name', 'state', 'used', 'expires'], rows) };
}

function toWire(token: RegistrationToken): object {
  return {
    id: token.id,
    name: token.name,
    state: stateOf(token),
    uses: token.uses,
    maximum_uses: token.maximumUses,
    created_at: token.createdAt.toISOString(),
    expires_at: token.expiresAt.toISOString(),
  };
}

function stateOf({ revokedAt, expiresAt, uses, maximumUses }: RegistrationToken): string {
  if (revokedAt !== null) return 'revoked';
  if (expiresAt <= new Date()) return 'expired';
  return maximumUses !== null && uses >= maximumUses ? 'used up' : 'active';
}
