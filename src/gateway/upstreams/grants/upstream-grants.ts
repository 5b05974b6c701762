import { Injectable } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import { AuditTrail } from '../../../audit/index.js';
import { Clock } from '../../../common/clock.js';
import { ChangeCache, ChangeFeed, Transactions } from '../../../database/index.js';
import { AuthorizationError } from '../oauth/authorization-error.js';
import { usableFor, type IssuedToken } from '../oauth/issued-token.js';
import type { GrantEnd, GrantSummary, UpstreamGrant } from './upstream-grant.js';
import { UpstreamGrantRows } from './upstream-grants.repository.js';

/** Milliseconds that a renewal may take before another may try: longer than the fetch that it consists of. */
const RENEWAL_MS = 15_000;
/** Milliseconds between two looks at a renewal that somebody else is at. */
const LOOK_AGAIN_MS = 100;
/** Seconds that a token counts as good whose life the server does not tell: until the upstream refuses it. */
const UNTOLD_LIFETIME = 31_536_000;

/** Gives a token for a refresh token. */
export type Refresh = (refreshToken: string) => Promise<IssuedToken>;

/**
 * What people allowed Gatehouse to do for them at upstreams. One grant for each person and upstream; its tokens are encrypted at
 * rest, and known in memory until it changes on any replica.
 */
@Injectable()
export class UpstreamGrants {
  private readonly cache: ChangeCache<string, UpstreamGrant | undefined>;
  private readonly renewals = new Map<string, Promise<UpstreamGrant | undefined>>();

  constructor(
    private readonly rows: UpstreamGrantRows,
    private readonly transactions: Transactions,
    private readonly feed: ChangeFeed,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {
    this.cache = new ChangeCache(feed, ['upstream-grants', 'users'], (key) =>
      this.rows.find(...(JSON.parse(key) as [string, string])),
    );
  }

  find(upstream: string, userId: string): Promise<UpstreamGrant | undefined> {
    return this.cache.get(keyOf(upstream, userId));
  }

  list(userId: string | undefined, upstream?: string): Promise<GrantSummary[]> {
    return this.rows.list(userId, upstream);
  }

  /** Calls `listener` when somebody granted or revoked something, on whichever replica. */
  onChange(listener: () => void): void {
    this.feed.onChange('upstream-grants', listener);
  }

  isUsable({ usableUntil }: UpstreamGrant): boolean {
    return this.clock.now() < usableUntil;
  }

  /** Keeps what a person granted, in place of what they granted before. */
  async grant(upstream: string, userId: string, issuer: string, token: IssuedToken): Promise<void> {
    const { accessToken, refreshToken, scope } = token;
    const grant = { upstream, userId, issuer, scope, accessToken, refreshToken };
    const times = { usableUntil: this.usableUntil(token), grantedAt: this.clock.now() };
    await this.transactions.run(async (transaction) => {
      await this.rows.save(transaction, { ...grant, ...times });
      await this.audit.recordWithin(transaction, {
        eventType: 'upstream-grant.granted',
        outcome: 'success',
        target: { type: 'upstream', id: upstream },
        actor: { kind: 'user', subject: userId },
        details: { issuer, scope },
      });
      await this.feed.announce(transaction, 'upstream-grants');
    });
    this.cache.drop(keyOf(upstream, userId));
  }

  /**
   * Ends it on all replicas. What it was, to be revoked where it came from; undefined when there was none.
   *
   * @param version of the grant that is meant; undefined for whichever there is.
   */
  async revoke(
    upstream: string,
    userId: string,
    reason: GrantEnd,
    version?: number,
  ): Promise<UpstreamGrant | undefined> {
    const ended = await this.transactions.run(async (transaction) => {
      const grant = await this.rows.delete(transaction, upstream, userId, version);
      if (grant === undefined) return undefined;
      await this.audit.recordWithin(transaction, {
        eventType: 'upstream-grant.revoked',
        outcome: 'success',
        reason,
        target: { type: 'upstream', id: upstream },
        details: { user: userId, issuer: grant.issuer },
      });
      await this.feed.announce(transaction, 'upstream-grants');
      return grant;
    });
    this.cache.drop(keyOf(upstream, userId));
    return ended;
  }

  /**
   * The grant with another access token. Of all who ask for it at once, on all replicas, one asks the server: a refresh token
   * that rotates is good once.
   *
   * @returns undefined when the grant has ended, by the server's word as well.
   * @throws AuthorizationError when the server cannot be asked.
   */
  renew(grant: UpstreamGrant, refresh: Refresh): Promise<UpstreamGrant | undefined> {
    const key = keyOf(grant.upstream, grant.userId);
    const running =
      this.renewals.get(key) ?? this.renewOnce(grant, refresh).finally(() => this.renewals.delete(key));
    this.renewals.set(key, running);
    return running;
  }

  private async renewOnce(grant: UpstreamGrant, refresh: Refresh): Promise<UpstreamGrant | undefined> {
    const { upstream, userId, version } = grant;
    for (;;) {
      const now = this.clock.now();
      const until = new Date(now.getTime() + RENEWAL_MS);
      if (await this.rows.beginRenewal(grant, now, until)) await this.renewAlone(grant, refresh);
      const current = await this.rows.find(upstream, userId);
      if (current?.version !== version) {
        this.cache.drop(keyOf(upstream, userId));
        return current;
      }
      await delay(LOOK_AGAIN_MS);
    }
  }

  private async renewAlone(grant: UpstreamGrant, refresh: Refresh): Promise<void> {
    const { upstream, userId, version, refreshToken } = grant;
    if (refreshToken === undefined)
      return void (await this.revoke(upstream, userId, 'refused_by_server', version));
    try {
      const token = await refresh(refreshToken);
      const renewed = {
        accessToken: token.accessToken,
        // RFC 6749 §6: without a new one the old one stays.
        refreshToken: token.refreshToken ?? refreshToken,
        scope: token.scope,
        usableUntil: this.usableUntil(token),
      };
      await this.rows.renew(grant, renewed, this.clock.now());
    } catch (error) {
      const end = endOf(error);
      if (end === undefined) {
        await this.rows.endRenewal(grant);
        throw error;
      }
      await this.revoke(upstream, userId, end, version);
    }
  }

  private usableUntil({ expiresIn }: IssuedToken): Date {
    const seconds = expiresIn === undefined ? UNTOLD_LIFETIME : usableFor(expiresIn);
    return new Date(this.clock.now().getTime() + seconds * 1_000);
  }
}

/** Whether the grant is over: the server does not know it any more, or is another one by now. */
function endOf(error: unknown): GrantEnd | undefined {
  if (!(error instanceof AuthorizationError)) return undefined;
  if (error.failure === 'issuer_mismatch') return 'issuer_changed';
  return error.code === 'invalid_grant' ? 'refused_by_server' : undefined;
}

function keyOf(upstream: string, userId: string): string {
  return JSON.stringify([upstream, userId]);
}
