import { Module } from '@nestjs/common';
import { AuditModule } from '../../../audit/index.js';
import { AuthModule } from '../../../auth/index.js';
import { UpstreamAuthorizations } from '../credentials/upstream-authorizations.js';
import { UpstreamTokenRecords } from '../credentials/upstream-token-records.js';
import { RegisteredClients } from '../oauth/registered-clients.js';
import { ConnectLinks } from './connect-links.js';
import { GrantPages } from './grant-pages.js';
import { GrantRevocation } from './grant-revocation.js';
import { PendingGrants } from './pending-grants.repository.js';
import { UpstreamClientRows } from './upstream-clients.repository.js';
import { UpstreamConnect } from './upstream-connect.js';
import { UpstreamGrantRows } from './upstream-grants.repository.js';
import { UpstreamGrants } from './upstream-grants.js';

/** What people granted at other MCP servers: used by the gateway, given on pages, ended there and by the command line. */
@Module({
  imports: [AuditModule, AuthModule],
  providers: [
    ConnectLinks,
    GrantPages,
    GrantRevocation,
    PendingGrants,
    { provide: RegisteredClients, useClass: UpstreamClientRows },
    UpstreamAuthorizations,
    UpstreamConnect,
    UpstreamGrantRows,
    UpstreamGrants,
    UpstreamTokenRecords,
  ],
  exports: [
    ConnectLinks,
    GrantPages,
    GrantRevocation,
    UpstreamAuthorizations,
    UpstreamConnect,
    UpstreamGrants,
    UpstreamTokenRecords,
  ],
})
export class UpstreamGrantsModule {}
