import { Command, type CommanderError } from 'commander';
import { CLIENT_SECRET_VARIABLE, clientSecretOfEnvironment } from '../../../config/index.js';
import type { Credentials } from '../../../doctor/index.js';
import { CommandError, report } from '../command-error.js';
import { answerOf, wordsOf } from '../doctor-answer.js';
import { wholeNumber } from '../options.js';
import { print } from '../output.js';
import { readSecret } from '../read-password.js';
import { withServices } from '../with-services.js';

interface DoctorOptions {
  readonly clientId?: string;
  readonly secretStdin?: boolean;
  readonly issuer?: string;
  readonly scope?: string;
  readonly registered?: boolean;
  readonly origin?: string;
  readonly allowPrivate?: boolean;
  readonly timeout: string;
  readonly json?: boolean;
}

const ILL = 1;
const BAD_USAGE = 2;

const HELP = `
With --client-id the secret is read from ${CLIENT_SECRET_VARIABLE}, or from standard input with --secret-stdin; it is
never an option. Nothing is registered or changed at the server.

Exit status: 0 when it is well, 1 when something is wrong, 2 when the command is called wrongly.`;

/** `doctor URL` */
export function doctorCommand(): Command {
  return new Command('doctor')
    .description(
      'goes the way of both official MCP clients to a server, and says what is wrong and how to mend it',
    )
    .argument('<url>', 'the MCP endpoint, as people give it to their clients')
    .option('--client-id <id>', 'a client of yours with the grant client_credentials, to try a token with')
    .option('--secret-stdin', 'read its secret from standard input')
    .option('--issuer <issuer>', 'send the secret to this authorization server only')
    .option('--scope <scopes>', 'ask for these instead of what the server names')
    .option('--registered', 'clients are registered beforehand: registration is not asked for')
    .option('--origin <origin>', 'pages of this origin have to get along too')
    .option(
      '--allow-private',
      'follow what is advertised to private addresses and without TLS, on other hosts too',
    )
    .option('--timeout <seconds>', 'for one request', '10')
    .addHelpText('after', HELP)
    .exitOverride(endProcess)
    .action(examine);
}

/** Of commander: 0 for help that was asked for. */
function endProcess({ exitCode }: CommanderError): never {
  process.exit(exitCode === 0 ? 0 : BAD_USAGE);
}

async function examine(url: string, _options: DoctorOptions, command: Command): Promise<void> {
  const options = command.optsWithGlobals<DoctorOptions>();
  const asJson = options.json === true;
  try {
    const examination = await examinationOf(url, options);
    const { Doctor, DoctorCliModule, PROFILES } = await import('../doctor-cli.module.js');
    const found = await withServices(
      (services) => services.get(Doctor).examine(examination),
      DoctorCliModule,
    );
    print(answerOf(found, PROFILES), asJson);
    if (found.verdict === 'ill') process.exitCode = ILL;
  } catch (error) {
    report(error, asJson);
    process.exitCode = BAD_USAGE;
  }
}

async function examinationOf(url: string, options: DoctorOptions) {
  const timeoutMs = wholeNumber(options.timeout, 1, '--timeout') * 1_000;
  return {
    url: checkedUrl(url),
    isOperators: true,
    trustsAll: options.allowPrivate === true,
    credentials: await credentialsOf(options),
    isRegistered: options.registered === true,
    scope: options.scope,
    origin: checkedOrigin(options.origin),
    timeoutMs,
    onStep: ({ name, client }: { name: Parameters<typeof wordsOf>[0]; client: string }) =>
      // On standard error, so that the answer stays one document.
      void process.stderr.write(`${client === 'all' ? 'all clients' : client}: ${wordsOf(name)} …\n`),
  };
}

async function credentialsOf({
  clientId,
  secretStdin,
  issuer,
}: DoctorOptions): Promise<Credentials | undefined> {
  if (clientId === undefined) {
    if (secretStdin === true || issuer !== undefined)
      throw new CommandError('--secret-stdin and --issuer need --client-id.');
    return undefined;
  }
  const clientSecret = secretStdin === true ? await readSecret() : clientSecretOfEnvironment();
  if (clientSecret === undefined)
    throw new CommandError(`Give the client's secret in ${CLIENT_SECRET_VARIABLE}, or with --secret-stdin.`);
  return { clientId, clientSecret, issuer };
}

function checkedUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw new CommandError(
      'Give the http or https URL of an MCP endpoint, such as https://mcp.example.com/mcp.',
    );
  if (url.username !== '' || url.password !== '' || url.hash !== '')
    throw new CommandError('The URL must have no credentials and no fragment.');
  return url.href;
}

function checkedOrigin(origin: string | undefined): string | undefined {
  if (origin === undefined || (URL.canParse(origin) && new URL(origin).origin === origin)) return origin;
  throw new CommandError('--origin must be an origin, such as https://app.example.com.');
}
