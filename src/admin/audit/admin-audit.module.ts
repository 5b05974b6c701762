import { Module } from '@nestjs/common';
import { AuditModule } from '../../audit/index.js';
import { AuditRecordsController } from './audit-records.controller.js';
import { AuditReportController } from './audit-report.controller.js';

/** What administrators and auditors read. */
@Module({
  imports: [AuditModule],
  controllers: [AuditRecordsController, AuditReportController],
})
export class AdminAuditModule {}
