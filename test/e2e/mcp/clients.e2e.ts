import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { CONNECTORS, type ListedTool } from './official-clients.js';

/** What a tool is called with; a tool that is not here gets arguments made from its schema. */
const ARGUMENTS: Readonly<Record<string, Record<string, unknown>>> = {
  lookup_inventory: { query: 'dock' },
  store_sensitive_data: {
    customer_name: '홍길동',
    customer_email: 'hong@example.com',
    customer_phone: '010-1234-5678',
  },
  delete_product: { id: '00000000-0000-4000-8000-000000000000' },
};
/** Tools that answer such a call with an error in words. */
const REFUSE_POLITELY = new Set(['delete_product']);

interface Schema {
  readonly required?: readonly string[];
  readonly properties?: Readonly<
    Record<string, { readonly type?: string; readonly enum?: readonly unknown[] }>
  >;
}

function sampleArguments({ name, inputSchema }: ListedTool): Record<string, unknown> {
  const { required = [], properties = {} } = inputSchema as Schema;
  const samples = required.map((member) => [member, sampleOf(properties[member] ?? {})] as const);
  return ARGUMENTS[name] ?? Object.fromEntries(samples);
}

function sampleOf(schema: { readonly type?: string; readonly enum?: readonly unknown[] }): unknown {
  if (schema.enum !== undefined) return schema.enum[0];
  return schema.type === 'number' || schema.type === 'integer' ? 5 : 'sample';
}

describe.each(CONNECTORS)('%s', (_name, connect) => {
  let gatehouse: Gatehouse;

  beforeAll(async () => {
    gatehouse = await startGatehouse();
  }, 120_000);
  afterAll(() => gatehouse.stop());

  it('lists and calls every tool the development client may', async () => {
    const client = await connect(
      gatehouse,
      await gatehouse.token({ scope: 'mcp.access read write audit.read User.Write' }),
    );
    const tools = await client.tools();
    expect(tools.length).toBeGreaterThanOrEqual(15);
    for (const tool of tools) {
      const answer = await client.call(tool.name, sampleArguments(tool));
      const refused = answer.isError === true;
      expect({ tool: tool.name, refused }).toEqual({
        tool: tool.name,
        refused: REFUSE_POLITELY.has(tool.name),
      });
      if (!refused) expect(JSON.parse(answer.content[0]?.text ?? '')).toEqual(answer.structuredContent);
    }
    await client.close();
  }, 120_000);

  it('lists and calls what only an administrator may', async () => {
    const client = await connect(gatehouse, await gatehouse.adminToken());
    const names = (await client.tools()).map((tool) => tool.name);
    expect(names).toContain('delete_product');
    const answer = await client.call('delete_product', ARGUMENTS['delete_product'] ?? {});
    expect(answer.content[0]?.type).toBe('text');
    await client.close();
  });

  it('declares an input schema and an output schema for every tool', async () => {
    const client = await connect(gatehouse, await gatehouse.adminToken());
    for (const tool of await client.tools()) {
      expect(tool.inputSchema).toMatchObject({ type: 'object' });
      expect(tool.outputSchema).toMatchObject({ type: 'object' });
    }
    await client.close();
  });

  it('is refused without the scope, in words the client can show', async () => {
    const client = await connect(gatehouse, await gatehouse.token({ scope: 'mcp.access' }));
    await expect(client.call('create_ticket', { title: 'x', description: 'y' })).rejects.toThrow();
    await client.close();
  });
});
