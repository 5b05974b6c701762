import { cli } from '../../support/cli.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { ToolClient } from './tool-client.js';

interface Argument {
  readonly required?: true;
  readonly [keyword: string]: unknown;
}

interface Row {
  readonly aliases?: readonly string[];
  readonly arguments: Readonly<Record<string, Argument>>;
  /** One of them suffices. */
  readonly scopes: readonly string[];
  /** Personal-data policy for arguments and for results. */
  readonly policy: `${string} / ${string}`;
}

const text: Argument = { type: 'string' };
const needed = (argument: Argument): Argument => ({ ...argument, required: true });

/** What callers were promised of each tool: its name, arguments, scopes and policy. */
const TABLE: Readonly<Record<string, Row>> = {
  get_oauth2_server_status: {
    aliases: ['get_server_status'],
    arguments: {},
    scopes: ['mcp.access'],
    policy: 'keep / keep',
  },
  create_oauth2_test_token: {
    aliases: ['create_test_token'],
    arguments: { scope: text, expires_in: { type: 'integer', maximum: 300 } },
    scopes: ['mcp.access'],
    policy: 'keep / keep',
  },
  get_oauth2_flow_guide: { arguments: { grant_type: text }, scopes: ['mcp.access'], policy: 'keep / keep' },
  validate_oauth2_setup: { arguments: {}, scopes: ['mcp.access'], policy: 'keep / keep' },
  get_user_info: { arguments: { user_query: needed(text) }, scopes: ['mcp.access'], policy: 'keep / mask' },
  store_sensitive_data: {
    arguments: {
      customer_name: needed(text),
      customer_email: needed(text),
      customer_phone: needed(text),
      notes: text,
    },
    scopes: ['mcp.access'],
    policy: 'keep / encrypt',
  },
  high_security_operation: {
    arguments: { operation_data: needed(text), operation_type: { ...text, default: 'analysis' } },
    scopes: ['mcp.access'],
    policy: 'reject / mask',
  },
  test_pii_detection: {
    arguments: { test_text: needed(text) },
    scopes: ['mcp.access'],
    policy: 'keep / mask',
  },
  test_encryption: { arguments: { test_data: needed(text) }, scopes: ['mcp.access'], policy: 'keep / keep' },
  get_security_audit_log: {
    arguments: { limit: { type: 'integer', default: 10, maximum: 100 } },
    scopes: ['audit.read'],
    policy: 'keep / mask',
  },
  simulate_data_breach_detection: {
    arguments: {
      suspicious_activity: needed(text),
      severity: { ...text, enum: ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'], default: 'MEDIUM' },
    },
    scopes: ['audit.read'],
    policy: 'mask / mask',
  },
  generate_security_report: {
    arguments: { report_type: { ...text, enum: ['summary', 'detailed'] } },
    scopes: ['audit.read'],
    policy: 'keep / mask',
  },
  lookup_inventory: { arguments: { sku: text, query: text }, scopes: ['read'], policy: 'keep / mask' },
  create_ticket: {
    arguments: { title: needed(text), description: needed(text) },
    scopes: ['write'],
    policy: 'encrypt / encrypt',
  },
  create_product: {
    arguments: { name: needed(text), price: needed({ type: 'number' }) },
    scopes: ['User.Write', 'Admin.Write'],
    policy: 'keep / mask',
  },
  reveal_pii: {
    arguments: { tokens: needed({ type: 'array', maxItems: 100 }), reason: needed(text) },
    scopes: ['pii.reveal'],
    policy: 'keep / keep',
  },
  delete_product: { arguments: { id: needed(text) }, scopes: ['Admin.Write'], policy: 'keep / mask' },
};
const NAMES = Object.keys(TABLE);
const rowsWith = (scopes: readonly string[]): string[] =>
  NAMES.filter((name) => TABLE[name]?.scopes.some((scope) => scopes.includes(scope))).sort();

/** Every scope that a token with the scope has, by the hierarchy. */
const IMPLIED: Readonly<Record<string, readonly string[]>> = {
  'mcp.access': ['mcp.access'],
  read: ['mcp.access', 'read'],
  write: ['mcp.access', 'read', 'write'],
  'audit.read': ['mcp.access', 'audit.read'],
  'pii.reveal': ['mcp.access', 'pii.reveal'],
  'Guest.Read': ['mcp.access', 'Guest.Read'],
  'User.Read': ['mcp.access', 'Guest.Read', 'User.Read'],
  'User.Write': ['mcp.access', 'Guest.Read', 'User.Read', 'User.Write'],
  'Admin.Write': ['mcp.access', 'Guest.Read', 'User.Read', 'User.Write', 'Admin.Write'],
};

/** What each role may ask for. */
const ROLES: Readonly<Record<string, readonly string[]>> = {
  admin: Object.keys(IMPLIED),
  user: ['mcp.access', 'read', 'write', 'User.Read', 'User.Write'],
  guest: ['mcp.access', 'read', 'Guest.Read'],
};

type Listed = Awaited<ReturnType<ToolClient['client']['listTools']>>['tools'][number];

describe('the tools as promised', () => {
  let database: TestDatabase;
  let gatehouse: Gatehouse;
  let listed: ReadonlyMap<string, Listed>;
  let guide: string;

  const connected = async <T>(token: string, work: (client: ToolClient) => Promise<T>): Promise<T> => {
    const client = await ToolClient.connect(gatehouse, token);
    return work(client).finally(() => client.close());
  };
  const namesFor = (token: string) => connected(token, (client) => client.toolNames());

  beforeAll(async () => {
    database = await createTestDatabase();
    gatehouse = await startGatehouse({ database });
    await connected(await gatehouse.adminToken(Object.keys(IMPLIED).join(' ')), async ({ client }) => {
      const { tools } = await client.listTools();
      listed = new Map(tools.map((tool) => [tool.name, tool]));
      guide = JSON.stringify((await client.readResource({ uri: 'gatehouse://guide' })).contents);
    });
  });
  afterAll(async () => {
    await gatehouse?.stop();
    await database?.drop();
  });

  it('are all there, and no other', () => {
    expect([...listed.keys()].sort()).toEqual([...NAMES].sort());
  });

  it.each(NAMES)('%s takes the arguments promised; what it takes beyond them is optional', (name) => {
    const { properties = {}, required = [] } = listed.get(name)?.inputSchema ?? {};
    for (const [argument, { required: isNeeded, ...schema }] of Object.entries(TABLE[name]!.arguments)) {
      expect({ argument, ...(properties[argument] as object) }).toMatchObject({ argument, ...schema });
      expect({ argument, needed: required.includes(argument) }).toEqual({
        argument,
        needed: isNeeded === true,
      });
    }
    expect(required.filter((argument) => !(argument in TABLE[name]!.arguments))).toEqual([]);
  });

  it.each(NAMES)('%s declares the scopes and the policy promised', (name) => {
    const row = guide.split('\\n').find((line) => line.startsWith(`| \`${name}\` |`));
    const [, , , scopes, policy] = (row ?? '').split('|').map((cell) => cell.trim());
    expect({ scopes, policy }).toEqual({
      scopes: TABLE[name]!.scopes.map((scope) => `\`${scope}\``).join(' or '),
      policy: TABLE[name]!.policy,
    });
  });

  it.each(NAMES.flatMap((name) => TABLE[name]!.aliases ?? []))('the alias %s is not listed', (alias) => {
    expect(listed.has(alias)).toBe(false);
  });

  it.each(Object.keys(IMPLIED))('a token with %s alone lists what the hierarchy gives it', async (scope) => {
    const names = await namesFor(await gatehouse.adminToken(scope));
    expect(names.sort()).toEqual(rowsWith(IMPLIED[scope]!));
  });

  it.each(Object.keys(ROLES))(
    'a client with the role %s may ask for the scopes of the role only',
    async (role) => {
      const client = (await cli(database, [
        'client',
        'create',
        `the-${role}`,
        '--role',
        role,
        '--json',
      ])) as Record<string, string>;
      const credentials = { clientId: client['client_id']!, clientSecret: client['client_secret']! };
      const token = await gatehouse.token({ ...credentials, scope: ROLES[role]!.join(' ') });
      expect((await namesFor(token)).sort()).toEqual(
        rowsWith(ROLES[role]!.flatMap((scope) => IMPLIED[scope]!)),
      );
      const reachable = new Set(ROLES[role]!.flatMap((each) => IMPLIED[each]!));
      for (const scope of ROLES['admin']!.filter((each) => !reachable.has(each))) {
        await expect(gatehouse.token({ ...credentials, scope })).rejects.toThrow(/invalid_scope/);
      }
    },
  );
});
