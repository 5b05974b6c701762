import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';

const REQUESTS = 5;
const FAILURES = 4;

describe('Rate limits', () => {
  let gatehouse: Gatehouse;

  beforeEach(async () => {
    gatehouse = await startGatehouse({
      env: { REQUESTS_PER_MINUTE: String(REQUESTS), FAILED_AUTHENTICATIONS_PER_MINUTE: String(FAILURES) },
    });
  });
  afterEach(() => gatehouse.stop());

  const hello = (token: string) =>
    fetch(`${gatehouse.url}/hello`, { headers: { authorization: `Bearer ${token}` } });

  async function statuses(count: number, ask: () => Promise<Response>): Promise<number[]> {
    const seen: number[] = [];
    for (let index = 0; index < count; index += 1) seen.push((await ask()).status);
    return seen;
  }

  it('hold one caller back, say for how long, and leave others alone', async () => {
    const token = await gatehouse.token();
    expect(await statuses(REQUESTS, () => hello(token))).toEqual(Array(REQUESTS).fill(200));
    const refused = await hello(token);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ status: 429, title: 'Too Many Requests' });
    expect((await hello(await gatehouse.adminToken())).status).toBe(200);
  });

  it('count what is refused for its scope as well', async () => {
    const headers = { authorization: `Bearer ${await gatehouse.token()}` };
    const report = () => fetch(`${gatehouse.url}/admin/audit/report`, { headers });
    expect(await statuses(REQUESTS + 1, report)).toEqual([...Array<number>(REQUESTS).fill(403), 429]);
  });

  it('count the caller, not the token', async () => {
    const tokens = [await gatehouse.token(), await gatehouse.token()];
    for (let index = 0; index < REQUESTS; index += 1) await hello(tokens[index % 2] ?? '');
    expect((await hello(tokens[0] ?? '')).status).toBe(429);
    expect((await hello(tokens[1] ?? '')).status).toBe(429);
  });

  it('hold back an address that sends bad credentials, but not the good ones from there', async () => {
    expect(await statuses(FAILURES + 3, () => hello('garbage'))).toEqual([
      ...Array(FAILURES).fill(401),
      429,
      429,
      429,
    ]);
    expect((await hello(await gatehouse.token())).status).toBe(200);
  });

  it('keep the audit trail from being filled by anybody', async () => {
    await statuses(FAILURES + 20, () => hello('garbage'));
    const headers = { authorization: `Bearer ${await gatehouse.adminToken()}` };
    const response = await fetch(`${gatehouse.url}/admin/audit/records?limit=100`, { headers });
    const denied = (await response.text()).match(/route\.denied/g) ?? [];
    // Those within the limit, and one that says that there were more.
    expect(denied).toHaveLength(FAILURES + 1);
  });
});
