export { AdminAuditModule } from './audit/admin-audit.module.js';
export { AdminPoliciesModule } from './policies/admin-policies.module.js';
