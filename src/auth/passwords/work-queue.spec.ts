import { TooManyRequestsError } from '../../common/problem-error.js';
import { WorkQueue } from './work-queue.js';

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}

describe('WorkQueue', () => {
  it('runs so many at once, the others in their order', async () => {
    const queue = new WorkQueue(2, 10);
    const gates = Array.from({ length: 5 }, deferred);
    const started: number[] = [];
    const work = gates.map(({ promise }, index) =>
      queue.run(() => {
        started.push(index);
        return promise;
      }),
    );
    for (const [index, gate] of gates.entries()) {
      await new Promise(setImmediate);
      expect(started).toEqual([0, 1, 2, 3, 4].slice(0, index + 2));
      gate.resolve();
    }
    await Promise.all(work);
  });

  it('turns away what comes on top, and takes work again afterwards', async () => {
    const queue = new WorkQueue(1, 1);
    const gate = deferred();
    const running = queue.run(() => gate.promise);
    const waiting = queue.run(() => Promise.resolve('late'));
    await expect(queue.run(() => Promise.resolve())).rejects.toBeInstanceOf(TooManyRequestsError);
    gate.resolve();
    await running;
    expect(await waiting).toBe('late');
    expect(await queue.run(() => Promise.resolve('again'))).toBe('again');
  });

  it('gives its place back when the work fails', async () => {
    const queue = new WorkQueue(1, 1);
    await expect(queue.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await queue.run(() => Promise.resolve('next'))).toBe('next');
  });
});
