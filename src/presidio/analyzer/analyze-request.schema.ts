import { z } from 'zod';
import { entityType, language, offsets, optional } from '../wire-schema.js';

/** Presidio's servers take 500 texts at a time by default. */
const MAX_TEXTS = 1_000;
const MAX_WORDS = 1_000;
/** In all lists of one request: what a caller makes us look for costs time. */
const MAX_DENIED_WORDS = 500;
const MAX_WORD_LENGTH = 128;
const MAX_RECOGNIZERS = 20;

const words = z.array(z.string().min(1).max(MAX_WORD_LENGTH)).max(MAX_WORDS);

/** Patterns are not looked at: a caller's regular expression could hold this process for hours. */
const adHocRecognizer = z.object({
  name: optional(z.string().max(128)),
  supported_entity: entityType,
  deny_list: optional(words),
  deny_list_score: optional(z.number().min(0).max(1)),
  patterns: optional(z.array(z.unknown()).max(MAX_WORDS)),
});

/** Body of `POST /pii/analyze`. Unknown members are ignored, as Presidio does. */
export const analyzeRequest = z.object({
  text: z.union(
    [
      z.string().min(1, 'No text provided'),
      z.array(z.string()).min(1, 'No text provided').max(MAX_TEXTS, `at most ${MAX_TEXTS} texts at once`),
    ],
    { error: 'must be a text or a list of texts' },
  ),
  language,
  entities: optional(z.array(entityType).max(200)),
  score_threshold: optional(z.number().min(0).max(1)),
  correlation_id: optional(z.string().max(256)),
  return_decision_process: optional(z.boolean()),
  ad_hoc_recognizers: optional(
    z
      .array(adHocRecognizer)
      .max(MAX_RECOGNIZERS)
      .refine(
        (recognizers) =>
          recognizers.reduce((sum, { deny_list: list = [] }) => sum + list.length, 0) <= MAX_DENIED_WORDS,
        `at most ${MAX_DENIED_WORDS} words in all deny lists`,
      ),
  ),
  context: optional(words),
  allow_list: optional(words),
  allow_list_match: optional(z.enum(['exact', 'regex'])),
  offsets,
});

export type AnalyzeRequest = z.output<typeof analyzeRequest>;
export type AdHocRecognizer = z.output<typeof adHocRecognizer>;
