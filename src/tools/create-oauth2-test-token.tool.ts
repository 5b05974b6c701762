import { z } from 'zod';
import { AuditTrail } from '../audit/index.js';
import { Clients, ScopeAuthority, TokenIssuer, type AccessToken } from '../auth/index.js';
import { Clock } from '../common/clock.js';
import type { Principal } from '../common/principal.js';
import { Scopes } from '../common/scopes.decorator.js';
import { Configuration } from '../config/index.js';
import { McpTool, ToolError, type McpContext } from '../mcp/index.js';
import { PiiPolicy } from '../security/index.js';
import { boundedText } from './text-schema.js';
import { tokenUsageExamples } from './token-usage-examples.js';

/** Seconds; long enough for a trial, short enough to forget. */
const MAXIMUM_TTL = 300;
const CLIENTS_ONLY =
  'Test tokens are for clients that call with an access token of their own (client_credentials).';

const input = z.object({
  scope: boundedText(1_000)
    .default('mcp.access')
    .describe('Scopes separated by blanks; only what the caller holds itself'),
  expires_in: z
    .number()
    .int()
    .min(1)
    .max(MAXIMUM_TTL)
    .default(MAXIMUM_TTL)
    .describe('Seconds the token lives'),
});

const output = z.object({
  access_token: z.string(),
  token_type: z.literal('Bearer'),
  expires_in: z.number().int().describe("Seconds; never beyond the end of the caller's own token"),
  scope: z.string(),
  audience: z.array(z.string()),
  usage_examples: z.object({
    curl: z.string(),
    powershell: z.string(),
    mcp: z.object({ url: z.string(), headers: z.object({ Authorization: z.string() }) }),
  }),
});

type Input = z.output<typeof input>;

@McpTool({
  name: 'create_oauth2_test_token',
  title: 'Create a test token',
  description:
    'Creates a real access token of at most five minutes for trying out this server, with ready examples for curl, ' +
    'PowerShell and MCP clients. It carries no more scopes, no other audience and no longer life than the token of the ' +
    'caller. The answer contains a working credential: do not store or forward it. Not available in production.',
  aliases: ['create_test_token'],
  developmentOnly: true,
  input,
  output,
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: false },
})
@Scopes('mcp.access')
@PiiPolicy('keep')
export class CreateOauth2TestTokenTool {
  constructor(
    private readonly clients: Clients,
    private readonly scopeAuthority: ScopeAuthority,
    private readonly issuer: TokenIssuer,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
  ) {}

  /** @throws ToolError when a scope is not the caller's or its token is about to expire. */
  async execute(request: Input, { principal }: McpContext): Promise<z.output<typeof output>> {
    const token = await this.issue(request, principal);
    await this.record(token);
    return {
      access_token: token.accessToken,
      token_type: 'Bearer',
      expires_in: token.expiresIn,
      scope: token.scope,
      audience: [...principal.audience],
      usage_examples: tokenUsageExamples(this.configuration.server.publicUrl, token.accessToken),
    };
  }

  private async issue(request: Input, principal: Principal): Promise<AccessToken> {
    // An API key may be bound to networks and a person is more than the client: a client's token would be broader.
    if (principal.kind !== 'client') throw new ToolError(CLIENTS_ONLY);
    const scopes = this.permittedScopes(request.scope, principal);
    const ttl = Math.min(request.expires_in, principal.expiresAt - this.clock.epochSeconds());
    if (ttl < 1)
      throw new ToolError('The token of this call is about to expire; call again with a fresh one.');
    const client = await this.clients.find(principal.clientId);
    if (client === undefined) throw new ToolError(CLIENTS_ONLY);
    return this.issuer.issue({ client, scopes, audience: principal.audience, ttl });
  }

  private permittedScopes(requested: string, principal: Principal): string[] {
    const scopes = [...new Set(requested.split(/\s+/u).filter((scope) => scope !== ''))];
    const foreign = scopes.filter(
      (scope) => !this.scopeAuthority.permits(principal, { allOf: [scope], anyOf: [] }),
    );
    if (foreign.length === 0) return scopes;
    throw new ToolError(
      `A test token is never broader than the token of the caller, which holds: ${principal.scopes.join(' ')}. ` +
        `${foreign.length} of the requested scopes go beyond that.`,
    );
  }

  private record(token: AccessToken): Promise<void> {
    return this.audit.record({
      eventType: 'token.issued',
      outcome: 'success',
      target: { type: 'token', id: token.jti },
      details: { scope: token.scope, expires_in: token.expiresIn, purpose: 'test' },
    });
  }
}
