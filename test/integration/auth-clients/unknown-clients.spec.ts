import { jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { ClientLookup } from '../../../src/auth/token/client-authentication/client-lookup.js';
import { Clients } from '../../../src/auth/clients/clients.js';
import { TooManyRequestsError } from '../../../src/common/problem-error.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { tokenSeedOf } from '../../support/token-seed.js';
import { startReplica, type Replica } from '../auth-guards/replica.js';

const LIMIT = 5;
const ADDRESS = '203.0.113.9';

describe('clients that nobody knows', () => {
  let database: TestDatabase;
  let replica: Replica;
  let lookup: ClientLookup;
  let find: jest.Spied<Clients['find']>;

  beforeAll(async () => {
    database = await createTestDatabase({ FAILED_AUTHENTICATIONS_PER_MINUTE: String(LIMIT) });
    replica = await startReplica(database);
    lookup = replica.module.get(ClientLookup);
    find = jest.spyOn(replica.module.get(Clients), 'find');
  });
  afterAll(async () => {
    await replica.close();
    await database.drop();
  });

  const guess = (address = ADDRESS) => lookup.find(`nobody-${randomUUID()}`, address);

  it('are looked for so often from one address, and those known here and other addresses go on', async () => {
    const { clientId } = await tokenSeedOf(replica.module).client();
    expect((await lookup.find(clientId, ADDRESS))?.clientId).toBe(clientId);
    for (let count = 0; count < LIMIT; count += 1) expect(await guess()).toBeUndefined();
    find.mockClear();
    for (let count = 0; count < 3; count += 1)
      await expect(guess()).rejects.toBeInstanceOf(TooManyRequestsError);
    expect(find).not.toHaveBeenCalled();
    replica.module.get(Clients).forget(clientId);
    expect((await lookup.find(clientId, ADDRESS))?.clientId).toBe(clientId);
    expect(await guess('203.0.113.10')).toBeUndefined();
  });
});
