import type {
  CallToolRequestParams,
  CompleteRequestParams,
  GetPromptRequestParams,
  ReadResourceRequestParams,
  Result,
} from '@modelcontextprotocol/server';
import type { CallChannel } from './call-channel.js';
import { PromptMethods } from './prompt-methods.js';
import { ResourceMethods } from './resource-methods.js';
import { ToolMethods } from './tool-methods.js';

export const SERVED_METHODS = [
  'tools/list',
  'tools/call',
  'resources/list',
  'resources/templates/list',
  'resources/read',
  'prompts/list',
  'prompts/get',
  'completion/complete',
] as const;

/** Requests that our own code answers; all others are the SDK's. */
export type ServedMethod = (typeof SERVED_METHODS)[number];

/** @param params checked against the schema of the method. */
type Serve = (params: never, channel: CallChannel) => Promise<Result>;

/** Who answers which request. One table for both ways a request is served, so that they cannot answer differently. */
export class MethodTable {
  private readonly methods: Readonly<Record<ServedMethod, Serve>>;

  constructor(tools: ToolMethods, resources: ResourceMethods, prompts: PromptMethods) {
    this.methods = {
      'tools/list': (_params: never, channel) => tools.list(channel),
      'tools/call': (params: CallToolRequestParams, channel) => tools.call(params, channel),
      'resources/list': (_params: never, channel) => resources.list(channel),
      'resources/templates/list': (_params: never, channel) => resources.listTemplates(channel),
      'resources/read': (params: ReadResourceRequestParams, channel) => resources.read(params, channel),
      'prompts/list': (_params: never, channel) => prompts.list(channel),
      'prompts/get': (params: GetPromptRequestParams, channel) => prompts.get(params, channel),
      'completion/complete': (params: CompleteRequestParams, channel) => prompts.complete(params, channel),
    };
  }

  serve(method: ServedMethod, params: unknown, channel: CallChannel): Promise<Result> {
    return this.methods[method](params as never, channel);
  }
}

export function isServedMethod(method: string): method is ServedMethod {
  return (SERVED_METHODS as readonly string[]).includes(method);
}
