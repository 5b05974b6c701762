import { Injectable } from '@nestjs/common';
import { isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import { firstSignal } from '../../common/first-signal.js';
import { Configuration } from '../../config/index.js';
import { Connector } from './connector.js';
import { exchange, type FetchedResponse } from './exchange.js';
import type { FetchOptions, MeantHost } from './fetch-options.js';
import { FetchRefusedError, type FetchRefusal } from './fetch-refused-error.js';
import { fetchTarget, type ExemptHosts, type FetchTarget } from './fetch-target.js';
import { GuardedConnections } from './guarded-connections.js';
import { NameResolver } from './name-resolver.js';
import { isPublicAddress } from './public-address.js';

/** RFC 6761 §6.3: never looked up, for no resolver is to be trusted with it. */
const LOCALHOST = /(^|\.)localhost$/;

/**
 * Fetches what strangers name: client metadata documents, key sets, identity providers. Nothing inside the
 * network is reached by it: every address of the name must be public, the connection goes to the very address
 * that was checked (so that a name which flips between check and connection gains nothing), redirects are not
 * followed, and size and time are bounded. Hosts of FETCH_ALLOWED_HOSTS are exempt from the rules on addresses
 * and ports only. It keeps nothing: callers cache.
 */
@Injectable()
export class GuardedFetcher {
  private readonly allowedHosts: ExemptHosts;

  constructor(
    private readonly resolver: NameResolver,
    private readonly connector: Connector,
    { fetch }: Configuration,
  ) {
    this.allowedHosts = new Set(fetch.allowedHosts);
  }

  /**
   * The answer, whatever its status (redirects excepted).
   *
   * @throws FetchRefusedError for every other outcome; its `reason` says which.
   */
  async fetch(url: string, options: FetchOptions): Promise<FetchedResponse> {
    const isMeant = names(url, options.meant);
    const exempt = this.exempt(options, isMeant ? hostAndPortOf(url) : undefined);
    const target = fetchTarget(url, exempt, isMeant || options.allowPlainHttp === true);
    const signal = signalOf(options);
    try {
      const connection = await this.open(target, signal, isMeant ? options.meant : undefined);
      return await exchange(connection, target, options, signal);
    } catch (error) {
      if (error instanceof FetchRefusedError) throw error;
      throw new FetchRefusedError(endOf(signal), { cause: error });
    }
  }

  /**
   * The host of a URL that the operator wrote, for `FetchOptions.meant`.
   *
   * @throws FetchRefusedError when the URL is malformed or the name has no address.
   */
  async meantBy(url: string, signal: AbortSignal): Promise<MeantHost> {
    if (!URL.canParse(url)) throw new FetchRefusedError('malformed_url');
    const { host } = fetchTarget(url, new Set([hostAndPortOf(url)]), true);
    const { hostname } = new URL(url);
    const found = isIP(host) === 0 ? this.resolver.resolveTrusted(host) : Promise.resolve([host]);
    const addresses = await orAborted(
      found.catch((error: unknown) => unresolvable(error)),
      signal,
    );
    return { host: hostname, addresses };
  }

  /**
   * Connections to a URL that the operator wrote, for answers that take their time.
   *
   * @param isPrivate the operator means this very host and port, whatever its address, and without TLS if so written.
   * @param connectMs for looking up and connecting.
   * @throws FetchRefusedError when no request may go there.
   */
  connectionsTo(url: string, isPrivate: boolean, connectMs: number): GuardedConnections {
    const meant = isPrivate ? new Set([hostAndPortOf(url)]) : this.allowedHosts;
    const target = fetchTarget(url, meant, true);
    return new GuardedConnections(target, (signal) => this.open(target, signal), connectMs);
  }

  private exempt({ privateHosts = [] }: FetchOptions, meant?: string): ExemptHosts {
    return {
      has: (host) => host === meant || this.allowedHosts.has(host) || privateHosts.includes(host),
    };
  }

  private async open(target: FetchTarget, signal: AbortSignal, meant?: MeantHost): Promise<Duplex> {
    const addresses = meant?.addresses ?? (await orAborted(this.addressesOf(target, signal), signal));
    return this.connectToAny(target, addresses, signal);
  }

  private async addressesOf(target: FetchTarget, signal: AbortSignal): Promise<readonly string[]> {
    const addresses = await this.lookUp(target, signal);
    if (target.isTrusted) return addresses;
    // One private answer among public ones is an attempt, not an accident.
    if (!addresses.every(isPublicAddress)) throw new FetchRefusedError('address_not_public');
    return addresses;
  }

  private async lookUp({ host, isAddress, isTrusted }: FetchTarget, signal: AbortSignal): Promise<string[]> {
    if (isAddress) return [host];
    if (!isTrusted && LOCALHOST.test(host)) throw new FetchRefusedError('address_not_public');
    const asked = isTrusted ? this.resolver.resolveTrusted(host) : this.resolver.resolve(host, signal);
    const addresses = await asked.catch((error: unknown) => unresolvable(error));
    return addresses.length > 0 ? addresses : unresolvable();
  }

  /** In order, for a machine that reaches only one family of addresses. */
  private async connectToAny(
    { host, port, isPlain }: FetchTarget,
    addresses: readonly string[],
    signal: AbortSignal,
  ): Promise<Duplex> {
    let failure: unknown;
    for (const address of addresses) {
      if (signal.aborted) break;
      try {
        return await this.connector.connect(
          { address, port, serverName: host, ...(isPlain && { isPlain }) },
          signal,
        );
      } catch (error) {
        failure = error;
      }
    }
    throw new FetchRefusedError(endOf(signal), { cause: failure });
  }
}

function names(url: string, meant: MeantHost | undefined): boolean {
  return meant !== undefined && URL.canParse(url) && new URL(url).hostname === meant.host;
}

function hostAndPortOf(url: string): string {
  const { hostname, port, protocol } = new URL(url);
  return `${hostname}:${port || (protocol === 'http:' ? '80' : '443')}`;
}

function unresolvable(cause?: unknown): never {
  throw new FetchRefusedError('unresolvable', { cause });
}

/** A look-up cannot always be called off; then it is not waited for. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    if (signal.aborted) reject(new FetchRefusedError(endOf(signal)));
    signal.addEventListener('abort', () => reject(new FetchRefusedError(endOf(signal))), { once: true });
    work.then(resolve, reject);
  });
}

function signalOf({ timeoutMs, signal }: FetchOptions): AbortSignal {
  const timeout = AbortSignal.timeout(timeoutMs);
  return signal === undefined ? timeout : firstSignal(signal, timeout);
}

/** What ended the exchange: time, whoever called it off, or nothing of ours. */
function endOf({ aborted, reason }: AbortSignal): FetchRefusal {
  if (!aborted) return 'unreachable';
  return (reason as Error | undefined)?.name === 'TimeoutError' ? 'too_slow' : 'cancelled';
}
