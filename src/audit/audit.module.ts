import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditTrail } from './audit-event.js';
import { AuditInterceptor } from './audit.interceptor.js';
import { AuditMetrics } from './audit-metrics.js';
import { AuditRecord } from './audit-record.entity.js';
import { AuditRecordFactory } from './audit-record.factory.js';
import { AuditRecords } from './audit-records.repository.js';
import { CommittedRecords } from './committed-records.repository.js';
import { GroupCommitAuditTrail } from './group-commit-audit-trail.js';
import { Masker } from './masker.js';
import { RecordWriter } from './record-writer.js';
import { ReportQueries } from './report/report-queries.repository.js';
import { SecurityReport } from './report/security-report.js';
import { SecurityLog } from './security-log/security-log.js';

/** The audit trail. AppModule binds `AuditInterceptor` around all other interceptors. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([AuditRecord])],
  providers: [
    { provide: AuditTrail, useClass: GroupCommitAuditTrail },
    AuditInterceptor,
    AuditMetrics,
    AuditRecordFactory,
    AuditRecords,
    CommittedRecords,
    Masker,
    RecordWriter,
    ReportQueries,
    SecurityLog,
    SecurityReport,
  ],
  exports: [AuditTrail, AuditInterceptor, AuditRecords, SecurityReport],
})
export class AuditModule {}
