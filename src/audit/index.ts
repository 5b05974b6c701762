export { insertRecordFrom } from './insert-records.js';
export {
  AUDIT_EVENTS,
  AUDIT_OUTCOMES,
  AuditTrail,
  type AuditActor,
  type AuditEvent,
  type AuditEventType,
  type AuditOutcome,
  type AuditTarget,
  type JsonValue,
  type RecordValue,
} from './audit-event.js';
export { AuditInterceptor } from './audit.interceptor.js';
export { AuditModule } from './audit.module.js';
export { AuditedElsewhere } from './audited-elsewhere.decorator.js';
export { mcpAccess, routeAccess, type Access } from './access.js';
export { AuditRecord } from './audit-record.entity.js';
export { AuditRecords, type RecordFilter, type RecordPage } from './audit-records.repository.js';
export type {
  HourTally,
  PiiTypeCount,
  Period,
  ReasonCount,
  ReportFigures,
  Tally,
} from './report/report-figures.js';
export { type Recommendation, type RecommendationCode, type Severity } from './report/recommendations.js';
export { SecurityReport } from './report/security-report.js';
export { actionTaken, ACTIONS_TAKEN, PII_REJECTED, type ActionTaken } from './security-log/action-taken.js';
export type { SecurityReportData } from './report/security-report-data.js';
