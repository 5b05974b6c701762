import type { ExternalIssuerConfiguration, IdentityProviderConfiguration } from './federation/federation.js';
import type { UpstreamConfiguration } from './upstreams/upstreams.js';
import type { RemoteRecognizerConfiguration } from './recognizers/remote-recognizer.js';

/** The service's configuration: read once, validated, frozen. Inject this class; nothing else reads the environment. */
export abstract class Configuration {
  abstract readonly environment: 'development' | 'test' | 'production';
  abstract readonly server: ServerConfiguration;
  abstract readonly database: DatabaseConfiguration;
  /** Shared rate limits and replay caches; undefined means Postgres holds them. */
  abstract readonly redisUrl: string | undefined;
  abstract readonly tokens: TokenConfiguration;
  abstract readonly signingKeys: SigningKeyConfiguration;
  abstract readonly encryption: EncryptionConfiguration;
  /** Whose data this deployment works on; bound to every encrypted value in a text. */
  abstract readonly tenantId: string;
  abstract readonly policies: PolicyConfiguration;
  abstract readonly limits: LimitConfiguration;
  abstract readonly people: PeopleConfiguration;
  abstract readonly registration: RegistrationConfiguration;
  abstract readonly metadataDocuments: MetadataDocumentConfiguration;
  abstract readonly fetch: FetchConfiguration;
  /** Issuers whose access tokens are accepted beside our own. */
  abstract readonly externalIssuers: readonly ExternalIssuerConfiguration[];
  /** OpenID providers through which people log in. */
  abstract readonly identityProviders: readonly IdentityProviderConfiguration[];
  /** Other MCP servers that are guarded here. */
  abstract readonly upstreams: readonly UpstreamConfiguration[];
  /** Services that find personal data beyond the rules; empty = none is ever asked. */
  abstract readonly remoteRecognizers: readonly RemoteRecognizerConfiguration[];
  abstract readonly audit: AuditConfiguration;
  abstract readonly mcp: McpConfiguration;
  abstract readonly logLevel: LogLevel;
  /** Folder of everything the service keeps on disk (mode 0700). */
  abstract readonly dataDir: string;

  /** Development defaults (known client secret, test tokens) exist everywhere but in production. */
  get isProduction(): boolean {
    return this.environment === 'production';
  }
}

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

export interface ServerConfiguration {
  readonly host: string;
  readonly port: number;
  /** The public URL exactly as configured: issuers are compared octet for octet (RFC 8414 §3.3). */
  readonly issuer: string;
  /** Base of every URL handed out: the issuer without a trailing slash. */
  readonly publicUrl: string;
  readonly tls: { readonly certFile: string; readonly keyFile: string } | undefined;
  /** Host header values accepted (lower case, with port where one is sent); the public URL's is always among them. */
  readonly allowedHosts: readonly string[];
  /** Origin values accepted on `/mcp` and answered with CORS headers. */
  readonly allowedOrigins: readonly string[];
  /** Reverse proxies whose X-Forwarded-For is believed: addresses or networks; empty = none. */
  readonly trustedProxies: readonly string[];
  readonly serviceDocumentation: string | undefined;
  /** Milliseconds a stopping server still takes requests while it says it is not ready. */
  readonly shutdownDelayMs: number;
  /** Milliseconds a stopping server waits for running requests. */
  readonly shutdownTimeoutMs: number;
}

export interface DatabaseConfiguration {
  /** Undefined = the embedded database under the data folder. */
  readonly url: string | undefined;
  /** Login that owns the schema and runs migrations; by default the same as `url`. */
  readonly migrationUrl: string | undefined;
  readonly poolSize: number;
  /** Milliseconds until a statement is given up. */
  readonly statementTimeoutMs: number;
}

