import { z } from 'zod';
import { callLimitsMember } from './call-limits.schema.js';
import { identifier, isUnique, text } from '../federation/claim-rule.schema.js';
import { policyMember, RELAY_MEMBERS, relayMistakes, toRelay } from './relay.schema.js';
import { namesScopes, neededScopes, toolPattern, toRequirement } from './scope-members.js';
import { FORWARD_AUTH_PROXIES, type UpstreamConfiguration } from './upstreams.js';

const someScope = 'must name scopes, in scopes or any_of';

const toolRule = z
  .strictObject({
    name: toolPattern,
    ...neededScopes,
    pii: policyMember.optional(),
    rate_limits: callLimitsMember.optional(),
  })
  .refine(namesScopes, someScope);

const upstream = z.strictObject({
  name: identifier,
  title: text.optional(),
  resource: z
    .string()
    .refine(isResource, 'must be an http or https URL without fragment or credentials')
    .optional(),
  ...neededScopes,
  tools: z
    .array(toolRule)
    .default([])
    .refine((rules) => isUnique(rules, ({ name }) => name), 'two rules have the same name'),
  forward_auth: z
    .strictObject({
      proxy: z.enum(FORWARD_AUTH_PROXIES),
      binds_headers: z.boolean().default(false),
    })
    .optional(),
  ...RELAY_MEMBERS,
});

type Upstream = z.output<typeof upstream>;

/**
 * UPSTREAMS_FILE. Unknown members are mistakes.
 *
 * @param environment where secrets are that the file names.
 */
export function upstreamsSchema(environment: NodeJS.ProcessEnv) {
  const checked = upstream
    .superRefine((given, context) => {
      for (const [member, message] of mistakesOf(given, environment))
        context.addIssue({ code: 'custom', path: member === '' ? [] : member.split('.'), message });
    })
    .transform((given) => toUpstream(given, environment));
  return z
    .strictObject({ upstreams: z.array(checked) })
    .transform(({ upstreams }) => upstreams)
    .superRefine((upstreams, context) => {
      for (const [index, member, message] of namesakesIn(upstreams))
        context.addIssue({ code: 'custom', path: ['upstreams', index, member], message });
    });
}

function namesakesIn(upstreams: readonly UpstreamConfiguration[]): [number, string, string][] {
  return upstreams.flatMap((upstream, index): [number, string, string][] => {
    const { name, resource } = upstream;
    const before = upstreams.slice(0, index);
    if (before.some((other) => other.name === name))
      return [[index, 'name', 'another upstream has this name already']];
    if (resource !== undefined && before.some((other) => other.resource === resource))
      return [[index, 'resource', 'another upstream has this resource already']];
    const rival = before.find((other) => sharesPrefix(upstream, other));
    return rival === undefined ? [] : [[index, 'prefix', prefixMistake(upstream, rival)]];
  });
}

/** Whether a name on `/mcp` could be either's. */
function sharesPrefix(
  { relay: one }: UpstreamConfiguration,
  { relay: other }: UpstreamConfiguration,
): boolean {
  const [prefix, taken] = [one?.prefix, other?.prefix];
  if (prefix === undefined || taken === undefined) return false;
  return prefix.startsWith(taken) || taken.startsWith(prefix);
}

function prefixMistake({ relay }: UpstreamConfiguration, rival: UpstreamConfiguration): string {
  return (
    `"${relay!.prefix}" and "${rival.relay!.prefix}" of ${rival.name}: one begins with the other, so that a name on /mcp ` +
    'could be a tool of either; give one of them another prefix, or merged: false'
  );
}

function mistakesOf(given: Upstream, environment: NodeJS.ProcessEnv): [string, string][] {
  const ways = [given.forward_auth, given.url, given.command].filter((way) => way !== undefined);
  if (ways.length !== 1) return [['', 'must have one of url, command and forward_auth']];
  return given.forward_auth === undefined ? mistakesOfRelayed(given, environment) : mistakesOfGuarded(given);
}

function mistakesOfGuarded(given: Upstream): [string, string][] {
  const mistakes: [string, string][] = [];
  if (given.resource === undefined) mistakes.push(['resource', 'must be there beside forward_auth']);
  if (!namesScopes(given)) mistakes.push(['', someScope]);
  const foreign = Object.keys(RELAY_MEMBERS).filter(
    (member) => given[member as keyof Upstream] !== undefined,
  );
  mistakes.push(...foreign.map((member): [string, string] => [member, 'needs url or command']));
  if (given.tools.some(({ pii }) => pii !== undefined))
    mistakes.push(['tools', 'pii needs url or command: what a proxy passes on is not seen here']);
  if (given.tools.some(({ rate_limits: limits }) => limits !== undefined))
    mistakes.push(['tools', 'rate_limits needs url or command: calls through a proxy are not counted here']);
  return mistakes;
}

/** Scopes may be left out: then only tools that a rule names are served. */
function mistakesOfRelayed(given: Upstream, environment: NodeJS.ProcessEnv): [string, string][] {
  const mistakes = relayMistakes(given, environment);
  if (given.resource !== undefined)
    mistakes.push(['resource', 'needs forward_auth: a relayed server is reached at /mcp/<name>']);
  if (!namesScopes(given) && given.tools.length === 0)
    mistakes.push(['', `${someScope}, or rules for tools`]);
  return mistakes;
}

function toUpstream(given: Upstream, environment: NodeJS.ProcessEnv): UpstreamConfiguration {
  const { forward_auth: forwardAuth } = given;
  return {
    name: given.name,
    title: given.title ?? given.name,
    resource: given.resource,
    requirement: toRequirement(given),
    tools: given.tools.map((rule) => ({
      name: rule.name,
      requirement: toRequirement(rule),
      policy: rule.pii,
      rateLimits: rule.rate_limits ?? {},
    })),
    forwardAuth: forwardAuth && { proxy: forwardAuth.proxy, bindsHeaders: forwardAuth.binds_headers },
    relay: forwardAuth === undefined ? toRelay(given, given, environment) : undefined,
  };
}

function isResource(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, username, password, hash } = new URL(value);
  return /^https?:$/.test(protocol) && username === '' && password === '' && hash === '';
}
