import { Browser } from '../../support/browser.js';
import { authorize, redeem, tokenRequest, type TokenAnswer } from '../../support/browser-flow.js';
import { startBalancer, type Balancer } from '../../support/balancer.js';
import { timeUntil } from '../../support/eventually.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import type { TestUser } from '../../support/people.js';
import { createTestDatabase, describeOnServer, type TestDatabase } from '../../support/test-database.js';
import { openTokenSeed, type SeededClient, type TokenSeed } from '../../support/token-seed.js';

const REDIRECT_URI = 'https://client.example/callback';
const PARALLEL = 100;
/** A machine that is busy with other tests may take as long. */
const RACES_MS = 240_000;
const REDIS_URL = process.env['TEST_REDIS_URL'];
/** One of the replicas: the test says A, B and C. */
type At = 0 | 1 | 2;
const [A, B, C] = [0, 1, 2] as const;

const STORES: readonly (readonly [string, string | undefined])[] = [
  ['PostgreSQL alone', undefined],
  ...(REDIS_URL === undefined ? [] : [['PostgreSQL and Redis', REDIS_URL] as const]),
];

for (const [stores, redisUrl] of STORES) {
  describeOnServer(`three replicas behind a balancer, on ${stores}`, () => {
    let balancer: Balancer;
    let database: TestDatabase;
    let replicas: Gatehouse[];
    let seed: TokenSeed;
    let strict: SeededClient;
    let patient: SeededClient;
    let person: TestUser;

    beforeAll(async () => {
      balancer = await startBalancer();
      const environment = {
        PUBLIC_URL: balancer.url,
        // The races are not about how often a client may ask.
        TOKEN_REQUESTS_PER_MINUTE: '1000000',
        FAILED_AUTHENTICATIONS_PER_MINUTE: '1000000',
        ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
      };
      database = await createTestDatabase(environment, 'server');
      replicas = await Promise.all([0, 1, 2].map(() => startGatehouse({ database })));
      await sendTo(A, B, C);
      seed = await openTokenSeed(database);
      strict = await seed.client();
      patient = await seed.client({ refreshRetrySeconds: 60 });
      person = await seed.person();
    });
    afterAll(async () => {
      await seed.close();
      await Promise.all(replicas.map((replica) => replica.stop()));
      await balancer.close();
      await database.drop();
    });

    const sendTo = (...indices: At[]) => balancer.sendTo(indices.map((index) => replicas[index]?.port ?? 0));
    /** One replica, asked past the balancer. */
    const at = (index: At) => ({ url: `http://127.0.0.1:${replicas[index]?.port}` });
    const hello = async (gatehouse: { url: string }, accessToken: unknown) => {
      const headers = { authorization: `Bearer ${String(accessToken)}` };
      const response = await fetch(`${gatehouse.url}/hello`, { headers });
      await response.arrayBuffer();
      return response.status;
    };
    const refresh = (
      gatehouse: { url: string },
      client: SeededClient,
      token: unknown,
    ): Promise<TokenAnswer> =>
      tokenRequest(gatehouse, client, { grant_type: 'refresh_token', refresh_token: String(token) });
    const revoke = async (gatehouse: { url: string }, client: SeededClient, token: unknown) => {
      const body = new URLSearchParams({
        client_id: client.clientId,
        client_secret: client.clientSecret,
        token: String(token),
      });
      expect((await fetch(`${gatehouse.url}/oauth2/revoke`, { method: 'POST', body })).status).toBe(200);
    };
    const family = (client: SeededClient) =>
      seed.family({ clientId: client.clientId, userId: person.id, audience: [balancer.url] });
    const race = async (client: SeededClient) => {
      const { refreshToken } = await family(client);
      const answers = await Promise.all(
        Array.from({ length: PARALLEL }, () => refresh(balancer, client, refreshToken)),
      );
      return {
        winners: answers.filter(({ status }) => status === 200).map(({ body }) => body),
        refusals: answers.filter(({ status }) => status !== 200),
      };
    };

    it('a code from A is redeemed at B, revoked at C, and refused at A', async () => {
      const client = { ...strict, redirectUri: REDIRECT_URI };
      await sendTo(A);
      const answer = await authorize({ gatehouse: balancer, client, user: person });
      await sendTo(A, B, C);
      const { status, body } = await redeem(at(B), client, answer);
      expect(status).toBe(200);
      for (const index of [A, B, C]) expect(await hello(at(index), body['access_token'])).toBe(200);
      await revoke(at(C), strict, body['refresh_token']);
      expect(await hello(at(C), body['access_token'])).toBe(401);
      for (const index of [A, B]) {
        const waited = await timeUntil(401, () => hello(at(index), body['access_token']));
        console.info(`refused elsewhere ${waited} ms after the revocation had answered`);
      }
      expect((await refresh(at(A), strict, body['refresh_token'])).status).toBe(400);
    });

    it('a login at A is a login at B and C', async () => {
      const client = { ...strict, redirectUri: REDIRECT_URI };
      const browser = new Browser(person);
      for (const index of [A, B, C]) {
        await sendTo(index);
        // The first logs in and consents; the others would be answered login_required.
        const parameters = index === A ? {} : { prompt: 'none' };
        const answer = await authorize({ gatehouse: balancer, client, user: person, browser, parameters });
        expect(answer.code).not.toBe('');
      }
      await sendTo(A, B, C);
    });

    // Which store counts requests makes no difference to a race, so the second time a few will do.
    const families = redisUrl === undefined ? 50 : 5;
    it(
      `${families} refresh tokens, each used 100 times at once: one winner each, and the family is dead`,
      async () => {
        for (let count = 0; count < families; count += 1) {
          const { winners, refusals } = await race(strict);
          expect(winners).toHaveLength(1);
          expect(new Set(refusals.map(({ body }) => body['error']))).toEqual(new Set(['invalid_grant']));
          expect((await refresh(balancer, strict, winners[0]?.['refresh_token'])).status).toBe(400);
          const last = count === families - 1 ? [A, B, C] : [];
          for (const index of last)
            await timeUntil(401, () => hello(at(index as At), winners[0]?.['access_token']));
        }
      },
      RACES_MS,
    );

    it('with a window, all get the same successor, and the family lives', async () => {
      for (let count = 0; count < 5; count += 1) {
        const { winners, refusals } = await race(patient);
        expect(refusals).toEqual([]);
        expect(new Set(winners.map((body) => body['refresh_token'])).size).toBe(1);
        expect((await refresh(balancer, patient, winners[0]?.['refresh_token'])).status).toBe(200);
      }
    });

    it('refreshed at A while revoked at B: once both have answered, nothing is live', async () => {
      for (let round = 0; round < 20; round += 1) {
        const { refreshToken } = await family(strict);
        const [refreshed] = await Promise.all([
          refresh(at(A), strict, refreshToken),
          revoke(at(B), strict, refreshToken),
        ]);
        const newest = refreshed.status === 200 ? refreshed.body['refresh_token'] : refreshToken;
        expect((await refresh(at(C), strict, newest)).status).toBe(400);
        if (refreshed.status !== 200) continue;
        for (const index of [A, B, C])
          await timeUntil(401, () => hello(at(index), refreshed.body['access_token']));
      }
    });
  });
}
