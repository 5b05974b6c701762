import { auditRecords } from '../../support/audit-records.js';
import { cliAll } from '../../support/cli.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { connectV2Auto, connectV2Default, type McpClient } from './official-clients.js';

const CLIENTS = 20;
const CALLS_EACH = 10;

interface Caller {
  readonly clientId: string;
  readonly client: McpClient;
}

function claimsOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as Record<
    string,
    unknown
  >;
}

describe('200 parallel calls from 20 clients', () => {
  let database: TestDatabase;
  let gatehouse: Gatehouse;
  const callers: Caller[] = [];

  const createClients = (): Promise<unknown[]> => {
    const ids = Array.from({ length: CLIENTS }, (_, index) => `caller-${index}`);
    return cliAll(
      database,
      ids.map((id) => ['client', 'create', id, '--default-scope', 'mcp.access', '--json']),
    );
  };
  const connect = async (created: unknown, index: number): Promise<Caller> => {
    const { client_id: clientId, client_secret: clientSecret } = created as Record<
      'client_id' | 'client_secret',
      string
    >;
    const token = await gatehouse.token({ clientId, clientSecret });
    const connectTo = index % 2 === 0 ? connectV2Auto : connectV2Default;
    return { clientId, client: await connectTo(gatehouse, token) };
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    gatehouse = await startGatehouse({ database });
    for (const [index, created] of (await createClients()).entries())
      callers.push(await connect(created, index));
  }, 240_000);
  afterAll(async () => {
    await Promise.all(callers.map(({ client }) => client.close()));
    await gatehouse?.stop();
    await database?.drop();
  });

  it('each call is made, answered and recorded in the name of its own caller', async () => {
    const calls = callers.flatMap((caller) => Array.from({ length: CALLS_EACH }, () => caller));
    const seen = await Promise.all(
      calls.map(async ({ clientId, client }) => {
        const { structuredContent } = await client.call('create_oauth2_test_token', {});
        return { asked: clientId, got: claimsOf(String(structuredContent?.['access_token']))['client_id'] };
      }),
    );
    expect(seen.filter(({ asked, got }) => asked !== got)).toEqual([]);
    expect(seen).toHaveLength(CLIENTS * CALLS_EACH);
    const records = await auditRecords(gatehouse, { event_type: 'tool.called' });
    for (const { clientId } of callers) {
      const own = records.filter((record) => JSON.stringify(record).includes(`"${clientId}"`));
      expect({ clientId, records: own.length }).toEqual({ clientId, records: CALLS_EACH });
    }
  }, 120_000);
});
