import { Injectable } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import { PrincipalStanding, upstreamPath } from '../../auth/index.js';
import { Clock } from '../../common/clock.js';
import type { Principal } from '../../common/principal.js';
import { Readiness } from '../../common/readiness.js';
import { Configuration } from '../../config/index.js';
import { McpEndpoints, McpRegistry, OwnEndpoint, type JsonRpcRequest } from '../../mcp/index.js';
import { PiiAnalyzer, PolicyEnforcer, PolicyOrigins } from '../../security/index.js';
import { GuardedFetcher } from '../../security/fetch/index.js';
import { UpstreamCredentials } from './credentials/upstream-credentials.js';
import { UpstreamGrants } from './grants/upstream-grants.js';
import { Wires } from './peer/wires.js';
import { ToolPins } from './pins/tool-pins.js';
import { RelayedUpstream, type RelaySurroundings } from './relayed-upstream.js';

/** Milliseconds that `/mcp` waits for lists of upstreams before it goes on without them. */
const PATIENCE_MS = 5_000;
const LISTS = new Set(['tools/list', 'prompts/list', 'resources/list', 'resources/templates/list']);

/** The MCP servers that are reached through us. Loaded only where some are declared. */
@Injectable()
export class RelayedUpstreams {
  private readonly byName = new Map<string, RelayedUpstream>();
  private readonly surroundings: RelaySurroundings;

  constructor(
    private readonly configuration: Configuration,
    private readonly registry: McpRegistry,
    private readonly readiness: Readiness,
    private readonly own: OwnEndpoint,
    endpoints: McpEndpoints,
    enforcer: PolicyEnforcer,
    origins: PolicyOrigins,
    clock: Clock,
    fetcher: GuardedFetcher,
    analyzer: PiiAnalyzer,
    credentials: UpstreamCredentials,
    private readonly pins: ToolPins,
    private readonly grants: UpstreamGrants,
    standing: PrincipalStanding,
  ) {
    const wires = new Wires(fetcher, analyzer, credentials);
    const standingOf = (caller: Principal) => standing.standingOf(caller);
    this.surroundings = { wires, clock, enforcer, origins, endpoints, own, pins, grants, standingOf };
  }

  /** @throws StartRefusal when a policy of one cannot be applied. */
  start(): void {
    for (const declared of this.configuration.upstreams) {
      const { name, relay } = declared;
      if (relay === undefined) continue;
      const upstream = new RelayedUpstream(declared, relay, upstreamPath(name), this.surroundings);
      this.byName.set(name, upstream);
      this.readiness.registerDegradation(`upstream ${name}`, () => upstream.trouble);
    }
    this.merge();
    this.pins.onApproval(() => this.reload());
    this.grants.onChange(() => this.dropRevoked());
  }

  find(name: string): RelayedUpstream | undefined {
    return this.byName.get(name);
  }

  async stop(): Promise<void> {
    await Promise.all([...this.byName.values()].map((upstream) => upstream.close()));
  }

  /** Somebody approved tools: their lists are other than before. */
  private reload(): void {
    for (const upstream of this.byName.values()) upstream.reload();
  }

  private dropRevoked(): void {
    for (const upstream of this.byName.values()) void upstream.dropRevoked().catch(() => undefined);
  }

  private merge(): void {
    const merged = [...this.byName.values()].filter((upstream) => upstream.merged !== undefined);
    if (merged.length === 0) return;
    for (const { merged: catalogue } of merged) this.registry.add(catalogue!);
    this.own.prepareBy((requests) => this.prepare(requests, merged));
  }

  /** One that is down must not take ours with it: its tools are missing until it is back. */
  private prepare(
    requests: readonly JsonRpcRequest[],
    upstreams: readonly RelayedUpstream[],
  ): Promise<void> | undefined {
    if (!requests.some((request) => this.concernsOthers(request))) return undefined;
    const loading = upstreams.flatMap((upstream) => upstream.ready()?.catch(() => undefined) ?? []);
    if (loading.length === 0) return undefined;
    return Promise.race([Promise.all(loading), delay(PATIENCE_MS, undefined, { ref: false })]).then(
      () => undefined,
    );
  }

  /** Lists, and whatever we do not know ourselves. */
  private concernsOthers({ method, params }: JsonRpcRequest): boolean {
    const { name, uri, ref } = params as { name?: unknown; uri?: unknown; ref?: unknown };
    if (LISTS.has(method) || ref !== undefined) return true;
    if (method === 'tools/call') return typeof name === 'string' && this.registry.tool(name) === undefined;
    if (method === 'prompts/get') return typeof name === 'string' && this.registry.prompt(name) === undefined;
    return typeof uri === 'string' && this.registry.resource(uri) === undefined;
  }
}
