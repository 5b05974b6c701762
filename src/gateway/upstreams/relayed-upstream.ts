import type { Tool } from '@modelcontextprotocol/server';
import type { Clock } from '../../common/clock.js';
import type { Standing } from '../../auth/index.js';
import type { Principal } from '../../common/principal.js';
import { PublicError } from '../../common/public-error.js';
import type { RelayConfiguration, UpstreamConfiguration } from '../../config/index.js';
import {
  INSTRUCTIONS,
  SERVER_IDENTITY,
  type Catalogue,
  type McpEndpoint,
  type McpEndpoints,
  type OwnEndpoint,
} from '../../mcp/index.js';
import { generalPolicy, type PolicyEnforcer, type PolicyOrigins } from '../../security/index.js';
import { sha256 } from '../../security/crypto/index.js';
import { PrefixedCatalogue } from './catalogue/prefixed-catalogue.js';
import { Relay } from './catalogue/relay.js';
import { RelayedCatalogue, type McpList, type Said } from './catalogue/relayed-catalogue.js';
import type { RelayedOrigin } from './catalogue/relayed-origin.js';
import { RelayedPrompt } from './catalogue/relayed-prompt.js';
import { RelayedResource } from './catalogue/relayed-resource.js';
import { RelayedTool } from './catalogue/relayed-tool.js';
import { ResourceSubscriptions } from './catalogue/resource-subscriptions.js';
import { UpstreamCatalogue, type ReadCatalogue } from './catalogue/upstream-catalogue.js';
import { UpstreamCatalogues } from './catalogue/upstream-catalogues.js';
import { readLists, type UpstreamLists } from './catalogue/upstream-lists.js';
import { connectTool } from './grants/connect-tool.js';
import { GrantQuestions } from './grants/grant-questions.js';
import { GrantRequiredError } from './grants/grant-required.error.js';
import type { UpstreamGrants } from './grants/upstream-grants.js';
import { toRegExp } from './name-pattern.js';
import type { UpstreamConnection } from './peer/upstream-connection.js';
import { UpstreamConnections } from './peer/upstream-connections.js';
import type { Introduction } from './peer/handshake.js';
import { UpstreamUnavailableError } from './peer/peer-errors.js';
import type { Members, NotificationMessage } from './peer/messages.js';
import type { Wires } from './peer/wires.js';
import type { ToolPins } from './pins/tool-pins.js';
import { ToolScopes } from './tool-scopes.js';
import { UpstreamLimits } from './upstream-limits.js';
import { UpstreamPolicies } from './upstream-policies.js';

/** Expressions of all templates of one upstream together. */
const MOST_EXPRESSIONS = 2_048;

/** Names that one who may not ask for the lists has asked for. */
const MOST_REMEMBERED = 64;

/** What all relayed upstreams share. */
export interface RelaySurroundings {
  readonly wires: Wires;
  readonly clock: Clock;
  readonly enforcer: PolicyEnforcer;
  readonly origins: PolicyOrigins;
  readonly endpoints: McpEndpoints;
  readonly own: OwnEndpoint;
  readonly pins: ToolPins;
  readonly grants: UpstreamGrants;
  /** Whether what a caller came with is still good. */
  readonly standingOf: (caller: Principal) => Promise<Standing>;
}

/** An MCP server that is reached through us: its connections, what it offers, and its endpoint. */
export class RelayedUpstream {
  readonly name: string;
  readonly endpoint: McpEndpoint;
  private readonly scopes: ToolScopes;
  private readonly policies: UpstreamPolicies;
  private readonly limits: UpstreamLimits;
  private readonly connections: UpstreamConnections;
  private readonly title: string;
  private readonly grants: GrantQuestions | undefined;
  private readonly relay: Relay;
  private readonly catalogue: UpstreamCatalogues;
  private readonly allowed: readonly RegExp[] | undefined;

