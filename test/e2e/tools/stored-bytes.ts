import 'reflect-metadata';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Test } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { CommonModule } from '../../../src/common/common.module.js';
import { Configuration, ConfigModule } from '../../../src/config/index.js';
import { DatabaseModule } from '../../../src/database/index.js';
import { configurationOf } from '../../support/test-configuration.js';
import type { TestDatabase } from '../../support/test-database.js';

/** Every row of every table as text. The service has to be stopped: an embedded database has one owner. */
export async function dumpTables(database: TestDatabase): Promise<string> {
  const module = await Test.createTestingModule({
    imports: [CommonModule, ConfigModule, DatabaseModule.register()],
  })
    .overrideProvider(Configuration)
    .useValue(configurationOf(database))
    .compile();
  try {
    return await dump(module.get(DataSource));
  } finally {
    await module.close();
  }
}

async function dump(dataSource: DataSource): Promise<string> {
  const tables = await dataSource.query<{ name: string }[]>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const rows = await dataSource.query<{ row: string }[]>(`SELECT t::text AS row FROM "${name}" AS t`);
    texts.push(...rows.map(({ row }) => `${name} ${row}`));
  }
  return texts.join('\n');
}

/** The bytes of every file below a folder: logs, and the embedded database's own files with its write-ahead log. */
export function bytesBelow(folder: string): Buffer {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Buffer.concat(files.map((entry) => readFileSync(join(entry.parentPath, entry.name))));
}
