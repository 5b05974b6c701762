import { randomUuid } from '../security/crypto/index.js';
import { VERSION } from '../config/index.js';
import type { Generation } from './finding.js';

/** What Node's own fetch, and so each official client, calls itself. */
export const NODE_AGENT = 'node';
export const MODERN_REVISION = '2026-07-28';
export const LEGACY_REVISION = '2025-11-25';

/** How an official client asks, as far as servers can tell one from the other. */
export interface ClientProfile {
  readonly generation: Generation;
  readonly label: string;
  /** Opens with `server/discover` of 2026-07-28, and goes on in the older way when that is not known. */
  readonly opensModern: boolean;
  /** Takes a metadata URL that cannot be reached for one that is not there. */
  readonly takesSilenceForAbsence: boolean;
}

export const PROFILES: Readonly<Record<Generation, ClientProfile>> = {
  v2: {
    generation: 'v2',
    label: 'the v2 client (@modelcontextprotocol/client)',
    opensModern: true,
    takesSilenceForAbsence: false,
  },
  v1: {
    generation: 'v1',
    label: 'the v1 client (@modelcontextprotocol/sdk)',
    opensModern: false,
    takesSilenceForAbsence: true,
  },
};

const CLIENT = { name: 'gatehouse-doctor', version: VERSION };

/** What fetch sends with every request, beside what the client gives it. */
export const COMMON_HEADERS: Readonly<Record<string, string>> = {
  'User-Agent': NODE_AGENT,
  'Accept-Language': '*',
  'Sec-Fetch-Mode': 'cors',
};

/** Of a request for metadata. */
export function metadataHeaders(accept?: string): Record<string, string> {
  return {
    ...COMMON_HEADERS,
    'MCP-Protocol-Version': LEGACY_REVISION,
    ...(accept !== undefined && { Accept: accept }),
  };
}

export interface McpMessage {
  readonly id: string | number | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The message with which a client of a 2025 revision begins. */
export function initialize(): McpMessage {
  return legacyMessage('initialize', 0, {
    protocolVersion: LEGACY_REVISION,
    capabilities: {},
    clientInfo: CLIENT,
  });
}

/** A message of a 2025 revision. Without an id it is a notification. */
export function legacyMessage(method: string, id?: number, params?: object): McpMessage {
  const body = {
    jsonrpc: '2.0',
    ...(id !== undefined && { id }),
    method,
    ...(params !== undefined && { params }),
  };
  return { id, headers: postHeaders(), body: JSON.stringify(body) };
}

/** A message of 2026-07-28, whose headers repeat what the body says. */
export function modernMessage(method: string): McpMessage {
  const id = `gatehouse-doctor-${randomUuid()}`;
  const meta = {
    'io.modelcontextprotocol/protocolVersion': MODERN_REVISION,
    'io.modelcontextprotocol/clientInfo': CLIENT,
    'io.modelcontextprotocol/clientCapabilities': {},
  };
  return {
    id,
    headers: { ...postHeaders(), 'MCP-Protocol-Version': MODERN_REVISION, 'Mcp-Method': method },
    body: JSON.stringify({ jsonrpc: '2.0', id, method, params: { _meta: meta } }),
  };
}

function postHeaders(): Record<string, string> {
  return {
    ...COMMON_HEADERS,
    'Content-Type': 'application/json',
    Accept: 'application/json, text/event-stream',
  };
}
