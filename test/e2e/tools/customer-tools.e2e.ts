import { auditRecords } from '../../support/audit-records.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { bytesBelow, dumpTables } from './stored-bytes.js';
import { ToolClient } from './tool-client.js';

const HONG = {
  customer_name: '홍길동',
  customer_email: 'Hong.Gildong@example.com',
  customer_phone: '010-1234-5678',
  notes: '외상 거래 문의가 잦은 단골 손님',
};
const JOHN = {
  customer_name: 'John Doe',
  customer_email: 'john.doe@example.org',
  customer_phone: '+1 202-555-0182',
};

interface User {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

describe('store_sensitive_data and get_user_info', () => {
  let database: TestDatabase;
  let gatehouse: Gatehouse;
  let client: ToolClient;
  const ids = new Map<string, string>();

  beforeAll(async () => {
    database = await createTestDatabase();
    gatehouse = await startGatehouse({ database });
    client = await ToolClient.connect(gatehouse, await gatehouse.token());
    for (const customer of [HONG, JOHN]) {
      const { data } = await client.call('store_sensitive_data', customer);
      ids.set(customer.customer_name, String(data['customer_id']));
    }
  });
  afterAll(async () => {
    await client?.close();
    await gatehouse?.stop();
    await database?.drop();
  });

  const find = async (user_query: string) => {
    const { data } = await client.call('get_user_info', { user_query });
    return data as { found: boolean; message: string; users: User[] };
  };

  it('returns what was stored in encrypted form only', async () => {
    const { data, text } = await client.call('store_sensitive_data', { ...JOHN, customer_name: 'Jane Roe' });
    expect(data['customer_id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(data['stored_fields']).toEqual(['customer_name', 'customer_email', 'customer_phone']);
    for (const value of Object.values(data['customer'] as object)) expect(value).toMatch(/^⟦\w+:[a-z2-7]+⟧$/);
    for (const clear of ['Jane', 'Roe', 'john.doe', '555-0182']) expect(text).not.toContain(clear);
  });

  it('encrypts a name that no detector knows', async () => {
    const { text } = await client.call('store_sensitive_data', { ...JOHN, customer_name: 'zxqv' });
    expect(text).not.toContain('zxqv');
  });

  it.each([
    ['홍길동'],
    ['홍길동님'],
    ['hong.gildong@EXAMPLE.com'],
    ['010-1234-5678'],
    ['01012345678'],
    ['+82 10 1234 5678'],
  ])('finds 홍길동 by %s, masked', async (query) => {
    const { found, users } = await find(query);
    expect(found).toBe(true);
    expect(users).toEqual([
      {
        id: ids.get('홍길동'),
        name: '홍*동',
        email: 'Hong****@example.com',
        phone: '010-****-5678',
        created_at: expect.stringMatching(/^\d{4}-/),
      },
    ]);
  });

  it.each([['john doe'], ['JOHN.DOE@example.org'], ['+1 (202) 555-0182']])(
    'finds John Doe by %s',
    async (query) => {
      const { users } = await find(query);
      const john = users.find(({ id }) => id === ids.get('John Doe'));
      expect(john?.name).toBe('J*** D**');
      expect(JSON.stringify(john)).not.toMatch(/John|Doe|john\.doe|555-0182/);
    },
  );

  it.each([['홍길'], ['gildong'], ['010-1234-5679'], ['%'], ['김철수'], [`' OR 1=1 --`]])(
    'finds nobody by %s and says so',
    async (query) => {
      expect(await find(query)).toEqual({
        found: false,
        message: expect.stringMatching(/^Nobody found/),
        users: [],
      });
    },
  );

  it.each([
    ['no name', { ...HONG, customer_name: ' ' }, /customer_name/],
    ['no address', { ...HONG, customer_email: 'hong' }, /customer_email.*e-mail/],
    ['too few digits', { ...HONG, customer_phone: '010-12' }, /customer_phone.*7 digits/],
    ['letters for a number', { ...HONG, customer_phone: 'call me 01012345678' }, /customer_phone/],
    ['a NUL character', { ...HONG, notes: 'a\u0000b' }, /notes.*NUL/],
    ['a missing member', { customer_name: '홍길동' }, /customer_email/],
    ['a number for a name', { ...HONG, customer_name: 7 }, /customer_name/],
    ['more than fits', { ...HONG, notes: 'x'.repeat(10_001) }, /notes/],
  ])('refuses %s and stores nothing', async (_what, args, message) => {
    const before = await auditRecords(gatehouse, { event_type: 'customer.stored' });
    const answer = await client.call('store_sensitive_data', args);
    expect(answer.isError).toBe(true);
    expect(answer.text).toMatch(message);
    expect(answer.text).not.toContain('hong@');
    expect(await auditRecords(gatehouse, { event_type: 'customer.stored' })).toHaveLength(before.length);
  });

  it('records each customer stored, and the call with what was done about personal data', async () => {
    const stored = await auditRecords(gatehouse, { event_type: 'customer.stored' });
    const [record] = stored.filter((each) => JSON.stringify(each).includes(String(ids.get('홍길동'))));
    expect(record).toMatchObject({ outcome: 'success' });
    const calls = await auditRecords(gatehouse, {
      event_type: 'tool.called',
      target: 'store_sensitive_data',
    });
    expect(calls.length).toBeGreaterThanOrEqual(2);
  });

  it('keeps nothing in clear: tables, database files, logs and output', async () => {
    await client.close();
    await gatehouse.stop();
    const tables = await dumpTables(database);
    expect(tables).toContain(String(ids.get('홍길동')));
    // The search below would find what is there: stock is stored in clear.
    if (database.url === undefined) expect(bytesBelow(gatehouse.dataDir).includes('LAP-14-SLV')).toBe(true);
    const bytes = Buffer.concat([
      Buffer.from(tables),
      Buffer.from(gatehouse.output()),
      bytesBelow(gatehouse.logDir),
      bytesBelow(gatehouse.dataDir),
    ]);
    const log = bytesBelow(gatehouse.logDir).toString('utf8');
    expect(log).toMatch(/"tool_name":"store_sensitive_data".*"action_taken":"executed_with_encryption"/);
    expect(log).toMatch(/"tool_name":"get_user_info".*"action_taken":"executed_with_masking"/);
    const clear = [
      ...Object.values(HONG),
      ...Object.values(JOHN),
      '01012345678',
      'hong.gildong',
      'john doe',
      'zxqv',
    ];
    expect(clear.filter((value) => bytes.includes(value))).toEqual([]);
  });
});
