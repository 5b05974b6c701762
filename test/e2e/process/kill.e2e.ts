import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { auditRecords } from '../../support/audit-records.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { createTestDatabase } from '../../support/test-database.js';

const KILLS = 5;
const WORKERS = 12;
/** Answers awaited before each kill, so that a slow machine tests as much as a fast one. */
const ACKNOWLEDGED_A_ROUND = 150;
/** Correlation ids of requests that were answered 2xx. */
type Journal = Set<string>;

async function call(gatehouse: Gatehouse, token: string, journal: Journal, turn: number): Promise<void> {
  const id = randomUUID();
  const headers = { 'x-correlation-id': id, authorization: `Bearer ${token}` };
  const response =
    turn % 2 === 0
      ? await fetch(`${gatehouse.url}/hello`, { headers })
      : await fetch(`${gatehouse.url}/oauth2/token`, {
          method: 'POST',
          headers: { 'x-correlation-id': id },
          body: new URLSearchParams({
            grant_type: 'client_credentials',
            client_id: 'mcp-client',
            client_secret: 'secret',
          }),
        });
  await response.arrayBuffer();
  if (response.status === 200) journal.add(id);
}

/** Calls in a loop until the service is gone. */
async function load(gatehouse: Gatehouse, token: string, journal: Journal): Promise<void> {
  for (let turn = 0; turn < 10_000; turn += 1) {
    try {
      await call(gatehouse, token, journal, turn);
    } catch {
      return;
    }
  }
}

async function grown(journal: Journal, size: number): Promise<void> {
  while (journal.size < size) await delay(10);
}

describe('kill -9 of the service under load', () => {
  it(`loses and doubles no record of an acknowledged answer, ${KILLS} times`, async () => {
    const database = await createTestDatabase();
    const journal: Journal = new Set();
    let port: number | undefined;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const gatehouse: Gatehouse = await startGatehouse({
        database,
        port,
        env: { TOKEN_REQUESTS_PER_MINUTE: '1000000', REQUESTS_PER_MINUTE: '1000000' },
      });
      port = gatehouse.port;
      const token = await gatehouse.token();
      const workers = Array.from({ length: WORKERS }, () => load(gatehouse, token, journal));
      await grown(journal, journal.size + ACKNOWLEDGED_A_ROUND);
      await delay(Math.random() * 50);
      await gatehouse.kill();
      await Promise.all(workers);
    }

    const survivor = await startGatehouse({ database, port });
    try {
      const counts = new Map<string, number>();
      for (const { correlation_id: id } of await auditRecords(survivor)) {
        if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
      }
      const wrong = [...journal].filter((id) => counts.get(id) !== 1);
      expect(journal.size).toBeGreaterThanOrEqual(KILLS * ACKNOWLEDGED_A_ROUND);
      expect(wrong).toEqual([]);
    } finally {
      await survivor.stop();
      await database.drop();
    }
  }, 180_000);
});
