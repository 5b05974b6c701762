import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';

describe('limits of the token endpoint', () => {
  let gatehouse: Gatehouse;

  beforeAll(async () => {
    gatehouse = await startGatehouse({ env: { FAILED_SECRETS: '3', TOKEN_REQUESTS_PER_MINUTE: '5' } });
  });
  afterAll(() => gatehouse.stop());

  async function ask(clientId: string, clientSecret: string): Promise<Response> {
    const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
    return fetch(`${gatehouse.url}/oauth2/token`, { method: 'POST', body: new URLSearchParams(form) });
  }

  async function statuses(times: number, clientId: string, clientSecret: string): Promise<number[]> {
    const seen: number[] = [];
    for (let index = 0; index < times; index += 1) seen.push((await ask(clientId, clientSecret)).status);
    return seen;
  }

  it('stops the guessing of a secret, of unknown clients alike', async () => {
    expect(await statuses(5, 'gatehouse-admin', 'guess')).toEqual([401, 401, 401, 429, 429]);
    expect(await statuses(5, 'nobody', 'guess')).toEqual([401, 401, 401, 429, 429]);
  });

  it('answers beyond the rate of a client with 429, when to come back, and in OAuth words', async () => {
    expect(await statuses(7, 'mcp-client', 'secret')).toEqual([200, 200, 200, 200, 200, 429, 429]);
    const response = await ask('mcp-client', 'secret');
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await response.json()).toMatchObject({ error: 'temporarily_unavailable' });
    expect(response.headers.get('cache-control')).toBe('no-store');
  });
});
