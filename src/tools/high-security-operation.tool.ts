import { z } from 'zod';
import { Scopes } from '../common/scopes.decorator.js';
import { McpTool } from '../mcp/index.js';
import { digestToken, PiiPolicy } from '../security/index.js';
import { textStatistics } from './text-statistics.js';
import { boundedText } from './text-schema.js';

const input = z.object({
  operation_data: boundedText(100_000).describe('Text to work on; must be free of personal data'),
  operation_type: boundedText(64)
    .default('analysis')
    .describe('Label of the operation in the result; whatever it says, the text is analysed statistically'),
});

const output = z.object({
  operation_type: z.string(),
  performed: z.literal('statistical text analysis'),
  statistics: z.object({
    characters: z.number().int().describe('Unicode characters'),
    words: z.number().int(),
    lines: z.number().int(),
    bytes: z.number().int().describe('Size in UTF-8'),
  }),
  sha256: z.string().describe('SHA-256 of the text in UTF-8, base64url'),
});

@McpTool({
  name: 'high_security_operation',
  title: 'High-security operation',
  description:
    'Analyses a text under the strictest policy: when personal data (names, e-mail addresses, telephone or resident ' +
    'registration numbers …) is found in any argument, the call is rejected, naming types and places but no values. ' +
    'Otherwise returns length, words, lines and a SHA-256 digest; the text is neither stored nor repeated.',
  input,
  output,
  annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
})
@Scopes('mcp.access')
@PiiPolicy({ in: 'reject', out: 'mask', fields: { '/sha256': 'keep' } })
export class HighSecurityOperationTool {
  execute({ operation_data: text, operation_type }: z.output<typeof input>): z.output<typeof output> {
    return {
      operation_type,
      performed: 'statistical text analysis',
      statistics: textStatistics(text),
      sha256: digestToken(text),
    };
  }
}
