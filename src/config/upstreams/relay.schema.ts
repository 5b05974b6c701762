import { isAbsolute } from 'node:path';
import { z } from 'zod';
import { PII_ACTIONS } from '../../common/policy-decision.js';
import { callLimitsMember } from './call-limits.schema.js';
import { isUnique, text } from '../federation/claim-rule.schema.js';
import { readSecret } from '../read-secret.js';
import {
  authorizationMember,
  authorizationMistakes,
  isAuthorized,
  toAuthorizedIdentity,
} from './authorization.schema.js';
import {
  APPROVALS,
  ASKABLE,
  CONNECTION_SHARING,
  IDENTITIES_OF_CALLERS,
  UPSTREAM_IDENTITIES,
  UPSTREAM_REVISIONS,
  type HttpTransport,
  type RelayConfiguration,
  type StdioTransport,
} from './relay.js';
import { neededScopes, toolPattern, toRequirement, type NeededScopes } from './scope-members.js';

const integer = (minimum: number, maximum: number) => z.number().int().min(minimum).max(maximum);
/** RFC 9110 §5.1. */
const headerName = z.string().regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,64}$/, 'must be the name of a header');
const variableName = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_]{0,127}$/, 'must be the name of an environment variable');
/** No terminator, which would end a command line's word early. */
const word = z
  .string()
  .max(8_192)
  .refine((value) => !value.includes('\0'), 'must not hold a NUL character');
const serverUrl = z
  .string()
  .refine(isServerUrl, 'must be an http or https URL without fragment or credentials');

const action = z.enum(PII_ACTIONS, `must be one of ${PII_ACTIONS.join(', ')}`);
const fields = z.record(text, z.union([action, z.record(text, z.unknown())]));
/** The types of personal data are checked where they are known, at the start as well. */
export const policyMember = z.union(
  [
    action,
    z
      .strictObject({
        in: action,
        out: action,
        fields,
        types: z.record(text, action),
        purpose: text,
        deterministic: z.boolean(),
        reveals: z.array(text),
        onRecognizerFailure: z.enum(['reject', 'rules-only']),
      })
      .partial(),
  ],
  `must be one of ${PII_ACTIONS.join(', ')}, or say what happens by in, out, fields and types`,
);

/** Members of an upstream that is relayed, beside those that all have. */
export const RELAY_MEMBERS = {
  url: serverUrl.optional(),
  private_address: z.boolean().optional(),
  identity: z.enum(UPSTREAM_IDENTITIES, `must be one of ${UPSTREAM_IDENTITIES.join(', ')}`).optional(),
  authorization: authorizationMember.optional(),
  credential_header: headerName.optional(),
  credential_env: variableName.optional(),
  credential_file: text.optional(),
  command: word.min(1).optional(),
  args: z.array(word).max(256).optional(),
  env: z.record(variableName, word).optional(),
  env_from: z.array(variableName).max(64).optional(),
  cwd: text.refine(isAbsolute, 'must be an absolute path').optional(),
  revision: z.enum(UPSTREAM_REVISIONS).optional(),
  prefix: z
    .string()
    .regex(/^[A-Za-z0-9_.-]{0,64}$/, 'must be at most 64 letters, digits, dots, hyphens and underscores')
    .optional(),
  merged: z.boolean().optional(),
  allowed_tools: z
    .array(toolPattern)
    .max(1_024)
    .refine((names) => isUnique(names, (name) => name), 'a name stands here twice')
    .optional(),
  asks: z
    .array(z.enum(ASKABLE))
    .min(1)
    .refine((asked) => isUnique(asked, (each) => each), 'a word stands here twice')
    .optional(),
  resources: z.strictObject(neededScopes).optional(),
  prompts: z.strictObject(neededScopes).optional(),
  pii: policyMember.optional(),
  connections: z.enum(CONNECTION_SHARING).optional(),
  approval: z.enum(APPROVALS).optional(),
  timeouts: z
    .strictObject({
      connect_ms: integer(100, 300_000),
      call_ms: integer(100, 3_600_000),
      silence_ms: integer(100, 3_600_000),
      idle_ms: integer(1_000, 86_400_000),
    })
    .partial()
    .optional(),
  rate_limits: callLimitsMember.optional(),
  limits: z
    .strictObject({
      message_bytes: integer(1_024, 268_435_456),
      concurrent_calls: integer(1, 100_000),
      queued_calls: integer(0, 100_000),
      connections: integer(1, 10_000),
    })
    .partial()
    .optional(),
  breaker: z
    .strictObject({ failures: integer(1, 1_000), open_ms: integer(100, 3_600_000) })
    .partial()
    .optional(),
};

export type RelayMembers = z.output<z.ZodObject<typeof RELAY_MEMBERS>>;

/** What an upstream is beside its relay. */
interface Surroundings extends NeededScopes {
  readonly name: string;
}

const HTTP_ONLY = [
  'private_address',
  'identity',
  'authorization',
  'credential_header',
  'credential_env',
  'credential_file',
] as const;
/** What programs need to be found, to keep their files and to speak. */
const INHERITED = ['PATH', 'HOME', 'LANG'] as const;
const STDIO_ONLY = ['args', 'env', 'env_from', 'cwd'] as const;

