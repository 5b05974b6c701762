import { Injectable } from '@nestjs/common';
import type { Duplex } from 'node:stream';
import { Configuration } from '../../config/index.js';
import { Connector } from './connector.js';
import { exchange, type FetchedResponse } from './exchange.js';
import type { FetchOptions } from './fetch-options.js';
import { FetchRefusedError } from './fetch-refused-error.js';
import { fetchTarget, type FetchTarget } from './fetch-target.js';
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
  private readonly allowedHosts: ReadonlySet<string>;

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
    const target = fetchTarget(url, this.allowedHosts);
    const signal = AbortSignal.timeout(options.timeoutMs);
    try {
      const addresses = await orAborted(this.addressesOf(target, signal), signal);
      const connection = await this.connectToAny(target, addresses, signal);
      return await exchange(connection, target, options, signal);
    } catch (error) {
      if (error instanceof FetchRefusedError) throw error;
      throw new FetchRefusedError(signal.aborted ? 'too_slow' : 'unreachable', { cause: error });
    }
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
    { host, port }: FetchTarget,
    addresses: readonly string[],
    signal: AbortSignal,
  ): Promise<Duplex> {
    let failure: unknown;
    for (const address of addresses) {
      if (signal.aborted) break;
      try {
        return await this.connector.connect({ address, port, serverName: host }, signal);
      } catch (error) {
        failure = error;
      }
    }
    throw new FetchRefusedError(signal.aborted ? 'too_slow' : 'unreachable', { cause: failure });
  }
}

function unresolvable(cause?: unknown): never {
  throw new FetchRefusedError('unresolvable', { cause });
}

/** A look-up cannot always be called off; then it is not waited for. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new FetchRefusedError('too_slow')), { once: true });
    work.then(resolve, reject);
  });
}
