import { execFileSync, spawnSync } from 'node:child_process';
import { cli } from '../../support/cli.js';
import { auditRecords } from '../../support/audit-records.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { ALL_SCOPES, ToolClient } from './tool-client.js';

interface Step {
  readonly step: number;
  readonly title: string;
  readonly command: string;
  readonly powershell: string;
}

interface Check {
  readonly name: string;
  readonly status: string;
  readonly detail: string;
}

const itWithCurl = spawnSync('curl', ['--version']).status === 0 ? it : it.skip;

describe('tools about OAuth 2.0', () => {
  let gatehouse: Gatehouse;
  let client: ToolClient;

  beforeAll(async () => {
    gatehouse = await startGatehouse();
    client = await ToolClient.connect(gatehouse, await gatehouse.token({ scope: 'mcp.access read write' }));
  });
  afterAll(async () => {
    await client?.close();
    await gatehouse?.stop();
  });

  const get = (path: string, token?: string) =>
    fetch(gatehouse.url + path, token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } });
  const metadata = async (path: string) => (await (await get(path)).json()) as Record<string, unknown>;

  describe('get_oauth2_server_status', () => {
    it('tells what the metadata and the key set tell', async () => {
      const { data } = await client.call('get_oauth2_server_status');
      const document = await metadata('/.well-known/oauth-authorization-server');
      const { keys } = (await metadata('/.well-known/jwks.json')) as { keys: { kid: string }[] };
      expect(data).toMatchObject({
        status: 'ok',
        issuer: gatehouse.url,
        grant_types: document['grant_types_supported'],
      });
      expect(data['endpoints']).toMatchObject({
        token: document['token_endpoint'],
        jwks: document['jwks_uri'],
      });
      const shown = (data['signing_keys'] as { key_id: string }[]).map(({ key_id }) => key_id);
      expect(shown.sort()).toEqual(keys.map(({ kid }) => kid).sort());
    });

    it('is live: database, uptime and time', async () => {
      const { data } = await client.call('get_oauth2_server_status');
      expect(data['database']).toMatchObject({
        kind: gatehouse.database.url === undefined ? 'embedded' : 'postgresql',
        reachable: true,
        version: expect.stringMatching(/^\d+\.\d+/),
        latency_ms: expect.any(Number),
      });
      expect(data['uptime_seconds']).toBeLessThan(600);
      expect(Math.abs(Date.now() - Date.parse(String(data['time'])))).toBeLessThan(60_000);
    });

    it('names only doors that answer', async () => {
      const { data } = await client.call('get_oauth2_server_status');
      for (const url of Object.values(data['endpoints'] as Record<string, string>)) {
        expect([url, (await fetch(url)).status]).not.toEqual([url, 404]);
      }
    });
  });

  describe('create_oauth2_test_token', () => {
    it('creates a token that works, with examples that carry it', async () => {
      const { data } = await client.call('create_oauth2_test_token', {
        scope: 'mcp.access read',
        expires_in: 60,
      });
      const token = String(data['access_token']);
      expect(data).toMatchObject({ token_type: 'Bearer', expires_in: 60, scope: 'mcp.access read' });
      expect((await get('/hello', token)).status).toBe(200);
      expect(JSON.stringify(data['usage_examples']).split(token)).toHaveLength(4);
      const other = await ToolClient.connect(gatehouse, token);
      expect(await other.toolNames()).toContain('lookup_inventory');
      expect(await other.toolNames()).not.toContain('create_ticket');
      await other.close();
    });

    it('gives mcp.access for five minutes when nothing is asked', async () => {
      const { data } = await client.call('create_oauth2_test_token');
      expect(data).toMatchObject({ expires_in: 300, scope: 'mcp.access' });
    });

    it('records the token without its text', async () => {
      const { data } = await client.call('create_oauth2_test_token', { expires_in: 17 });
      const records = await auditRecords(gatehouse, { event_type: 'token.issued' });
      const record = records.find(
        ({ details }) => (details as { expires_in?: number } | null)?.expires_in === 17,
      );
      expect(record?.['details']).toMatchObject({ purpose: 'test', scope: 'mcp.access' });
      expect(JSON.stringify(records)).not.toContain(String(data['access_token']).split('.')[2]);
    });

    it.each(['Admin.Write', 'audit.read', 'mcp.access User.Write', 'no.such.scope'])(
      'refuses %s',
      async (scope) => {
        const answer = await client.call('create_oauth2_test_token', { scope });
        expect(answer.isError).toBe(true);
        expect(answer.text).toMatch(/never broader/);
        expect(answer.text).not.toContain('eyJ');
      },
    );

    it.each([0, -1, 301, 1.5])('refuses %d seconds', async (expires_in) => {
      const answer = await client.call('create_oauth2_test_token', { expires_in });
      expect(answer.isError).toBe(true);
      expect(answer.text).toMatch(/expires_in/);
    });

    it('is no way around the limits of an API key', async () => {
      const key = (await cli(gatehouse.database, [
        ...[
          'api-key',
          'create',
          '--client',
          'mcp-client',
          '--scope',
          'mcp.access',
          '--expires',
          '1h',
          '--json',
        ],
      ])) as { api_key: string };
      const holder = await ToolClient.connect(gatehouse, key.api_key);
      const answer = await holder.call('create_oauth2_test_token');
      await holder.close();
      expect(answer.isError).toBe(true);
      expect(answer.text).toMatch(/client_credentials/);
    });

    it('never outlives the token it was made with, nor reaches beyond its audience', async () => {
      const narrow = await gatehouse.token({ scope: ALL_SCOPES, resource: `${gatehouse.url}/mcp` });
      const first = await ToolClient.connect(gatehouse, narrow);
      const { data: short } = await first.call('create_oauth2_test_token', { expires_in: 30 });
      await first.close();
      expect(short['audience']).toEqual([`${gatehouse.url}/mcp`]);
      expect((await get('/hello', String(short['access_token']))).status).toBe(401);
      const second = await ToolClient.connect(gatehouse, String(short['access_token']));
      const { data: child } = await second.call('create_oauth2_test_token', { expires_in: 300 });
      await second.close();
      expect(child['expires_in']).toBeLessThanOrEqual(30);
    });
  });

  describe('get_oauth2_flow_guide', () => {
    const steps = async () => (await client.call('get_oauth2_flow_guide')).data['steps'] as Step[];

    it('guides through every grant the metadata lists', async () => {
      const { data } = await client.call('get_oauth2_flow_guide');
      const { grant_types_supported } = await metadata('/.well-known/oauth-authorization-server');
      expect(data['supported_grant_types']).toEqual(grant_types_supported);
      expect((data['steps'] as Step[]).map(({ step }) => step)).toEqual([1, 2, 3, 4, 5]);
    });

    itWithCurl('has commands that run as they are', async () => {
      const script = (await steps()).map(({ command }) => `${command}\necho; echo "=== end"`).join('\n');
      const output = execFileSync('bash', ['-eu', '-c', script], { encoding: 'utf8', timeout: 30_000 });
      const [document, token, hello, tools, refusal] = output.split('=== end');
      expect(JSON.parse(String(document))).toMatchObject({ issuer: gatehouse.url });
      expect(token?.trim()).toBe('');
      expect(hello).toContain('MCP OAuth2');
      expect(tools).toContain('"get_oauth2_flow_guide"');
      expect(refusal).toMatch(/^\s*HTTP\/1.1 401/);
      expect(refusal).toMatch(/www-authenticate: Bearer/i);
    });

    it.each([
      ['urn:ietf:params:oauth:grant-type:device_code', /not available in this version/i],
      ['password', /OAuth 2\.1 removed/],
      ['something_else', /does not know/],
    ])('says honestly that %s does not work here', async (grant_type, summary) => {
      const { data, isError } = await client.call('get_oauth2_flow_guide', { grant_type });
      expect(isError).toBe(false);
      expect(data).toMatchObject({ grant_type, supported: false, steps: [] });
      expect(data['summary']).toMatch(summary);
    });
  });

  describe('validate_oauth2_setup', () => {
    it('performs every check on a sound server, and all pass', async () => {
      const { data } = await client.call('validate_oauth2_setup');
      const checks = data['checks'] as Check[];
      expect(checks.filter(({ status }) => status !== 'passed')).toEqual([]);
      expect(data).toMatchObject({ valid: true, summary: { passed: 9, failed: 0, skipped: 0 } });
      expect(checks.map(({ name }) => name)).toEqual([
        'public_url',
        'authorization_server_metadata',
        'openid_configuration',
        'protected_resource_metadata',
        'jwks',
        'issue_token',
        'verify_token',
        'refuse_forged_signature',
        'refuse_unsigned_token',
      ]);
    });

    it('never returns the trial token', async () => {
      expect((await client.call('validate_oauth2_setup')).text).not.toMatch(/eyJ[\w-]+\./);
    });
  });
});
