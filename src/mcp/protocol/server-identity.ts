import type { Implementation, ServerCapabilities } from '@modelcontextprotocol/server';
import { VERSION } from '../../config/index.js';

/** What the server says of itself in every revision. */
export const SERVER_IDENTITY: Implementation = { name: 'gatehouse', title: 'Gatehouse', version: VERSION };

export const SERVER_CAPABILITIES: ServerCapabilities = {
  tools: { listChanged: true },
  resources: { subscribe: true, listChanged: true },
  prompts: { listChanged: true },
  completions: {},
  logging: {},
};

export const INSTRUCTIONS =
  'Tools are limited by the scopes of the access token, and tools/list shows only those it may call. ' +
  'Personal data in arguments and results is kept, masked, encrypted or refused by the policy of each tool, ' +
  'and every call is recorded in an audit trail.';

/**
 * Lists depend on the caller's token, so they are the caller's alone (MCP 2026-07-28, caching). Milliseconds; short,
 * because scopes and clients can change at any time.
 */
export const LIST_CACHE = { ttlMs: 5_000, cacheScope: 'private' } as const;
/** Contents may change with every read. */
export const READ_CACHE = { ttlMs: 0, cacheScope: 'private' } as const;
