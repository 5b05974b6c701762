/** Why nobody is let in: neither a place nor room to wait for one, or the wait was called off. */
export type Refusal = 'full' | 'called_off';

export interface BulkheadLimits {
  /** Calls under way at once. */
  readonly concurrent: number;
  /** Calls that wait for one of these to end. */
  readonly queued: number;
}

/** Keeps what one upstream holds up from holding up the rest of us: so many calls at once, so many waiting. */
export class Bulkhead {
  private underWay = 0;
  private readonly waiting = new Set<() => void>();

  constructor(private readonly limits: BulkheadLimits) {}

  /** Undefined when there is a place at once; who got one calls `leave`. */
  enter(signal: AbortSignal): Promise<Refusal | undefined> | Refusal | undefined {
    if (this.underWay < this.limits.concurrent) {
      this.underWay += 1;
      return undefined;
    }
    return this.waiting.size < this.limits.queued ? this.wait(signal) : 'full';
  }

  /** Hands the place to whoever has waited longest. */
  leave(): void {
    const [next] = this.waiting;
    if (next === undefined) this.underWay -= 1;
    else next();
  }

  private wait(signal: AbortSignal): Promise<Refusal | undefined> {
    return new Promise((resolve) => {
      const settle = (refusal: Refusal | undefined) => {
        this.waiting.delete(admit);
        signal.removeEventListener('abort', callOff);
        resolve(refusal);
      };
      const admit = () => settle(undefined);
      const callOff = () => settle('called_off');
      this.waiting.add(admit);
      signal.addEventListener('abort', callOff, { once: true });
      if (signal.aborted) callOff();
    });
  }
}
