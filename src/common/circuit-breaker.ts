import type { Clock } from './clock.js';

export type BreakerState = 'closed' | 'half_open' | 'open';

export interface BreakerLimits {
  /** Failures in a row that open it. */
  readonly failures: number;
  /** Milliseconds until one call may try again. */
  readonly openMs: number;
}

/**
 * Leaves a service alone that does not answer. After too many failures in a row nothing passes for a while; then one
 * call tries, and its outcome decides for all.
 */
export class CircuitBreaker {
  private failures = 0;
  private openUntil: number | undefined;
  private isProbing = false;

  constructor(
    private readonly limits: BreakerLimits,
    private readonly clock: Clock,
    private readonly onChange: (isOpen: boolean) => void = () => undefined,
  ) {}

  get state(): BreakerState {
    if (this.openUntil === undefined) return 'closed';
    return this.clock.now().getTime() < this.openUntil ? 'open' : 'half_open';
  }

  /** Whether a call may pass now. One that does is followed by `succeed`, `fail` or `release`. */
  tryPass(): boolean {
    const { state } = this;
    if (state === 'closed') return true;
    if (state === 'open' || this.isProbing) return false;
    this.isProbing = true;
    return true;
  }

  succeed(): void {
    const wasOpen = this.openUntil !== undefined;
    this.failures = 0;
    this.openUntil = undefined;
    this.isProbing = false;
    if (wasOpen) this.onChange(false);
  }

  fail(): void {
    const wasOpen = this.openUntil !== undefined;
    this.failures += 1;
    this.isProbing = false;
    if (!wasOpen && this.failures < this.limits.failures) return;
    this.openUntil = this.clock.now().getTime() + this.limits.openMs;
    if (!wasOpen) this.onChange(true);
  }

  /** The call was called off, which says nothing about the service. */
  release(): void {
    this.isProbing = false;
  }
}
