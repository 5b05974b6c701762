import { ScopeAuthority } from '../auth/index.js';
import { Scopes } from '../common/scopes.decorator.js';
import { Configuration } from '../config/index.js';
import { McpRegistry, McpResource, type McpContext, type ResourceVariables } from '../mcp/index.js';
import { PII_POLICY_METADATA, PiiPolicy, type ResolvedPiiPolicy } from '../security/index.js';
import { serverGuide, type GuideTool } from './server-guide.js';

type DeclaredTool = McpRegistry['declaredTools'][number];

@McpResource({
  uri: 'gatehouse://guide',
  name: 'server_guide',
  title: '서버 안내 / Server guide',
  description:
    'Short guide to this server in Korean and English: the tools the caller may use, their scopes, and what happens to ' +
    'personal data on the way in and out. Read it before choosing a tool.',
  mimeType: 'text/markdown',
})
@Scopes('mcp.access')
@PiiPolicy('keep')
export class ServerGuideResource {
  constructor(
    private readonly registry: McpRegistry,
    private readonly scopeAuthority: ScopeAuthority,
    private readonly configuration: Configuration,
  ) {}

  read(_variables: ResourceVariables, { principal }: McpContext): string {
    const permitted = this.registry.declaredTools.filter(({ requirement }) =>
      this.scopeAuthority.permits(principal, requirement),
    );
    return serverGuide(this.configuration.server.publicUrl, permitted.map(toGuideTool));
  }
}

function toGuideTool({ name, declaration, requirement, instance }: DeclaredTool): GuideTool {
  // The registry admits no tool without a policy.
  const policy = Reflect.getMetadata(PII_POLICY_METADATA, instance.constructor) as ResolvedPiiPolicy;
  return { name, title: declaration.title ?? name, requirement, policy };
}
