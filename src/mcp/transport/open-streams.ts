import { Injectable, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { PrincipalStanding, RevocationList, ScopeAuthority } from '../../auth/index.js';
import { Clock } from '../../common/clock.js';
import type { Principal } from '../../common/principal.js';
import { ChangeFeed } from '../../database/index.js';

interface OpenStream {
  readonly principal: Principal;
  readonly controller: AbortController;
}

/** Longest delay a timer takes, in milliseconds. */
const MAX_DELAY = 2 ** 31 - 1;

/**
 * Answers that stay open. A stream was allowed by a credential, so it ends with the credential (RFC 7009 §2), with the
 * client, with the person, with any scope that was taken from them, and with the server: nothing is sent to somebody who
 * could not ask for it any more.
 */
@Injectable()
export class OpenStreams implements OnModuleInit, BeforeApplicationShutdown {
  private readonly streams = new Set<OpenStream>();
  private isSweepDue = false;
  private isSweeping = false;

  constructor(
    private readonly standing: PrincipalStanding,
    private readonly revocations: RevocationList,
    private readonly scopes: ScopeAuthority,
    private readonly feed: ChangeFeed,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.feed.onChange('clients', () => void this.sweep());
    this.feed.onChange('users', () => void this.sweep());
    this.scopes.onReload(() => void this.sweep());
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
    void this.endUnlessInForce(stream);
    return () => {
      clearTimeout(timer);
      this.streams.delete(stream);
    };
  }

  private async endUnlessInForce({ principal, controller }: OpenStream): Promise<void> {
    // Fails closed: who cannot be looked up is cut off and may connect anew.
    if ((await this.standing.standingOf(principal)) !== 'in_force') controller.abort();
  }

  /** One at a time, however much is heard of meanwhile; each begins after what it was asked for. */
  private async sweep(): Promise<void> {
    this.isSweepDue = true;
    if (this.isSweeping) return;
    this.isSweeping = true;
    while (this.isSweepDue) {
      this.isSweepDue = false;
      await this.endOfUnentitled();
    }
    this.isSweeping = false;
  }

  private async endOfUnentitled(): Promise<void> {
    for (const { principal, controller } of [...this.streams])
      if (!(await this.standing.isEntitled(principal))) controller.abort();
  }

  private endOfRevokedTokens(): void {
    for (const { principal, controller } of this.streams)
      if (this.standing.isRevoked(principal)) controller.abort();
  }

  /** Which key was revoked is not said, so all go; whose key is still good connects anew. */
  private endOfApiKeys(): void {
    for (const { principal, controller } of this.streams) {
      if (principal.kind === 'api-key') controller.abort();
    }
  }
}
