import { z } from 'zod';
import { Scopes } from '../common/scopes.decorator.js';
import { Configuration } from '../config/index.js';
import { McpTool } from '../mcp/index.js';
import { PiiPolicy } from '../security/index.js';
import { flowGuide, GUIDED_GRANT_TYPES, whyUnsupported } from './oauth2-guide/flow-guides.js';
import { flowTarget } from './oauth2-guide/flow-target.js';
import { boundedText } from './text-schema.js';

const input = z.object({
  grant_type: boundedText(128)
    .default('client_credentials')
    .describe('OAuth 2.0 grant type, for example client_credentials or authorization_code'),
});

const output = z.object({
  grant_type: z.string(),
  supported: z.boolean(),
  summary: z.string().describe('What the flow is for, or why this server does not offer it'),
  supported_grant_types: z.array(z.string()),
  token_endpoint: z.url(),
  steps: z
    .array(
      z.object({
        step: z.number().int(),
        title: z.string(),
        description: z.string(),
        command: z.string().describe('For a POSIX shell with curl'),
        powershell: z.string().describe('For PowerShell 7'),
      }),
    )
    .describe('In this order, in one shell session; empty when the grant is not supported'),
});

@McpTool({
  name: 'get_oauth2_flow_guide',
  title: 'OAuth 2.0 flow guide',
  description:
    "Explains step by step how to get and use an access token here, with commands for this server's own URLs that can " +
    'be run as they are (curl and PowerShell). Without `grant_type` it explains client_credentials; for a grant the ' +
    'server does not offer it says so and why.',
  input,
  output,
  annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
})
@Scopes('mcp.access')
@PiiPolicy('keep')
export class GetOauth2FlowGuideTool {
  constructor(private readonly configuration: Configuration) {}

  execute({ grant_type }: z.output<typeof input>): z.output<typeof output> {
    const target = flowTarget(this.configuration);
    const guide = flowGuide(grant_type, target);
    return {
      grant_type,
      supported: guide !== undefined,
      summary: guide?.summary ?? whyUnsupported(grant_type),
      supported_grant_types: [...GUIDED_GRANT_TYPES],
      token_endpoint: `${target.publicUrl}/oauth2/token`,
      steps: (guide?.steps ?? []).map((step, index) => ({ step: index + 1, ...step })),
    };
  }
}
