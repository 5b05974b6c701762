import { z } from 'zod';
import { Scopes } from '../common/scopes.decorator.js';
import { Configuration } from '../config/index.js';
import { McpTool, type McpContext } from '../mcp/index.js';
import { PiiPolicy } from '../security/index.js';
import { MetadataChecks } from './setup-checks/metadata-checks.js';
import { OtherServers } from './setup-checks/other-servers.js';
import type { CheckResult } from './setup-checks/setup-check.js';
import { TokenChecks } from './setup-checks/token-checks.js';

const input = z.object({
  url: z
    .url()
    .max(2_048)
    .optional()
    .describe("Another server's MCP endpoint (https, public address) to check instead of this server"),
});

const output = z.object({
  valid: z.boolean().describe('No check failed'),
  issuer: z.url().describe('Of this server'),
  summary: z.object({ passed: z.number().int(), failed: z.number().int(), skipped: z.number().int() }),
  checks: z.array(
    z.object({
      name: z.string(),
      status: z.enum(['passed', 'failed', 'skipped']),
      detail: z.string().describe('What was seen, what is wrong, or why it was skipped'),
    }),
  ),
});

@McpTool({
  name: 'validate_oauth2_setup',
  title: 'Validate the OAuth 2.0 setup',
  description:
    'Checks this server for real and reports each check as passed, failed or skipped: reads the metadata documents and ' +
    'the key set over HTTP, issues a token, verifies it, and tries forged ones. Use it when a client cannot connect or ' +
    'after a change of configuration. The trial token is never returned. With `url` it goes the way of both official MCP ' +
    'clients to another server instead, as far as that goes without a token, and says how to mend what is wrong.',
  input,
  output,
  annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: true },
})
@Scopes('mcp.access')
@PiiPolicy('keep')
export class ValidateOauth2SetupTool {
  constructor(
    private readonly metadata: MetadataChecks,
    private readonly tokens: TokenChecks,
    private readonly others: OtherServers,
    private readonly configuration: Configuration,
  ) {}

  async execute({ url }: z.output<typeof input>, context: McpContext): Promise<z.output<typeof output>> {
    return this.summaryOf(
      url === undefined ? await this.ownChecks(context) : await this.others.run(url, context),
    );
  }

  private async ownChecks(context: McpContext): Promise<CheckResult[]> {
    const documents = await this.metadata.run(context.signal);
    await context.reportProgress(1, 2, 'The metadata has been read.');
    const checks = [...documents, ...(await this.tokens.run(context.principal))];
    await context.reportProgress(2, 2, 'Tokens have been tried.');
    return checks;
  }

  private summaryOf(checks: CheckResult[]): z.output<typeof output> {
    const count = (status: (typeof checks)[number]['status']) =>
      checks.filter((each) => each.status === status).length;
    return {
      valid: count('failed') === 0,
      issuer: this.configuration.server.issuer,
      summary: { passed: count('passed'), failed: count('failed'), skipped: count('skipped') },
      checks,
    };
  }
}
