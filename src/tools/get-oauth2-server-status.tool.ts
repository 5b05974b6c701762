import { z } from 'zod';
import { AuthorizationServerMetadata, SigningKeys } from '../auth/index.js';
import { Clock } from '../common/clock.js';
import { Scopes } from '../common/scopes.decorator.js';
import { Configuration, VERSION } from '../config/index.js';
import { McpTool } from '../mcp/index.js';
import { PiiPolicy } from '../security/index.js';
import { DatabaseProbe } from './database-probe.js';
import { serverEndpoints, serverEndpointsSchema } from './server-endpoints.js';

const input = z.object({});

const output = z.object({
  status: z.enum(['ok', 'degraded']).describe('degraded: the database does not answer'),
  name: z.literal('Gatehouse'),
  version: z.string(),
  environment: z.enum(['development', 'test', 'production']),
  issuer: z.url(),
  endpoints: serverEndpointsSchema,
  grant_types: z.array(z.string()),
  signing_keys: z.array(
    z.object({
      key_id: z.string(),
      algorithm: z.string(),
      state: z
        .string()
        .describe('pre-activation: published for later; active: signs; deactivated: only verifies'),
    }),
  ),
  database: z.object({
    kind: z.enum(['embedded', 'postgresql']),
    reachable: z.boolean(),
    version: z.string().optional(),
    latency_ms: z.number().optional(),
  }),
  uptime_seconds: z.number().int(),
  time: z.iso.datetime(),
});

@McpTool({
  name: 'get_oauth2_server_status',
  title: 'OAuth 2.0 server status',
  description:
    'Live status of this authorization and MCP server: issuer, endpoint URLs, ids and states of the signing keys, ' +
    'database with version and latency, version and uptime. Use `validate_oauth2_setup` to test that it all works together.',
  aliases: ['get_server_status'],
  input,
  output,
  annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
})
@Scopes('mcp.access')
@PiiPolicy('keep')
export class GetOauth2ServerStatusTool {
  constructor(
    private readonly configuration: Configuration,
    private readonly keys: SigningKeys,
    private readonly metadata: AuthorizationServerMetadata,
    private readonly database: DatabaseProbe,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<z.output<typeof output>> {
    const { issuer, publicUrl } = this.configuration.server;
    const database = await this.database.ask();
    return {
      status: database.reachable ? 'ok' : 'degraded',
      name: 'Gatehouse',
      version: VERSION,
      environment: this.configuration.environment,
      issuer,
      endpoints: serverEndpoints(publicUrl),
      grant_types: this.metadata.authorizationServer()['grant_types_supported'] as string[],
      signing_keys: this.keys
        .statuses()
        .map(({ kid, algorithm, state }) => ({ key_id: kid, algorithm, state })),
      database,
      uptime_seconds: Math.floor(process.uptime()),
      time: this.clock.now().toISOString(),
    };
  }
}
