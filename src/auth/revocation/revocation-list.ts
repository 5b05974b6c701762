import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { ChangeFeed } from '../../database/index.js';
import { ReloadOnChange } from '../reload-on-change.js';
import { RevokedTokens } from './revoked-tokens.repository.js';

/**
 * Which access tokens were revoked before their end, in memory: they live half an hour at most, so the list
 * is short. Loaded at start and whenever a replica announces a revocation.
 */
@Injectable()
export class RevocationList implements OnModuleInit, OnModuleDestroy {
  private tokens: ReadonlySet<string> = new Set();
  private families: ReadonlySet<string> = new Set();
  private loads = 0;
  private newest = 0;
  private readonly reloading: ReloadOnChange;
  private readonly listeners: (() => void)[] = [];

  constructor(
    private readonly rows: RevokedTokens,
    feed: ChangeFeed,
  ) {
    this.reloading = new ReloadOnChange(feed, 'revocations', () => this.load());
  }

  async onModuleInit(): Promise<void> {
    await this.load();
  }

  onModuleDestroy(): void {
    this.reloading.stop();
  }

  /** To be awaited before the list is asked; see `ReloadOnChange.current`. */
  async current(): Promise<void> {
    await this.reloading.current();
  }

  /** Resolves when everything revoked before this call is on the list of this replica. */
  async reload(): Promise<void> {
    await this.reloading.reload();
  }

  /** Calls `listener` after every load, for whoever remembers what the list allowed. */
  onReload(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** Whether the token, or the family it belongs to, was revoked. */
  has(tokenId: string, familyId: string | undefined): boolean {
    return this.tokens.has(tokenId) || (familyId !== undefined && this.families.has(familyId));
  }

  private async load(): Promise<void> {
    const number = (this.loads += 1);
    const { tokens, families } = await this.rows.load();
    // One that began later has seen more.
    if (number < this.newest) return;
    this.newest = number;
    this.tokens = tokens;
    this.families = families;
    for (const listener of this.listeners) listener();
  }
}
