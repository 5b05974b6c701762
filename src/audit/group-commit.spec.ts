import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { GroupCommit, type GroupCommitOptions } from './group-commit.js';

/** A store whose commits end when the test says so. */
class SlowStore {
  readonly batches: number[][] = [];
  private ends: ((error?: Error) => void)[] = [];

  commit(items: readonly number[]): Promise<void> {
    this.batches.push([...items]);
    return new Promise((resolve, reject) => {
      this.ends.push((error) => (error === undefined ? resolve() : reject(error)));
    });
  }

  /** Resolves once a commit waits for its end. */
  async asked(): Promise<void> {
    while (this.ends.length === 0) await delay(1);
  }

  async end(error?: Error): Promise<void> {
    await this.asked();
    this.ends.shift()?.(error);
    await delay(1);
  }
}

function groupOf(options: Partial<GroupCommitOptions<number>>): GroupCommit<number> {
  return new GroupCommit({
    commit: () => Promise.resolve(),
    committed: () => undefined,
    failed: () => undefined,
    isTransient: () => true,
    maxBatch: 100,
    maxWaiting: 1_000,
    patienceMs: 1_000,
    ...options,
  });
}

describe('GroupCommit', () => {
  it('commits together what arrives together and what arrives during a commit', async () => {
    const store = new SlowStore();
    const group = groupOf({ commit: (items) => store.commit(items) });
    const first = Promise.all([group.add(1), group.add(2)]);
    await store.asked();
    const second = Promise.all([group.add(3), group.add(4), group.add(5)]);
    await store.end();
    await first;
    await store.end();
    await second;
    expect(store.batches).toEqual([
      [1, 2],
      [3, 4, 5],
    ]);
  });

  it('gathers no longer than a commit takes, however long the turns of a busy loop are', async () => {
    const store = new SlowStore();
    const group = groupOf({ commit: (items) => store.commit(items) });
    const added: Promise<void>[] = [];
    // Each turn of the loop is long, and brings one more.
    const turn = () => {
      const end = performance.now() + 20;
      while (performance.now() < end);
      if (store.batches.length === 0) setImmediate(turn);
      added.push(group.add(added.length));
    };
    setImmediate(turn);
    await store.asked();
    expect(store.batches[0]!.length).toBeLessThanOrEqual(3);
    await store.end();
    await store.end();
    await Promise.all(added);
  });

  it('answers nobody before the commit has ended', async () => {
    const store = new SlowStore();
    const group = groupOf({ commit: (items) => store.commit(items) });
    let answered = false;
    const answer = group.add(1).then(() => (answered = true));
    await delay(20);
    expect(answered).toBe(false);
    await store.end();
    await answer;
  });

  it('repeats a failed batch with the same items first, in order, until it succeeds', async () => {
    const store = new SlowStore();
    const order: number[] = [];
    const group = groupOf({
      commit: (items) => store.commit(items),
      committed: (items) => order.push(...items),
    });
    const added = Promise.all([group.add(1), group.add(2)]);
    await store.end(new Error('connection reset'));
    expect(group.isFailing).toBe(true);
    const later = group.add(3);
    await store.end();
    await Promise.all([added, later]);
    expect(order).toEqual([1, 2, 3]);
    expect(group.isFailing).toBe(false);
  });

  it('tells callers that a silent store takes too long while it is still silent, and does not commit their items afterwards', async () => {
    const store = new SlowStore();
    const group = groupOf({ commit: (items) => store.commit(items), patienceMs: 500 });
    await expect(group.add(1)).rejects.toMatchObject({ reason: 'late' });
    expect(store.batches).toEqual([[1]]);
    await store.end(new Error('timeout'));
    await group.drain();
    const next = group.add(2);
    await store.end();
    await next;
    expect(store.batches).toEqual([[1], [2]]);
  });

  it('lets no patience pass while the loop is too busy to read an answer', async () => {
    const store = new SlowStore();
    const group = groupOf({ commit: (items) => store.commit(items), patienceMs: 400 });
    const added = group.add(1);
    await store.asked();
    const end = performance.now() + 1_000;
    while (performance.now() < end);
    await delay(10);
    await store.end();
    await expect(added).resolves.toBeUndefined();
  });

  it('refuses at once when too many wait', async () => {
    const store = new SlowStore();
    const group = groupOf({ commit: (items) => store.commit(items), maxWaiting: 2 });
    const added = [group.add(1), group.add(2)];
    await expect(group.add(3)).rejects.toMatchObject({ reason: 'full' });
    await store.end();
    await Promise.all(added);
    const next = group.add(4);
    await store.end();
    await next;
  });

  it('finds the one item a store refuses, and commits the others', async () => {
    const committed: number[] = [];
    const group = groupOf({
      commit: (items) => (items.includes(2) ? Promise.reject(new Error('bad value')) : Promise.resolve()),
      committed: (items) => committed.push(...items),
      isTransient: () => false,
    });
    const results = await Promise.allSettled([1, 2, 3].map((item) => group.add(item)));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(committed).toEqual([1, 3]);
  });

  it('keeps batches within their limit', async () => {
    const sizes: number[] = [];
    const group = groupOf({ commit: (items) => Promise.resolve(void sizes.push(items.length)), maxBatch: 3 });
    await Promise.all([1, 2, 3, 4, 5, 6, 7].map((item) => group.add(item)));
    expect(sizes).toEqual([3, 3, 1]);
  });
});
