// What an agent's machine does: asks for a token, calls a route, opens an MCP connection.
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

export class Visitor {
  constructor({ url, clientId, clientSecret }) {
    this.url = url.replace(/\/$/, '');
    this.clientId = clientId;
    this.clientSecret = clientSecret;
  }

  /** RFC 6749 §4.4: a token for the client itself. */
  async token(scope) {
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: this.clientId,
      client_secret: this.clientSecret,
      scope,
    });
    const response = await fetch(`${this.url}/oauth2/token`, { method: 'POST', body });
    const answer = await response.json();
    if (!response.ok)
      throw new Error(`no token: ${answer.error} (${answer.error_description ?? 'no description'})`);
    return answer.access_token;
  }

  /** GET with or without a token. */
  get(path, token, headers = {}) {
    const authorization = token === undefined ? {} : { Authorization: `Bearer ${token}` };
    return fetch(this.url + path, { headers: { ...authorization, ...headers } });
  }

  /** An MCP connection of the official client. */
  async connect(token) {
    const client = new Client({ name: 'gatehouse-demo', version: '1.0.0' });
    const transport = new StreamableHTTPClientTransport(new URL(`${this.url}/mcp`), {
      requestInit: { headers: { Authorization: `Bearer ${token}` } },
    });
    await client.connect(transport);
    return client;
  }
}

/** The text of a tool's answer. */
export function textOf(result) {
  return result.content.map((block) => block.text ?? '').join('\n');
}