  /** @throws StartRefusal when a policy in its declaration cannot be applied. */
  constructor(
    declared: UpstreamConfiguration,
    private readonly configuration: RelayConfiguration,
    path: string,
    private readonly surroundings: RelaySurroundings,
  ) {
    const { name } = declared;
    this.name = name;
    this.scopes = new ToolScopes(declared);
    this.limits = new UpstreamLimits(name, configuration.rateLimits);
    this.policies = new UpstreamPolicies(
      { name, rules: declared.tools },
      configuration.policy,
      surroundings.origins,
    );
    this.allowed = configuration.allowedTools?.map(toRegExp);
    this.connections = new UpstreamConnections(name, configuration, surroundings.wires, surroundings.clock);
    this.connections.standingOf = surroundings.standingOf;
    this.title = declared.title;
    this.grants = this.questions();
    this.relay = new Relay(
      this.connections,
      new ResourceSubscriptions(this.connections),
      { callMs: configuration.timeouts.call, asks: configuration.asks },
      (connection) => this.reviewBeforeCall(connection),
      this.grants,
    );
    this.catalogue = new UpstreamCatalogues(
      configuration.limits.connections,
      (caller) => this.connections.keyOf(caller),
      () => this.createCatalogue(),
    );
    this.connections.onNotification = (message, key) => this.hear(message, key);
    this.endpoint = this.createEndpoint(path);
  }

  /** What others may serve beside their own; undefined when it is to be found at its own endpoint only. */
  get merged(): Catalogue | undefined {
    const { prefix } = this.configuration;
    return prefix === undefined ? undefined : new PrefixedCatalogue(this.catalogue, prefix);
  }

  get trouble(): string | undefined {
    return this.connections.trouble;
  }

  /** Undefined when there is something to serve from. @throws UpstreamUnavailableError */
  ready(): Promise<void> | undefined {
    return this.catalogue.ready();
  }

  /** After what decides about its lists has changed. */
  reload(): void {
    void this.connections
      .reviewAnew()
      .then(() => this.catalogue.reload())
      .then((isLeft) => isLeft && this.announce('tools'))
      .catch(() => undefined);
  }

  close(): Promise<void> {
    this.relay.close();
    return this.connections.close();
  }

  private questions(): GrantQuestions | undefined {
    const { transport, timeouts } = this.configuration;
    if (transport.kind !== 'http' || transport.identity.kind !== 'per_person') return undefined;
    return new GrantQuestions(this.name, this.title, this.surroundings.grants, timeouts.call);
  }

  private createCatalogue(): UpstreamCatalogue {
    const read: ReadCatalogue = (caller, signal, hasLists) => this.read(caller, signal, hasLists);
    return new UpstreamCatalogue(this.name, read, (change) => this.announce(change));
  }

  private createEndpoint(path: string): McpEndpoint {
    return this.surroundings.endpoints.create({
      path,
      catalogue: this.catalogue,
      identity: () => this.catalogue.said?.identity ?? SERVER_IDENTITY,
      instructions: () => this.catalogue.said?.instructions ?? INSTRUCTIONS,
      upstream: this.name,
      prepare: () => this.ready(),
    });
  }

  private async read(
    caller: Principal | undefined,
    signal: AbortSignal,
    hasLists: boolean,
  ): Promise<RelayedCatalogue> {
    const build = async (connection: UpstreamConnection) => {
      const reviewed = this.review(connection, signal);
      connection.approved = namesOf(reviewed, connection);
      connection.approved.catch(() => undefined);
      return this.build(await reviewed, connection.introduction);
    };
    try {
      return await this.connections.use(caller, signal, build, true);
    } catch (error) {
      if (error instanceof GrantRequiredError && !hasLists) return this.offerToConnect();
      // What it says of its lists is not for whoever asked for something else.
      if (error instanceof PublicError) throw error;
      throw new UpstreamUnavailableError(this.name, 'no_lists', { cause: error });
    }
  }

