import { z } from 'zod';
import { REPORT_THRESHOLD } from '../../finding.js';
import {
  actionSchema,
  entityTypeSchema,
  fieldSchema,
  originSchema,
  purposeSchema,
  recognizerFailureSchema,
} from '../check-declaration.js';
import { EVERY, SELECTORS, type Selector } from './file-rule.js';
import type { KnownNames } from './known-names.js';

/** Version of the format, not of the policy. */
const FORMAT = 1;
export const MAX_RULES = 1_000;
const MAX_LISTED = 200;
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

const nameSchema = z.string().regex(NAME, 'must be 1 to 64 letters, digits, dots, hyphens or underscores');

/** The file around its rules, which are checked one by one. */
export const envelopeSchema = z.strictObject({
  version: z.literal(FORMAT, { error: `must be ${FORMAT}, the version of the format` }),
  name: nameSchema.optional(),
  rules: z
    .array(z.unknown(), { error: 'must be a list of rules' })
    .max(MAX_RULES, `must not be more than ${MAX_RULES} rules`),
});

/** A rule in which only names occur that exist. */
export function ruleSchema(known: KnownNames) {
  return z.strictObject(
    {
      name: nameSchema.optional(),
      purpose: purposeSchema,
      ...selectors(known),
      direction: z.enum(['in', 'out'], { error: 'must be in or out; leave it out for both' }).optional(),
      fields: listOf(fieldSchema).optional(),
      types: listOf(entityTypeSchema).optional(),
      scopes: listOf(scopeSchema(known)).optional(),
      minScore: z
        .number({ error: 'must be a number' })
        .min(REPORT_THRESHOLD, `must be at least ${REPORT_THRESHOLD}: nothing less sure is reported`)
        .max(1, 'must be at most 1')
        .optional(),
      action: actionSchema.optional(),
      deterministic: z.boolean({ error: 'must be true or false' }).optional(),
      reveals: shortList.pipe(z.array(revealedSchema(known))).optional(),
      onRecognizerFailure: recognizerFailureSchema.optional(),
    },
    {
      error: (issue) =>
        issue.code === 'invalid_type' ? 'must be a rule: names and their values' : undefined,
    },
  );
}

export type GivenRule = z.output<ReturnType<typeof ruleSchema>>;

function selectors(known: KnownNames) {
  const names = (selector: Selector) => listOf(nameOf(selector, known)).optional();
  return {
    tools: names('tools'),
    routes: names('routes'),
    resources: names('resources'),
    prompts: names('prompts'),
    upstreams: names('upstreams'),
  };
}

/** Looked at before what it holds: each item that does not exist is told with all that do. */
const shortList = z
  .array(z.unknown(), { error: 'must be a list' })
  .max(MAX_LISTED, `must not hold more than ${MAX_LISTED}; use * for all of a kind, or a second rule`);

function listOf<T extends z.ZodType>(item: T) {
  return shortList
    .pipe(z.array(item).min(1, 'must not be empty; leave it out to match everything'))
    .refine((items) => new Set(items).size === items.length, 'lists something twice');
}

/** Of the origins that exist, or `*` for all of the kind. */
function nameOf(selector: Selector, known: KnownNames) {
  return z.string().superRefine((name, context) => {
    const message = name === EVERY ? undefined : unknownName(name, selector, known);
    if (message !== undefined) context.addIssue({ code: 'custom', message });
  });
}

function unknownName(name: string, selector: Selector, known: KnownNames): string | undefined {
  const names = known.origins[selector];
  if (names === undefined || names.includes(name)) return undefined;
  if (selector === 'routes' && known.uncheckedRoutes?.includes(name) === true)
    return `the route ${shown(name)} declares no policy, so its data is not checked; add @PiiPolicy() to it`;
  return `there is no ${SELECTORS[selector]} ${shown(name)}; ${allowed([EVERY, ...names])}`;
}

function scopeSchema({ scopes }: KnownNames) {
  return z.string().refine((scope) => scopes === undefined || scopes.includes(scope), {
    error: ({ input }) => `there is no scope ${shown(String(input))}; ${allowed(scopes ?? [])}`,
  });
}

/** An origin written with its kind (`tool:store_sensitive_data`), whose values may come to light. */
function revealedSchema(known: KnownNames) {
  return originSchema.superRefine((origin, context) => {
    const at = origin.indexOf(':');
    const selector = (Object.keys(SELECTORS) as Selector[]).find(
      (each) => SELECTORS[each] === origin.slice(0, at),
    );
    const message = selector && unknownName(origin.slice(at + 1), selector, known);
    if (message !== undefined) context.addIssue({ code: 'custom', message });
  });
}

function allowed(names: readonly string[]): string {
  const listed = names.slice(0, MAX_LISTED).join(', ');
  return `allowed: ${listed}${names.length > MAX_LISTED ? ' …' : ''}`;
}

function shown(text: string): string {
  return JSON.stringify(text.slice(0, 80));
}
