import pg from 'pg';
import { auditRecords } from '../../support/audit-records.js';
import { Browser } from '../../support/browser.js';
import { authorizationUrl, authorize, type FlowClient, type Parameters } from '../../support/browser-flow.js';
import { cli } from '../../support/cli.js';
import { createClient } from '../../support/clients.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { createUser, type TestUser } from '../../support/people.js';
import { describeOnServer } from '../../support/test-database.js';

const CALLBACK = 'https://app.example/callback';
/** A resource that is none of this server's own. */
const OTHER = 'https://orders.example/api';

let gatehouse: Gatehouse;
let user: TestUser;
let browser: Browser;
let client: FlowClient;

beforeAll(async () => {
  gatehouse = await startGatehouse();
  user = await createUser(gatehouse, { roles: ['user'] });
  browser = new Browser(user);
});
afterAll(() => gatehouse.stop());
beforeEach(async () => {
  const options = {
    scopes: ['mcp.access', 'read'],
    audiences: ['/', '/mcp', OTHER],
    redirectUris: [CALLBACK],
  };
  client = { ...(await createClient(gatehouse, options)), redirectUri: CALLBACK };
});

const mcp = () => `${gatehouse.url}/mcp`;
const allow = (resource: string | readonly string[] | undefined, scope = 'mcp.access') =>
  authorize({ gatehouse, client, user, browser, parameters: { resource, scope } });
const request = (parameters: Parameters) => browser.request(authorizationUrl(gatehouse, client, parameters));

/** What comes of a request that nobody may be asked about. */
async function silently(resource: string | readonly string[] | undefined, scope = 'mcp.access') {
  const answer = await request({ resource, scope, prompt: 'none' });
  const { searchParams } = new URL(answer.headers.get('location') ?? '');
  return searchParams.get('error') ?? (searchParams.has('code') ? 'code' : 'nothing');
}

async function pageFor(parameters: Parameters): Promise<string> {
  const answer = await request(parameters);
  return (await browser.request(new URL(answer.headers.get('location') ?? '', gatehouse.url))).text();
}

describe('consent for one resource', () => {
  it('is remembered for it, and asked again for every other', async () => {
    await allow(mcp());
    expect(await silently(mcp())).toBe('code');
    expect(await silently(OTHER)).toBe('consent_required');
    expect(await silently([mcp(), OTHER])).toBe('consent_required');
    expect(await silently(gatehouse.url)).toBe('consent_required');
    // All that the client is registered for.
    expect(await silently(undefined)).toBe('consent_required');
  });

  it('for the public URL is one for what lies below it, where its tokens are taken', async () => {
    await allow(gatehouse.url);
    expect(await silently(mcp())).toBe('code');
    expect(await silently([gatehouse.url, mcp()])).toBe('code');
    expect(await silently(OTHER)).toBe('consent_required');
  });

  it('does not mix with the scopes of another', async () => {
    await allow(mcp(), 'mcp.access read');
    await allow(OTHER, 'mcp.access');
    expect(await silently(OTHER, 'mcp.access')).toBe('code');
    expect(await silently([mcp(), OTHER], 'mcp.access')).toBe('code');
    expect(await silently(OTHER, 'mcp.access read')).toBe('consent_required');
    await allow(OTHER, 'read');
    expect(await silently([mcp(), OTHER], 'mcp.access read')).toBe('code');
  });

  it('is on record with the resource, once', async () => {
    await allow(mcp());
    await allow(mcp());
    await allow(OTHER);
    const records = await auditRecords(gatehouse, {
      event_type: 'consent.granted',
      client_id: client.clientId,
    });
    expect(records.map(({ details }) => (details as { audience: string[] }).audience)).toEqual([
      [OTHER],
      [mcp()],
    ]);
  });

  it('is gone for all of them when it is taken back', async () => {
    await allow([mcp(), OTHER]);
    expect(await silently([mcp(), OTHER])).toBe('code');
    await cli(gatehouse.database, [
      ...['grant', 'revoke', user.username, '--client', client.clientId],
      '--json',
    ]);
    await allow(mcp());
    expect(await silently(mcp())).toBe('code');
    expect(await silently(OTHER)).toBe('consent_required');
  });

  it.each([
    ['en', 'Server it can reach'],
    ['ko', '접근할 서버'],
  ])(
    'is asked for on a page that names it, in %s, and calls nothing allowed that is not',
    async (tag, words) => {
      await allow(mcp());
      const page = await pageFor({ resource: OTHER, ui_locales: tag });
      expect(page).toContain(`<dt>${words}</dt><dd><code>${OTHER}</code></dd>`);
      expect(page).not.toContain(mcp());
      expect(page).not.toContain('class="badge"');
      const again = await pageFor({ resource: mcp(), ui_locales: tag, prompt: 'consent' });
      expect(again).toContain('class="badge"');
    },
  );
});

describeOnServer('a consent from before resources were remembered', () => {
  it('is shown among the connected apps, and asked for once more', async () => {
    await allow(mcp());
    const database = new pg.Client(gatehouse.database.url);
    await database.connect();
    await database.query('DELETE FROM consented_resources WHERE client_id = $1', [client.clientId]);
    await database.end();
    const account = await (await browser.request(new URL(`${gatehouse.url}/account`))).text();
    expect(account).toContain(client.clientId);
    expect(await silently(mcp())).toBe('consent_required');
    await allow(mcp());
    expect(await silently(mcp())).toBe('code');
  });
});