  /**
   * For one who may not ask for the lists: one tool, by which a person becomes one who may. What they know by name, perhaps
   * of a time when they could, asks them just so.
   */
  private offerToConnect(): RelayedCatalogue {
    const of = this.originOf(this.scopes.some(), true);
    const connect = this.connectTool();
    return new RelayedCatalogue({
      tools: [connect],
      resources: [],
      prompts: [],
      unlisted: new RelayedResource({ unlisted: { uri: '*', name: '*' } }, this.relay, of),
      said: { identity: undefined, instructions: undefined, isStateless: false, tellsOfChanges: false },
      digests: { tools: connect.listing.name, resources: '', prompts: '' },
      unlistedTool: remembered((name) => this.unknownTool(name)),
      unlistedPrompt: remembered((name) =>
        RelayedPrompt.create({ name }, this.relay, this.originOf(this.configuration.prompts, true)),
      ),
      isOfferToConnect: true,
    });
  }

  private unknownTool(name: string): RelayedTool | undefined {
    const tool: Tool = { name, inputSchema: { type: 'object' } };
    return this.isAllowed(tool)
      ? RelayedTool.create(tool, this.relay, this.originOfTool(tool, true))
      : undefined;
  }

  private connectTool(): RelayedTool {
    return connectTool(this.name, this.title, this.relay, this.originOf(this.scopes.some(), true));
  }

  /** After somebody granted something, or took it back: what is open in their name, and was read in it, ends with it. */
  async dropRevoked(): Promise<void> {
    const { grants } = this.surroundings;
    await Promise.all([
      this.connections.closeRevoked(),
      this.grants &&
        this.catalogue.dropUnless(
          async ({ subject }) => (await grants.find(this.name, subject)) !== undefined,
        ),
    ]);
  }

  /** All lists, with those of the tools that are what was approved. */
  private async review(connection: UpstreamConnection, signal: AbortSignal): Promise<UpstreamLists> {
    const lists = await readLists(connection, signal);
    const offered = lists.tools.filter((tool) => this.isAllowed(tool));
    const tools = await this.surroundings.pins.review(this.name, offered, this.configuration.approval);
    return { ...lists, tools };
  }

  /** A connection that the lists were not read on: what it offers is looked at by itself, and shown to all after. */
  private reviewBeforeCall(connection: UpstreamConnection): Promise<ReadonlySet<string>> {
    const signal = AbortSignal.timeout(this.configuration.timeouts.connect);
    this.catalogue.outdate();
    return namesOf(this.review(connection, signal), connection);
  }

  private build(lists: UpstreamLists, introduction: Introduction): RelayedCatalogue {
    const { asks } = this.configuration;
    const isInteractive = introduction.revision.isStateless || this.grants !== undefined || asks.length > 0;
    const { resources, prompts } = this.configuration;
    const ofResources = this.originOf(resources, isInteractive);
    const ofPrompts = this.originOf(prompts, isInteractive);
    const { tools } = lists;
    return new RelayedCatalogue({
      tools: tools.map((tool) =>
        RelayedTool.create(tool, this.relay, this.originOfTool(tool, isInteractive)),
      ),
      resources: [
        ...lists.resources.map((resource) => new RelayedResource({ resource }, this.relay, ofResources)),
        ...this.templatesOf(lists.templates, ofResources),
      ],
      prompts: lists.prompts.map((prompt) => RelayedPrompt.create(prompt, this.relay, ofPrompts)),
      unlisted: new RelayedResource({ unlisted: { uri: '*', name: '*' } }, this.relay, ofResources),
      unlistedTool: this.grants && named(this.connectTool()),
      said: this.said(introduction),
      digests: {
        tools: digestOf(tools),
        resources: digestOf([lists.resources, lists.templates]),
        prompts: digestOf(lists.prompts),
      },
    });
  }

