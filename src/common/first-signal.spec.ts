import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { firstSignal } from './first-signal.js';

const LIMIT_MS = 200;

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

describe('firstSignal', () => {
  it('is aborted with the first, for its reason', () => {
    const [one, other] = [new AbortController(), new AbortController()];
    const first = firstSignal(one.signal, other.signal);
    other.abort(new Error('enough'));
    expect(first).toMatchObject({ aborted: true, reason: new Error('enough') });
    expect(firstSignal(one.signal, first).aborted).toBe(true);
  });

  it.each([
    ['a time limit', () => firstSignal(new AbortController().signal, AbortSignal.timeout(LIMIT_MS))],
    [
      'one within another',
      () => firstSignal(firstSignal(new AbortController().signal, AbortSignal.timeout(LIMIT_MS))),
    ],
  ])('keeps %s that nobody else holds', async (_what, make) => {
    let isOver = false;
    make().addEventListener('abort', () => (isOver = true));
    for (let round = 0; round < 3; round += 1) {
      await delay(5);
      collectGarbage();
    }
    await delay(5 * LIMIT_MS);
    expect(isOver).toBe(true);
  });
});
