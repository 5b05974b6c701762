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
  type RegistrationConfiguration,
  type ServerConfiguration,
  type SigningKeyConfiguration,
  type TokenConfiguration,
} from './configuration.js';
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
export { environmentSchema } from './environment.schema.js';
export { VERSION } from './version.js';