export interface TokenConfiguration {
  /** Seconds an access token lives. */
  readonly accessTokenTtl: number;
  /** Seconds a token family lives, whatever is refreshed. */
  readonly refreshTokenTtl: number;
  /** Seconds an unused refresh token lives. */
  readonly refreshTokenIdle: number;
  /** Seconds during which a native client that registered itself gets the same successor again; 0 = never. */
  readonly nativeRefreshRetrySeconds: number;
  /** Whether tokens can be revoked over HTTP (RFC 7009). */
  readonly isRevocationOffered: boolean;
  /** Whether resource servers may ask about tokens (RFC 7662). */
  readonly isIntrospectionOffered: boolean;
  /** HS256 for the whole server when set. */
  readonly sharedSecret: string | undefined;
}

export interface SigningKeyConfiguration {
  /** Days after which a key gets its successor; 0 = only by command. */
  readonly rotationDays: number;
  /** Seconds a verifier may keep the JWKS. */
  readonly jwksMaxAge: number;
}

export interface EncryptionConfiguration {
  /** `kid:base64` pairs, newest first; undefined = the local key file. */
  readonly keys: string | undefined;
  readonly algorithm: 'A256GCM' | 'ARIA-256-GCM';
  /** Fernet keys (base64url, 32 bytes), newest first, for interoperability. */
  readonly fernetKeys: readonly string[];
}

export interface PolicyConfiguration {
  /** Of policies on personal data; undefined = what code declares. */
  readonly file: string | undefined;
  readonly selfTestSeconds: number;
}

export interface LimitConfiguration {
  readonly bodyBytes: number;
  readonly jsonDepth: number;
  readonly headersTimeoutMs: number;
  readonly requestTimeoutMs: number;
  /** Requests a minute to the token endpoint, per client and address. */
  readonly tokenRequestsPerMinute: number;
  /** Requests a minute to protected routes and `/mcp`, per principal. */
  readonly requestsPerMinute: number;
  /** Refused tokens and API keys a minute, per address, that are recorded one by one. */
  readonly failedAuthenticationsPerMinute: number;
  /** Wrong secrets of one client, or passwords of one person, from one address until a lockout. */
  readonly failedSecrets: number;
  /** Seconds of the lockout. */
  readonly lockoutSeconds: number;
}

export interface PeopleConfiguration {
  /** Seconds an unused login session is kept. */
  readonly sessionIdleSeconds: number;
  /** Seconds a login session lives however much it is used. */
  readonly sessionTtlSeconds: number;
  /** Whether consent to public clients that are answered on the person's own machine is remembered (RFC 8252 §8.6). */
  readonly rememberNativeConsent: boolean;
  /** Characters (code points) a new password needs. */
  readonly passwordMinLength: number;
}

export interface RegistrationConfiguration {
  /** Who may register clients: nobody, everybody, holders of an initial access token. */
  readonly mode: 'off' | 'open' | 'token';
  /** Registrations a minute, per address; metadata documents are counted likewise, by themselves. */
  readonly perMinute: number;
  /** Clients that no administrator registered, at most. */
  readonly maximumClients: number;
  /** Days. */
  readonly idleDays: number;
  /** Of redirect URIs, with the colon: what native applications may have beside schemes with a dot. */
  readonly appSchemes: readonly string[];
}

export interface MetadataDocumentConfiguration {
  readonly isEnabled: boolean;
  /** Lower case, with or without port; empty = all. */
  readonly hosts: readonly string[];
}

export interface FetchConfiguration {
  /** `host:port`, lower case, exempt from the rule that only public addresses are fetched from. */
  readonly allowedHosts: readonly string[];
}

export interface AuditConfiguration {
  /** Folder of `security_audit.log`. */
  readonly logDir: string;
  readonly maxFileBytes: number;
  readonly keepFiles: number;
  readonly standardOutput: boolean;
  /** `closed`: a request whose record cannot be committed is answered 503. */
  readonly onFailure: 'closed' | 'open';
}

export interface McpConfiguration {
  /** Seconds an unused 2025-era session is kept. */
  readonly sessionIdleSeconds: number;
  readonly maxSessions: number;
  /** Tools of the official conformance suite; never in production. */
  readonly conformanceFixtures: boolean;
}
