/** JSON-RPC 2.0 as far as a relay looks at it; all other members go on unseen. */
export type Members = Readonly<Record<string, unknown>>;

export interface RequestMessage {
  readonly jsonrpc: '2.0';
  readonly id: number | string;
  readonly method: string;
  readonly params?: Members;
}

export interface NotificationMessage {
  readonly jsonrpc: '2.0';
  readonly method: string;
  readonly params?: Members;
}

export interface ResponseMessage {
  readonly jsonrpc: '2.0';
  readonly id: number | string;
  readonly result?: Members;
  readonly error?: RpcError;
}

export interface RpcError {
  readonly code: number;
  readonly message: string;
  readonly data?: unknown;
}

export type Message = RequestMessage | NotificationMessage | ResponseMessage;

/** What a text holds, when it is one message or a batch of them; nothing else is taken. */
export function messagesOf(text: string): Message[] | undefined {
  const parsed = parse(text);
  const messages = Array.isArray(parsed) ? (parsed as unknown[]) : [parsed];
  return messages.every(isMessage) ? messages : undefined;
}

/** The error in the body of an HTTP answer, which may name no request: the server need not have read it. */
export function errorIn(text: string): RpcError | undefined {
  const { error } = Object(parse(text) ?? {}) as { error?: unknown };
  return isError(error) ? error : undefined;
}

export function isResponse(message: Message): message is ResponseMessage {
  return 'id' in message && !('method' in message);
}

export function isRequest(message: Message): message is RequestMessage {
  return 'id' in message && 'method' in message;
}

function isMessage(value: unknown): value is Message {
  if (!isMembers(value) || value['jsonrpc'] !== '2.0') return false;
  if (typeof value['method'] === 'string') return true;
  return value['id'] !== undefined && (isMembers(value['result']) || isError(value['error']));
}

function isError(value: unknown): value is RpcError {
  if (!isMembers(value)) return false;
  return typeof value['code'] === 'number' && typeof value['message'] === 'string';
}

export function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
