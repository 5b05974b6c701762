import { z } from 'zod';
import { entityType, MAX_RESULTS, offsets, optional, span } from '../wire-schema.js';

const MAX_VALUE_LENGTH = 1_000;
const MAX_OPERATORS = 200;

/** Members of all operators; which of them one needs is that operator's business. */
const operatorSettings = z.object({
  type: z.string().max(64),
  new_value: optional(z.string().max(MAX_VALUE_LENGTH)),
  masking_char: optional(z.string().max(8)),
  chars_to_mask: optional(z.int()),
  from_end: optional(z.boolean()),
  hash_type: optional(z.string().max(64)),
  key: optional(z.string().max(256)),
});

export type OperatorSettings = z.output<typeof operatorSettings>;

const operators = optional(
  z
    .record(entityType, operatorSettings)
    .refine((given) => Object.keys(given).length <= MAX_OPERATORS, `at most ${MAX_OPERATORS} operators`),
).transform((given) => new Map(Object.entries(given ?? {})));

const text = z.string().min(1, 'Invalid input, text can not be empty');

/** Body of `POST /pii/anonymize`. Unknown members are ignored, as Presidio does. */
export const anonymizeRequest = z.object({
  text,
  anonymizers: operators,
  analyzer_results: z.array(span.extend({ score: z.number().min(0).max(1) })).max(MAX_RESULTS),
  offsets,
});

/** Body of `POST /pii/deanonymize`. */
export const deanonymizeRequest = z.object({
  text,
  deanonymizers: operators,
  anonymizer_results: z.array(span).max(MAX_RESULTS),
  offsets,
});

export type AnonymizeRequest = z.output<typeof anonymizeRequest>;
export type DeanonymizeRequest = z.output<typeof deanonymizeRequest>;
