export { PiiAnalyzer } from './analyzer.js';
export { Anonymizer } from './anonymizer.js';
export type { EntityType, Finding } from './finding.js';
export { PiiModule } from './pii.module.js';
export { PiiPolicyInterceptor } from './pii-policy.interceptor.js';
export { PiiPolicy, PII_POLICY_METADATA } from './policies/pii-policy.decorator.js';
export type { PiiPolicyDeclaration, ResolvedPiiPolicy } from './policies/pii-policy.js';
export { PiiRejectedError } from './policies/pii-rejected.error.js';
export { PolicyEnforcer, type Enforcement } from './policies/policy-enforcer.js';
