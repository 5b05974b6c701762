export { AdminAuditModule } from './audit/admin-audit.module.js';
