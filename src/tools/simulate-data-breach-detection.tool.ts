import { z } from 'zod';
import { AuditTrail } from '../audit/index.js';
import { Clock } from '../common/clock.js';
import { Scopes } from '../common/scopes.decorator.js';
import { McpTool } from '../mcp/index.js';
import { PiiPolicy, randomUuid } from '../security/index.js';
import { responseActions, SEVERITIES } from './incident-response.js';
import { boundedText } from './text-schema.js';

const input = z.object({
  suspicious_activity: boundedText(2_000).describe(
    'What was seen; personal data in it is masked before recording',
  ),
  severity: z.enum(SEVERITIES).default('MEDIUM').describe('How bad it is'),
});

const output = z.object({
  incident_id: z.uuid().describe('Target id of the audit record `incident.recorded`'),
  severity: z.enum(SEVERITIES),
  detected_at: z.iso.datetime(),
  recorded: z.literal(true),
  suspicious_activity: z.string().describe('As recorded, personal data masked'),
  response_actions: z
    .array(z.object({ en: z.string(), ko: z.string() }))
    .describe('What to do now, in this order'),
});

@McpTool({
  name: 'simulate_data_breach_detection',
  title: 'Simulate the detection of a data breach',
  description:
    'Exercises the incident process: records a security event of the given severity in the audit trail and returns its ' +
    'id with the response actions for that severity, in English and Korean. The record is permanent and counts as an ' +
    'incident in reports; the actions are advice, none is carried out.',
  input,
  output,
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: false },
})
@Scopes('audit.read')
@PiiPolicy({
  in: 'mask',
  out: 'mask',
  fields: { '/incident_id': 'keep', '/detected_at': 'keep', '/response_actions': 'keep' },
})
export class SimulateDataBreachDetectionTool {
  constructor(
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async execute({ suspicious_activity, severity }: z.output<typeof input>): Promise<z.output<typeof output>> {
    const id = randomUuid();
    const detectedAt = this.clock.now().toISOString();
    await this.audit.record({
      eventType: 'incident.recorded',
      outcome: 'success',
      target: { type: 'incident', id },
      details: { severity, suspicious_activity, simulated: true },
    });
    return {
      incident_id: id,
      severity,
      detected_at: detectedAt,
      recorded: true,
      suspicious_activity,
      response_actions: [...responseActions(severity)],
    };
  }
}
