import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { bytesBelow, dumpTables } from './stored-bytes.js';
import { ToolClient } from './tool-client.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

interface Item {
  readonly sku: string;
  readonly name: string;
  readonly quantity: number;
  readonly location: string;
}

describe('operations tools', () => {
  let database: TestDatabase;
  let gatehouse: Gatehouse;
  let client: ToolClient;
  let administrator: ToolClient;

  beforeAll(async () => {
    database = await createTestDatabase();
    gatehouse = await startGatehouse({ database });
    client = await ToolClient.connect(gatehouse, await gatehouse.token({ scope: 'write User.Write' }));
    administrator = await ToolClient.connect(gatehouse, await gatehouse.adminToken('Admin.Write'));
  });
  afterAll(async () => {
    await client?.close();
    await administrator?.close();
    await gatehouse?.stop();
    await database?.drop();
  });

  describe('lookup_inventory', () => {
    const search = async (args: Record<string, unknown>) =>
      (await client.call('lookup_inventory', args)).data as {
        items: Item[];
        count: number;
        truncated: boolean;
      };

    it.each([['LAP-14-SLV'], ['lap-14-slv'], [' LAP-14-SLV ']])(
      'reads the stock of %j, undamaged',
      async (sku) => {
        expect(await search({ sku })).toEqual({
          items: [
            {
              sku: 'LAP-14-SLV',
              name: '노트북 14인치 실버 (Laptop 14" silver)',
              quantity: 42,
              location: 'Seoul-A1',
              updated_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
            },
          ],
          count: 1,
          truncated: false,
        });
      },
    );

    it.each([
      [{ query: '노트북' }, ['LAP-14-SLV', 'LAP-16-BLK']],
      [{ query: 'DOCK' }, ['DCK-USBC-3']],
      [{ query: 'laptop', sku: 'LAP-16-BLK' }, ['LAP-16-BLK']],
      [{ query: 'dock', sku: 'LAP-16-BLK' }, []],
      [{ sku: 'LAP-14' }, []],
      [{ sku: 'LAP-14-SL_' }, []],
      [{ query: '%' }, []],
      [{ query: '\\' }, []],
    ])('%j finds %j', async (args, skus) => {
      const { items, count } = await search(args);
      expect(items.map(({ sku }) => sku)).toEqual(skus);
      expect(count).toBe(skus.length);
    });

    it.each([
      ['nothing', {}, /sku, query or both/],
      ['a blank SKU', { sku: '  ' }, /sku.*blank/],
      ['a NUL character', { query: '\u0000' }, /query.*NUL/],
      ['a list', { sku: ['LAP-14-SLV'] }, /sku/],
    ])('refuses %s', async (_what, args, message) => {
      const answer = await client.call('lookup_inventory', args);
      expect(answer.isError).toBe(true);
      expect(answer.text).toMatch(message);
    });
  });

  describe('create_product and delete_product', () => {
    it.each([
      ['Galaxy Watch', 329_000],
      ['John Deere Tractor', 1_012_345_678],
      ['홍길동전 (도서)', 12_000.5],
      ['Sample', 0],
    ])('%s at %d arrives undamaged', async (name, price) => {
      const { data } = await client.call('create_product', { name, price });
      expect(data).toEqual({ id: expect.stringMatching(UUID), name, price, currency: 'KRW' });
    });

    it('takes another currency', async () => {
      const { data } = await administrator.call('create_product', {
        name: 'Widget',
        price: 19.9,
        currency: 'USD',
      });
      expect(data).toMatchObject({ price: 19.9, currency: 'USD' });
    });

    it.each([
      ['a negative price', { name: 'a', price: -1 }, /price/],
      ['three decimals', { name: 'a', price: 1.234 }, /price.*two decimals/],
      ['more than the column holds', { name: 'a', price: 1e15 }, /price/],
      ['text for a price', { name: 'a', price: '1' }, /price/],
      ['an unknown kind of currency', { name: 'a', price: 1, currency: 'won' }, /currency.*ISO 4217/],
      ['a NUL character', { name: 'a\u0000', price: 1 }, /name.*NUL/],
    ])('refuses %s', async (_what, args, message) => {
      const answer = await client.call('create_product', args);
      expect(answer.isError).toBe(true);
      expect(answer.text).toMatch(message);
    });

    it('deletes once, and says so when there is nothing to delete', async () => {
      const { data } = await administrator.call('create_product', { name: 'Short-lived', price: 1 });
      const id = String(data['id']);
      expect((await administrator.call('delete_product', { id })).data).toEqual({ id, deleted: true });
      const again = await administrator.call('delete_product', { id });
      expect(again.isError).toBe(true);
      expect(again.text).toMatch(/no product with this id/);
    });

    it.each(['', 'x', '1234', '0b8f0f4e-2d3c-4b5a-9c1d', `' OR 1=1`])('refuses the id %j', async (id) => {
      const answer = await administrator.call('delete_product', { id });
      expect(answer.isError).toBe(true);
      expect(answer.text).toMatch(/id: .*UUID/i);
    });
  });

  describe('create_ticket', () => {
    it('answers with the id, and personal data encrypted', async () => {
      const { data } = await client.call('create_ticket', {
        title: '환불 요청: 임꺽정님',
        description: 'kkeokjeong@example.com, 010-9876-5432',
      });
      expect(data).toMatchObject({ id: expect.stringMatching(UUID), status: 'open' });
      expect(data['title']).toMatch(/^환불 요청: ⟦PERSON:[a-z2-7]+⟧님$/);
    });

    it.each([
      ['a blank title', { title: ' ', description: 'b' }, /title.*blank/],
      ['no description', { title: 'a' }, /description/],
      ['a lone surrogate', { title: 'a\ud83d', description: 'b' }, /title.*Unicode/],
      ['too long a title', { title: 'x'.repeat(201), description: 'b' }, /title/],
    ])('refuses %s', async (_what, args, message) => {
      const answer = await client.call('create_ticket', args);
      expect(answer.isError).toBe(true);
      expect(answer.text).toMatch(message);
    });
  });

  it('stored what it said it stored, tickets in no readable form', async () => {
    await Promise.all([client.close(), administrator.close()]);
    await gatehouse.stop();
    const tables = await dumpTables(database);
    expect(tables).toMatch(/^products .*"John Deere Tractor",1012345678\.00,KRW,mcp-client/m);
    expect(tables).toMatch(/^products .*Widget,19\.90,USD,gatehouse-admin/m);
    expect(tables).not.toContain('Short-lived');
    expect(tables).toMatch(/^tickets .*gh1\..*open,mcp-client/m);
    expect(tables).toMatch(/^audit_records .*product\.deleted/m);
    const bytes = Buffer.concat([
      Buffer.from(tables),
      bytesBelow(gatehouse.logDir),
      bytesBelow(gatehouse.dataDir),
    ]);
    const clear = ['임꺽정', '환불 요청', 'kkeokjeong@example.com', '010-9876-5432'];
    expect(clear.filter((value) => bytes.includes(value))).toEqual([]);
  });
});
