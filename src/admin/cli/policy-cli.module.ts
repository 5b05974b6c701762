import { Module } from '@nestjs/common';
import { AuditModule } from '../../audit/index.js';
import { ToolsModule } from '../../tools/index.js';
import { AdminAuditModule } from '../audit/admin-audit.module.js';
import { PolicyNamesModule } from '../policies/policy-names.module.js';
import { PolicyReplay } from '../policies/replay/policy-replay.js';
import { CliModule } from './cli.module.js';

/** The command line with everything that policies can name, so that they are checked as the service checks them. */
@Module({
  imports: [CliModule, AuditModule, ToolsModule, AdminAuditModule, PolicyNamesModule],
  providers: [PolicyReplay],
})
export class PolicyCliModule {}
