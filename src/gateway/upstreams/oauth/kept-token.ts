import type { Clock } from '../../../common/clock.js';
import { usableFor, type IssuedToken } from './issued-token.js';

/** Seconds, where the server says nothing of the token's life. */
const USUAL_LIFETIME = 300;
/** However long it lives: to ask again once a day costs nothing. */
const LONGEST_LIFETIME = 86_400;

/** One token, asked for once for all who wait, and again shortly before it ends. */
export class KeptToken {
  private current:
    { readonly accessToken: string; readonly usableUntil: number; readonly breadth: number } | undefined;
  private fetching: Promise<string> | undefined;

  constructor(
    private readonly fetch: () => Promise<IssuedToken>,
    private readonly clock: Clock,
    /** A token asked for under a smaller number than this has fewer scopes than are wanted by now. */
    private readonly breadth: () => number,
  ) {}

  /** @throws what asking for it throws; the next one who comes asks again. */
  get(): Promise<string> | string {
    if (this.isUsable) return this.current!.accessToken;
    this.fetching ??= this.renew().finally(() => {
      this.fetching = undefined;
    });
    return this.fetching;
  }

  get isUsable(): boolean {
    if (this.current === undefined || this.current.breadth < this.breadth()) return false;
    return this.clock.now().getTime() < this.current.usableUntil;
  }

  /** Whether it is what the next request would be sent with. */
  isNewest(accessToken: string | undefined): boolean {
    return this.isUsable && this.current?.accessToken === accessToken;
  }

  /** It was refused. Whoever learns of that late must not take a newer one away. */
  drop(accessToken: string | undefined): void {
    if (this.current?.accessToken === accessToken) this.current = undefined;
  }

  private async renew(): Promise<string> {
    const breadth = this.breadth();
    const { accessToken, expiresIn = USUAL_LIFETIME } = await this.fetch();
    const usable = usableFor(Math.min(expiresIn, LONGEST_LIFETIME));
    this.current = { accessToken, usableUntil: this.clock.now().getTime() + usable * 1_000, breadth };
    return accessToken;
  }
}
