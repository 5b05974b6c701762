import { AuditRecords } from '../../../src/audit/index.js';
import { AuthorizationServerMetadata } from '../../../src/auth/index.js';
import { IntrospectionController } from '../../../src/auth/introspection/introspection.controller.js';
import { Retention } from '../../../src/auth/retention/retention.js';
import { RevocationController } from '../../../src/auth/revocation/revocation.controller.js';
import { RevocationList } from '../../../src/auth/revocation/revocation-list.js';
import { TokenFamilies } from '../../../src/auth/token-families/token-families.repository.js';
import { Transactions } from '../../../src/database/index.js';
import { Metrics } from '../../../src/observability/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { tokenSeedOf, type TokenSeed } from '../../support/token-seed.js';
import { startReplica, type Replica } from '../auth-guards/replica.js';

const HOUR_MS = 3_600_000;

describe('what is left of tokens', () => {
  let database: TestDatabase;
  let replica: Replica;
  let seed: TokenSeed;
  let clientId: string;
  let userId: string;

  beforeAll(async () => {
    database = await createTestDatabase({ REVOCATION_ENABLED: 'false', INTROSPECTION_ENABLED: 'false' });
    replica = await startReplica(database);
    seed = tokenSeedOf(replica.module);
    ({ clientId } = await seed.client());
    userId = await seed.user();
  });
  afterAll(async () => {
    await replica.close();
    await database.drop();
  });

  const sql = <Row>(statement: string, values: unknown[] = []) =>
    replica.module.get(Transactions).run((transaction) => transaction.query<Row[]>(statement, values));
  const count = async (table: string) =>
    (await sql<{ count: number }>(`SELECT count(*)::integer AS count FROM ${table}`))[0]?.count;
  const family = (endedHoursAgo: number) =>
    seed.family({
      clientId,
      userId,
      audience: ['https://api.example'],
      expiresAt: new Date(Date.now() - endedHoursAgo * HOUR_MS),
    });
  const purge = () => replica.module.get(Retention).purge();

  describe('is removed once nobody can ask for it', () => {
    it('families whose last access token is dead, with their tokens; more than one batch of them', async () => {
      const alive = await family(-24);
      await family(2);
      await sql(
        `INSERT INTO token_families (id, user_id, client_id, scopes, audience, authenticated_at, expires_at)
         SELECT gen_random_uuid(), $1, $2, '{read}', '{a}', now(), now() - interval '2 hours'
         FROM generate_series(1, 1200)`,
        [userId, clientId],
      );
      await purge();
      expect(await sql('SELECT id FROM token_families')).toEqual([{ id: alive.id }]);
      expect(await sql('SELECT family_id FROM refresh_tokens')).toEqual([{ family_id: alive.id }]);
      expect(await replica.module.get(AuditRecords).newest(1)).not.toEqual([]);
    });

    it('not a family that was revoked while its access tokens live', async () => {
      const { id } = await family(0.25);
      await replica.module
        .get(Transactions)
        .run((transaction) =>
          replica.module.get(TokenFamilies).revoke(transaction, id, 'revoked_by_administrator'),
        );
      await purge();
      await replica.module.get(RevocationList).reload();
      expect(replica.module.get(RevocationList).has('any', id)).toBe(true);
    });

    it.each([
      ['pending_authorizations', 'id, browser_digest, client_id, request', `'b', $1, 'r'`],
      ['pushed_authorization_requests', 'digest, client_id, parameters', `$1, 'p'`],
      ['client_assertion_ids', 'digest', undefined],
      ['secret_failures', 'address, client_id, failures', '$1, 1'],
      ['login_failures', 'address, account, failures', `'a', 1`],
      [
        'login_sessions',
        'digest, id, user_id, authenticated_at, authentication_methods',
        `gen_random_uuid(), $1, now(), '{}'`,
      ],
    ])('%s', async (table, columns, values) => {
      const owner = table === 'login_sessions' ? userId : clientId;
      const rest = values === undefined ? '' : `${values},`;
      await sql(
        `INSERT INTO ${table} (${columns}, expires_at) VALUES
           ('over', ${rest} now() - interval '6 minutes'), ('alive', ${rest} now() - interval '4 minutes')`,
        rest.includes('$1') ? [owner] : [],
      );
      await purge();
      const key = columns.split(',')[0] ?? '';
      expect(await sql(`SELECT ${key} AS key FROM ${table}`)).toEqual([{ key: 'alive' }]);
      await sql(`DELETE FROM ${table}`);
    });

    it('families whose code nobody redeemed in time, and no others', async () => {
      const [late, redeemed, fresh] = [await family(-24), await family(-24), await family(-24)];
      await sql(
        `INSERT INTO authorization_codes
           (digest, family_id, redirect_uri, redirect_uri_sent, code_challenge, expires_at, used_at)
         VALUES ('late', $1, 'https://a/', true, 'c', now() - interval '6 minutes', NULL),
           ('redeemed', $2, 'https://a/', true, 'c', now() - interval '6 minutes', now()),
           ('fresh', $3, 'https://a/', true, 'c', now(), NULL)`,
        [late.id, redeemed.id, fresh.id],
      );
      await purge();
      const left = await sql<{ id: string }>('SELECT id FROM token_families WHERE id = ANY ($1)', [
        [late.id, redeemed.id, fresh.id],
      ]);
      expect(left.map(({ id }) => id).sort()).toEqual([redeemed.id, fresh.id].sort());
      expect(await sql('SELECT digest FROM authorization_codes ORDER BY digest')).toEqual([
        { digest: 'fresh' },
        { digest: 'redeemed' },
      ]);
      await sql('DELETE FROM authorization_codes');
    });

    it('revocations of tokens that are over, and not the others', async () => {
      await sql(
        `INSERT INTO revoked_access_tokens (jti, client_id, expires_at) VALUES
           ('over', $1, now() - interval '1 hour'), ('alive', $1, now() + interval '1 hour')`,
        [clientId],
      );
      await purge();
      expect(await sql('SELECT jti FROM revoked_access_tokens')).toEqual([{ jti: 'alive' }]);
    });

    it('the envelope of a successor after its window, and the used token stays', async () => {
      const { id } = await family(-24);
      await sql(
        `UPDATE refresh_tokens SET used_at = now(), successor = 'envelope', retry_until = now()
         WHERE family_id = $1`,
        [id],
      );
      await purge();
      expect(await sql('SELECT successor FROM refresh_tokens WHERE family_id = $1', [id])).toEqual([
        { successor: null },
      ]);
    });

    it('leaves alone what a transaction has in hand', async () => {
      if (database.url === undefined) return;
      await family(3);
      await replica.module.get(Transactions).run(async (transaction) => {
        await transaction.query(
          `SELECT 1 FROM token_families WHERE expires_at < now() - interval '2 hours' FOR UPDATE`,
        );
        await purge();
      });
      const held = () => sql(`SELECT 1 FROM token_families WHERE expires_at < now() - interval '2 hours'`);
      expect(await held()).toHaveLength(1);
      await purge();
      expect(await held()).toEqual([]);
    });

    it('nothing else', async () => {
      expect([await count('users'), await count('clients')]).not.toContain(0);
    });
  });

  it('endpoints that are switched off are in no metadata, and answer 404', async () => {
    const metadata = JSON.stringify(replica.module.get(AuthorizationServerMetadata).openidConfiguration());
    expect(metadata).not.toMatch(/revocation_endpoint|introspection_/);
    for (const [type, method] of [
      [RevocationController, 'revoke'],
      [IntrospectionController, 'introspect'],
    ] as const) {
      const controller = replica.module.get<Record<string, (...values: unknown[]) => Promise<unknown>>>(type);
      await expect(controller[method]?.({}, {})).rejects.toMatchObject({ status: 404 });
    }
  });

  it('how stale the knowledge of revocations is stands in the metrics', async () => {
    const { text } = await replica.module.get(Metrics).expose();
    const [, seconds] = /^gatehouse_revocation_staleness_seconds (\S+)$/m.exec(text) ?? [];
    expect(Number(seconds)).toBeGreaterThanOrEqual(0);
    expect(Number(seconds)).toBeLessThan(60);
  });
});
