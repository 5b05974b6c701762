import { z } from 'zod';
import { PII_ACTIONS } from '../../../common/policy-decision.js';
import { ENTITY_TYPES } from '../entity-types.js';
import { parseField } from './field-pattern.js';

export const ACTIONS = PII_ACTIONS;

/** `rules-only`: go on with what the built-in rules find. */
export const RECOGNIZER_FAILURES = ['reject', 'rules-only'] as const;
export type RecognizerFailure = (typeof RECOGNIZER_FAILURES)[number];

const KINDS = ['tool', 'route', 'resource', 'prompt', 'upstream'];
const ORIGIN = new RegExp(`^(?:${KINDS.join('|')}):.{1,512}$`);

export const actionSchema = z.enum(ACTIONS, {
  error: ({ input }) => `${shown(input)} is no action; allowed: ${ACTIONS.join(', ')}`,
});

export const entityTypeSchema = z.enum(ENTITY_TYPES, {
  error: ({ input }) => `${shown(input)} is no type of personal data; allowed: ${ENTITY_TYPES.join(', ')}`,
});

export const fieldSchema = z.string().refine((text) => parseField(text) !== undefined, {
  error: ({ input }) =>
    `${shown(input)} is neither a property name nor a JSON pointer (RFC 6901, with * and **)`,
});

export const originSchema = z.string().regex(ORIGIN, {
  error: ({ input }) =>
    `${shown(input)} is no origin; write one of ${KINDS.join(', ')}, a colon and its name`,
});

export const recognizerFailureSchema = z.enum(RECOGNIZER_FAILURES, {
  error: ({ input }) => `${shown(input)} is none of ${RECOGNIZER_FAILURES.join(', ')}`,
});

const PURPOSE = 'needs a text of 3 to 200 characters that says what the data is processed for';
export const purposeSchema = z.string(PURPOSE).trim().min(3, PURPOSE).max(200, PURPOSE);

/** One field's declaration, in `@PiiPolicy({ fields })` and as `x-pii` in a schema. */
export const fieldDeclarationSchema = z.preprocess(
  (given) => (typeof given === 'string' ? { action: given } : given),
  z
    .strictObject({
      action: actionSchema.optional(),
      in: actionSchema.optional(),
      out: actionSchema.optional(),
      type: entityTypeSchema.optional(),
      purpose: purposeSchema.optional(),
    })
    .refine((given) => given.action ?? given.in ?? given.out, 'needs action, in or out'),
);

export type CheckedField = z.output<typeof fieldDeclarationSchema>;

const declarationSchema = z
  .strictObject({
    in: actionSchema.optional(),
    out: actionSchema.optional(),
    fields: z.record(fieldSchema, fieldDeclarationSchema).optional(),
    types: z.partialRecord(entityTypeSchema, actionSchema).optional(),
    purpose: purposeSchema.optional(),
    deterministic: z.boolean().optional(),
    reveals: z.array(originSchema).optional(),
    onRecognizerFailure: recognizerFailureSchema.optional(),
  })
  .refine((given) => Object.keys(given).length > 0, 'needs an action, or an object with in, out or fields');

export type CheckedDeclaration = z.output<typeof declarationSchema>;

/** @throws TypeError naming everything that is wrong. */
export function checkDeclaration(declaration: unknown): CheckedDeclaration {
  const given = typeof declaration === 'string' ? { in: declaration, out: declaration } : declaration;
  const result = declarationSchema.safeParse(given);
  if (result.success) return result.data;
  throw new TypeError(`@PiiPolicy(): ${describeIssues(result.error.issues).join('; ')}`);
}

/** Every issue as `where: what`; that of a key says what is wrong with the key. */
export function describeIssues(issues: readonly z.core.$ZodIssue[]): string[] {
  return issues.map((issue) => {
    const message = issue.code === 'invalid_key' ? issue.issues[0]?.message : issue.message;
    return `${issue.path.length === 0 ? '' : `${issue.path.join('.')}: `}${message}`;
  });
}

function shown(value: unknown): string {
  return JSON.stringify(value)?.slice(0, 80) ?? 'nothing';
}
