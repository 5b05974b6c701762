import { setTimeout as delay } from 'node:timers/promises';
import { ListChanges } from './list-changes.js';

const PAUSE_MS = 20;
const change = (list: string) => ({ jsonrpc: '2.0', method: `notifications/${list}/list_changed` }) as const;

describe('ListChanges', () => {
  it('tells the first at once, and all that follow together', async () => {
    const told: string[] = [];
    const changes = new ListChanges(({ method }) => told.push(method), PAUSE_MS);
    changes.hear(change('tools'));
    expect(told).toHaveLength(1);
    for (let again = 0; again < 1_000; again += 1)
      for (const list of ['tools', 'prompts']) changes.hear(change(list));
    expect(told).toHaveLength(1);
    while (told.length === 1) await delay(5);
    expect(told.slice(1)).toEqual([change('tools').method, change('prompts').method]);
    changes.stop();
  });

  it('pauses longer and longer while it goes on', async () => {
    let told = 0;
    let heard = 0;
    const changes = new ListChanges(() => (told += 1), PAUSE_MS);
    const startedAt = performance.now();
    while (told < 6) {
      changes.hear(change('tools'));
      heard += 1;
      await delay(1);
    }
    // Pauses of one, two, four, eight and sixteen times as long.
    expect(performance.now() - startedAt).toBeGreaterThan(30 * PAUSE_MS);
    expect(heard).toBeGreaterThan(told);
    changes.stop();
  });
});
