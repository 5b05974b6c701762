export interface FetchOptions {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Largest body taken. */
  readonly maximumBytes: number;
  /** For the whole exchange: look-up, connection, headers and the last byte of the body. */
  readonly timeoutMs: number;
  /** `Accept`; JSON unless given. */
  readonly accept?: string;
}
