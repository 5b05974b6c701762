import {
  initialize,
  legacyMessage,
  MODERN_REVISION,
  modernMessage,
  type ClientProfile,
  type McpMessage,
} from './client-profile.js';
import { jsonObjectOf, stringsOf, isJsonObject, type JsonObject } from './json.js';
import type { Network, Reply } from './network.js';

/** An answer to a message, and in which of the two ways the conversation then goes on. */
export interface Opening {
  readonly reply: Reply;
  readonly message: McpMessage;
  readonly isModern: boolean;
}

/** Opens a conversation as the client does, without a token unless one is given. */
export async function open(
  network: Network,
  profile: ClientProfile,
  url: string,
  token?: string,
): Promise<Opening> {
  if (profile.opensModern) {
    const message = modernMessage('server/discover');
    const reply = await post(network, url, message, token);
    const isModern = speaksModern(reply, message);
    if (isModern || isFinal(reply)) return { reply, message, isModern };
  }
  const message = initialize();
  return { reply: await post(network, url, message, token), message, isModern: false };
}

/** Lists the tools in the way that was found, and ends a session that was opened. */
export async function listTools(
  network: Network,
  url: string,
  { reply: opened, isModern }: Opening,
  token?: string,
): Promise<{ readonly reply: Reply; readonly message: McpMessage }> {
  if (isModern) {
    const message = modernMessage('tools/list');
    return { reply: await post(network, url, message, token), message };
  }
  const further = sessionHeaders(opened);
  await post(network, url, legacyMessage('notifications/initialized'), token, further);
  const message = legacyMessage('tools/list', 1);
  const reply = await post(network, url, message, token, further);
  await endSession(network, url, opened, token);
  return { reply, message };
}

/** Servers keep sessions for a long time otherwise. */
export async function endSession(
  network: Network,
  url: string,
  opened: Reply,
  token?: string,
): Promise<void> {
  if (!opened.headers.has('mcp-session-id')) return;
  const headers = { ...legacyMessage('').headers, ...sessionHeaders(opened), ...bearer(token) };
  await network.ask({ url, method: 'DELETE', headers }).catch(() => undefined);
}

/** The JSON-RPC answer to the message, sent plainly or as an event. */
export function answerTo({ id }: McpMessage, text: string): JsonObject | undefined {
  const candidates = [text, ...eventsOf(text)];
  return candidates
    .map(jsonObjectOf)
    .find(
      (each) => each?.['jsonrpc'] === '2.0' && each['id'] === id && ('result' in each || 'error' in each),
    );
}

/** Its result, when the answer is one. */
export function resultOf(message: McpMessage, reply: Reply): JsonObject | undefined {
  const result = answerTo(message, reply.text)?.['result'];
  return reply.status === 200 && isJsonObject(result) ? result : undefined;
}

export function post(
  network: Network,
  url: string,
  message: McpMessage,
  token?: string,
  further: Readonly<Record<string, string>> = {},
): Promise<Reply> {
  return network.askAsClient({
    url,
    method: 'POST',
    headers: { ...message.headers, ...further, ...bearer(token) },
    body: message.body,
    isEnough: (text) => message.id !== undefined && answerTo(message, text) !== undefined,
  });
}

function sessionHeaders(opened: Reply): Record<string, string> {
  const session = opened.headers.get('mcp-session-id');
  const answer = jsonObjectOf(opened.text) ?? eventsOf(opened.text).map(jsonObjectOf).find(Boolean);
  const version = (answer?.['result'] as JsonObject | undefined)?.['protocolVersion'];
  return {
    ...(session !== undefined && { 'Mcp-Session-Id': session }),
    ...(typeof version === 'string' && /^[\w.-]{1,32}$/.test(version) && { 'MCP-Protocol-Version': version }),
  };
}

function bearer(token: string | undefined): Record<string, string> {
  return token === undefined ? {} : { Authorization: `Bearer ${token}` };
}

function speaksModern(reply: Reply, message: McpMessage): boolean {
  return stringsOf(resultOf(message, reply)?.['supportedVersions'])?.includes(MODERN_REVISION) === true;
}

/** What the v2 client takes for an answer in either way of speaking; anything else makes it try the older one. */
function isFinal({ status }: Reply): boolean {
  return status === 401 || status === 403 || status >= 500;
}

/** The data of each server-sent event. */
function eventsOf(text: string): string[] {
  return text.split(/\r?\n\r?\n/).map((event) =>
    event
      .split(/\r?\n/)
      .filter((line) => line.startsWith('data:'))
      .map((line) => line.slice(5).trimStart())
      .join('\n'),
  );
}
