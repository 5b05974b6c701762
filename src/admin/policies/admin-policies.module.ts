import { Module } from '@nestjs/common';
import { AuditModule } from '../../audit/index.js';
import { AuthModule } from '../../auth/index.js';
import { PolicyControl } from './policy-control.js';
import { PolicyMetrics } from './policy-metrics.js';
import { PolicyNamesModule } from './policy-names.module.js';
import { PolicySelfTest } from './policy-self-test.js';

/** The policy file, in force and kept up to date, and the proof that policies work. */
@Module({
  imports: [AuditModule, AuthModule, PolicyNamesModule],
  providers: [PolicyMetrics, PolicySelfTest, PolicyControl],
})
export class AdminPoliciesModule {}
