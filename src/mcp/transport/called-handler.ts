import type { Catalogue, ServedHandler } from '../registry/served.js';
import type { JsonRpcRequest } from './json-rpc.js';

/** What the request calls by name; undefined for other requests, and for what does not exist. */
export function calledBy(
  { method, params }: JsonRpcRequest,
  catalogue: Catalogue,
): ServedHandler | undefined {
  const { name, uri } = params as { name?: unknown; uri?: unknown };
  if (method === 'tools/call' && typeof name === 'string') return catalogue.tool(name);
  if (method === 'prompts/get' && typeof name === 'string') return catalogue.prompt(name);
  if (method === 'resources/read' && typeof uri === 'string') return catalogue.resource(uri)?.resource;
  return undefined;
}

/** What the request asks suggestions for (completion/complete). */
export function completedBy(
  { method, params }: JsonRpcRequest,
  catalogue: Catalogue,
): ServedHandler | undefined {
  const { ref } = params as { ref?: { type?: unknown; name?: unknown; uri?: unknown } };
  if (method !== 'completion/complete' || ref === undefined || ref === null) return undefined;
  if (ref.type === 'ref/prompt' && typeof ref.name === 'string') return catalogue.prompt(ref.name);
  if (ref.type === 'ref/resource' && typeof ref.uri === 'string') return catalogue.resourceNamed(ref.uri);
  return undefined;
}
