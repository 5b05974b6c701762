import { Injectable } from '@nestjs/common';
import {
  ResourceNotFoundError,
  type InputRequiredResult,
  type ListResourcesResult,
  type ListResourceTemplatesResult,
  type ReadResourceResult,
} from '@modelcontextprotocol/server';
import { ScopeAuthority } from '../../auth/index.js';
import { HandlerCalls } from '../invocation/handler-calls.js';
import type { McpInvocation } from '../invocation/mcp-invocation.js';
import type { DeclaredResource } from '../registry/declared-resource.js';
import { McpRegistry } from '../registry/mcp-registry.js';
import type { CallChannel } from './call-channel.js';
import { ErrorResults } from './error-results.js';
import { RequestLog } from './request-log.js';

/** MCP resources: resources/list, resources/templates/list and resources/read. */
@Injectable()
export class ResourceMethods {
  constructor(
    private readonly registry: McpRegistry,
    private readonly calls: HandlerCalls,
    private readonly scopes: ScopeAuthority,
    private readonly errors: ErrorResults,
    private readonly log: RequestLog,
  ) {}

  /** Only what the caller may read. */
  async list(channel: CallChannel): Promise<ListResourcesResult> {
    await this.log.succeeded('resources/list');
    const resources = this.permitted(channel).filter((resource) => !resource.isTemplate);
    return { resources: resources.map((resource) => resource.listing) };
  }

  /** Only what the caller may read. */
  async listTemplates(channel: CallChannel): Promise<ListResourceTemplatesResult> {
    await this.log.succeeded('resources/templates/list');
    const templates = this.permitted(channel).filter((resource) => resource.isTemplate);
    return { resourceTemplates: templates.map((resource) => resource.templateListing) };
  }

  /** @throws ResourceNotFoundError, ProtocolError, or PublicError when the whole request is to be refused. */
  async read(
    { uri }: { uri: string },
    channel: CallChannel,
  ): Promise<ReadResourceResult | InputRequiredResult> {
    const found = this.registry.resource(uri);
    if (found === undefined) return this.refuseUnknown(uri);
    const { resource, variables } = found;
    const invocation = resource.invoke(variables);
    try {
      return await this.calls.run(resource, invocation, channel, (answer) => ({
        contents: [contentsOf(uri, resource, invocation, answer)],
      }));
    } catch (error) {
      return this.errors.ofHandler(resource.name, error);
    }
  }

  /** @throws ResourceNotFoundError when nothing the caller may read has the URI. */
  async assertReadable(method: string, uri: string, channel: CallChannel): Promise<void> {
    const found = this.registry.resource(uri);
    if (found !== undefined && this.scopes.permits(channel.principal, found.resource.requirement)) {
      return this.log.succeeded(method);
    }
    await this.log.failed(method, 'unknown_resource');
    throw new ResourceNotFoundError(uri);
  }

  private permitted(channel: CallChannel): readonly DeclaredResource[] {
    return this.registry.resources.filter((resource) =>
      this.scopes.permits(channel.principal, resource.requirement),
    );
  }

  private async refuseUnknown(uri: string): Promise<never> {
    await this.log.failed('resources/read', 'unknown_resource');
    throw new ResourceNotFoundError(uri);
  }
}

function contentsOf(
  uri: string,
  resource: DeclaredResource,
  invocation: McpInvocation,
  result: unknown,
): ReadResourceResult['contents'][number] {
  const { mimeType } = resource.declaration;
  if (invocation.resultShape === 'blob') return { uri, mimeType, blob: (result as { blob: string }).blob };
  return { uri, mimeType, text: typeof result === 'string' ? result : JSON.stringify(result) };
}
