import 'reflect-metadata';
import { Test, type TestingModule } from '@nestjs/testing';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { AuditModule } from '../../../src/audit/index.js';
import { CommonModule } from '../../../src/common/common.module.js';
import { Configuration, ConfigModule } from '../../../src/config/index.js';
import { DatabaseConnections, DatabaseModule } from '../../../src/database/index.js';
import { JsonLogger, ObservabilityModule } from '../../../src/observability/index.js';
import { SecurityModule } from '../../../src/security/index.js';

/** The audit trail with the real modules below it. */
export async function startAudit(configuration: Configuration): Promise<TestingModule> {
  const module = await Test.createTestingModule({
    imports: [
      CommonModule,
      ConfigModule,
      ObservabilityModule,
      DatabaseModule.register(),
      SecurityModule,
      AuditModule,
    ],
  })
    .overrideProvider(Configuration)
    .useValue(configuration)
    .setLogger(new JsonLogger(configuration.logLevel))
    .compile();
  module.enableShutdownHooks([]);
  return module.init();
}

/** Runs one statement on a connection of its own. */
export async function query<Row>(module: TestingModule, sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = await module.get(DatabaseConnections).open('test');
  try {
    return (await client.query(sql, values)).rows as Row[];
  } finally {
    await client.end();
  }
}

/** The parsed lines of `security_audit.log`, once there are as many as expected (or after 2 s, whatever there is). */
export async function logLines(logDir: string, expected: number): Promise<Record<string, unknown>[]> {
  const path = join(logDir, 'security_audit.log');
  let lines: string[] = [];
  for (let attempt = 0; attempt < 100 && lines.length < expected; attempt += 1) {
    await delay(20);
    lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(0, -1) : [];
  }
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}
