import { z } from 'zod';

/**
 * Text that a tool accepts: 1 to `maximum` characters (UTF-16 units), not blank, and storable.
 * PostgreSQL's `text` cannot hold U+0000, and a lone surrogate has no UTF-8 form: both are refused
 * here, in words, instead of failing or changing silently further down.
 */
export function boundedText(maximum: number) {
  return z
    .string()
    .min(1)
    .max(maximum)
    .refine((text) => !text.includes('\u0000'), {
      error: 'must not contain the NUL character (U+0000)',
      abort: true,
    })
    .refine((text) => !/\p{Surrogate}/u.test(text), { error: 'must be well-formed Unicode', abort: true })
    .refine((text) => text.trim() !== '', 'must not be blank');
}
