import { setTimeout as delay } from 'node:timers/promises';
import { Statements, Transactions } from '../../../src/database/index.js';
import { startReplica, type Replica } from '../auth-guards/replica.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

const ONE = { name: 'one', text: 'SELECT 1 AS one' };

describe('a request that finds every connection in use', () => {
  const opened: { database: TestDatabase; replica: Replica }[] = [];

  afterAll(async () => {
    for (const { database, replica } of opened) {
      await replica.close();
      await database.drop();
    }
  });

  /** Keeps the only connection for a while. */
  async function inUse(holdMs: number, variables: Record<string, string> = {}) {
    const database = await createTestDatabase({ DATABASE_POOL_SIZE: '1', ...variables });
    const replica = await startReplica(database);
    opened.push({ database, replica });
    let held = Promise.resolve();
    await new Promise<void>((begin) => {
      held = replica.module.get(Transactions).run(async () => {
        begin();
        await delay(holdMs);
      });
    });
    return { held, statements: replica.module.get(Statements) };
  }

  it('waits longer than a new connection may take to be made', async () => {
    const { held, statements } = await inUse(4000);
    await expect(statements.run(ONE, [])).resolves.toEqual([{ one: 1 }]);
    await held;
  });

  it('is told to try again when that takes longer than two statements may', async () => {
    const { held, statements } = await inUse(3000, { DATABASE_STATEMENT_TIMEOUT_MS: '500' });
    await expect(statements.run(ONE, [])).rejects.toThrow('does not answer; try again shortly');
    await held;
    await expect(statements.run(ONE, [])).resolves.toEqual([{ one: 1 }]);
  });
});
