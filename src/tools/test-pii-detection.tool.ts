import { z } from 'zod';
import { Scopes } from '../common/scopes.decorator.js';
import { McpTool, type McpContext } from '../mcp/index.js';
import { Anonymizer, PiiDetection, PiiPolicy } from '../security/index.js';
import { boundedText } from './text-schema.js';

const input = z.object({ test_text: boundedText(100_000).describe('Text to scan, in any language') });

const output = z.object({
  contains_pii: z.boolean(),
  finding_count: z.number().int(),
  counts_by_type: z.record(z.string(), z.number().int()),
  findings: z.array(
    z.object({
      type: z.string().describe('Entity type, for example EMAIL'),
      start: z.number().int().describe('First UTF-16 unit of the value in the text'),
      end: z.number().int().describe('UTF-16 unit after the last'),
      score: z.number().describe('Confidence between 0 and 1'),
    }),
  ),
  masked_text: z.string().describe('The text with every finding masked'),
});

@McpTool({
  name: 'test_pii_detection',
  title: 'Test detection of personal data',
  description:
    'Shows what the personal-data detector finds in a text: types, positions and confidence, and the text with every ' +
    'finding masked. The original values are not repeated. Use it to check a text before sending it to another tool.',
  input,
  output,
  annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
})
@Scopes('mcp.access')
@PiiPolicy({ in: 'keep', out: 'mask' })
export class TestPiiDetectionTool {
  constructor(
    private readonly detection: PiiDetection,
    private readonly anonymizer: Anonymizer,
  ) {}

  async execute(
    { test_text: text }: z.output<typeof input>,
    { signal }: McpContext,
  ): Promise<z.output<typeof output>> {
    const found = await this.detection.analyze(text, { signal });
    const findings = found.map(({ entityType, start, end, score }) => ({
      type: entityType,
      start,
      end,
      score,
    }));
    return {
      contains_pii: findings.length > 0,
      finding_count: findings.length,
      counts_by_type: countByType(findings),
      findings,
      masked_text: this.anonymizer.anonymize(text, found, 'mask', 'tool:test_pii_detection'),
    };
  }
}

function countByType(findings: readonly { type: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { type } of findings) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}
