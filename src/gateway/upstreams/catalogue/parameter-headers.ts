import { isMembers, type Members } from '../peer/messages.js';
import { encodeHeaderValue } from '../peer/revision.js';
import type { Headers } from '../peer/wire.js';

const KEYWORD = 'x-mcp-header';
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,64}$/;

/** MCP 2026-07-28, Streamable HTTP: headers that repeat the arguments a schema marks, for whoever routes by them. */
export function parameterHeaders(schema: Members, input: unknown): Headers | undefined {
  const headers = Object.fromEntries(markedIn(schema, input));
  return Object.keys(headers).length === 0 ? undefined : headers;
}

function markedIn(schema: Members, value: unknown): [string, string][] {
  const { properties } = schema;
  if (!isMembers(properties) || !isMembers(value)) return [];
  return Object.entries(properties).flatMap(([name, property]) => {
    if (!isMembers(property)) return [];
    const text = textOf(value[name]);
    const header = property[KEYWORD];
    const own: [string, string][] =
      typeof header === 'string' && TOKEN.test(header) && text !== undefined
        ? [[`mcp-param-${header.toLowerCase()}`, encodeHeaderValue(text)]]
        : [];
    return [...own, ...markedIn(property, value[name])];
  });
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}
