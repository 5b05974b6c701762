import { Global, Module } from '@nestjs/common';
import { Connector, TlsConnector } from './connector.js';
import { GuardedFetcher } from './guarded-fetcher.js';
import { NameResolver, SystemNameResolver } from './name-resolver.js';

/** The one way out to hosts that others name. */
@Global()
@Module({
  providers: [
    GuardedFetcher,
    { provide: NameResolver, useClass: SystemNameResolver },
    { provide: Connector, useClass: TlsConnector },
  ],
  exports: [GuardedFetcher],
})
export class FetchModule {}
