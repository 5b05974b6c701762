import 'reflect-metadata';
import { Test, type TestingModule } from '@nestjs/testing';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CommonModule } from '../../../src/common/common.module.js';
import { Configuration, ConfigModule } from '../../../src/config/index.js';
import { DatabaseModule, Transactions } from '../../../src/database/index.js';
import { ObservabilityModule } from '../../../src/observability/index.js';
import { DecryptionError, SecurityModule } from '../../../src/security/index.js';
import { CustomerEntity } from '../../../src/tools/customers/customer.entity.js';
import { Customers, type NewCustomer } from '../../../src/tools/customers/customers.repository.js';
import { configurationOf } from '../../support/test-configuration.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

const HONG: NewCustomer = {
  name: '홍길동',
  email: 'Hong@Example.com',
  phone: '+82 10-1234-5678',
  notes: 'VIP',
};

describe('Customers', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let customers: Customers;
  let transactions: Transactions;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase();
    module = await Test.createTestingModule({
      imports: [
        CommonModule,
        ConfigModule,
        ObservabilityModule,
        DatabaseModule.register(),
        SecurityModule,
        TypeOrmModule.forFeature([CustomerEntity]),
      ],
      providers: [Customers],
    })
      .overrideProvider(Configuration)
      .useValue(configurationOf(database))
      .compile();
    await module.init();
    customers = module.get(Customers);
    transactions = module.get(Transactions);
    dataSource = module.get(DataSource);
  });
  afterAll(async () => {
    await module?.close();
    await database?.drop();
  });
  beforeEach(() => dataSource.query('DELETE FROM customers'));

  const store = (customer: NewCustomer) =>
    transactions.run((transaction) => customers.insertWithin(transaction, customer, 'mcp-client'));
  const rowOf = async (id: string) => {
    const rows = await dataSource.query<Record<string, string>[]>('SELECT * FROM customers WHERE id = $1', [
      id,
    ]);
    return rows[0] ?? {};
  };

  it('stores envelopes and macs, and reads back what was given', async () => {
    const id = await store(HONG);
    const row = await rowOf(id);
    for (const column of ['name', 'email', 'phone', 'notes']) expect(row[column]).toMatch(/^gh1\./);
    for (const column of ['name_index', 'email_index', 'phone_index'])
      expect(row[column]).toMatch(/^[\w-]{43}$/);
    expect(row['created_by']).toBe('mcp-client');
    expect(await customers.find('홍길동', 10)).toEqual([{ ...HONG, id, createdAt: expect.any(Date) }]);
  });

  it('gives equal values of different columns different macs', async () => {
    const row = await rowOf(await store({ name: '01012345678', email: '01012345678', phone: '01012345678' }));
    expect(new Set([row['name_index'], row['email_index'], row['phone_index']]).size).toBe(3);
  });

  it('does not find one column by the value of another', async () => {
    await store({ ...HONG, name: 'hong@example.com', email: 'other@example.com' });
    const rows = await customers.find('other@example.com', 10);
    expect(rows).toHaveLength(1);
    expect(await customers.find('Hong@example.org', 10)).toEqual([]);
  });

  it('lists namesakes newest first, no more than asked', async () => {
    for (const email of ['a@example.com', 'b@example.com', 'c@example.com']) await store({ ...HONG, email });
    const found = await customers.find('홍길동', 2);
    expect(found.map(({ email }) => email)).toEqual(['c@example.com', 'b@example.com']);
  });

  it.each([
    ['another column', 'UPDATE customers SET name = email'],
    [
      'another row',
      'UPDATE customers SET name = (SELECT name FROM customers ORDER BY created_at DESC LIMIT 1)',
    ],
  ])('does not open an envelope copied from %s', async (_where, statement) => {
    await store(HONG);
    await store({ ...HONG, email: 'second@example.com' });
    await dataSource.query(statement);
    await expect(customers.find('Hong@Example.com', 10)).rejects.toThrow(DecryptionError);
  });

  it('stores nothing when the transaction around it fails', async () => {
    const failing = transactions.run(async (transaction) => {
      await customers.insertWithin(transaction, HONG, 'mcp-client');
      throw new Error('the audit record could not be written');
    });
    await expect(failing).rejects.toThrow('audit record');
    expect(await customers.find('홍길동', 10)).toEqual([]);
  });
});
