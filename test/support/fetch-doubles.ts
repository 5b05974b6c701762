import { readFileSync } from 'node:fs';
import type { Duplex } from 'node:stream';
import { NameResolver, TlsConnector, type PinnedAddress } from '../../src/security/fetch/index.js';
import { LOOPBACK_AUTHORITY_FILE } from './loopback-https.js';

/** Names mean what the test says; nothing is asked of any network. */
export class TableResolver extends NameResolver {
  readonly asked: string[] = [];

  /** @param names lists of answers by name: the first is given first, the last from then on. */
  constructor(private readonly names: Record<string, string[][]> = {}) {
    super();
  }

  async resolve(host: string): Promise<string[]> {
    this.asked.push(host);
    const answers = this.names[host] ?? [];
    return (answers.length > 1 ? answers.shift() : answers[0]) ?? [];
  }

  async resolveTrusted(host: string): Promise<string[]> {
    return host === 'localhost' ? ['127.0.0.1'] : this.resolve(host);
  }
}

/** Counts every connection, and opens those to this machine only, whatever the guard let pass. */
export class CountingConnector extends TlsConnector {
  protected override readonly authorities = readFileSync(LOOPBACK_AUTHORITY_FILE, 'utf8');
  readonly targets: PinnedAddress[] = [];

  override async connect(target: PinnedAddress, signal: AbortSignal): Promise<Duplex> {
    this.targets.push(target);
    if (!/^(127\.|::1$)/.test(target.address)) throw new Error('kept on this machine');
    return super.connect(target, signal);
  }
}
