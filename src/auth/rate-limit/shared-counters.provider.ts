import type { FactoryProvider } from '@nestjs/common';
import { Configuration } from '../../config/index.js';
import { DatabaseConnections } from '../../database/index.js';
import { PostgresCounters } from './postgres-counters.js';
import { RedisCounters } from './redis-counters.js';
import { LocalCounters, SharedCounters } from './shared-counters.js';

/** Redis when it is configured, else the database server; an embedded database has one process and nobody to share with. */
export const sharedCountersProvider: FactoryProvider<SharedCounters> = {
  provide: SharedCounters,
  inject: [Configuration, DatabaseConnections],
  useFactory: ({ redisUrl, database }: Configuration, connections: DatabaseConnections) => {
    if (redisUrl !== undefined) return new RedisCounters(redisUrl);
    return database.url === undefined ? new LocalCounters() : new PostgresCounters(connections);
  },
};
