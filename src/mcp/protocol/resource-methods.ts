import {
  ProtocolError,
  ProtocolErrorCode,
  ResourceNotFoundError,
  type InputRequiredResult,
  type ListResourcesResult,
  type ListResourceTemplatesResult,
  type ReadResourceResult,
} from '@modelcontextprotocol/server';
import { PII_REJECTED } from '../../audit/index.js';
import { ScopeAuthority } from '../../auth/index.js';
import { RequestContext } from '../../common/request-context.js';
import { PiiAnalyzer, PiiRejectedError } from '../../security/index.js';
import { HandlerCalls } from '../invocation/handler-calls.js';
import type { McpInvocation } from '../invocation/mcp-invocation.js';
import type { Catalogue, ServedResource } from '../registry/served.js';
import { LONGEST_URI } from '../registry/uri-pattern.js';
import { MOST_SUBSCRIPTIONS, type Subscription } from '../sessions/subscription.js';
import type { CallChannel } from './call-channel.js';
import { ErrorResults, isRequestLevel } from './error-results.js';
import { HandlerProtection } from './handler-protection.js';
import { ProtectedListings } from './protected-listings.js';
import { RequestLog } from './request-log.js';

const SUBSCRIBE = 'resources/subscribe';
const UNSUBSCRIBE = 'resources/unsubscribe';

/** MCP resources: resources/list, resources/templates/list, resources/read, and subscriptions of sessions. */
export class ResourceMethods {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly calls: HandlerCalls,
    private readonly scopes: ScopeAuthority,
    private readonly errors: ErrorResults,
    private readonly log: RequestLog,
    private readonly listings: ProtectedListings,
    private readonly analyzer: PiiAnalyzer,
    private readonly protection: HandlerProtection,
  ) {}

  /** Only what the caller may read. */
  async list(channel: CallChannel): Promise<ListResourcesResult> {
    await this.log.succeeded('resources/list');
    const resources = this.permitted(channel).filter((resource) => !resource.isTemplate);
    return { resources: this.listings.of(resources, (resource) => resource.listing, channel) };
  }

  /** Only what the caller may read. */
  async listTemplates(channel: CallChannel): Promise<ListResourceTemplatesResult> {
    await this.log.succeeded('resources/templates/list');
    const templates = this.permitted(channel).filter((resource) => resource.isTemplate);
    return {
      resourceTemplates: this.listings.of(templates, (resource) => resource.templateListing, channel),
    };
  }

  /** @throws ResourceNotFoundError, ProtocolError, or PublicError when the whole request is to be refused. */
  async read(
    { uri }: { uri: string },
    channel: CallChannel,
  ): Promise<ReadResourceResult | InputRequiredResult> {
    if (uri.length > LONGEST_URI) return this.refuseLong('resources/read');
    const found = this.catalogue.resource(uri);
    if (found === undefined) return this.refuseUnknown(uri);
    const { resource, variables } = found;
    const invocation = resource.invoke(variables, uri);
    try {
      return await this.calls.run(resource, invocation, channel, (answer) =>
        resource.resultOf(invocation, answer, () => shownUri(uri, invocation)),
      );
    } catch (error) {
      return this.errors.ofHandler(resource.name, error);
    }
  }

  /**
   * Has changes of the resource told.
   *
   * @throws ResourceNotFoundError when nothing the caller may read has the URI; ProtocolError, also when it is too long.
   */
  async subscribe(uri: string, channel: CallChannel): Promise<Subscription> {
    if (uri.length > LONGEST_URI) return this.refuseLong(SUBSCRIBE);
    const resource = this.readable(uri, channel);
    if (resource !== undefined) return this.apart(() => this.listenTo(resource, uri, channel.signal));
    await this.log.failed(SUBSCRIBE, 'unknown_resource');
    throw new ResourceNotFoundError(this.analyzer.mask(uri));
  }

  /** @throws ProtocolError which says that the session has as many as it may. */
  async refuseMoreSubscriptions(): Promise<never> {
    await this.log.failed(SUBSCRIBE, 'too_many_subscriptions');
    throw new ProtocolError(
      ProtocolErrorCode.InvalidRequest,
      `A session can subscribe to ${MOST_SUBSCRIPTIONS} resources; unsubscribe from others first`,
    );
  }

  /** @param subscription undefined when there is none. */
  async unsubscribe(subscription: Subscription | undefined): Promise<void> {
    subscription?.end();
    await this.log.succeeded(UNSUBSCRIBE);
  }

  private readable(uri: string, { principal }: CallChannel): ServedResource | undefined {
    const resource = this.catalogue.resource(uri)?.resource;
    return resource !== undefined && this.scopes.permits(principal, resource.requirement)
      ? resource
      : undefined;
  }

  /** In a context of its own, so that decisions of what arrived together do not mix. */
  private apart<T>(work: () => Promise<T>): Promise<T> {
    const request = RequestContext.current();
    return request === undefined ? work() : RequestContext.run(request.fork(), work);
  }

  /** The URI is an argument, as when it is read. Why it did not work is in whoever's words, and stays inside. */
  private async listenTo(resource: ServedResource, uri: string, signal: AbortSignal): Promise<Subscription> {
    if (resource.subscribe === undefined) return this.subscribed({ heardAs: uri, end: () => undefined });
    let subscription: Subscription;
    try {
      const heardAs = await this.protection.protect(resource, uri, 'in', signal);
      subscription = { heardAs, end: await resource.subscribe(heardAs, signal) };
    } catch (error) {
      return this.refuseToListen(resource, error);
    }
    return this.subscribed(subscription);
  }

  private async subscribed(subscription: Subscription): Promise<Subscription> {
    await this.log.succeeded(SUBSCRIBE);
    return subscription;
  }

  private async refuseToListen(resource: ServedResource, error: unknown): Promise<never> {
    if (error instanceof PiiRejectedError) {
      await this.log.denied(SUBSCRIBE, PII_REJECTED);
      return this.errors.ofHandler(resource.name, error);
    }
    await this.log.failed(SUBSCRIBE, 'subscription_failed');
    if (isRequestLevel(error) && !(error instanceof ProtocolError)) throw error;
    throw new ProtocolError(ProtocolErrorCode.InternalError, 'The resource does not tell of its changes');
  }

  private permitted(channel: CallChannel): readonly ServedResource[] {
    return this.catalogue.resources.filter((resource) =>
      this.scopes.permits(channel.principal, resource.requirement),
    );
  }

  private async refuseLong(method: string): Promise<never> {
    await this.log.failed(method, 'uri_too_long');
    throw new ProtocolError(
      ProtocolErrorCode.InvalidParams,
      `The URI is longer than ${LONGEST_URI} characters`,
    );
  }

  private async refuseUnknown(uri: string): Promise<never> {
    await this.log.failed('resources/read', 'unknown_resource');
    throw new ResourceNotFoundError(this.analyzer.mask(uri));
  }
}

/** A URI is the caller's, but personal data in it meets the policy of what it names like everything else that leaves. */
async function shownUri(uri: string, invocation: McpInvocation): Promise<string> {
  const safe = (await invocation.protectOutbound?.(uri)) as string;
  return safe.replace(/[⟦⟧]/g, encodeURIComponent);
}
