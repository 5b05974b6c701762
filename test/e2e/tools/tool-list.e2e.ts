import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { ALL_SCOPES, ToolClient } from './tool-client.js';

const EVERYBODY = [
  'create_oauth2_test_token',
  'get_oauth2_flow_guide',
  'get_oauth2_server_status',
  'get_user_info',
  'high_security_operation',
  'store_sensitive_data',
  'test_encryption',
  'test_pii_detection',
  'validate_oauth2_setup',
];
const AUDITORS = ['generate_security_report', 'get_security_audit_log', 'simulate_data_breach_detection'];

describe('what a caller sees', () => {
  let gatehouse: Gatehouse;

  beforeAll(async () => {
    gatehouse = await startGatehouse();
  });
  afterAll(() => gatehouse.stop());

  const connected = async <T>(token: string, work: (client: ToolClient) => Promise<T>): Promise<T> => {
    const client = await ToolClient.connect(gatehouse, token);
    try {
      return await work(client);
    } finally {
      await client.close();
    }
  };

  it.each([
    ['mcp.access', []],
    ['read', ['lookup_inventory']],
    ['write', ['create_ticket', 'lookup_inventory']],
    ['audit.read', AUDITORS],
    ['User.Read', []],
    ['User.Write', ['create_product']],
  ])('%s lists only what it may call', async (scope, more) => {
    const names = await connected(await gatehouse.token({ scope }), (client) => client.toolNames());
    expect(names.sort()).toEqual([...EVERYBODY, ...more].sort());
  });

  it('the administrator sees every tool, each described for a model', async () => {
    const token = await gatehouse.adminToken('Admin.Write write audit.read');
    const { tools } = await connected(token, ({ client }) => client.listTools());
    expect(tools).toHaveLength(16);
    for (const tool of tools) {
      expect(tool.description?.length).toBeGreaterThan(80);
      expect(tool.title).toBeTruthy();
      expect(tool.inputSchema.type).toBe('object');
      expect(tool.outputSchema?.type).toBe('object');
      expect(typeof tool.annotations?.readOnlyHint).toBe('boolean');
      const properties = Object.values(tool.inputSchema.properties ?? {}) as { description?: string }[];
      expect(properties.every(({ description }) => description !== undefined)).toBe(true);
    }
  });

  it.each([
    ['lookup_inventory', 'mcp.access', { query: 'dock' }, 'read'],
    ['create_ticket', 'read', { title: 'a', description: 'b' }, 'write'],
    ['get_security_audit_log', 'write', {}, 'audit.read'],
    ['simulate_data_breach_detection', 'mcp.access', { suspicious_activity: 'a' }, 'audit.read'],
    ['generate_security_report', 'mcp.access', {}, 'audit.read'],
    ['create_product', 'User.Read', { name: 'a', price: 1 }, 'User.Write'],
    ['delete_product', 'User.Write', { id: '0b8f0f4e-2d3c-4b5a-9c1d-0123456789ab' }, 'Admin.Write'],
  ])('%s is refused with %s only', async (name, scope, args, needed) => {
    const token = await gatehouse.token({ scope });
    const refusal = connected(token, (client) => client.call(name, args));
    await expect(refusal).rejects.toThrow(new RegExp(`scope.*${needed}`, 'is'));
  });

  it.each([
    ['get_server_status', {}, 'issuer'],
    ['create_test_token', { expires_in: 5 }, 'access_token'],
  ])('the alias %s is callable and not listed', async (alias, args, member) => {
    await connected(await gatehouse.token(), async (client) => {
      expect(await client.toolNames()).not.toContain(alias);
      expect((await client.call(alias, args)).data).toHaveProperty(member);
    });
  });

  it('the guide shows what this caller may call, in Korean and English', async () => {
    const read = async (scope: string) =>
      connected(await gatehouse.token({ scope }), async ({ client }) => {
        const { contents } = await client.readResource({ uri: 'gatehouse://guide' });
        return contents[0] as { mimeType?: string; text?: string };
      });
    const [small, large] = [await read('mcp.access'), await read(ALL_SCOPES)];
    expect(small.mimeType).toBe('text/markdown');
    expect(small.text).toContain(
      '| `store_sensitive_data` | Store a customer, encrypted | `mcp.access` | keep / encrypt |',
    );
    expect(small.text).toMatch(/도구/);
    expect(small.text).not.toContain('`lookup_inventory`');
    expect(large.text).toContain(
      '| `create_product` | Create a product | `User.Write` or `Admin.Write` | keep / mask |',
    );
  });

  it('the security review is a prompt for auditors, in both languages, with personal data masked', async () => {
    const withoutScope = await connected(await gatehouse.token(), ({ client }) => client.listPrompts());
    expect(withoutScope.prompts.map(({ name }) => name)).not.toContain('security_review');
    await connected(await gatehouse.token({ scope: 'audit.read' }), async ({ client }) => {
      const render = async (args: Record<string, string>) =>
        JSON.stringify((await client.getPrompt({ name: 'security_review', arguments: args })).messages);
      expect(await render({})).toContain('validate_oauth2_setup');
      expect(await render({ language: 'ko' })).toContain('심각도별');
      const focused = await render({ focus: 'logins of hong@example.com' });
      expect(focused).toContain('hong****@example.com');
      expect(focused).not.toContain('hong@example.com');
      await expect(render({ language: 'fr' })).rejects.toThrow(/language/);
    });
  });
});
