import { Injectable, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { ApiKeys, Clients, isUsable, RevocationList } from '../../auth/index.js';
import { Clock } from '../../common/clock.js';
import type { Principal } from '../../common/principal.js';
import { Configuration } from '../../config/index.js';
import { ChangeFeed } from '../../database/index.js';

interface OpenStream {
  readonly principal: Principal;
  readonly controller: AbortController;
}

/** Longest delay a timer takes, in milliseconds. */
const MAX_DELAY = 2 ** 31 - 1;

/**
 * Answers that stay open. A stream was allowed by a credential, so it ends with the credential (RFC 7009 §2), with the
 * client, and with the server: nothing is sent to somebody who could not ask for it any more.
 */
@Injectable()
export class OpenStreams implements OnModuleInit, BeforeApplicationShutdown {
  private readonly streams = new Set<OpenStream>();
  private readonly externalIssuers: ReadonlySet<string>;

  constructor(
    private readonly clients: Clients,
    private readonly revocations: RevocationList,
    private readonly apiKeys: ApiKeys,
    private readonly feed: ChangeFeed,
    private readonly clock: Clock,
    configuration: Configuration,
  ) {
    this.externalIssuers = new Set(configuration.externalIssuers.map(({ issuer }) => issuer));
  }

  onModuleInit(): void {
    this.feed.onChange('clients', () => void this.endOfDisabledClients());
    this.feed.onChange('api-keys', () => this.endOfApiKeys());
    this.revocations.onReload(() => this.endOfRevokedTokens());
  }

  beforeApplicationShutdown(): void {
    for (const { controller } of this.streams) controller.abort();
  }

  /**
   * Aborts `controller` when the caller's time is over, at once where it was over before the stream opened: a call may
   * take long until then. Returns what to call when the stream has ended by itself.
   */
  watch(principal: Principal, controller: AbortController): () => void {
    const stream = { principal, controller };
    this.streams.add(stream);
    const remaining = principal.expiresAt * 1000 - this.clock.now().getTime();
    const timer = setTimeout(() => controller.abort(), Math.min(Math.max(remaining, 0), MAX_DELAY)).unref();
    void this.endUnlessAllowed(stream);
    return () => {
      clearTimeout(timer);
      this.streams.delete(stream);
    };
  }

  private async endUnlessAllowed(stream: OpenStream): Promise<void> {
    this.endIfRevoked(stream);
    await Promise.all([this.endIfDisabled(stream), this.endIfKeyRevoked(stream)]);
  }

  private async endOfDisabledClients(): Promise<void> {
    for (const stream of [...this.streams]) await this.endIfDisabled(stream);
  }

  private endOfRevokedTokens(): void {
    for (const stream of this.streams) this.endIfRevoked(stream);
  }

  /** Which key was revoked is not said, so all go; whose key is still good connects anew. */
  private endOfApiKeys(): void {
    for (const { principal, controller } of this.streams) {
      if (principal.kind === 'api-key') controller.abort();
    }
  }

  private endIfRevoked({ principal, controller }: OpenStream): void {
    if (this.revocations.has(principal.tokenId, principal.familyId)) controller.abort();
  }

  private async endIfDisabled({ principal, controller }: OpenStream): Promise<void> {
    // Clients of external issuers are not ours to disable.
    if (this.externalIssuers.has(principal.issuer)) return;
    if (!(await this.isUsable(principal.clientId))) controller.abort();
  }

  /** Fails closed, as with clients. */
  private async endIfKeyRevoked({ principal, controller }: OpenStream): Promise<void> {
    if (principal.kind !== 'api-key') return;
    if (!(await this.apiKeys.isInForce(principal.tokenId).catch(() => false))) controller.abort();
  }

  /** Fails closed: who cannot be looked up is cut off and may connect anew. */
  private async isUsable(clientId: string): Promise<boolean> {
    const client = await this.clients.find(clientId).catch(() => undefined);
    return client !== undefined && isUsable(client, this.clock.now());
  }
}
