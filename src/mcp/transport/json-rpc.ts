/** A JSON-RPC request as far as it was looked at; the SDK checks the rest. */
export interface JsonRpcRequest {
  readonly id: string | number;
  readonly method: string;
  /** Empty when the request has none. */
  readonly params: object;
}

/** The requests of a body, a single message or a batch; notifications, responses and anything malformed are left out. */
export function requestsIn(body: unknown): JsonRpcRequest[] {
  const messages: readonly unknown[] = Array.isArray(body) ? body : [body];
  return messages
    .filter(isRequest)
    .map(({ id, method, params }) => ({ id, method, params: Object(params ?? {}) as object }));
}

function isRequest(message: unknown): message is JsonRpcRequest {
  const { id, method } = Object(message ?? {}) as { id?: unknown; method?: unknown };
  return typeof method === 'string' && (typeof id === 'string' || typeof id === 'number');
}
