import { Command, Option } from 'commander';
import { AuditTrail } from '../../../audit/index.js';
import { upstreamsFileOfEnvironment, type WrittenUpstream } from '../../../config/index.js';
import { CommandError, report } from '../command-error.js';
import { collect } from '../options.js';
import type { Answer } from '../output.js';
import { serve } from '../serve.js';

interface AddOptions {
  readonly url: string;
  readonly title?: string;
  readonly scope?: string[];
  readonly anyOf?: string[];
  readonly prefix?: string;
  readonly merged: boolean;
  readonly privateAddress?: boolean;
  readonly identity?: string;
  readonly credentialHeader?: string;
  readonly credentialEnv?: string;
  readonly allowTool?: string[];
  readonly pii: string;
  readonly approval?: string;
}

const AT_NEXT_START = 'at the next start';

const ADD_HELP = `
Writes to the file that UPSTREAMS_FILE names, after a check as at the start; comments of YAML stay. Programs on stdio,
scopes of single tools and further members are written there by hand: docs/gateway.md.`;

/** `upstream add` */
export function upstreamAddCommand(): Command {
  const add = new Command('add')
    .description('declare a server over HTTP; it is served from the next start on')
    .argument('<name>', 'served at /mcp/<name>')
    .requiredOption('--url <url>', 'its MCP endpoint')
    .requiredOption('--pii <action>', 'what happens to personal data both ways, such as mask')
    .option('--title <text>', 'as people see it')
    .option('--scope <scopes>', 'all that its callers need, repeated or with commas', collect)
    .option('--any-of <scopes>', 'one of which its callers need', collect)
    .option('--prefix <prefix>', 'of its tools on /mcp; its name and an underscore by default')
    .option('--no-merged', 'serve it at its own endpoint only')
    .option('--private-address', 'it may have a private address, and no TLS')
    .addOption(
      new Option('--identity <way>', 'what tells it who calls').choices(['none', 'static', 'signed']),
    )
    .option('--credential-header <name>', 'that carries the secret of --identity static')
    .option('--credential-env <name>', 'environment variable with that secret; never the secret itself')
    .option('--allow-tool <patterns>', 'serve these tools only, repeated or with commas', collect)
    .addOption(new Option('--approval <way>', 'of its first list of tools').choices(['first-use', 'manual']))
    .addHelpText('after', ADD_HELP);
  return add.action(
    onExistingFile(
      serve((services, name: string, options: AddOptions) =>
        declare(services.get(AuditTrail), name, options),
      ),
    ),
  );
}

/** `upstream remove` */
export function upstreamRemoveCommand(): Command {
  return new Command('remove')
    .description('take a server out of UPSTREAMS_FILE; it is served until the next start')
    .argument('<name>')
    .action(onExistingFile(serve((services, name: string) => withdraw(services.get(AuditTrail), name))));
}

async function declare(audit: AuditTrail, name: string, options: AddOptions): Promise<Answer> {
  const file = await upstreamsFileOfEnvironment();
  const upstream = writtenAs(name, options);
  await file.add(upstream, () =>
    audit.record({
      eventType: 'upstream.declared',
      outcome: 'success',
      target: { type: 'upstream', id: name },
      details: { host: hostOf(options.url), identity: options.identity ?? 'none' },
    }),
  );
  return {
    json: { file: file.path, upstream },
    text: `${name} is declared in ${file.path}; it is served ${AT_NEXT_START}`,
  };
}

async function withdraw(audit: AuditTrail, name: string): Promise<Answer> {
  const file = await upstreamsFileOfEnvironment();
  const wasThere = await file.remove(name, () =>
    audit.record({
      eventType: 'upstream.withdrawn',
      outcome: 'success',
      target: { type: 'upstream', id: name },
    }),
  );
  if (!wasThere) throw new CommandError(`${file.path} declares no server of the name ${name}`);
  return {
    json: { file: file.path, removed: name },
    text: `${name} is no longer in ${file.path}; it ends ${AT_NEXT_START}`,
  };
}

/** The members of the file, in the order of its documentation. */
function writtenAs(name: string, options: AddOptions): WrittenUpstream {
  const members = {
    name,
    title: options.title,
    url: options.url,
    private_address: options.privateAddress,
    identity: options.identity,
    credential_header: options.credentialHeader,
    credential_env: options.credentialEnv,
    scopes: options.scope,
    any_of: options.anyOf,
    prefix: options.prefix,
    merged: options.merged ? undefined : false,
    allowed_tools: options.allowTool,
    pii: options.pii,
    approval: options.approval,
  };
  const given = Object.entries(members).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as WrittenUpstream;
}

/** A query may hold a secret; the host says whom it is about. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}

/** Services start with the file that the variable names, so it has to be there first. */
function onExistingFile<Arguments extends unknown[]>(
  action: (...args: Arguments) => Promise<void>,
): (...args: Arguments) => Promise<void> {
  return async (...args) => {
    try {
      (await upstreamsFileOfEnvironment()).create();
    } catch (error) {
      const command = args.at(-1) as Command;
      return report(error, command.optsWithGlobals<{ json?: boolean }>().json === true);
    }
    return action(...args);
  };
}
