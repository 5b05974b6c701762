import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { AuditTrail } from '../../audit/index.js';
import { ProtectedResources, RateLimiter, RequestAllowance, ScopeAuthority } from '../../auth/index.js';
import { Clock } from '../../common/clock.js';
import { Configuration } from '../../config/index.js';
import { PiiAnalyzer } from '../../security/index.js';
import { HandlerCalls } from '../invocation/handler-calls.js';
import { HandlerPipeline } from '../invocation/handler-pipeline.js';
import { ChangeNotices } from '../protocol/change-notices.js';
import { Completions } from '../protocol/completions.js';
import { ErrorResults } from '../protocol/error-results.js';
import { HandlerProtection } from '../protocol/handler-protection.js';
import { InputRequests } from '../protocol/input-requests.js';
import { MethodTable } from '../protocol/method-table.js';
import { PromptMethods } from '../protocol/prompt-methods.js';
import { ProtectedListings } from '../protocol/protected-listings.js';
import { RequestLog } from '../protocol/request-log.js';
import { ResourceMethods } from '../protocol/resource-methods.js';
import { ToolMethods } from '../protocol/tool-methods.js';
import { SessionOperations } from '../sessions/session-operations.js';
import { SessionRequests } from '../sessions/session-requests.js';
import { Sessions } from '../sessions/sessions.js';
import { BatchPolicy } from './batch-policy.js';
import { CallLimits } from './call-limits.js';
import { DirectRequests } from './direct-requests.js';
import type { EndpointDescription } from './endpoint-description.js';
import { McpEndpoint } from './mcp-endpoint.js';
import { OpenStreams } from './open-streams.js';
import { OriginPolicy } from './origin-policy.js';
import { PostRequests } from './post-requests.js';
import { RequestRecords } from './request-records.js';
import { RunningCalls } from './running-calls.js';
import { ScopeChallenges } from './scope-challenges.js';
import { SdkServers } from './sdk-servers.js';
import { StatelessRequests } from './stateless-requests.js';

/** Builds endpoints: each has a catalogue of its own, and all share sessions, streams and the pipeline. */
@Injectable()
export class McpEndpoints implements BeforeApplicationShutdown {
  private readonly endpoints: McpEndpoint[] = [];

  constructor(
    private readonly trail: AuditTrail,
    private readonly allowance: RequestAllowance,
    private readonly limiter: RateLimiter,
    private readonly scopes: ScopeAuthority,
    private readonly resources: ProtectedResources,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
    private readonly pipeline: HandlerPipeline,
    private readonly inputRequests: InputRequests,
    private readonly completions: Completions,
    private readonly protection: HandlerProtection,
    private readonly errors: ErrorResults,
    private readonly listings: ProtectedListings,
    private readonly analyzer: PiiAnalyzer,
    private readonly sessions: Sessions,
    private readonly streams: OpenStreams,
    private readonly running: RunningCalls,
  ) {}

  create(description: EndpointDescription): McpEndpoint {
    const log = new RequestLog(this.trail, description.upstream);
    const changes = new ChangeNotices();
    const resourceMethods = this.resourceMethods(description, changes, log);
    const table = this.tableOf(description, changes, log, resourceMethods);
    const servers = new SdkServers(description, table, resourceMethods, log);
    const stateless = new StatelessRequests(servers, changes);
    const sessionRequests = new SessionRequests(description.path, this.sessions, servers, this.clock);
    changes.onChange((change) => void this.sessions.notify(description.path, change));
    const endpoint = new McpEndpoint(
      new OriginPolicy(this.configuration, log),
      this.postRequests(description, table, log, sessionRequests, stateless),
      new SessionOperations(description.path, this.sessions, sessionRequests, this.streams, log),
      stateless,
      changes,
    );
    this.endpoints.push(endpoint);
    return endpoint;
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.endpoints.map((endpoint) => endpoint.close()));
  }

  private tableOf(
    { catalogue }: EndpointDescription,
    changes: ChangeNotices,
    log: RequestLog,
    resources: ResourceMethods,
  ): MethodTable {
    const { scopes, errors, listings } = this;
    const calls = this.callsOf(changes);
    return new MethodTable(
      new ToolMethods(catalogue, calls, scopes, errors, log, listings),
      resources,
      new PromptMethods(catalogue, calls, this.completions, scopes, errors, log, listings),
    );
  }

  private resourceMethods(
    { catalogue }: EndpointDescription,
    changes: ChangeNotices,
    log: RequestLog,
  ): ResourceMethods {
    const { scopes, errors, listings, analyzer, protection } = this;
    const calls = this.callsOf(changes);
    return new ResourceMethods(catalogue, calls, scopes, errors, log, listings, analyzer, protection);
  }

  private callsOf(changes: ChangeNotices): HandlerCalls {
    return new HandlerCalls(this.pipeline, changes, this.inputRequests);
  }

  private postRequests(
    description: EndpointDescription,
    table: MethodTable,
    log: RequestLog,
    sessionRequests: SessionRequests,
    stateless: StatelessRequests,
  ): PostRequests {
    const { scopes, resources, trail } = this;
    return new PostRequests(
      description,
      new BatchPolicy(this.allowance, log),
      new ScopeChallenges(description, scopes, resources, trail),
      new CallLimits(description, this.limiter, trail),
      new DirectRequests(description, table, this.running, this.streams),
      this.sessions,
      sessionRequests,
      stateless,
      this.streams,
      new RequestRecords(log),
    );
  }
}