/** What is wrong with the members together, by member. */
export function relayMistakes(given: RelayMembers, environment: NodeJS.ProcessEnv): [string, string][] {
  const mistakes: [string, string][] = [];
  const say = (member: string, message: string) => mistakes.push([member, message]);
  if (given.pii === undefined)
    say('pii', 'must say what happens to personal data, such as "mask" or { "in": "keep", "out": "mask" }');
  const foreign = given.url === undefined ? HTTP_ONLY : STDIO_ONLY;
  for (const member of foreign)
    if (given[member] !== undefined) say(member, `needs ${given.url === undefined ? 'url' : 'command'}`);
  if (given.merged === false && given.prefix !== undefined)
    say('prefix', 'says nothing where merged is false');
  if (given.url?.startsWith('http:') === true && given.private_address !== true)
    say('url', 'must be https unless private_address is true');
  if (isOfCallers(given) && given.connections === 'shared')
    say('connections', 'must be caller where the identity of each is sent');
  if (given.asks !== undefined && given.command !== undefined && given.connections !== 'caller')
    say('asks', 'needs connections: caller, because a program does not say on whose behalf it asks');
  if (given.asks !== undefined && given.revision === '2026-07-28')
    say('asks', 'says nothing where revision is 2026-07-28, whose servers ask in results');
  if (given.identity === 'static' && secretOf(given, environment) === undefined)
    say('credential_env', 'or credential_file must name a secret of one line that is there and not empty');
  if (given.identity !== 'static' && (given.credential_env ?? given.credential_file) !== undefined)
    say('identity', 'must be static where a credential is named');
  sayOfAuthorization(given, environment, say);
  for (const variable of given.env_from ?? [])
    if (environment[variable] === undefined) say('env_from', `${variable} is not set`);
  return mistakes;
}

function sayOfAuthorization(
  { identity, authorization }: RelayMembers,
  environment: NodeJS.ProcessEnv,
  say: (member: string, message: string) => void,
): void {
  if (!isAuthorized(identity)) {
    if (authorization !== undefined)
      say('authorization', 'needs identity client_credentials, token_exchange or per_person');
  } else if (authorization === undefined) {
    if (identity !== 'per_person') say('authorization', `must be there with identity ${identity}`);
  } else
    authorizationMistakes(identity, authorization, environment, (member, message) =>
      say(member === '' ? 'identity' : `authorization.${member}`, message),
    );
}

/** Whether the server is told who calls. */
function isOfCallers({ identity = 'none' }: RelayMembers): boolean {
  return IDENTITIES_OF_CALLERS.includes(identity);
}

/** Only of members without mistakes. */
export function toRelay(
  given: RelayMembers,
  { name, scopes, any_of }: Surroundings,
  environment: NodeJS.ProcessEnv,
): RelayConfiguration {
  const own = { scopes, any_of };
  const { timeouts = {}, limits = {}, breaker = {} } = given;
  return {
    transport: given.url === undefined ? toStdio(given, environment) : toHttp(given, given.url, environment),
    revision: given.revision ?? 'auto',
    prefix: given.merged === false ? undefined : (given.prefix ?? `${name}_`),
    allowedTools: given.allowed_tools,
    resources: toRequirement(given.resources ?? own),
    prompts: toRequirement(given.prompts ?? own),
    policy: given.pii!,
    connections: given.connections ?? (isOfCallers(given) ? 'caller' : 'shared'),
    approval: given.approval ?? 'first-use',
    asks: given.asks ?? [],
    timeouts: {
      connect: timeouts.connect_ms ?? 30_000,
      call: timeouts.call_ms ?? 300_000,
      silence: timeouts.silence_ms ?? timeouts.call_ms ?? 300_000,
      idle: timeouts.idle_ms ?? 300_000,
    },
    limits: {
      messageBytes: limits.message_bytes ?? 16_777_216,
      concurrentCalls: limits.concurrent_calls ?? 256,
      queuedCalls: limits.queued_calls ?? 64,
      connections: limits.connections ?? 64,
    },
    rateLimits: given.rate_limits ?? {},
    breaker: { failures: breaker.failures ?? 5, openMs: breaker.open_ms ?? 10_000 },
  };
}

function toHttp(given: RelayMembers, url: string, environment: NodeJS.ProcessEnv): HttpTransport {
  return {
    kind: 'http',
    url,
    isPrivate: given.private_address ?? false,
    identity: toIdentity(given, environment),
  };
}

function toIdentity(given: RelayMembers, environment: NodeJS.ProcessEnv): HttpTransport['identity'] {
  const { identity = 'none', authorization } = given;
  if (isAuthorized(identity))
    return toAuthorizedIdentity(identity, authorization ?? authorizationMember.parse({}), environment);
  if (identity !== 'static') return { kind: identity };
  const header = given.credential_header ?? 'Authorization';
  return { kind: 'static', header, value: secretOf(given, environment)! };
}

function toStdio(given: RelayMembers, environment: NodeJS.ProcessEnv): StdioTransport {
  return {
    kind: 'stdio',
    command: given.command!,
    args: given.args ?? [],
    inherited: variablesOf(INHERITED, environment),
    env: { ...variablesOf(given.env_from ?? [], environment), ...given.env },
    cwd: given.cwd,
  };
}

function variablesOf(names: readonly string[], environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => (environment[name] === undefined ? [] : [[name, environment[name]]])),
  );
}

function secretOf(
  { credential_env: variable, credential_file: file }: RelayMembers,
  environment: NodeJS.ProcessEnv,
): string | undefined {
  const value = readSecret({ variable, file }, environment);
  // RFC 9110 §5.5: what else a header cannot carry would fail at the first call.
  return value !== undefined && /^[\x20-\x7e]+$/.test(value) ? value : undefined;
}

function isServerUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, username, password, hash } = new URL(value);
  return /^https?:$/.test(protocol) && username === '' && password === '' && hash === '';
}
