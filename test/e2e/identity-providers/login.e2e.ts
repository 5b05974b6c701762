import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { auditRecords } from '../../support/audit-records.js';
import { Browser } from '../../support/browser.js';
import {
  authorizationUrl,
  newPkce,
  redeem,
  type FlowClient,
  type Parameters,
} from '../../support/browser-flow.js';
import { cli, cliAll } from '../../support/cli.js';
import { decode } from '../../support/forge-token.js';
import { freePort } from '../../support/free-port.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { LOOPBACK_AUTHORITY_FILE } from '../../support/loopback-https.js';
import { startOpenidProvider, type OpenidProvider } from '../../support/openid-provider.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { startLogin } from './start-login.js';

const REDIRECT_URI = 'https://client.example/callback';
const NOBODY = { username: '', password: '' };

interface ListedUser {
  readonly id: string;
}

describe('Logging in through an OpenID provider', () => {
  let provider: OpenidProvider;
  let database: TestDatabase;
  let gatehouse: Gatehouse;
  let client: FlowClient;
  let bob: string;
  let carol: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    const port = await freePort();
    const callback = (id: string) => `http://localhost:${port}/identity-providers/${id}/callback`;
    provider = await startOpenidProvider([
      {
        client_id: 'gatehouse',
        client_secret: 'a secret: with signs %',
        redirect_uris: [callback('office')],
      },
      {
        client_id: 'gatehouse-strict',
        client_secret: 'another-secret',
        redirect_uris: [callback('strict')],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ]);
    const file = join(database.folder, 'identity-providers.json');
    const office = {
      id: 'office',
      display_name: { en: 'Head office', ko: '본사' },
      issuer: provider.url,
      client_id: 'gatehouse',
      client_secret_env: 'OFFICE_SECRET',
      auto_provisioning: true,
      default_roles: ['guest'],
      role_rules: [{ claim: 'groups', value: 'staff', roles: ['user'] }],
    };
    const strict = {
      id: 'strict',
      display_name: { en: 'By invitation', ko: '초대' },
      issuer: provider.url,
      client_id: 'gatehouse-strict',
      client_secret_env: 'STRICT_SECRET',
      token_endpoint_auth_method: 'client_secret_post',
      fetch_userinfo: true,
      allowed_email_domains: ['office.example'],
    };
    writeFileSync(file, JSON.stringify({ identity_providers: [office, strict] }));
    const env = {
      IDENTITY_PROVIDERS_FILE: file,
      OFFICE_SECRET: 'a secret: with signs %',
      STRICT_SECRET: 'another-secret',
      FETCH_ALLOWED_HOSTS: provider.host,
      NODE_EXTRA_CA_CERTS: resolve(LOOPBACK_AUTHORITY_FILE),
    };
    // The command line reads the same settings.
    database = { ...database, environment: { ...database.environment, ...env } };
    gatehouse = await startGatehouse({ database, port });
    const created = (await cliAll(database, [
      [
        ...[
          'client',
          'create',
          'program',
          '--redirect-uri',
          REDIRECT_URI,
          '--grant-type',
          'authorization_code',
        ],
        ...['--scope', 'mcp.access,read,write,openid', '--json'],
      ],
      ['user', 'create', '--username', 'bob', '--email', 'bob@office.example', '--no-password', '--json'],
      ['user', 'create', '--username', 'carol', '--role', 'user', '--no-password', '--json'],
    ])) as [{ client_secret: string }, { id: string }, { id: string }];
    client = { clientId: 'program', clientSecret: created[0].client_secret, redirectUri: REDIRECT_URI };
    bob = created[1].id;
    carol = created[2].id;
  });
  afterAll(async () => {
    await gatehouse.stop();
    await provider.close();
    await database.drop();
  });

  const alice = { sub: 'alice-1', name: 'Alice Kim', email: 'alice@office.example', email_verified: true };
  /** What the newest record of the event says about the person. */
  const recordOf = async (event: string, id: unknown) => {
    const records = await auditRecords(gatehouse, { event_type: event });
    return records.find(({ target }) => (target as { id: string }).id === id);
  };

  /** Goes to the provider and back, up to the page that follows the login. */
  async function logIn(id: string, browser = new Browser(NOBODY), parameters: Parameters = {}) {
    const location = await startLogin(gatehouse, client, id, browser, parameters);
    const callback = await provider.visit(location.href);
    return { browser, location, callback, answer: await browser.request(callback) };
  }

  /** All the way to an access token. */
  async function tokenOf(id: string): Promise<Record<string, unknown>> {
    const { verifier, challenge } = newPkce();
    const parameters = { code_challenge: challenge, scope: 'mcp.access read write openid' };
    const { browser, answer } = await logIn(id, new Browser(NOBODY), parameters);
    const next = new URL(answer.headers.get('location') ?? '', gatehouse.url);
    const end = await browser.signIn(next);
    const { body } = await redeem(gatehouse, client, { code: end.searchParams.get('code') ?? '', verifier });
    return decode(String(body['access_token'])).payload;
  }

  it('is offered on the login page in its own words', async () => {
    const browser = new Browser(NOBODY);
    const start = await browser.request(authorizationUrl(gatehouse, client, { ui_locales: 'en' }));
    const page = await browser.request(new URL(start.headers.get('location') ?? '', gatehouse.url));
    const text = await page.text();
    expect(text).toContain('Head office');
    expect(text).toContain('By invitation');
  });

  it('asks the provider with PKCE, state and nonce, and never for a resource', async () => {
    const parameters = {
      resource: `${gatehouse.url}/mcp`,
      login_hint: 'alice',
      ui_locales: 'ko',
      max_age: '300',
    };
    const url = await startLogin(gatehouse, client, 'office', new Browser(NOBODY), parameters);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: 'gatehouse',
      redirect_uri: `${gatehouse.url}/identity-providers/office/callback`,
      response_type: 'code',
      scope: 'openid profile email',
      state: expect.stringMatching(/^[\w-]{43}$/) as string,
      nonce: expect.stringMatching(/^[\w-]{43}$/) as string,
      code_challenge: expect.stringMatching(/^[\w-]{43}$/) as string,
      code_challenge_method: 'S256',
      login_hint: 'alice',
      ui_locales: 'ko',
      max_age: '300',
    });
  });

  it('asks for a login now where the client does, and for when it was', async () => {
    provider.account = { sub: 'dora-1', name: 'Dora' };
    const parameters = { prompt: 'login', max_age: '300' };
    const { location, answer } = await logIn('office', new Browser(NOBODY), parameters);
    expect(location.searchParams.get('prompt')).toBe('login');
    expect(location.searchParams.get('max_age')).toBe('0');
    expect(answer.headers.get('location')).toMatch(/^\/interaction\//);
  });

  it('makes an account, with the roles that its claims give at each login', async () => {
    provider.account = { ...alice, groups: ['staff'] };
    const first = await tokenOf('office');
    expect(String(first['scope']).split(' ').sort()).toEqual(['mcp.access', 'openid', 'read', 'write']);
    expect(await recordOf('user.created', first['sub'])).toMatchObject({
      details: { roles: ['guest', 'user'] },
    });

    provider.account = { ...alice, groups: [] };
    const second = await tokenOf('office');
    expect(second['sub']).toBe(first['sub']);
    expect(String(second['scope']).split(' ').sort()).toEqual(['mcp.access', 'openid', 'read']);
    expect(await recordOf('user.updated', first['sub'])).toMatchObject({
      details: { after: { roles: ['guest'] }, identity_provider: 'office' },
    });
    const users = (await cli(database, ['user', 'list', '--json'])) as ListedUser[];
    expect(users.find(({ id }) => id === first['sub'])).toMatchObject({
      username: 'office:alice@office.example',
      roles: ['guest'],
    });
    const logins = await auditRecords(gatehouse, { event_type: 'user.authenticated' });
    expect(logins[0]).toMatchObject({
      actor: { kind: 'user', subject: first['sub'] },
      details: { methods: ['fed'], identity_provider: 'office' },
    });
  });

  it('leads to the account when nothing waits for it', async () => {
    provider.account = alice;
    const browser = new Browser(NOBODY);
    const login = new URL('/login', gatehouse.url);
    const location = await startLogin.from(browser, await browser.request(login), login, 'office');
    const answer = await browser.request(await provider.visit(location.href));
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/account');
    const account = await browser.request(new URL('/account', gatehouse.url));
    expect(account.status).toBe(200);
    expect(await account.text()).toMatch(/Head office|본사/);
  });

  it('keeps the code away from the next page, and the cookie from scripts', async () => {
    provider.account = alice;
    const { answer, location } = await logIn('office');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(location.searchParams.get('state')).not.toBeNull();
    const cookie = answer.headers.getSetCookie().find((each) => each.startsWith('gatehouse-session='));
    expect(cookie).toMatch(/HttpOnly/);
  });

  it('never takes somebody for the owner of an account by their e-mail', async () => {
    provider.account = { sub: 'bob-elsewhere', email: 'bob@office.example', email_verified: true };
    const token = await tokenOf('office');
    expect(token['sub']).not.toBe(bob);
    expect(await recordOf('user.created', token['sub'])).toBeDefined();
  });

  it('lets nobody in who has no account where none are made, until an administrator says who they are', async () => {
    provider.account = { sub: 'carol-1', email: 'carol@office.example', email_verified: true };
    expect((await logIn('strict')).answer.status).toBe(403);

    const tie = ['carol', '--provider', 'strict', '--subject', 'carol-1', '--json'];
    await cli(database, ['identity', 'link', ...tie]);
    const token = await tokenOf('strict');
    expect(token['sub']).toBe(carol);
    // No rules about roles: an administrator decides.
    expect(String(token['scope']).split(' ')).toContain('write');

    await cli(database, ['identity', 'unlink', ...tie]);
    expect((await logIn('strict')).answer.status).toBe(403);
  });

  it.each([
    ['another domain', { email: 'eve@evil.example', email_verified: true }],
    ['a domain that ends alike', { email: 'eve@evil-office.example', email_verified: true }],
    ['two signs', { email: '"eve@office.example"@evil.example', email_verified: true }],
    ['an address nobody verified', { email: 'eve@office.example', email_verified: false }],
    ['an address said to be verified in words', { email: 'eve@office.example', email_verified: 'true' }],
    ['no address', {}],
  ])('refuses %s where only a domain is let in', async (_what, claims) => {
    provider.account = { sub: 'eve', ...claims };
    const { answer } = await logIn('strict');
    expect(answer.status).toBe(403);
    expect(answer.headers.get('content-type')).toContain('text/html');
    const [newest] = await auditRecords(gatehouse, { event_type: 'user.denied' });
    expect(newest).toMatchObject({ reason: 'email_domain', details: { identity_provider: 'strict' } });
  });

  it('lets nobody in whose account is disabled', async () => {
    provider.account = { sub: 'dave-1', preferred_username: 'dave' };
    await tokenOf('office');
    await cli(database, ['user', 'disable', 'office:dave', '--json']);
    const { answer } = await logIn('office');
    expect(answer.status).toBe(403);
    expect(answer.headers.getSetCookie().join()).not.toContain('gatehouse-session=');
  });

  it('says so when the person refuses at the provider', async () => {
    provider.account = undefined;
    const { callback, answer } = await logIn('office');
    expect(callback.searchParams.get('error')).toBe('access_denied');
    expect(answer.status).toBe(400);
    const [newest] = await auditRecords(gatehouse, { event_type: 'user.denied' });
    expect(newest).toMatchObject({ reason: 'provider_denied' });
  });

  it('keeps no state, nonce or verifier in clear', async () => {
    const secrets = await startLogin(gatehouse, client, 'office', new Browser(NOBODY));
    const output = gatehouse.output();
    for (const name of ['state', 'nonce']) {
      expect(output).not.toContain(secrets.searchParams.get(name));
    }
  });
});
