import { z } from 'zod';

/** Presidio's clients write null for what they leave out. */
export const optional = <T extends z.ZodType>(schema: T) =>
  schema
    .nullish()
    .transform((value) => value ?? undefined)
    .optional();

/** Code points as Presidio counts them, unless the caller asks for UTF-16 units. */
export const offsets = optional(z.enum(['code_points', 'utf-16'])).transform((unit) => unit ?? 'code_points');
export type Offsets = 'code_points' | 'utf-16';

/** Ours, Presidio's, or a word of the caller's own. */
export const entityType = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_ -]{0,63}$/, 'must be 1 to 64 letters, digits and underscores');

export const span = z.object({
  start: z.int().min(0),
  end: z.int().min(0),
  entity_type: entityType,
});

/** ISO 639-1, with a region if need be. */
export const language = z
  .string()
  .regex(/^[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?$/, 'must be an ISO 639-1 code, such as en');

export const MAX_RESULTS = 10_000;
