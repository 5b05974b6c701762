import type { Gatehouse } from '../../support/gatehouse.js';

export const STATELESS = '2026-07-28';
export const SESSIONFUL = '2025-11-25';

export interface RpcAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** As sent. */
  readonly text: string;
  /** The JSON-RPC message: the body, or the last event of a stream. */
  readonly message: RpcMessage;
}

export interface RpcMessage {
  readonly id?: unknown;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly code: number; readonly message: string; readonly data?: unknown };
}

type Headers_ = Readonly<Record<string, string>>;
type Arrived = (text: string) => void;

/** Messages as they stand on the wire, for what an official client would never send. */
export class JsonRpcClient {
  constructor(
    private readonly gatehouse: Gatehouse,
    private readonly token: string | undefined,
  ) {}

  /** A 2026-07-28 request. Members given in `params` and `headers` replace the proper ones. */
  stateless(
    method: string,
    params: Record<string, unknown> = {},
    headers: Headers_ = {},
  ): Promise<RpcAnswer> {
    const name = params['name'] ?? params['uri'];
    const _meta = {
      'io.modelcontextprotocol/protocolVersion': STATELESS,
      'io.modelcontextprotocol/clientCapabilities': {},
    };
    return this.post(
      { jsonrpc: '2.0', id: 7, method, params: { _meta, ...params } },
      {
        'mcp-protocol-version': STATELESS,
        'mcp-method': method,
        ...(typeof name === 'string' && { 'mcp-name': name }),
        ...headers,
      },
    );
  }

  /** Opens a 2025 session and returns its id. */
  async openSession(capabilities: Record<string, unknown> = {}): Promise<string> {
    const params = {
      protocolVersion: SESSIONFUL,
      capabilities,
      clientInfo: { name: 'e2e', version: '1' },
    };
    const answer = await this.post({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
    const id = answer.headers.get('mcp-session-id');
    if (id === null) throw new Error(`no session: ${answer.status} ${answer.text}`);
    await this.post({ jsonrpc: '2.0', method: 'notifications/initialized' }, { 'mcp-session-id': id });
    return id;
  }

  /** @param arrived told all that has arrived so far, whenever more does. */
  inSession(
    session: string,
    method: string,
    params: Record<string, unknown> = {},
    arrived?: Arrived,
  ): Promise<RpcAnswer> {
    const headers = { 'mcp-session-id': session, 'mcp-protocol-version': SESSIONFUL };
    return this.send('POST', headers, JSON.stringify({ jsonrpc: '2.0', id: 7, method, params }), arrived);
  }

  post(body: unknown, headers: Headers_ = {}): Promise<RpcAnswer> {
    return this.send('POST', headers, typeof body === 'string' ? body : JSON.stringify(body));
  }

  async send(method: string, headers: Headers_ = {}, body?: string, arrived?: Arrived): Promise<RpcAnswer> {
    const response = await fetch(`http://localhost:${this.gatehouse.port}/mcp`, {
      method,
      headers: {
        accept: 'application/json, text/event-stream',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(this.token !== undefined && { authorization: `Bearer ${this.token}` }),
        ...headers,
      },
      ...(body !== undefined && { body }),
    });
    const text = await textOf(response, arrived);
    return { status: response.status, headers: response.headers, text, message: messageOf(text) };
  }
}

async function textOf(response: Response, arrived: Arrived = () => undefined): Promise<string> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    arrived(text);
  }
  return text;
}

function messageOf(text: string): RpcMessage {
  const events = text.match(/^data: .*$/gm);
  if (events !== null) return JSON.parse(events.at(-1)?.slice('data: '.length) ?? '{}') as RpcMessage;
  return text.startsWith('{') ? (JSON.parse(text) as RpcMessage) : {};
}
