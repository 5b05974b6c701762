/** A host that the operator named, at the addresses it had then: what it comes to mean later changes nothing. */
export interface MeantHost {
  /** As in `URL.hostname`. */
  readonly host: string;
  readonly addresses: readonly string[];
}

export interface FetchOptions {
  readonly method?: 'GET' | 'POST' | 'OPTIONS' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Largest body taken. */
  readonly maximumBytes: number;
  /** For the whole exchange: look-up, connection, headers and the last byte of the body. */
  readonly timeoutMs: number;
  /** `Accept`; JSON unless given. */
  readonly accept?: string;
  /** Calls the exchange off. */
  readonly signal?: AbortSignal | undefined;
  /** Hosts with ports that the operator declared for this very purpose, exempt as those of FETCH_ALLOWED_HOSTS are. */
  readonly privateHosts?: readonly string[];
  /** Whether exempt hosts may be asked without TLS: only for URLs that the operator wrote, or that stand at such a host. */
  readonly allowPlainHttp?: boolean;
  /** Exempt from the rules on addresses and ports, and reached without TLS if the URL says so. */
  readonly meant?: MeantHost | undefined;
  /** `report` hands a redirect over as the answer. None is ever followed. */
  readonly redirects?: 'refuse' | 'report';
  /** Whether what has come of the body will do; for streams that their server leaves open. */
  readonly isEnough?: (body: Buffer) => boolean;
}
