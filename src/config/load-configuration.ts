import { resolve } from 'node:path';
import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { checkProduction } from './check-production.js';
import { Configuration } from './configuration.js';
import { environmentSchema, type Environment } from './environment.schema.js';
import { readFederation, type Federation } from './federation/read-federation.js';
import { publicUrlOf } from './public-url.js';
import { readList, readListWithLines, type DocumentReader, type FileList } from './read-list.js';
import type { RemoteRecognizerConfiguration } from './recognizers/remote-recognizer.js';
import { remoteRecognizersSchema } from './recognizers/remote-recognizers.schema.js';
import type { UpstreamConfiguration } from './upstreams/upstreams.js';
import { upstreamsSchema } from './upstreams/upstreams.schema.js';
import { StartRefusal } from '../common/start-refusal.js';

/** Long enough for a lost answer and a retry; most of what NATIVE_REFRESH_RETRY gives away. */
const NATIVE_RETRY_SECONDS = 30;

/** Every mistake in the environment at once, by variable name and never with a value. */
export class ConfigurationError extends StartRefusal {
  constructor(readonly mistakes: readonly string[]) {
    super(`The configuration is not usable:\n${mistakes.map((mistake) => `  - ${mistake}`).join('\n')}`);
  }
}

/**
 * As `loadConfiguration`, and reads UPSTREAMS_FILE as YAML, whose parser is loaded only where the variable is set.
 *
 * @throws ConfigurationError naming every variable that is wrong and what is allowed.
 */
export async function readConfiguration(
  source: NodeJS.ProcessEnv = { ...readDotEnv(), ...process.env },
): Promise<Configuration> {
  const { UPSTREAMS_FILE: file = '' } = source;
  if (file === '') return loadConfiguration(source);
  const { readDocument } = await import('../common/documents/read-document.js');
  return loadConfiguration(source, readDocument);
}

/**
 * Reads the process environment, and below it the `.env` file of the working directory.
 *
 * @param readDocument of UPSTREAMS_FILE; without it the file has to be JSON.
 * @throws ConfigurationError naming every variable that is wrong and what is allowed.
 */
export function loadConfiguration(
  source: NodeJS.ProcessEnv = { ...readDotEnv(), ...process.env },
  readDocument?: DocumentReader,
): Configuration {
  const result = environmentSchema.safeParse(withoutEmpty(source));
  if (!result.success) {
    throw new ConfigurationError(
      result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    );
  }
  const federation = readFederation(result.data, issuerOf(result.data), source);
  const upstreams = readUpstreams(result.data, source, readDocument);
  const recognizers = readRecognizers(result.data, source);
  const mistakes = [
    ...checkPairs(result.data),
    ...checkProduction(result.data),
    ...federation.mistakes,
    ...upstreams.mistakes,
    ...recognizers.mistakes,
  ];
  if (mistakes.length > 0) throw new ConfigurationError(mistakes);
  return deepFreeze(toConfiguration(result.data, federation, upstreams.data, recognizers.data));
}

function readUpstreams(
  { UPSTREAMS_FILE: file }: Environment,
  source: NodeJS.ProcessEnv,
  readDocument: DocumentReader | undefined,
): FileList<UpstreamConfiguration> {
  const schema = upstreamsSchema(source);
  return readDocument === undefined
    ? readList('UPSTREAMS_FILE', file, schema)
    : readListWithLines('UPSTREAMS_FILE', file, schema, readDocument);
}

/** What the `.env` file of the working directory says, if there is one. */
export function readDotEnv(): NodeJS.ProcessEnv {
  return existsSync('.env') ? parseEnv(readFileSync('.env', 'utf8')) : {};
}

function withoutEmpty(source: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ''),
  );
}

function checkPairs(environment: Environment): string[] {
  const mistakes: string[] = [];
  if ((environment.TLS_CERT_FILE === undefined) !== (environment.TLS_KEY_FILE === undefined)) {
    mistakes.push('TLS_CERT_FILE and TLS_KEY_FILE: set both or neither');
  }
  if (environment.DATABASE_MIGRATION_URL !== undefined && environment.DATABASE_URL === undefined) {
    mistakes.push('DATABASE_MIGRATION_URL: needs DATABASE_URL as well');
  }
  return mistakes;
}

function issuerOf(environment: Environment): string {
  return environment.PUBLIC_URL ?? publicUrlOf(environment);
}

function readRecognizers(
  environment: Environment,
  source: NodeJS.ProcessEnv,
): FileList<RemoteRecognizerConfiguration> {
  const schema = remoteRecognizersSchema(source, lowerCase(environment.FETCH_ALLOWED_HOSTS));
  return readList('PII_RECOGNIZERS_FILE', environment.PII_RECOGNIZERS_FILE, schema);
}

