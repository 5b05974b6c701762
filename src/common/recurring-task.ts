/**
 * Background work that is repeated as long as the service runs, never twice at the same time. A failure is told and
 * forgotten: the next time is a new attempt.
 */
export class RecurringTask {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;

  constructor(
    private readonly work: () => Promise<void>,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  /** Begins after the interval, in milliseconds. */
  start(intervalMs: number): void {
    this.timer = setInterval(() => this.run(), intervalMs).unref();
  }

  /** Runs now, unless it is running. */
  run(): void {
    this.running ??= this.work()
      .catch(this.onFailure)
      .finally(() => {
        this.running = undefined;
      });
  }

  /** Resolves when it has ended, and will not begin again. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }
}
