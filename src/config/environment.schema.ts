import { z } from 'zod';

const flag = z.stringbool({ truthy: ['true', '1', 'yes', 'on'], falsy: ['false', '0', 'no', 'off'] });
const integer = (minimum: number, maximum: number) => z.coerce.number().int().min(minimum).max(maximum);
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== ''),
);
const absoluteUrl = z
  .string()
  .refine(isHttpUrl, 'must be an absolute http or https URL without query or fragment');
const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, 'must start with postgres:// or postgresql://');
const kilobyte = 1024;
const BROWSER_SCHEMES = new Set(
  'about blob chrome data edge file filesystem ftp http https javascript mailto vbscript view-source ws wss'.split(
    ' ',
  ),
);

/**
 * Every environment variable the service reads. An empty value counts as not set.
 * The descriptions are the configuration table of the README.
 */
export const environmentSchema = z.object({
  NODE_ENV: z
    .enum(['development', 'test', 'production'])
    .default('development')
    .describe('`production` refuses every development default'),
  HOST: z.string().default('localhost').describe('address to listen on; `0.0.0.0` in the container image'),
  PORT: integer(0, 65_535).default(8081).describe('port to listen on'),
  PUBLIC_URL: absoluteUrl
    .optional()
    .describe('URL clients use; it is the issuer, byte for byte. Default `http://localhost:<PORT>`'),
  CONTAINER_APP_NAME: z.string().optional().describe('set by Azure Container Apps; makes the public URL'),
  CONTAINER_APP_ENV_DNS_SUFFIX: z
    .string()
    .optional()
    .describe('set by Azure Container Apps; makes the public URL'),
  TLS_CERT_FILE: z
    .string()
    .optional()
    .describe('PEM certificate chain; serves HTTPS together with TLS_KEY_FILE'),
  TLS_KEY_FILE: z.string().optional().describe('PEM private key'),
  ALLOWED_HOSTS: list
    .optional()
    .describe('further Host header values accepted, comma-separated; the public URL and loopback always are'),
  ALLOWED_ORIGINS: list
    .optional()
    .describe('browser origins that may call `/mcp` and the API, comma-separated; the public URL always may'),
  TRUSTED_PROXIES: list
    .optional()
    .describe('addresses or networks of reverse proxies whose X-Forwarded-For is believed, comma-separated'),
  SERVICE_DOCUMENTATION_URL: absoluteUrl.optional().describe('`service_documentation` in the metadata'),
  SHUTDOWN_DELAY_MS: integer(0, 600_000)
    .default(0)
    .describe('how long a stopping server still serves while it says it is not ready, for balancers to see'),
  SHUTDOWN_TIMEOUT_MS: integer(0, 600_000)
    .default(10_000)
    .describe('how long a stopping server waits for requests'),

  DATABASE_URL: postgresUrl
    .optional()
    .describe('PostgreSQL 15 or newer; without it an embedded database is used'),
  DATABASE_MIGRATION_URL: postgresUrl
    .optional()
    .describe('login that owns the schema, so that DATABASE_URL can be one that cannot alter audit records'),
  DATABASE_POOL_SIZE: integer(1, 200).default(10).describe('connections for requests, on a server'),
  DATABASE_STATEMENT_TIMEOUT_MS: integer(100, 600_000)
    .default(5_000)
    .describe('limit of one statement, on a server'),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'must start with redis:// or rediss://')
    .optional()
    .describe('shares rate limits between replicas; without it Postgres does'),
  DATA_DIR: z
    .string()
    .default('./.data')
    .describe('folder of the embedded database and the key file (mode 0700)'),

  ACCESS_TOKEN_TTL: integer(30, 86_400).default(1_800).describe('seconds an access token lives'),
  REFRESH_TOKEN_TTL: integer(60, 31_536_000)
    .default(2_592_000)
    .describe('seconds until a person has to log in again, however often tokens are refreshed'),
  REFRESH_TOKEN_IDLE: integer(30, 31_536_000)
    .default(1_209_600)
    .describe('seconds an unused refresh token lives'),
  NATIVE_REFRESH_RETRY: flag
    .default(false)
    .describe(
      'native clients without a secret that register themselves, or bring a document, may ask again for a lost refresh answer, for 30 seconds',
    ),
  REVOCATION_ENABLED: flag.default(true).describe('the endpoint that revokes tokens (RFC 7009)'),
  INTROSPECTION_ENABLED: flag
    .default(true)
    .describe('the endpoint that tells whether a token is active (RFC 7662)'),
  JWT_SECRET_KEY: z
    .string()
    .optional()
    .describe('switches the whole server to HS256; 32 bytes or more in production'),
  SIGNING_KEY_ROTATION_DAYS: integer(0, 3_650)
    .default(90)
    .describe('days after which a signing key gets its successor; `0` leaves it to `key rotate`'),
  JWKS_MAX_AGE: integer(1, 86_400)
    .default(300)
    .describe('seconds verifiers may keep the JWKS; a new key is published twice as long before it signs'),
  ENCRYPTION_KEYS: z
    .string()
    .optional()
    .describe(
      'data encryption keys as `kid:base64` pairs, newest first; without it the key file in DATA_DIR',
    ),
  ENCRYPTION_ALGORITHM: z
    .enum(['A256GCM', 'ARIA-256-GCM'])
    .default('A256GCM')
    .describe('cipher of new envelopes'),
  TENANT_ID: z
    .string()
    .regex(/^[\x21-\x7e]{1,64}$/, 'must have 1 to 64 printable ASCII characters')
    .default('default')
    .describe(
      'whose data this deployment works on; encrypted values open only under the tenant they were made for',
    ),
  PII_POLICY_FILE: z
    .string()
    .optional()
    .describe(
      'YAML or JSON file of policies on personal data, read again when it changes; see `docs/pii-policies.md`',
    ),
  PII_SELF_TEST_SECONDS: integer(1, 86_400)
    .default(300)
    .describe('how often known values are sent through every policy; readiness fails when one comes out'),
  FERNET_KEYS: list.optional().describe('Fernet keys, newest first, to exchange tokens with Python'),

  LOG_DIR: z.string().default('./logs').describe('folder of `security_audit.log`'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('least level logged'),
  AUDIT_STDOUT: flag.default(false).describe('audit lines on standard output as well'),
  AUDIT_FILE_MAX_BYTES: integer(64 * kilobyte, 10 * kilobyte ** 3)
    .default(10 * kilobyte ** 2)
    .describe('size at which the audit file is rotated'),
  AUDIT_FILE_KEEP: integer(1, 1_000).default(10).describe('rotated audit files kept'),
  AUDIT_ON_FAILURE: z
    .enum(['closed', 'open'])
    .default('closed')
    .describe('`closed`: no answer without a committed audit record'),

  BODY_LIMIT_BYTES: integer(kilobyte, 100 * kilobyte ** 2)
    .default(kilobyte ** 2)
    .describe('largest request body'),
  JSON_MAX_DEPTH: integer(4, 1_000).default(64).describe('deepest nesting of a JSON body'),
  HEADERS_TIMEOUT_MS: integer(1_000, 120_000)
    .default(10_000)
    .describe('limit until all headers have arrived'),
  REQUEST_TIMEOUT_MS: integer(1_000, 600_000)
    .default(30_000)
    .describe('limit until the whole request has arrived'),
  TOKEN_REQUESTS_PER_MINUTE: integer(1, 10_000_000)
    .default(600)
    .describe('token requests a minute, per client and address'),
  REQUESTS_PER_MINUTE: integer(1, 10_000_000).default(6_000).describe('requests a minute, per caller'),
  FAILED_AUTHENTICATIONS_PER_MINUTE: integer(1, 10_000_000)
    .default(3_000)
    .describe(
      'refused tokens and API keys a minute from one address that are recorded and answered 401; then 429',
    ),
  FAILED_SECRETS: integer(1, 1_000)
    .default(10)
    .describe('wrong secrets of a client, or passwords of a person, from one address until a lockout'),
  LOCKOUT_SECONDS: integer(1, 86_400)
    .default(60)
    .describe(
      'length of that lockout; for passwords it doubles with every further wrong one, up to 15 minutes',
    ),

  LOGIN_SESSION_IDLE: integer(60, 2_592_000)
    .default(3_600)
    .describe('seconds after which an unused login of a person ends'),
  LOGIN_SESSION_TTL: integer(60, 31_536_000)
    .default(43_200)
    .describe('seconds after which a login ends however much it is used'),
  REMEMBER_NATIVE_CONSENT: flag
    .default(false)
    .describe(
      'remembers consent to programs on people’s own machines as well; otherwise it is asked for each time (RFC 8252 section 8.6)',
    ),
  PASSWORD_MIN_LENGTH: integer(8, 64)
    .default(12)
    .describe(
      'characters a new password needs; NIST SP 800-63B-4 asks for 15 where nothing else is asked for',
    ),

  REGISTRATION: z
    .enum(['off', 'open', 'token'])
    .optional()
    .describe(
      'who may register clients (RFC 7591): nobody, everybody, or holders of a registration token; by default `open`, in production `token`',
    ),
  REGISTRATIONS_PER_MINUTE: integer(1, 10_000_000)
    .default(60)
    .describe('registrations, and metadata documents fetched, a minute for one address'),
  REGISTRATION_MAX_CLIENTS: integer(1, 10_000_000)
    .default(10_000)
    .describe('clients kept that no administrator has registered; the oldest unused one makes room'),
  REGISTRATION_IDLE_DAYS: integer(1, 3_650)
    .default(30)
    .describe('days after which such a client is removed when nobody uses it'),
  NATIVE_APP_SCHEMES: list
    .refine((schemes) => schemes.every(isAppScheme), 'must list schemes of apps, such as cursor,vscode')
    .prefault('cursor,vscode,vscode-insiders,windsurf')
    .describe(
      'schemes without a dot that native clients may have in a redirect URI, comma-separated, or `none`; with a dot they may have any (RFC 8252 section 7.1)',
    ),
  METADATA_DOCUMENTS: flag
    .default(true)
    .describe('a client id may be the https URL of a document that describes the client'),
  METADATA_DOCUMENT_HOSTS: list
    .optional()
    .describe('hosts whose client metadata documents are believed, comma-separated; without it those of all'),
  FETCH_ALLOWED_HOSTS: list
    .refine(
      (hosts) => hosts.every(isHostWithPort),
      'must list hosts with their ports, such as idp.internal:8443',
    )
    .optional()
    .describe(
      'hosts inside your network, as `host:port`, that may be fetched from (identity providers, keys of clients); all others must have public addresses',
    ),
  EXTERNAL_ISSUERS_FILE: z
    .string()
    .optional()
    .describe('JSON file of issuers (Entra ID, Keycloak) whose access tokens are accepted as well'),
  IDENTITY_PROVIDERS_FILE: z
    .string()
    .optional()
    .describe('JSON file of OpenID providers through which people log in'),
  UPSTREAMS_FILE: z
    .string()
    .optional()
    .describe(
      'YAML or JSON file of other MCP servers: those reached through Gatehouse, and those whose proxies ask for a verdict',
    ),

  PII_RECOGNIZERS_FILE: z
    .string()
    .optional()
    .describe('JSON file of services that find further personal data, such as names in running text'),

  MCP_SESSION_IDLE_SECONDS: integer(10, 86_400)
    .default(1_800)
    .describe('how long an unused MCP session is kept'),
  MCP_MAX_SESSIONS: integer(1, 1_000_000).default(10_000).describe('MCP sessions open at once, per replica'),
  CONFORMANCE_FIXTURES: flag
    .default(false)
    .describe('adds the MCP conformance suite’s tools; refused in production'),
});

export type Environment = z.output<typeof environmentSchema>;

function isHostWithPort(text: string): boolean {
  return /^[^/@?#\s]+:\d{1,5}$/.test(text) && URL.canParse(`https://${text}`);
}

/** Schemes that browsers act on themselves are no app's, and would make the redirection the attack. */
function isAppScheme(text: string): boolean {
  return /^[a-z][a-z0-9+-]{1,40}$/.test(text) && !BROWSER_SCHEMES.has(text);
}

function isHttpUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '' && url.username === '';
}
