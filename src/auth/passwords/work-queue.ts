import { TooManyRequestsError } from '../../common/problem-error.js';

const RETRY_AFTER_SECONDS = 5;

/** Runs at most so many pieces of work at once and lets so many wait; what comes on top is turned away. */
export class WorkQueue {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly maximumRunning: number,
    private readonly maximumWaiting: number,
  ) {}

  /** @throws TooManyRequestsError 429 when too many wait already. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.enter();
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  private async enter(): Promise<void> {
    if (this.running < this.maximumRunning) {
      this.running += 1;
      return;
    }
    if (this.waiting.length >= this.maximumWaiting)
      throw new TooManyRequestsError('Too many people are logging in just now.', RETRY_AFTER_SECONDS);
    await new Promise<void>((start) => this.waiting.push(start));
  }

  /** Hands its place to the next in line, so that nobody can slip in between. */
  private leave(): void {
    const next = this.waiting.shift();
    if (next === undefined) this.running -= 1;
    else next();
  }
}