function toConfiguration(
  environment: Environment,
  federation: Federation,
  upstreams: readonly UpstreamConfiguration[],
  remoteRecognizers: readonly RemoteRecognizerConfiguration[],
): Configuration {
  const publicUrl = publicUrlOf(environment);
  const tls =
    environment.TLS_CERT_FILE !== undefined && environment.TLS_KEY_FILE !== undefined
      ? { certFile: environment.TLS_CERT_FILE, keyFile: environment.TLS_KEY_FILE }
      : undefined;
  return Object.assign(Object.create(Configuration.prototype) as Configuration, {
    environment: environment.NODE_ENV,
    server: {
      host: environment.HOST,
      port: environment.PORT,
      issuer: issuerOf(environment),
      publicUrl,
      tls,
      allowedHosts: [...hostsOf(publicUrl, environment.PORT), ...lowerCase(environment.ALLOWED_HOSTS)],
      allowedOrigins: [new URL(publicUrl).origin, ...lowerCase(environment.ALLOWED_ORIGINS)],
      trustedProxies: environment.TRUSTED_PROXIES ?? [],
      serviceDocumentation: environment.SERVICE_DOCUMENTATION_URL,
      shutdownDelayMs: environment.SHUTDOWN_DELAY_MS,
      shutdownTimeoutMs: environment.SHUTDOWN_TIMEOUT_MS,
    },
    database: {
      url: environment.DATABASE_URL,
      migrationUrl: environment.DATABASE_MIGRATION_URL ?? environment.DATABASE_URL,
      poolSize: environment.DATABASE_POOL_SIZE,
      statementTimeoutMs: environment.DATABASE_STATEMENT_TIMEOUT_MS,
    },
    redisUrl: environment.REDIS_URL,
    tokens: {
      accessTokenTtl: environment.ACCESS_TOKEN_TTL,
      refreshTokenTtl: environment.REFRESH_TOKEN_TTL,
      refreshTokenIdle: environment.REFRESH_TOKEN_IDLE,
      nativeRefreshRetrySeconds: environment.NATIVE_REFRESH_RETRY ? NATIVE_RETRY_SECONDS : 0,
      isRevocationOffered: environment.REVOCATION_ENABLED,
      isIntrospectionOffered: environment.INTROSPECTION_ENABLED,
      sharedSecret: environment.JWT_SECRET_KEY,
    },
    signingKeys: {
      rotationDays: environment.SIGNING_KEY_ROTATION_DAYS,
      jwksMaxAge: environment.JWKS_MAX_AGE,
    },
    encryption: {
      keys: environment.ENCRYPTION_KEYS,
      algorithm: environment.ENCRYPTION_ALGORITHM,
      fernetKeys: environment.FERNET_KEYS ?? [],
    },
    tenantId: environment.TENANT_ID,
    policies: {
      file: environment.PII_POLICY_FILE === undefined ? undefined : resolve(environment.PII_POLICY_FILE),
      selfTestSeconds: environment.PII_SELF_TEST_SECONDS,
    },
    limits: {
      bodyBytes: environment.BODY_LIMIT_BYTES,
      jsonDepth: environment.JSON_MAX_DEPTH,
      headersTimeoutMs: environment.HEADERS_TIMEOUT_MS,
      requestTimeoutMs: environment.REQUEST_TIMEOUT_MS,
      tokenRequestsPerMinute: environment.TOKEN_REQUESTS_PER_MINUTE,
      requestsPerMinute: environment.REQUESTS_PER_MINUTE,
      failedAuthenticationsPerMinute: environment.FAILED_AUTHENTICATIONS_PER_MINUTE,
      failedSecrets: environment.FAILED_SECRETS,
      lockoutSeconds: environment.LOCKOUT_SECONDS,
    },
    people: {
      sessionIdleSeconds: environment.LOGIN_SESSION_IDLE,
      sessionTtlSeconds: environment.LOGIN_SESSION_TTL,
      rememberNativeConsent: environment.REMEMBER_NATIVE_CONSENT,
      passwordMinLength: environment.PASSWORD_MIN_LENGTH,
    },
    registration: {
      mode: environment.REGISTRATION ?? (environment.NODE_ENV === 'production' ? 'token' : 'open'),
      perMinute: environment.REGISTRATIONS_PER_MINUTE,
      maximumClients: environment.REGISTRATION_MAX_CLIENTS,
      idleDays: environment.REGISTRATION_IDLE_DAYS,
      appSchemes: environment.NATIVE_APP_SCHEMES.filter((scheme) => scheme !== 'none').map(
        (scheme) => `${scheme}:`,
      ),
    },
    metadataDocuments: {
      isEnabled: environment.METADATA_DOCUMENTS,
      hosts: lowerCase(environment.METADATA_DOCUMENT_HOSTS),
    },
    fetch: { allowedHosts: lowerCase(environment.FETCH_ALLOWED_HOSTS) },
    externalIssuers: federation.externalIssuers,
    identityProviders: federation.identityProviders,
    upstreams,
    remoteRecognizers,
    audit: {
      logDir: resolve(environment.LOG_DIR),
      maxFileBytes: environment.AUDIT_FILE_MAX_BYTES,
      keepFiles: environment.AUDIT_FILE_KEEP,
      standardOutput: environment.AUDIT_STDOUT,
      onFailure: environment.AUDIT_ON_FAILURE,
    },
    mcp: {
      sessionIdleSeconds: environment.MCP_SESSION_IDLE_SECONDS,
      maxSessions: environment.MCP_MAX_SESSIONS,
      conformanceFixtures: environment.CONFORMANCE_FIXTURES,
    },
    logLevel: environment.LOG_LEVEL,
    dataDir: resolve(environment.DATA_DIR),
  } satisfies Omit<Configuration, 'isProduction'>);
}

function hostsOf(publicUrl: string, port: number): string[] {
  const loopback = ['localhost', '127.0.0.1', '[::1]'].map((name) => `${name}:${port}`);
  return [new URL(publicUrl).host, ...loopback];
}

function lowerCase(values: readonly string[] | undefined): string[] {
  return (values ?? []).map((value) => value.toLowerCase());
}

function deepFreeze<T extends object>(value: T): T {
  for (const member of Object.values(value)) {
    if (typeof member === 'object' && member !== null) deepFreeze(member);
  }
  return Object.freeze(value);
}
