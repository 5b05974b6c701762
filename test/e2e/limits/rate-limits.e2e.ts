import { cliAll } from '../../support/cli.js';
import { startGatehouse, type Gatehouse, type TokenRequest } from '../../support/gatehouse.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

const REQUESTS = 5;
const FAILURES = 4;
const CALLERS = ['held-back', 'refused', 'two-tokens'] as const;

/** One server: each test has a caller or an address of its own, which is what limits are kept by. */
describe('Rate limits', () => {
  let database: TestDatabase;
  let gatehouse: Gatehouse;
  const secrets = new Map<string, string>();

  beforeAll(async () => {
    database = await createTestDatabase();
    gatehouse = await startGatehouse({
      database,
      env: {
        REQUESTS_PER_MINUTE: String(REQUESTS),
        FAILED_AUTHENTICATIONS_PER_MINUTE: String(FAILURES),
        TRUSTED_PROXIES: '127.0.0.0/8',
      },
    });
    const create = (id: string) => ['client', 'create', id, '--default-scope', 'mcp.access', '--json'];
    const created = (await cliAll(database, CALLERS.map(create))) as Record<string, string>[];
    for (const { client_id: id = '', client_secret: secret = '' } of created) secrets.set(id, secret);
  });
  afterAll(async () => {
    await gatehouse.stop();
    await database.drop();
  });

  const tokenOf = (clientId: (typeof CALLERS)[number]): Promise<string> => {
    const request: TokenRequest = { clientId, clientSecret: secrets.get(clientId) };
    return gatehouse.token(request);
  };
  const hello = (token: string, address = '198.51.100.1') =>
    fetch(`${gatehouse.url}/hello`, {
      headers: { authorization: `Bearer ${token}`, 'x-forwarded-for': address },
    });

  async function statuses(count: number, ask: () => Promise<Response>): Promise<number[]> {
    const seen: number[] = [];
    for (let index = 0; index < count; index += 1) seen.push((await ask()).status);
    return seen;
  }

  it('hold one caller back, say for how long, and leave others alone', async () => {
    const token = await tokenOf('held-back');
    expect(await statuses(REQUESTS, () => hello(token))).toEqual(Array(REQUESTS).fill(200));
    const refused = await hello(token);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ status: 429, title: 'Too Many Requests' });
    expect((await hello(await gatehouse.adminToken())).status).toBe(200);
  });

  it('count what is refused for its scope as well', async () => {
    const headers = { authorization: `Bearer ${await tokenOf('refused')}` };
    const report = () => fetch(`${gatehouse.url}/admin/audit/report`, { headers });
    expect(await statuses(REQUESTS + 1, report)).toEqual([...Array<number>(REQUESTS).fill(403), 429]);
  });

  it('count the caller, not the token', async () => {
    const tokens = [await tokenOf('two-tokens'), await tokenOf('two-tokens')];
    for (let index = 0; index < REQUESTS; index += 1) await hello(tokens[index % 2] ?? '');
    expect((await hello(tokens[0] ?? '')).status).toBe(429);
    expect((await hello(tokens[1] ?? '')).status).toBe(429);
  });

  it('hold back an address that sends bad credentials, but not the good ones from there', async () => {
    const address = '203.0.113.1';
    expect(await statuses(FAILURES + 3, () => hello('garbage', address))).toEqual([
      ...Array<number>(FAILURES).fill(401),
      429,
      429,
      429,
    ]);
    expect((await hello(await gatehouse.token(), address)).status).toBe(200);
  });

  it('keep the audit trail from being filled by anybody', async () => {
    const address = '203.0.113.2';
    await statuses(FAILURES + 20, () => hello('garbage', address));
    const headers = { authorization: `Bearer ${await gatehouse.adminToken()}` };
    const response = await fetch(`${gatehouse.url}/admin/audit/records?limit=100`, { headers });
    const { records } = (await response.json()) as { records: Record<string, unknown>[] };
    const denied = records.filter((record) =>
      /route\.denied.*203\.0\.113\.2|203\.0\.113\.2.*route\.denied/.test(JSON.stringify(record)),
    );
    // Those within the limit, and one that says that there were more.
    expect(denied).toHaveLength(FAILURES + 1);
  });
});
