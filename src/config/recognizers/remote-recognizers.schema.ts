import { z } from 'zod';
import { isUnique } from '../federation/claim-rule.schema.js';
import { readSecret } from '../read-secret.js';
import { OFFSET_UNITS, RECOGNIZER_KINDS, type RemoteRecognizerConfiguration } from './remote-recognizer.js';

const integer = (minimum: number, maximum: number) => z.number().int().min(minimum).max(maximum);
const name = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,31}$/, 'must be 1 to 32 lower-case letters, digits and hyphens');
const text = z.string().min(1).max(512);
const entityType = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]{1,39}$/, 'must be an entity type in capitals, such as PERSON');
const language = z.string().regex(/^[a-z]{2}$/, 'must be an ISO 639-1 code, such as ko');
/** RFC 9110 §5.1. */
const headerName = z.string().regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,64}$/, 'must be the name of a header');
const serviceUrl = z
  .string()
  .refine(isServiceUrl, 'must be an http or https URL without credentials or fragment');

const breaker = z.strictObject({
  failures: integer(1, 1_000).default(5),
  open_ms: integer(100, 3_600_000).default(30_000),
});

const recognizer = z.strictObject({
  name,
  kind: z.enum(RECOGNIZER_KINDS),
  url: serviceUrl,
  entities: z.record(text, entityType).optional(),
  languages: z.array(language).min(1).default(['en']),
  min_score: z.number().min(0).max(0.99).default(0.5),
  max_score: z.number().min(0.5).max(1).default(0.85),
  budget_ms: integer(10, 60_000).default(1_000),
  max_concurrency: integer(1, 1_000).default(8),
  max_batch: integer(1, 1_000).default(32),
  max_characters: integer(1_000, 1_000_000).default(20_000),
  breaker: breaker.default({ failures: 5, open_ms: 30_000 }),
  offsets: z.enum(OFFSET_UNITS).default('code_points'),
  credential_header: headerName.default('Authorization'),
  credential_env: text.optional(),
  credential_file: text.optional(),
});

type Recognizer = z.output<typeof recognizer>;

/**
 * PII_RECOGNIZERS_FILE. Secrets stand in a variable of `environment` or a file of their own, which the entry names.
 *
 * @param allowedHosts hosts of FETCH_ALLOWED_HOSTS: only there may texts go without TLS.
 */
export function remoteRecognizersSchema(environment: NodeJS.ProcessEnv, allowedHosts: readonly string[]) {
  return z
    .strictObject({
      recognizers: z.array(
        recognizer.transform((each, context): RemoteRecognizerConfiguration => {
          const credential = credentialOf(each, environment);
          const mistake = typeof credential === 'string' ? credential : mistakeOf(each, allowedHosts);
          if (typeof credential !== 'string' && mistake === undefined)
            return toConfiguration(each, credential);
          context.addIssue({ code: 'custom', message: mistake ?? '' });
          return z.NEVER;
        }),
      ),
    })
    .transform(({ recognizers }) => recognizers)
    .refine((recognizers) => isUnique(recognizers, (each) => each.name), 'two entries have the same name');
}

function toConfiguration(
  each: Recognizer,
  credential: RemoteRecognizerConfiguration['credential'],
): RemoteRecognizerConfiguration {
  return {
    name: each.name,
    kind: each.kind,
    url: each.url,
    entities: each.entities,
    languages: each.languages,
    minScore: each.min_score,
    maxScore: each.max_score,
    budgetMs: each.budget_ms,
    maxConcurrency: each.max_concurrency,
    maxBatch: each.max_batch,
    maxCharacters: each.max_characters,
    breakerFailures: each.breaker.failures,
    breakerOpenMs: each.breaker.open_ms,
    offsets: each.offsets,
    credential,
  };
}

function mistakeOf({ url }: Recognizer, allowedHosts: readonly string[]): string | undefined {
  const { protocol, hostname, port } = new URL(url);
  if (protocol === 'https:' || allowedHosts.includes(`${hostname}:${port || '80'}`)) return undefined;
  return 'url must be https unless its host and port stand in FETCH_ALLOWED_HOSTS';
}

/** A text is what is wrong. */
function credentialOf(
  { credential_header: header, credential_env: variable, credential_file: file }: Recognizer,
  environment: NodeJS.ProcessEnv,
): RemoteRecognizerConfiguration['credential'] | string {
  if (variable === undefined && file === undefined) return undefined;
  const value = readSecret({ variable, file }, environment);
  // RFC 9110 §5.5: what else a header cannot carry would fail at the first call.
  if (value !== undefined && /^[\x20-\x7e]+$/.test(value)) return { header, value };
  return 'credential_env or credential_file must name a secret of one line that is there and not empty';
}

function isServiceUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, username, password, hash } = new URL(value);
  return /^https?:$/.test(protocol) && username === '' && password === '' && hash === '';
}
