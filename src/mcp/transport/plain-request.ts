import {
  CLIENT_CAPABILITIES_META_KEY,
  CLIENT_INFO_META_KEY,
  isSpecType,
  LOG_LEVEL_META_KEY,
  PROTOCOL_VERSION_META_KEY,
  SUPPORTED_PROTOCOL_VERSIONS,
  type ClientCapabilities,
  type LoggingLevel,
  type ProgressToken,
} from '@modelcontextprotocol/server';
import type { FastifyRequest } from 'fastify';
import { isServedMethod, type ServedMethod } from '../protocol/method-table.js';
import { headerOf, VERSION_HEADER } from './headers.js';

export const STATELESS_REVISION = '2026-07-28';

/** A request with nothing unusual about it: everything the SDK would check has been found in order. */
export interface PlainRequest {
  readonly id: string | number;
  readonly method: ServedMethod;
  readonly params: Readonly<Record<string, unknown>>;
  readonly progressToken: ProgressToken | undefined;
  /** Of a 2026-07-28 request; in sessions both are the session's. */
  readonly logLevel?: LoggingLevel | undefined;
  readonly clientCapabilities?: ClientCapabilities;
}

type Members = Readonly<Record<string, unknown>>;

const ENVELOPE = new Set(['jsonrpc', 'id', 'method', 'params']);
/** Members of `params` and the one that `Mcp-Name` repeats; a method that is not here is the SDK's. */
const PARAMS: Partial<Record<ServedMethod, { members: ReadonlySet<string>; named?: 'name' | 'uri' }>> = {
  'tools/list': { members: new Set(['_meta']) },
  'tools/call': { members: new Set(['_meta', 'name', 'arguments']), named: 'name' },
  'resources/list': { members: new Set(['_meta']) },
  'resources/templates/list': { members: new Set(['_meta']) },
  'resources/read': { members: new Set(['_meta', 'uri']), named: 'uri' },
  'prompts/list': { members: new Set(['_meta']) },
  'prompts/get': { members: new Set(['_meta', 'name', 'arguments']), named: 'name' },
};
/** Begins a header value that is encoded (SEP-2243). */
const ENCODED = '=?';

/** The request as a plain one of 2026-07-28; undefined when the SDK has to look at it. */
export function plainStatelessRequest(request: FastifyRequest): PlainRequest | undefined {
  const plain = plainMessage(request.body);
  if (plain === undefined || headerOf(request, VERSION_HEADER) !== STATELESS_REVISION) return undefined;
  const { method, params } = plain;
  const meta = params['_meta'];
  if (!isObject(meta) || headerOf(request, 'mcp-method') !== method || !isNamed(request, method, params))
    return undefined;
  const envelope = envelopeOf(meta);
  return envelope && { ...plain, ...envelope };
}

/** The request as a plain one within a session; undefined when the SDK has to look at it. */
export function plainSessionRequest(request: FastifyRequest): PlainRequest | undefined {
  const version = headerOf(request, VERSION_HEADER);
  if (version !== undefined && !SUPPORTED_PROTOCOL_VERSIONS.includes(version)) return undefined;
  if (!prefersJson(request.headers.accept ?? '')) return undefined;
  const plain = plainMessage(request.body);
  const meta = plain?.params['_meta'];
  return isObject(meta) && Object.hasOwn(meta, PROTOCOL_VERSION_META_KEY) ? undefined : plain;
}

/** Both have to be accepted (MCP, Streamable HTTP); who names the event stream first gets one, from the SDK. */
function prefersJson(accept: string): boolean {
  const json = accept.indexOf('application/json');
  return json >= 0 && json < accept.indexOf('text/event-stream');
}

function plainMessage(body: unknown): PlainRequest | undefined {
  if (!isObject(body) || body['jsonrpc'] !== '2.0' || !hasOnly(body, ENVELOPE)) return undefined;
  const { id, method, params = {} } = body;
  if (!isId(id) || typeof method !== 'string' || !isServedMethod(method) || !isObject(params))
    return undefined;
  const meta = params['_meta'] ?? {};
  if (!isObject(meta) || !areParams(method, params)) return undefined;
  const { progressToken } = meta;
  if (progressToken !== undefined && !isId(progressToken)) return undefined;
  return { id, method, params, progressToken };
}

function areParams(method: ServedMethod, params: Members): boolean {
  const shape = PARAMS[method];
  if (shape === undefined || !hasOnly(params, shape.members)) return false;
  if (shape.named !== undefined && typeof params[shape.named] !== 'string') return false;
  const { arguments: args } = params;
  if (args === undefined) return true;
  return (
    isObject(args) &&
    (method !== 'prompts/get' || Object.values(args).every((value) => typeof value === 'string'))
  );
}

function isNamed(request: FastifyRequest, method: ServedMethod, params: Members): boolean {
  const named = PARAMS[method]?.named;
  if (named === undefined) return true;
  const header = headerOf(request, 'mcp-name');
  return header === params[named] && !header?.startsWith(ENCODED);
}

function envelopeOf(meta: Members): Pick<PlainRequest, 'logLevel' | 'clientCapabilities'> | undefined {
  const clientCapabilities = meta[CLIENT_CAPABILITIES_META_KEY];
  const clientInfo = meta[CLIENT_INFO_META_KEY];
  const logLevel = meta[LOG_LEVEL_META_KEY];
  if (meta[PROTOCOL_VERSION_META_KEY] !== STATELESS_REVISION) return undefined;
  if (!clientSelfDescriptions.accepts(clientCapabilities, clientInfo)) return undefined;
  if (logLevel !== undefined && !isSpecType.LoggingLevel(logLevel)) return undefined;
  return { clientCapabilities: clientCapabilities as ClientCapabilities, logLevel };
}

/** Clients describe themselves in every request in the same words, so the check is remembered by those words. */
class SelfDescriptions {
  private static readonly KEPT = 1_000;
  /** Longer words are checked each time: what anybody may send must not add up in memory. */
  private static readonly LONGEST_KEPT = 4_096;
  private readonly accepted = new Set<string>();

  accepts(clientCapabilities: unknown, clientInfo: unknown): boolean {
    if (!isObject(clientCapabilities)) return false;
    const words = JSON.stringify([clientCapabilities, clientInfo]);
    if (this.accepted.has(words)) return true;
    if (!isSpecType.ClientCapabilities(clientCapabilities)) return false;
    if (clientInfo !== undefined && !isSpecType.Implementation(clientInfo)) return false;
    this.keep(words);
    return true;
  }

  private keep(words: string): void {
    if (words.length > SelfDescriptions.LONGEST_KEPT) return;
    if (this.accepted.size >= SelfDescriptions.KEPT) this.accepted.clear();
    this.accepted.add(words);
  }
}

const clientSelfDescriptions = new SelfDescriptions();

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasOnly(value: Members, members: ReadonlySet<string>): boolean {
  return Object.keys(value).every((member) => members.has(member));
}

function isId(value: unknown): value is string | number {
  return typeof value === 'string' || Number.isSafeInteger(value);
}
