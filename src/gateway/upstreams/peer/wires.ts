import { Logger } from '@nestjs/common';
import type { Principal } from '../../../common/principal.js';
import type { HttpTransport, RelayConfiguration, StdioTransport } from '../../../config/index.js';
import { PiiAnalyzer } from '../../../security/index.js';
import { GuardedFetcher } from '../../../security/fetch/index.js';
import type { UpstreamCredentials } from '../credentials/upstream-credentials.js';
import { logComplaints } from './child-complaints.js';
import { ChildProcess } from './child-process.js';
import { HttpWire } from './http-wire.js';
import { WireError } from './peer-errors.js';
import { StdioWire } from './stdio-wire.js';
import type { Wire } from './wire.js';

/** Opens ways to upstreams. */
export class Wires {
  private readonly logger = new Logger('McpUpstream');

  constructor(
    private readonly fetcher: GuardedFetcher,
    private readonly analyzer: PiiAnalyzer,
    private readonly credentials: UpstreamCredentials,
  ) {}

  /**
   * @param caller whose connection it is to be; undefined for a shared one.
   * @throws WireError when there is no way.
   */
  async open(upstream: string, relay: RelayConfiguration, caller: Principal | undefined): Promise<Wire> {
    const { transport } = relay;
    if (transport.kind === 'http') return this.openHttp(upstream, transport, relay, caller);
    return this.openStdio(upstream, transport, relay);
  }

  private openHttp(
    upstream: string,
    transport: HttpTransport,
    { timeouts, limits }: RelayConfiguration,
    caller: Principal | undefined,
  ): Wire {
    const { url, isPrivate } = transport;
    const connections = this.fetcher.connectionsTo(url, isPrivate, timeouts.connect);
    return new HttpWire(connections, limits.messageBytes, this.credentials.of(upstream, transport, caller));
  }

  private async openStdio(
    upstream: string,
    transport: StdioTransport,
    { limits }: RelayConfiguration,
  ): Promise<Wire> {
    const child = await ChildProcess.start(transport).catch((error: unknown) => {
      throw new WireError('not_started', { cause: error });
    });
    void logComplaints(child.complaints, upstream, {
      logger: this.logger,
      mask: (text) => this.analyzer.mask(text),
      secrets: Object.values(transport.env),
    }).catch(() => undefined);
    return new StdioWire(child, limits.messageBytes);
  }
}
