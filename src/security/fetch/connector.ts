import { Injectable } from '@nestjs/common';
import { once } from 'node:events';
import { connect as connectPlain, isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect, type ConnectionOptions } from 'node:tls';

/** Where to connect: an address that was checked, and the name whose certificate is expected there. */
export interface PinnedAddress {
  readonly address: string;
  readonly port: number;
  /** As in the URL; an address when the URL has one. */
  readonly serverName: string;
  /** Without TLS, where the operator declares it so. */
  readonly isPlain?: boolean;
}

/** Opens connections. Injected, so that tests can count them and keep them on this machine. */
export abstract class Connector {
  /**
   * A connection whose server proved its name, unless the target is plain.
   *
   * @throws Error when nobody answers, the certificate is another's, or the signal ends it.
   */
  abstract connect(target: PinnedAddress, signal: AbortSignal): Promise<Duplex>;
}

/** TLS, with the certificate authorities of Node (NODE_EXTRA_CA_CERTS adds to them). */
@Injectable()
export class TlsConnector extends Connector {
  /** PEM; undefined means those of Node. */
  protected readonly authorities: string | undefined = undefined;

  async connect(target: PinnedAddress, signal: AbortSignal): Promise<Duplex> {
    const socket =
      target.isPlain === true
        ? connectPlain({ host: target.address, port: target.port })
        : connect({ ...optionsOf(target), ca: this.authorities });
    try {
      await once(socket, target.isPlain === true ? 'connect' : 'secureConnect', { signal });
      return socket;
    } catch (error) {
      socket.destroy();
      throw error;
    }
  }
}

function optionsOf({ address, port, serverName }: PinnedAddress): ConnectionOptions {
  const options = { host: address, port, ALPNProtocols: ['http/1.1'] };
  // RFC 6066 §3: an address is no server name; the certificate is then compared with the host.
  return isIP(serverName) === 0 ? { ...options, servername: serverName } : options;
}
