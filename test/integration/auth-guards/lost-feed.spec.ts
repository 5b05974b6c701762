import {
  AccessTokenVerifier,
  ClientAdministration,
  Clients,
  ScopeAuthority,
  TokenIssuer,
} from '../../../src/auth/index.js';
import { ChangeFeed, Transactions } from '../../../src/database/index.js';
import { LIVENESS_MS, within } from '../../support/eventually.js';
import { configurationOf } from '../../support/test-configuration.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { startReplica, type Replica } from './replica.js';

/** A change that the replica is never told of. */
const FORGET_IMPLICATION = "DELETE FROM scope_implications WHERE scope = 'write'";

describe('A replica whose change feed is gone', () => {
  let database: TestDatabase;
  let replica: Replica;
  let token: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    replica = await startReplica(database);
    const get = replica.module.get.bind(replica.module);
    await get(ClientAdministration).create({ clientId: 'caller', clientName: 'Caller', scopes: ['write'] });
    const client = await get(Clients).find('caller');
    if (client === undefined) throw new Error('the client was not created');
    const audience = [configurationOf(database).server.publicUrl];
    token = (await get(TokenIssuer).issue({ client, scopes: ['write', 'read'], audience })).accessToken;
    await get(ChangeFeed).onApplicationShutdown();
    expect(await within(LIVENESS_MS, () => !get(ChangeFeed).isCurrent())).toBe(true);
  });
  afterAll(async () => {
    await replica.close();
    await database.drop();
  });

  it('reads what scopes bring along before it decides by them', async () => {
    const authority = replica.module.get(ScopeAuthority);
    const verifier = replica.module.get(AccessTokenVerifier);
    expect((await verifier.verify(token, '/')).scopes).toEqual(['write', 'read']);
    await replica.module.get(Transactions).run((transaction) => transaction.query(FORGET_IMPLICATION));
    const principal = await verifier.verify(token, '/');
    expect(principal.scopes).toEqual(['write']);
    expect(authority.permits(principal, { allOf: ['read'], anyOf: [] })).toBe(false);
  });

  it('refuses when it cannot read them', async () => {
    const run = (statement: string) =>
      replica.module.get(Transactions).run((transaction) => transaction.query(statement));
    await run('ALTER TABLE scope_implications RENAME TO away');
    try {
      await expect(replica.module.get(AccessTokenVerifier).verify(token, '/')).rejects.toThrow();
    } finally {
      await run('ALTER TABLE away RENAME TO scope_implications');
    }
  });
});
