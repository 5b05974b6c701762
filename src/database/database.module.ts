import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Readiness } from '../common/readiness.js';
import { Configuration } from '../config/index.js';
import { ChangeFeed } from './change-feed.js';
import { dataSourceOptions } from './data-source-options.js';
import { DatabaseConnections } from './database-connections.js';
import { DatabaseReadiness } from './database-readiness.js';
import { DatabaseServer, type EmbeddedMode } from './database-server.js';
import { Migrator } from './migrator.js';
import { Statements } from './statements.js';
import { Transactions } from './transactions.js';

/** What talks to the database. A module of its own, so that it is shut down before the embedded database is. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [DatabaseServer, Migrator, Configuration],
      useFactory: async (server: DatabaseServer, migrator: Migrator, configuration: Configuration) => {
        const address = await server.ready();
        await migrator.migrate(address);
        return {
          ...dataSourceOptions(address, configuration.database, 'requests'),
          autoLoadEntities: true,
          retryAttempts: 0,
        };
      },
    }),
  ],
  providers: [Transactions, Statements, DatabaseConnections, ChangeFeed, DatabaseReadiness],
  exports: [Transactions, Statements, DatabaseConnections, ChangeFeed],
})
class DatabaseClientsModule {}

/** Postgres, embedded or a server, migrated before anything reads it. */
@Global()
@Module({})
export class DatabaseModule {
  /** @param mode `attach` lets a command line use the embedded database of a running service. */
  static register(mode: EmbeddedMode = 'own'): DynamicModule {
    const server = {
      provide: DatabaseServer,
      inject: [Configuration, Readiness],
      useFactory: (configuration: Configuration, readiness: Readiness) =>
        new DatabaseServer(configuration, mode, readiness),
    };
    return {
      module: DatabaseModule,
      imports: [DatabaseClientsModule],
      providers: [server, Migrator],
      exports: [DatabaseServer, Migrator],
    };
  }
}