  /**
   * Those that can be recognised when one is asked for: nobody can read some, and a URI is compared with each, so there
   * is an end to what may be compared.
   */
  private templatesOf(templates: UpstreamLists['templates'], of: RelayedOrigin): RelayedResource[] {
    let expressions = 0;
    return templates
      .flatMap((template) => this.templateOf(template, of))
      .filter((template) => (expressions += template.expressions) <= MOST_EXPRESSIONS);
  }

  private templateOf(template: UpstreamLists['templates'][number], of: RelayedOrigin): RelayedResource[] {
    try {
      return [new RelayedResource({ template }, this.relay, of)];
    } catch {
      return [];
    }
  }

  private isAllowed({ name }: Tool): boolean {
    return this.allowed === undefined || this.allowed.some((pattern) => pattern.test(name));
  }

  private originOf(requirement: RelayedOrigin['requirement'], isInteractive: boolean): RelayedOrigin {
    const limits = this.limits.general;
    return { upstream: this.name, requirement, isInteractive, limits, ...this.policies.general };
  }

  private originOfTool({ name }: Tool, isInteractive: boolean): RelayedOrigin {
    const requirement = this.scopes.requirementOf(name);
    const rule = this.scopes.ruleOf(name);
    const limits = this.limits.ofTool(rule);
    return { upstream: this.name, requirement, isInteractive, limits, ...this.policies.ofTool(rule) };
  }

  /** It is shown to everybody who may use the endpoint, so it meets the policy like whatever leaves. */
  private said({ serverInfo, instructions, capabilities, revision }: Introduction): Said {
    const safe = this.protect({ serverInfo, instructions });
    const { name, version } = safe.serverInfo;
    const isIdentity = typeof name === 'string' && typeof version === 'string';
    return {
      identity: isIdentity ? { ...safe.serverInfo, name, version } : undefined,
      instructions: safe.instructions,
      isStateless: revision.isStateless,
      tellsOfChanges: (capabilities['tools'] as Members | undefined)?.['listChanged'] === true,
    };
  }

  private protect(shown: { readonly serverInfo: Members; readonly instructions: string | undefined }) {
    const { origin, policy } = this.policies.general;
    const { enforcer } = this.surroundings;
    const { value, rejected } = enforcer.enforce(shown, generalPolicy(policy), 'out', origin);
    return rejected.length > 0 ? { serverInfo: {}, instructions: undefined } : (value as typeof shown);
  }

  /** Whoever subscribed to a resource knows its URI; that is all there is in what they are told. */
  private hear(message: NotificationMessage, key: string): void {
    const { method, params } = message;
    if (method === 'notifications/resources/updated' && typeof params?.['uri'] === 'string')
      this.announce({ uri: params['uri'] });
    else this.catalogue.hear(message, key);
  }

  private announce(change: McpList | { readonly uri: string }): void {
    const notice =
      typeof change === 'string'
        ? ({ kind: change } as const)
        : ({ kind: 'resource', uri: change.uri } as const);
    this.endpoint.changes.announce(notice);
    if (this.configuration.prefix !== undefined) this.surroundings.own.endpoint.changes.announce(notice);
  }
}

/** What is not known for want of an answer is asked again by the next call. */
async function namesOf(
  reviewed: Promise<UpstreamLists>,
  connection: UpstreamConnection,
): Promise<ReadonlySet<string>> {
  try {
    return new Set((await reviewed).tools.map(({ name }) => name));
  } catch (error) {
    connection.approved = undefined;
    throw error;
  }
}

function named(tool: RelayedTool): (name: string) => RelayedTool | undefined {
  return (name) => (name === tool.listing.name ? tool : undefined);
}

/** The very same each time, for as many names as anybody has use for. */
function remembered<T>(make: (name: string) => T): (name: string) => T {
  const known = new Map<string, T>();
  return (name) => {
    if (known.size >= MOST_REMEMBERED) known.clear();
    const served = known.get(name) ?? make(name);
    known.set(name, served);
    return served;
  };
}

function digestOf(value: unknown): string {
  return sha256(JSON.stringify(value));
}
