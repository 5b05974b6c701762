import { Module } from '@nestjs/common';
import { AuditModule } from '../../audit/index.js';
import { AuthModule } from '../../auth/index.js';
import { CommonModule } from '../../common/common.module.js';
import { ConfigModule } from '../../config/index.js';
import { DatabaseModule } from '../../database/index.js';
import { ObservabilityModule } from '../../observability/index.js';
import { SecurityModule } from '../../security/index.js';

/** What the command line needs of the service; it serves no HTTP, and shares a running service's embedded database. */
@Module({
  imports: [
    CommonModule,
    ConfigModule,
    ObservabilityModule,
    DatabaseModule.register('attach'),
    SecurityModule,
    AuditModule,
    AuthModule,
  ],
})
export class CliModule {}
