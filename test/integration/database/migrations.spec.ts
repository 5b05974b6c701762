import 'reflect-metadata';
import { Test, type TestingModule } from '@nestjs/testing';
import { DataSource, type QueryRunner } from 'typeorm';
import { CommonModule } from '../../../src/common/common.module.js';
import { Configuration, ConfigModule, loadConfiguration } from '../../../src/config/index.js';
import { DatabaseModule } from '../../../src/database/index.js';
import { migrations } from '../../../src/database/migrations/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

describe('migrations', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase({}, undefined, 'empty');
    module = await Test.createTestingModule({
      imports: [CommonModule, ConfigModule, DatabaseModule.register()],
    })
      .overrideProvider(Configuration)
      .useValue(loadConfiguration({ LOG_LEVEL: 'error', ...database.environment }))
      .compile();
    dataSource = module.get(DataSource);
  });
  afterAll(async () => {
    await module.close();
    await database.drop();
  });

  const names = async () =>
    (await dataSource.query<{ name: string }[]>('SELECT name FROM migrations ORDER BY id')).map(
      ({ name }) => name,
    );
  const tables = async (runner: QueryRunner) =>
    (
      await runner.query(
        `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`,
      )
    ).map(({ name }: { name: string }) => name);

  it('are all applied, in order', async () => {
    expect(await names()).toEqual(migrations.map(({ name }) => name));
  });

  it('go down to nothing and up to the same again', async () => {
    const runner = dataSource.createQueryRunner();
    const before = await tables(runner);
    const instances = migrations.map((Migration) => new Migration());
    for (const migration of [...instances].reverse()) await migration.down(runner);
    expect(await tables(runner)).toEqual(['migrations']);
    for (const migration of instances) await migration.up(runner);
    expect(await tables(runner)).toEqual(before);
    await runner.release();
  });
});
