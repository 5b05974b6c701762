import 'reflect-metadata';
import type { InjectionToken, Type } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { AuditModule } from '../../../src/audit/index.js';
import { AuthModule } from '../../../src/auth/index.js';
import { CommonModule } from '../../../src/common/common.module.js';
import { Clock } from '../../../src/common/clock.js';
import { ConfigModule, Configuration } from '../../../src/config/index.js';
import { DatabaseModule } from '../../../src/database/index.js';
import { ObservabilityModule } from '../../../src/observability/index.js';
import { SecurityModule } from '../../../src/security/index.js';
import { configurationOf } from '../../support/test-configuration.js';
import type { TestDatabase } from '../../support/test-database.js';

/** The real time, and a way to move it. */
export class MovableClock extends Clock {
  offsetMs = 0;

  now(): Date {
    return new Date(Date.now() + this.offsetMs);
  }
}

export interface Replica {
  readonly module: TestingModule;
  readonly clock: MovableClock;
  close(): Promise<void>;
}

/** What stands in for something outside of the service, such as the network. */
export type Double = readonly [token: InjectionToken, value: unknown];

/** Everything below the doors, on a database that other replicas may share. */
export async function startReplica(
  database: TestDatabase,
  controllers: Type[] = [],
  doubles: readonly Double[] = [],
): Promise<Replica> {
  const clock = new MovableClock();
  const builder = Test.createTestingModule({
    imports: [
      CommonModule,
      ConfigModule,
      ObservabilityModule,
      DatabaseModule.register(),
      SecurityModule,
      AuditModule,
      AuthModule,
    ],
    controllers,
  })
    .overrideProvider(Configuration)
    .useValue(configurationOf(database))
    .overrideProvider(Clock)
    .useValue(clock);
  for (const [token, value] of doubles) builder.overrideProvider(token).useValue(value);
  const module = await builder.compile();
  await module.init();
  return { module, clock, close: () => module.close() };
}
