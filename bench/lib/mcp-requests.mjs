import { jsonRequest, send } from './http-request.mjs';

const CLIENT = { name: 'bench', version: '1.0.0' };
const ACCEPT = { accept: 'application/json, text/event-stream' };
export const STATELESS_REVISION = '2026-07-28';
export const SESSION_REVISION = '2025-06-18';

/** What tells a tool's result from an error in any answer. */
export const TOOL_RESULT = '"structuredContent"';

/**
 * A stateless `tools/call` of revision 2026-07-28: the envelope travels in `_meta`.
 *
 * @param {{ name: string, arguments: Record<string, unknown> }} call
 * @param {Record<string, string>} headers
 */
export function statelessCall(call, headers) {
  const envelope = {
    'io.modelcontextprotocol/protocolVersion': STATELESS_REVISION,
    'io.modelcontextprotocol/clientInfo': CLIENT,
    'io.modelcontextprotocol/clientCapabilities': {},
  };
  return jsonRequest('/mcp', rpc('tools/call', { ...call, _meta: envelope }), {
    ...ACCEPT,
    'mcp-protocol-version': STATELESS_REVISION,
    'mcp-method': 'tools/call',
    'mcp-name': call.name,
    ...headers,
  });
}

/** A `tools/call` inside an open 2025-era session. */
export function sessionCall(call, sessionId, headers) {
  return jsonRequest('/mcp', rpc('tools/call', call), { ...sessionHeaders(sessionId), ...headers });
}

/**
 * Opens a 2025-era session (`initialize`, then `notifications/initialized`).
 *
 * @returns {Promise<string>} its id
 */
export async function openSession(url, headers) {
  const parameters = { protocolVersion: SESSION_REVISION, capabilities: {}, clientInfo: CLIENT };
  const answer = await send(
    url,
    jsonRequest('/mcp', rpc('initialize', parameters), { ...ACCEPT, ...headers }),
  );
  const sessionId = answer.headers.get('mcp-session-id');
  if (sessionId === null)
    throw new Error(`initialize was answered ${answer.status} without a session: ${answer.text}`);
  const initialized = { jsonrpc: '2.0', method: 'notifications/initialized' };
  await send(url, jsonRequest('/mcp', initialized, { ...sessionHeaders(sessionId), ...headers }));
  return sessionId;
}

function sessionHeaders(sessionId) {
  return { ...ACCEPT, 'mcp-protocol-version': SESSION_REVISION, 'mcp-session-id': sessionId };
}

function rpc(method, params) {
  return { jsonrpc: '2.0', id: 1, method, params };
}
