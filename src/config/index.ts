export {
  Configuration,
  type AuditConfiguration,
  type DatabaseConfiguration,
  type EncryptionConfiguration,
  type FetchConfiguration,
  type LimitConfiguration,
  type LogLevel,
  type McpConfiguration,
  type MetadataDocumentConfiguration,
  type PolicyConfiguration,
  type RegistrationConfiguration,
  type ServerConfiguration,
  type SigningKeyConfiguration,
  type TokenConfiguration,
} from './configuration.js';
export { CLIENT_SECRET_VARIABLE, clientSecretOfEnvironment } from './command-secret.js';
export { ConfigModule } from './config.module.js';
export { ConfigurationError, loadConfiguration } from './load-configuration.js';
export { DEMO_SECRET_KEY } from './check-production.js';
export {
  FOREIGN_ALGORITHMS,
  type ForeignAlgorithm,
  type ClaimRule,
  type ExternalIssuerConfiguration,
  type IdentityProviderAuthentication,
  type IdentityProviderConfiguration,
} from './federation/federation.js';
export type {
  ForwardAuthConfiguration,
  ForwardAuthProxy,
  ToolRule,
  UpstreamConfiguration,
} from './upstreams/upstreams.js';
export { upstreamsFileOfEnvironment } from './upstreams/upstreams-file-of-environment.js';
export type { UpstreamsFile, WrittenUpstream } from './upstreams/upstreams-file.js';
export { COUNTED_BY, type CallLimits, type CountedBy } from './upstreams/call-limits.js';
export { ASKABLE, type Askable } from './upstreams/relay.js';
export type {
  AuthorizedIdentity,
  UpstreamAuthorization,
  UpstreamClientAuthentication,
} from './upstreams/authorization.js';
export type {
  HttpTransport,
  PolicyDeclaration,
  RelayConfiguration,
  StdioTransport,
  UpstreamRevision,
} from './upstreams/relay.js';
export {
  type OffsetUnit,
  type RecognizerKind,
  type RemoteRecognizerConfiguration,
} from './recognizers/remote-recognizer.js';
export { environmentSchema } from './environment.schema.js';
export { VERSION } from './version.js';
