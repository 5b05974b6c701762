import {
  ProtocolError,
  ProtocolErrorCode,
  type Prompt,
  type Resource,
  type ResourceTemplateType,
  type Tool,
} from '@modelcontextprotocol/server';
import { isTooDeep } from '../nesting.js';
import { isMembers, type Members } from '../peer/messages.js';
import type { UpstreamConnection } from '../peer/upstream-connection.js';
import { unrepeated } from './unrepeated.js';

/** Entries of one list, and pages it may come in: what an upstream says must not fill our memory. */
const MOST_ENTRIES = 20_000;
const MOST_PAGES = 1_000;
/** Octets of all entries of one list. */
const MOST_OCTETS = 33_554_432;
const DEEP_OCTETS = 65_536;

/** All that an upstream offers, as it says it. */
export interface UpstreamLists {
  readonly tools: readonly Tool[];
  readonly resources: readonly Resource[];
  readonly templates: readonly ResourceTemplateType[];
  readonly prompts: readonly Prompt[];
}

/** @throws what the connection throws, and ProtocolError when a list has no end. */
export async function readLists(connection: UpstreamConnection, signal: AbortSignal): Promise<UpstreamLists> {
  const { capabilities } = connection.introduction;
  const read = <Entry>(
    offered: string,
    method: string,
    member: string,
    isEntry: (entry: Members) => boolean,
  ) =>
    capabilities[offered] === undefined
      ? Promise.resolve([])
      : (readList(connection, method, member, isEntry, signal).catch(asNone) as Promise<readonly Entry[]>);
  const [tools, resources, templates, prompts] = await Promise.all([
    read<Tool>('tools', 'tools/list', 'tools', isTool),
    read<Resource>('resources', 'resources/list', 'resources', isResource),
    read<ResourceTemplateType>('resources', 'resources/templates/list', 'resourceTemplates', isTemplate),
    read<Prompt>('prompts', 'prompts/list', 'prompts', isPrompt),
  ]);
  return {
    // Those that are listed twice go on record where tools are compared with what was approved.
    tools,
    resources: unrepeated(resources, ({ uri }) => uri),
    templates: unrepeated(templates, ({ uriTemplate }) => uriTemplate),
    prompts: unrepeated(prompts, ({ name }) => name),
  };
}

/** A server that offers resources need not have templates, and some say so by not knowing the method. */
function asNone(error: unknown): never[] {
  if (error instanceof ProtocolError && error.code === (ProtocolErrorCode.MethodNotFound as number))
    return [];
  throw error;
}

async function readList(
  connection: UpstreamConnection,
  method: string,
  member: string,
  isEntry: (entry: Members) => boolean,
  signal: AbortSignal,
): Promise<unknown[]> {
  const entries: Members[] = [];
  let octets = 0;
  let cursor: unknown;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const params = cursor === undefined ? {} : { cursor };
    const result = await connection.request(method, params, { signal });
    const listed = result[member];
    const found = Array.isArray(listed) ? listed.filter(isMembers).filter(isEntry) : [];
    for (const entry of found) octets += octetsOf(entry);
    entries.push(...found);
    if (entries.length > MOST_ENTRIES || octets > MOST_OCTETS) break;
    cursor = result['nextCursor'];
    if (typeof cursor !== 'string') return entries;
  }
  throw new ProtocolError(ProtocolErrorCode.InternalError, `${method} has no end`);
}

/** One that is too deep to be written out is going to be left out: it counts as a large one. */
function octetsOf(entry: Members): number {
  return isTooDeep(entry) ? DEEP_OCTETS : JSON.stringify(entry).length;
}

/** MCP: what every entry must have; what lacks it could not be called. */
function isTool({ name, inputSchema, execution }: Members): boolean {
  // A tool that can only be called as a task cannot be called through us.
  const needsTask = isMembers(execution) && execution['taskSupport'] === 'required';
  return isName(name) && isMembers(inputSchema) && !needsTask;
}

function isPrompt(entry: Members): boolean {
  return isName(entry['name']) && !isTooDeep(entry);
}

function isResource(entry: Members): boolean {
  return isName(entry['name']) && isUri(entry['uri']) && !isTooDeep(entry);
}

function isTemplate(entry: Members): boolean {
  return isName(entry['name']) && isUri(entry['uriTemplate']) && !isTooDeep(entry);
}

function isName(name: unknown): boolean {
  return typeof name === 'string' && name.length > 0 && name.length <= 256;
}

function isUri(uri: unknown): boolean {
  return typeof uri === 'string' && uri.length > 0 && uri.length <= 8_192;
}
