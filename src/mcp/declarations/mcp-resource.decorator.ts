import type { McpContext } from '../context/mcp-context.js';
import type { InputRequest } from '../context/input-request.js';
import { declareHandler } from './declare-handler.js';
import { assertDescription, assertName } from './declared-name.js';

export const MCP_RESOURCE_METADATA = 'gatehouse:mcp-resource';

export interface ResourceDeclaration {
  /** The URI, or an RFC 6570 template such as `customer://{id}/summary`, whose variables `read` receives. */
  readonly uri: string;
  readonly name: string;
  readonly title?: string;
  readonly description: string;
  readonly mimeType: string;
  /** Reading may return `requestInput(...)`. */
  readonly interactive?: boolean;
}

/** Variables of a URI template as found in the URI; empty for a resource with a fixed URI. */
export type ResourceVariables = Readonly<Record<string, string>>;

/** Text, bytes, or an object that is sent as JSON. */
export type ResourceBody = string | Uint8Array | Readonly<Record<string, unknown>>;

/** What a class with `@McpResource` looks like. */
export interface ResourceHandler {
  read(
    variables: ResourceVariables,
    context: McpContext,
  ): Promise<ResourceBody | InputRequest> | ResourceBody | InputRequest;
}

type ResourceClass = new (...dependencies: never[]) => ResourceHandler;

/**
 * Declares an injectable class as an MCP resource or, when the URI has variables, a resource template.
 * It needs `@Scopes()` and `@PiiPolicy()` beside it: without them the service does not start.
 *
 * @throws TypeError when the name is not callable, the URI is not absolute or the description is empty.
 */
export function McpResource(declaration: ResourceDeclaration): (target: ResourceClass) => void {
  assertName('@McpResource()', declaration.name);
  assertDescription('@McpResource()', declaration.name, declaration.description);
  if (!/^[a-z][a-z0-9+.-]*:/i.test(declaration.uri)) {
    throw new TypeError(`@McpResource(): ${declaration.uri} is not an absolute URI or URI template`);
  }
  return (target) => declareHandler(target, MCP_RESOURCE_METADATA, declaration, 'read');
}
