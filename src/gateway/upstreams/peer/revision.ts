import { VERSION, type Askable } from '../../../config/index.js';
import { askable } from './client-capabilities.js';
import type { Members } from './messages.js';
import type { Headers } from './wire.js';

export const LEGACY_REVISION = '2025-11-25';
export const STATELESS_REVISION = '2026-07-28';

const CLIENT_INFO = { name: 'gatehouse', title: 'Gatehouse', version: VERSION };
const NAMED_BY: Readonly<Record<string, string>> = {
  'tools/call': 'name',
  'prompts/get': 'name',
  'resources/read': 'uri',
};
/** What a server of a 2025 revision is told that a client can do. */
const DECLARED: Readonly<Record<Askable, Members>> = {
  elicitation: { form: {}, url: {} },
  sampling: {},
  roots: {},
};

/** What goes with one request. */
export interface RequestOptions {
  readonly logLevel?: string | undefined;
  /** Of the client behind us: a question in a result is its to answer. */
  readonly clientCapabilities?: Members | undefined;
  /** Headers that repeat arguments (`x-mcp-header`). */
  readonly parameterHeaders?: Headers | undefined;
}

/** How requests of one revision look beside their method and parameters. */
export interface Revision {
  readonly isStateless: boolean;
  meta(options: RequestOptions): Members;
  headers(method: string, params: Members, options: RequestOptions): Headers;
}

/** MCP 2026-07-28: every request says who asks and what it can do, and headers repeat what routes need. */
export const statelessRevision: Revision = {
  isStateless: true,
  meta: ({ logLevel, clientCapabilities = {} }) => ({
    'io.modelcontextprotocol/protocolVersion': STATELESS_REVISION,
    'io.modelcontextprotocol/clientInfo': CLIENT_INFO,
    'io.modelcontextprotocol/clientCapabilities': askable(clientCapabilities),
    ...(logLevel !== undefined && { 'io.modelcontextprotocol/logLevel': logLevel }),
  }),
  headers: (method, params, { parameterHeaders }) => {
    const name = params[NAMED_BY[method] ?? ''];
    return {
      'mcp-protocol-version': STATELESS_REVISION,
      'mcp-method': method,
      ...(typeof name === 'string' && { 'mcp-name': encodeHeaderValue(name) }),
      ...parameterHeaders,
    };
  },
};

/** 2025 revisions: the session has said it all. */
export function legacyRevision(version: string, sessionId: string | undefined): Revision {
  const headers = {
    'mcp-protocol-version': version,
    ...(sessionId !== undefined && { 'mcp-session-id': sessionId }),
  };
  return { isStateless: false, meta: () => ({}), headers: () => headers };
}

export function initializeParams(asks: readonly Askable[]): Members {
  const capabilities = Object.fromEntries(asks.map((asked) => [asked, DECLARED[asked]]));
  return { protocolVersion: LEGACY_REVISION, capabilities, clientInfo: CLIENT_INFO };
}

/** MCP 2026-07-28, Streamable HTTP: what a header cannot carry as it is. */
export function encodeHeaderValue(value: string): string {
  const isPlain = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(value) && !value.startsWith('=?');
  return isPlain ? value : `=?base64?${Buffer.from(value, 'utf8').toString('base64')}?=`;
}
