import { z } from 'zod';
import { boundedText } from '../text-schema.js';

/** More in one request is a copy of the data, not a look at it. */
const MOST_TOKENS = 100;
const LONGEST_TOKEN = 150_000;
/** Characters without ink, of which there are many, are no reason. */
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

/** What a person or client asks to see in clear, and why. */
export const revealRequest = z.object({
  tokens: z
    .array(boundedText(LONGEST_TOKEN))
    .min(1)
    .max(MOST_TOKENS)
    .describe('Tokens such as `⟦EMAIL:…⟧`, at most 100; percent-encoded and JSON-escaped ones as well'),
  reason: boundedText(500)
    .refine((text) => SAYS_SOMETHING.test(text), 'must say why')
    .describe('Why the values are needed; stands in the audit record'),
});
export type RevealRequest = z.output<typeof revealRequest>;

export const revealAnswer = z.object({
  revealed: z.array(
    z.object({
      index: z.number().int().describe('Place of the token in the request'),
      type: z.string(),
      origin: z.string().describe('Tool, resource, prompt or route whose value it is'),
      value: z.string(),
    }),
  ),
  unknown: z
    .array(z.number().int())
    .describe('Places of tokens that are none of this deployment: altered, of another tenant, or digests'),
});
export type RevealAnswer = z.output<typeof revealAnswer>;
