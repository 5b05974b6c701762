import { setTimeout as delay } from 'node:timers/promises';
import { AuditRecords, type AuditEventType } from '../../../src/audit/index.js';
import { AccessTokenVerifier } from '../../../src/auth/index.js';
import { OAuthError } from '../../../src/auth/errors/oauth-error.js';
import { TokenEndpoint } from '../../../src/auth/token/token-endpoint.js';
import type { TokenResponse } from '../../../src/auth/token/token-response.js';
import { TokenFamilies } from '../../../src/auth/token-families/token-families.repository.js';
import { RevocationList } from '../../../src/auth/revocation/revocation-list.js';
import { Transactions } from '../../../src/database/index.js';
import { decode } from '../../support/forge-token.js';
import { configurationOf } from '../../support/test-configuration.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { tokenSeedOf, type SeededClient, type TokenSeed } from '../../support/token-seed.js';
import { startReplica, type Replica } from '../auth-guards/replica.js';

const PARALLEL = 100;
const PATIENT_FAMILIES = 5;

describe('refresh tokens', () => {
  let database: TestDatabase;
  let replica: Replica;
  let seed: TokenSeed;
  let strict: SeededClient;
  let patient: SeededClient;
  let userId: string;
  let publicUrl: string;

  beforeAll(async () => {
    // The races are not about how often a client may ask, nor how fast the disk is.
    database = await createTestDatabase({
      DATABASE_STATEMENT_TIMEOUT_MS: '60000',
      TOKEN_REQUESTS_PER_MINUTE: '1000000',
      FAILED_AUTHENTICATIONS_PER_MINUTE: '1000000',
    });
    publicUrl = configurationOf(database).server.publicUrl;
    replica = await startReplica(database);
    seed = tokenSeedOf(replica.module);
    strict = await seed.client();
    patient = await seed.client({ refreshRetrySeconds: 60 });
    userId = await seed.user();
  });
  afterAll(async () => {
    await replica.close();
    await database.drop();
  });

  const exchange = (client: SeededClient, parameters: Record<string, string>): Promise<TokenResponse> =>
    replica.module.get(TokenEndpoint).exchange({
      form: new URLSearchParams({
        grant_type: 'refresh_token',
        client_id: client.clientId,
        client_secret: client.clientSecret,
        ...parameters,
      }),
      query: {},
      authorization: [],
      address: '127.0.0.1',
    });
  const refresh = (client: SeededClient, token: string | undefined, more: Record<string, string> = {}) =>
    exchange(client, { refresh_token: token ?? '', ...more });
  const codeOf = (attempt: Promise<unknown>): Promise<string> =>
    attempt.then(
      () => 'accepted',
      (error: unknown) => (error instanceof OAuthError ? (error.reason ?? error.code) : String(error)),
    );
  const family = (client: SeededClient, more: { scopes?: string[]; expiresAt?: Date } = {}) =>
    seed.family({ clientId: client.clientId, userId, audience: [publicUrl], ...more });
  const sql = (statement: string, values: unknown[] = []) =>
    replica.module.get(Transactions).run((transaction) => transaction.query<unknown>(statement, values));
  const isLive = async ({ access_token: token }: TokenResponse) => {
    await replica.module.get(RevocationList).reload();
    return replica.module
      .get(AccessTokenVerifier)
      .verify(token, '/')
      .then(
        () => true,
        () => false,
      );
  };
  const eventsOf = async (familyId: string, eventType: AuditEventType) =>
    (await replica.module.get(AuditRecords).search({ eventType, target: familyId }, { limit: 10 })).records;

  describe('are rotated', () => {
    it('the answer carries a successor, and an access token of the same person and family', async () => {
      const { id, refreshToken } = await family(strict);
      const answer = await refresh(strict, refreshToken);
      expect(answer.refresh_token).toMatch(/^gr_[\w-]{43}$/);
      expect(answer.refresh_token).not.toBe(refreshToken);
      expect(decode(answer.access_token).payload).toMatchObject({ sub: userId, fid: id, aud: publicUrl });
      expect(answer.scope).toBe('openid mcp.access read write');
      expect(await isLive(answer)).toBe(true);
      expect((await refresh(strict, answer.refresh_token)).refresh_token).toBeDefined();
    });

    it('with an ID token of the same login, for those who asked for openid', async () => {
      const { refreshToken } = await family(strict);
      const { id_token: idToken = '', refresh_token: next } = await refresh(strict, refreshToken);
      expect(decode(idToken).payload).toMatchObject({ sub: userId, aud: strict.clientId });
      expect(decode(idToken).payload).not.toHaveProperty('nonce');
      expect(await refresh(strict, next, { scope: 'read' })).not.toHaveProperty('id_token');
    });

    it('nothing of them is stored but digests and, for a while, an envelope', async () => {
      const { id, refreshToken } = await family(patient);
      const { refresh_token: successor = '' } = await refresh(patient, refreshToken);
      const rows = JSON.stringify(await sql('SELECT * FROM refresh_tokens WHERE family_id = $1', [id]));
      for (const token of [refreshToken, successor]) expect(rows).not.toContain(token.slice(3));
      expect(rows).toContain('"successor":"');
      const trail = JSON.stringify(await sql('SELECT details, target_id, actor_token_id FROM audit_records'));
      expect(trail).not.toContain(successor.slice(3));
    });

    it('a family ends by age, however often it is refreshed', async () => {
      const { id, refreshToken } = await family(strict, { expiresAt: new Date(Date.now() + 30_000) });
      const answer = await refresh(strict, refreshToken);
      expect(answer.expires_in).toBeLessThanOrEqual(30);
      await sql('UPDATE token_families SET expires_at = now() WHERE id = $1', [id]);
      expect(await codeOf(refresh(strict, answer.refresh_token))).toBe('refresh_token_expired');
    });

    it('one that was not used for too long is of no use, and ends nothing', async () => {
      const { id, refreshToken } = await family(strict);
      await sql('UPDATE refresh_tokens SET expires_at = now() WHERE family_id = $1', [id]);
      expect(await codeOf(refresh(strict, refreshToken))).toBe('refresh_token_expired');
      expect(await sql('SELECT revoked_at FROM token_families WHERE id = $1', [id])).toEqual([
        { revoked_at: null },
      ]);
    });
  });

  describe('are narrowed', () => {
    it('to fewer scopes, one that is implied among them; the successor keeps all', async () => {
      const { refreshToken } = await family(strict, { scopes: ['mcp.access', 'write'] });
      const narrow = await refresh(strict, refreshToken, { scope: 'read' });
      expect(narrow.scope).toBe('read');
      expect((await refresh(strict, narrow.refresh_token)).scope).toBe('mcp.access write');
    });

    it.each(['audit.read', 'Guest.Read', 'no.such', 'read audit.read'])(
      'never widened: %s',
      async (scope) => {
        const { refreshToken } = await family(strict, { scopes: ['mcp.access', 'write'] });
        expect(await codeOf(refresh(strict, refreshToken, { scope }))).toBe('invalid_scope');
        // What was refused used nothing up.
        expect((await refresh(strict, refreshToken)).scope).toBe('mcp.access write');
      },
    );

    it('to one resource of those granted; no other', async () => {
      const { refreshToken } = await family(strict);
      expect(await codeOf(refresh(strict, refreshToken, { resource: `${publicUrl}/mcp` }))).toBe(
        'invalid_target',
      );
      expect(await codeOf(refresh(strict, refreshToken, { resource: publicUrl }))).toBe('accepted');
    });

    it('by what person and client may have now', async () => {
      const visitor = await seed.user(['guest']);
      const { refreshToken } = await seed.family({
        clientId: strict.clientId,
        userId: visitor,
        audience: [publicUrl],
        scopes: ['openid', 'mcp.access', 'write'],
      });
      expect((await refresh(strict, refreshToken)).scope).toBe('openid mcp.access');
    });
  });

  describe('are refused', () => {
    it('to another client, whose attempt changes nothing', async () => {
      const { refreshToken } = await family(strict);
      expect(await codeOf(refresh(patient, refreshToken))).toBe('foreign_token');
      expect(await codeOf(refresh(strict, refreshToken))).toBe('accepted');
    });

    it('to a disabled person', async () => {
      const disabled = await seed.user();
      const { refreshToken } = await seed.family({
        clientId: strict.clientId,
        userId: disabled,
        audience: [publicUrl],
      });
      await sql(`UPDATE users SET status = 'disabled' WHERE id = $1`, [disabled]);
      expect(await codeOf(refresh(strict, refreshToken))).toBe('user_inactive');
    });

    it.each(['', 'gr_', `gr_${'A'.repeat(43)}`, 'a.b.c', `gr_${'é'.repeat(43)}`])(
      'when they are none: %j',
      async (token) => {
        const code = await codeOf(refresh(strict, token));
        expect(code).toBe(token === '' ? 'invalid_request' : 'unknown_token');
      },
    );
  });

  describe('shown a second time', () => {
    it('end the family: the newest token, the access tokens, and a record says which', async () => {
      const { id, refreshToken } = await family(strict);
      const first = await refresh(strict, refreshToken);
      const second = await refresh(strict, first.refresh_token);
      expect(await codeOf(refresh(strict, refreshToken))).toBe('refresh_token_replayed');
      expect(await codeOf(refresh(strict, second.refresh_token))).toBe('family_revoked');
      expect([await isLive(first), await isLive(second)]).toEqual([false, false]);
      expect(await eventsOf(id, 'token.replayed')).toHaveLength(1);
      expect(await eventsOf(id, 'token-family.revoked')).toHaveLength(1);
    });

    it('within the window, after a lost answer, get the very same successor', async () => {
      const { id, refreshToken } = await family(patient);
      const lost = await refresh(patient, refreshToken);
      const again = await refresh(patient, refreshToken);
      expect(again.refresh_token).toBe(lost.refresh_token);
      expect([await isLive(lost), await isLive(again)]).toEqual([true, true]);
      expect(await eventsOf(id, 'token.replayed')).toEqual([]);
      expect((await refresh(patient, again.refresh_token)).refresh_token).not.toBe(again.refresh_token);
    });

    it('within the window, but after the successor was used, are a replay', async () => {
      const { id, refreshToken } = await family(patient);
      const first = await refresh(patient, refreshToken);
      await refresh(patient, first.refresh_token);
      expect(
        await sql(
          'SELECT 1 FROM refresh_tokens WHERE family_id = $1 AND generation = 1 AND successor IS NULL',
          [id],
        ),
      ).toHaveLength(1);
      expect(await codeOf(refresh(patient, refreshToken))).toBe('refresh_token_replayed');
      expect(await codeOf(refresh(patient, first.refresh_token))).toBe('family_revoked');
    });

    it('after the window are a replay', async () => {
      const { id, refreshToken } = await family(patient);
      await refresh(patient, refreshToken);
      await sql('UPDATE refresh_tokens SET retry_until = now() WHERE family_id = $1 AND generation = 1', [
        id,
      ]);
      expect(await codeOf(refresh(patient, refreshToken))).toBe('refresh_token_replayed');
    });

    it('an envelope moved to another row does not open', async () => {
      const [one, other] = [await family(patient), await family(patient)];
      await refresh(patient, one.refreshToken);
      await refresh(patient, other.refreshToken);
      await sql(
        `UPDATE refresh_tokens SET successor = (SELECT successor FROM refresh_tokens
           WHERE family_id = $1 AND generation = 1) WHERE family_id = $2 AND generation = 1`,
        [one.id, other.id],
      );
      await expect(refresh(patient, other.refreshToken)).rejects.toThrow();
    });
  });

  describe(`used ${PARALLEL} times at once`, () => {
    /** The embedded database serves one statement at a time: there is little to race with. */
    const families = () => (database.url === undefined ? 5 : 50);
    const race = async (client: SeededClient) => {
      const { id, refreshToken } = await family(client);
      const attempts = Array.from({ length: PARALLEL }, () => refresh(client, refreshToken));
      const settled = await Promise.allSettled(attempts);
      const answers = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
      const refusals = settled.flatMap((each) =>
        each.status === 'rejected' ? [each.reason as unknown] : [],
      );
      return { id, answers, refusals };
    };

    it('have one winner, for every one of 50 families, each dead afterwards', async () => {
      for (let count = 0; count < families(); count += 1) {
        const { id, answers, refusals } = await race(strict);
        expect(answers).toHaveLength(1);
        expect(refusals.every((error) => error instanceof OAuthError && error.code === 'invalid_grant')).toBe(
          true,
        );
        expect(await codeOf(refresh(strict, answers[0]?.refresh_token))).toBe('family_revoked');
        expect(await isLive(answers[0] as TokenResponse)).toBe(false);
        expect(await sql('SELECT 1 FROM refresh_tokens WHERE family_id = $1', [id])).toHaveLength(2);
      }
    });

    it(`have one successor within the window, for ${PATIENT_FAMILIES} families, each alive afterwards`, async () => {
      for (let count = 0; count < PATIENT_FAMILIES; count += 1) {
        const { id, answers, refusals } = await race(patient);
        expect(refusals).toEqual([]);
        expect(new Set(answers.map(({ refresh_token: token }) => token)).size).toBe(1);
        expect(await sql('SELECT 1 FROM refresh_tokens WHERE family_id = $1', [id])).toHaveLength(2);
        expect(await codeOf(refresh(patient, answers[0]?.refresh_token))).toBe('accepted');
      }
    });
  });

  it('against a revocation: nothing is live once that has answered', async () => {
    for (let round = 0; round < 30; round += 1) {
      const { id, refreshToken } = await family(strict);
      const refreshed = refresh(strict, refreshToken).catch(() => undefined);
      await delay(round % 6);
      await replica.module
        .get(Transactions)
        .run((transaction) =>
          replica.module.get(TokenFamilies).revoke(transaction, id, 'revoked_by_administrator'),
        );
      const answer = await refreshed;
      if (answer !== undefined) expect(await isLive(answer)).toBe(false);
      expect(await codeOf(refresh(strict, answer?.refresh_token ?? refreshToken))).not.toBe('accepted');
    }
  });
});
