import type { Principal } from '../../../common/principal.js';
import { RequestContext } from '../../../common/request-context.js';
import type { NotificationMessage } from '../peer/messages.js';
import { DelegatingCatalogue } from './delegating-catalogue.js';
import type { UpstreamCatalogue } from './upstream-catalogue.js';

/**
 * What an upstream offers to whoever asks: by connection, because a server that is told who calls may offer each something
 * else, and may say in a list, a description or its instructions what only that caller is to know.
 */
export class UpstreamCatalogues extends DelegatingCatalogue {
  /** Whoever asked longest ago stands first. */
  private readonly byKey = new Map<string, UpstreamCatalogue>();
  /** A request sees one catalogue, also when others push it out meanwhile. */
  private readonly byRequest = new WeakMap<RequestContext, UpstreamCatalogue>();

  constructor(
    /** Catalogues that are kept. */
    private readonly most: number,
    /** Of the connection that serves a caller. */
    private readonly keyOf: (caller: Principal | undefined) => string,
    private readonly create: () => UpstreamCatalogue,
  ) {
    super();
  }

  /** Undefined when there is something to serve the caller from. @throws what asking the upstream throws. */
  ready(): Promise<void> | undefined {
    const catalogue = this.obtain();
    const context = RequestContext.current();
    if (context !== undefined) this.byRequest.set(context, catalogue);
    return catalogue.ready();
  }

  /** What the server of one connection says of its lists. */
  hear(message: NotificationMessage, key: string): void {
    this.byKey.get(key)?.hear(message);
  }

  /**
   * Has all lists read again, after what decides about them has changed.
   *
   * @returns whether that is left to the callers' next requests: reading all at once would be a burst nobody asked for.
   */
  async reload(): Promise<boolean> {
    const all = [...this.byKey.values()];
    if (all.length > 1) for (const catalogue of all) catalogue.expire();
    else await all[0]?.reload();
    return all.length > 1;
  }

  /** Has the caller's lists read again with the next request. */
  outdate(): void {
    this.current?.outdate();
  }

  /** Drops what was read in the name of those who do not allow that any more. */
  async dropUnless(isAllowed: (caller: Principal) => Promise<boolean>): Promise<void> {
    for (const [key, catalogue] of [...this.byKey]) {
      const { caller } = catalogue;
      if (caller === undefined || !catalogue.hasLists) continue;
      const stays = await isAllowed(caller).catch(() => false);
      if (!stays && this.byKey.get(key) === catalogue) this.byKey.delete(key);
    }
  }

  protected override get current(): UpstreamCatalogue | undefined {
    const context = RequestContext.current();
    const known = context && this.byRequest.get(context);
    return known ?? this.byKey.get(this.keyOf(context?.principal));
  }

  private obtain(): UpstreamCatalogue {
    const key = this.keyOf(RequestContext.principal());
    const catalogue = this.byKey.get(key) ?? this.create();
    this.byKey.delete(key);
    this.byKey.set(key, catalogue);
    const [oldest] = this.byKey.keys();
    if (this.byKey.size > this.most) this.byKey.delete(oldest!);
    return catalogue;
  }
}
