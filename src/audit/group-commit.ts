import { performance } from 'node:perf_hooks';
import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';

export interface GroupCommitOptions<T> {
  /** Commits all items or none; repeating it with the same items must be harmless. */
  readonly commit: (items: readonly T[]) => Promise<void>;
  /** Called in order of commit, before the callers go on. */
  readonly committed: (items: readonly T[]) => void;
  readonly failed: (error: unknown, items: readonly T[]) => void;
  /** Whether the same commit may succeed later; otherwise one of its items is at fault. */
  readonly isTransient: (error: unknown) => boolean;
  readonly maxBatch: number;
  /** Items waiting, those being committed included, beyond which more are refused. */
  readonly maxWaiting: number;
  /** Milliseconds an item may wait for its commit. */
  readonly patienceMs: number;
}

/** Why an item was not committed. */
export class CommitError extends Error {
  constructor(
    readonly reason: 'full' | 'late' | 'rejected',
    options?: { cause?: unknown },
  ) {
    super(`not committed: ${reason}`, options);
    this.name = 'CommitError';
  }
}

interface Waiting<T> {
  readonly item: T;
  /** On the clock of the group. */
  readonly deadline: number;
  readonly resolve: () => void;
  readonly reject: (error: CommitError) => void;
  /** The caller has been told that it took too long. */
  answered: boolean;
}

const FIRST_PAUSE_MS = 25;
const LONGEST_PAUSE_MS = 800;
/** Parts of the patience; each takes a turn of the event loop at least. */
const TICKS = 8;
/** Turns of the event loop that a batch may grow. */
const MOST_TURNS = 8;
/** Milliseconds that it may: one turn of a loop with much else to do takes as long as several commits. */
const MOST_GATHERING_MS = 2;

/**
 * Commits what concurrent callers hand in together: while one batch is being committed the next one grows.
 * No timer stands in the way; a lone item is committed at once.
 */
export class GroupCommit<T> {
  /** In order of arrival, which is the order of deadlines; the batch being committed is its front. */
  private waiting: Waiting<T>[] = [];
  private running: Promise<void> | undefined;
  /** Milliseconds of patience that have passed since the beginning. */
  private clock = 0;
  private failures = 0;
  private lastError: unknown;
  /** Items left to commit one by one, because one of them spoiled its batch. */
  private suspects = 0;

  constructor(private readonly options: GroupCommitOptions<T>) {}

  get size(): number {
    return this.waiting.length;
  }

  /** True from a failed commit until the next successful one. */
  get isFailing(): boolean {
    return this.failures > 0;
  }

  /**
   * Resolves when the item is committed.
   *
   * @throws CommitError `full` at once, `late` after `patienceMs`, `rejected` when the item itself is at fault.
   */
  add(item: T): Promise<void> {
    if (this.waiting.length >= this.options.maxWaiting) return Promise.reject(new CommitError('full'));
    return new Promise((resolve, reject) => {
      // From the next tick on, which may be due at once.
      const deadline = this.clock + this.options.patienceMs * (1 + 1 / TICKS);
      this.waiting.push({ item, deadline, resolve, reject, answered: false });
      this.running ??= this.run();
    });
  }

  /** Resolves when nothing waits any more. */
  async drain(): Promise<void> {
    await this.running;
  }

  /** Says that commits are known to succeed again. */
  recovered(): void {
    this.failures = 0;
  }

  private async run(): Promise<void> {
    const ticking = setInterval(() => this.tick(), this.options.patienceMs / TICKS);
    while (this.waiting.length > 0) {
      await this.gather();
      if (this.failures > 0) await this.pause();
      const size = this.suspects > 0 ? 1 : this.options.maxBatch;
      await this.attempt(this.waiting.slice(0, size));
    }
    clearInterval(ticking);
    this.running = undefined;
  }

  /** As long as each turn of the event loop brings more, waiting a turn costs less than a commit for a few. */
  private async gather(): Promise<void> {
    const end = performance.now() + MOST_GATHERING_MS;
    for (let turn = 0; turn < MOST_TURNS; turn += 1) {
      const before = this.waiting.length;
      await nextTurn();
      if (this.waiting.length === before || performance.now() > end) return;
    }
  }

  private async pause(): Promise<void> {
    await delay(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(this.failures, 10)));
    this.waiting = this.waiting.filter(({ answered }) => !answered);
  }

  private async attempt(batch: readonly Waiting<T>[]): Promise<void> {
    if (batch.length === 0) return;
    const items = batch.map(({ item }) => item);
    try {
      await this.options.commit(items);
    } catch (error) {
      this.options.failed(error, items);
      this.afterFailure(batch, error);
      return;
    }
    this.failures = 0;
    this.remove(batch);
    this.options.committed(items);
    for (const { resolve } of batch) resolve();
  }

  private afterFailure(batch: readonly Waiting<T>[], error: unknown): void {
    this.lastError = error;
    if (this.options.isTransient(error)) {
      this.failures += 1;
    } else if (batch.length > 1) {
      this.suspects = batch.length;
    } else {
      this.remove(batch);
      batch[0]?.reject(new CommitError('rejected', { cause: error }));
    }
  }

  private remove(batch: readonly Waiting<T>[]): void {
    this.waiting.splice(0, batch.length);
    this.suspects = Math.max(0, this.suspects - batch.length);
  }

  /**
   * Passes a part of the patience. However late it comes, no more of it has passed: while the loop has much else to do, an
   * answer may wait unread.
   */
  private tick(): void {
    this.clock += this.options.patienceMs / TICKS;
    for (const waiting of this.waiting) {
      if (waiting.deadline > this.clock) break;
      if (waiting.answered) continue;
      waiting.answered = true;
      waiting.reject(new CommitError('late', { cause: this.lastError }));
    }
  }
}
