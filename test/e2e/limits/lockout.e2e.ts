import { timeUntil } from '../../support/eventually.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';

const LIMIT = 3;
const LOCKOUT_SECONDS = 2;

describe('Lockout after wrong client secrets', () => {
  let gatehouse: Gatehouse;

  beforeAll(async () => {
    gatehouse = await startGatehouse({
      env: { FAILED_SECRETS: String(LIMIT), LOCKOUT_SECONDS: String(LOCKOUT_SECONDS) },
    });
  });
  afterAll(() => gatehouse.stop());

  const request = (clientId: string, secret: string) =>
    fetch(`${gatehouse.url}/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: secret,
      }),
    });

  it('refuses the right secret too, says for how long, and ends', async () => {
    for (let index = 0; index < LIMIT; index += 1)
      expect((await request('mcp-client', 'wrong')).status).toBe(401);
    const locked = await request('mcp-client', 'secret');
    expect(locked.status).toBe(429);
    expect(Number(locked.headers.get('retry-after'))).toBeLessThanOrEqual(LOCKOUT_SECONDS + 1);
    await timeUntil(200, async () => (await request('mcp-client', 'secret')).status);
  });

  it('does not tell whether a client exists', async () => {
    const answers = [];
    for (let index = 0; index <= LIMIT; index += 1) answers.push((await request('nobody', 'wrong')).status);
    expect(answers).toEqual([...Array<number>(LIMIT).fill(401), 429]);
  });
});
