export { PiiAnalyzer } from './analyzer.js';
export { Anonymizer } from './anonymizer.js';
export { callerSignal } from './caller-signal.js';
export { CLIENT_ORIGIN } from './client-origin.js';
export { PiiDetection, type DetectionOptions } from './detection.js';
export {
  ALL_TYPES,
  ENFORCED_TYPES,
  ENTITY_TYPES,
  ENTITY_TYPE_INFO,
  type EntityType,
} from './entity-types.js';
export type { Finding } from './finding.js';
export { maskFinding } from './operators/mask.operator.js';
export { PiiRecognizer } from './own/pii-recognizer.decorator.js';
export type { RecognizedSpan, TextRecognizer } from './own/text-recognizer.js';
export { PiiModule } from './pii.module.js';
export { PiiPolicyInterceptor } from './pii-policy.interceptor.js';
export { ActivePolicies } from './policies/active-policies.js';
export { generalPolicy } from './policies/general-policy.js';
export { protectError } from './protect-error.js';
export { resolvePolicy, rulesOf, withFields, type Direction } from './policies/pii-policy.js';
export { isWholeField } from './policies/policy-rule.js';
export { ScanLimitError } from './structure/scan-limit.error.js';
export { parsePointer } from './structure/json-pointer.js';
export { PolicyOrigins, type PolicyOrigin } from './policies/policy-origins.js';
export { fieldsOfSchema, type SchemaFields } from './policies/schema-fields.js';
export { PiiPolicy, PII_POLICY_METADATA } from './policies/pii-policy.decorator.js';
export type { PiiPolicyDeclaration, ResolvedPiiPolicy } from './policies/pii-policy.js';
export { PiiRejectedError } from './policies/pii-rejected.error.js';
export { PolicyEnforcer, type Enforcement } from './policies/policy-enforcer.js';
export { entityTypesByPresidioName, presidioNameOf } from './presidio-names.js';
export { RemoteRecognizers } from './remote/remote-recognizers.js';
export { RecognizersUnavailableError } from './remote/recognizers-unavailable.error.js';
export { OffsetMap } from './text/offset-map.js';
export { loadPolicyFile } from './policies/file/load-policy-file.js';
export type { KnownNames } from './policies/file/known-names.js';
export { SELECTORS, type PolicyFile, type Selector } from './policies/file/file-rule.js';
export { PolicyFileError } from './policies/file/policy-mistake.js';
export { testPolicy, type Leak } from './policies/self-test/test-policy.js';
