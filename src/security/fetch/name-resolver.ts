import { Injectable } from '@nestjs/common';
import { lookup, Resolver } from 'node:dns/promises';

/** Turns host names into addresses. Injected, so that tests decide what a name means. */
export abstract class NameResolver {
  /**
   * Every address of a name that a stranger gave.
   *
   * @throws Error when there is none, or the signal ends the search.
   */
  abstract resolve(host: string, signal: AbortSignal): Promise<string[]>;

  /** Every address of a name that the operator trusts, as this machine sees it (its hosts file included). */
  abstract resolveTrusted(host: string): Promise<string[]>;
}

/** By DNS itself: the system's look-up would let slow names of strangers hold the few threads that passwords need too. */
@Injectable()
export class SystemNameResolver extends NameResolver {
  async resolve(host: string, signal: AbortSignal): Promise<string[]> {
    const resolver = new Resolver();
    const cancel = () => resolver.cancel();
    signal.addEventListener('abort', cancel, { once: true });
    try {
      const answers = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
      return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
    } finally {
      signal.removeEventListener('abort', cancel);
    }
  }

  async resolveTrusted(host: string): Promise<string[]> {
    const answers = await lookup(host, { all: true, order: 'ipv4first' });
    return answers.map(({ address }) => address);
  }
}
