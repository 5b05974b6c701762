import { Logger } from '@nestjs/common';
import type { Principal } from '../../../common/principal.js';
import { RequestContext } from '../../../common/request-context.js';
import { GrantRequiredError } from '../grants/grant-required.error.js';
import type { NotificationMessage } from '../peer/messages.js';
import { DelegatingCatalogue } from './delegating-catalogue.js';
import type { McpList, RelayedCatalogue } from './relayed-catalogue.js';

/** Milliseconds a list counts as fresh: where the upstream tells of changes, and where it does not. */
const FRESH_MS = { told: 600_000, untold: 30_000 };
const LISTS: Readonly<Record<string, McpList>> = {
  'notifications/tools/list_changed': 'tools',
  'notifications/prompts/list_changed': 'prompts',
  'notifications/resources/list_changed': 'resources',
};

/**
 * Reads the lists of an upstream anew, as the caller is shown them.
 *
 * @param hasLists whether there are some already.
 */
export type ReadCatalogue = (
  caller: Principal | undefined,
  signal: AbortSignal,
  hasLists: boolean,
) => Promise<RelayedCatalogue>;

/**
 * What an upstream offers on one connection, as it was when it was asked last. Loaded for the first request; renewed when the upstream
 * says that it changed, or when it is old, while the old one still serves.
 */
export class UpstreamCatalogue extends DelegatingCatalogue {
  private readonly logger = new Logger(UpstreamCatalogue.name);
  private served: RelayedCatalogue | undefined;
  private loading: Promise<void> | undefined;
  private staleAt = 0;
  private isExpired = false;
  /** Lists that the upstream said have changed since they were read. */
  private changed = new Set<McpList>();

  /** Who asked last; always the same where connections are of one caller. */
  caller: Principal | undefined;

  constructor(
    private readonly upstream: string,
    private readonly read: ReadCatalogue,
    private readonly announce: (change: McpList) => void,
  ) {
    super();
  }

  protected override get current(): RelayedCatalogue | undefined {
    return this.served;
  }

  /** Undefined when there is something to serve from. @throws what asking the upstream throws. */
  ready(): Promise<void> | undefined {
    this.caller = RequestContext.principal();
    if (!this.hasLists) return this.loadForCaller();
    if (this.isExpired) return this.load().catch((error: unknown) => this.report(error));
    if (Date.now() >= this.staleAt) this.renew();
    return undefined;
  }

  /** Has the lists read again, after what decides about them has changed. */
  async reload(): Promise<void> {
    await this.loading?.catch(() => undefined);
    if (this.current !== undefined) await this.load();
  }

  /** Has the lists read again with the next request. */
  outdate(): void {
    this.staleAt = 0;
  }

  /** As `outdate`, but the next request waits for it. */
  expire(): void {
    this.isExpired = true;
  }

  /** That a list has changed. */
  hear({ method }: NotificationMessage): void {
    const list = LISTS[method];
    if (list === undefined) return;
    this.changed.add(list);
    if (this.current !== undefined) RequestContext.exit(() => this.renewAfter());
  }

  /** Whether what is served is what the upstream said. */
  get hasLists(): boolean {
    return this.current !== undefined && !this.current.isOfferToConnect;
  }

  /** What could not be asked for in another's name may be in this one's. */
  private async loadForCaller(): Promise<void> {
    await this.loading?.catch(() => undefined);
    if (!this.hasLists) await this.load();
  }

  private load(): Promise<void> {
    this.loading ??= this.readOnce().finally(() => {
      this.loading = undefined;
    });
    return this.loading;
  }

  private async readOnce(): Promise<void> {
    const changed = this.changed;
    this.changed = new Set();
    this.isExpired = false;
    const next = await this.read(this.caller, AbortSignal.timeout(FRESH_MS.told), this.hasLists);
    const before = this.current;
    // The very same where nothing changed: what policies made of its entries is kept by them.
    if (before === undefined || !before.equals(next)) this.served = next;
    const isTold = next.said.tellsOfChanges && this.changed.size === 0;
    this.staleAt = Date.now() + (isTold ? FRESH_MS.told : FRESH_MS.untold);
    if (before !== undefined) this.announceChanges(before, next, changed);
  }

  /** Also where nothing that is served here looks otherwise: whoever listens hears what the upstream said. */
  private announceChanges(
    before: RelayedCatalogue,
    next: RelayedCatalogue,
    changed: ReadonlySet<McpList>,
  ): void {
    for (const list of ['tools', 'prompts', 'resources'] as const)
      if (changed.has(list) || before.digests[list] !== next.digests[list]) this.announce(list);
  }

  /** Outside of the request that happens to come along: it does not wait for it. */
  private renew(): void {
    this.staleAt = Date.now() + FRESH_MS.untold;
    void this.load().catch((error: unknown) => this.report(error));
  }

  private report(error: unknown): void {
    // Whoever came along may not ask; somebody else will.
    if (error instanceof GrantRequiredError) return;
    this.logger.warn({ msg: 'MCP server did not tell its lists', upstream: this.upstream, err: error });
  }

  /** What is being read may be from before the change. */
  private renewAfter(): void {
    if (this.loading === undefined) this.renew();
    else void this.loading.catch(() => undefined).then(() => this.renew());
  }
}
