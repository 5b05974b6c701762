import { z } from 'zod';

/** Strict: a misspelt filter would otherwise show more than was asked for. The answer names what is known, not what was sent. */
export function knownParameters<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: ({ code }) =>
      code === 'unrecognized_keys'
        ? `unknown parameter; known are ${Object.keys(shape).join(', ')}`
        : undefined,
  });
}
