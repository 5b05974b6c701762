import { Controller, Get } from '@nestjs/common';
import { Scopes } from '../common/scopes.decorator.js';
import { Configuration, VERSION } from '../config/index.js';
import { ActivePolicies } from '../security/index.js';

/** What this server is and where its doors are, for callers with a token. */
@Controller()
@Scopes('mcp.access')
export class ServerInformationController {
  constructor(
    private readonly configuration: Configuration,
    private readonly policies: ActivePolicies,
  ) {}

  @Get()
  information(): object {
    const { issuer, publicUrl } = this.configuration.server;
    return {
      name: 'Gatehouse',
      version: VERSION,
      issuer,
      policy_version: this.policies.fileVersion ?? null,
      endpoints: {
        token: `${publicUrl}/oauth2/token`,
        openid_configuration: `${publicUrl}/.well-known/openid-configuration`,
        authorization_server_metadata: `${publicUrl}/.well-known/oauth-authorization-server`,
        protected_resource_metadata: `${publicUrl}/.well-known/oauth-protected-resource`,
        jwks: `${publicUrl}/.well-known/jwks.json`,
        mcp: `${publicUrl}/mcp`,
        hello: `${publicUrl}/hello`,
        audit_report: `${publicUrl}/admin/audit/report`,
        health: `${publicUrl}/health`,
        metrics: `${publicUrl}/metrics`,
        documentation: `${publicUrl}/docs`,
      },
    };
  }
}
