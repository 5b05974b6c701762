import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { AuthModule } from '../auth/index.js';
import { ForwardAuthController } from './forward-auth/forward-auth.controller.js';
import { ForwardAuth } from './forward-auth/forward-auth.js';
import { IdentityAssertion } from './forward-auth/identity-assertion.js';
import { UpstreamGrantsController } from './upstreams/grants/upstream-grants.controller.js';
import { UpstreamGrantsModule } from './upstreams/grants/upstream-grants.module.js';
import { UpstreamController } from './upstreams/upstream.controller.js';
import { UpstreamEndpoints } from './upstreams/upstream-endpoints.js';
import { Upstreams } from './upstreams/upstreams.js';

/** Stands in front of other MCP servers. */
@Module({
  imports: [AuditModule, AuthModule, UpstreamGrantsModule],
  controllers: [ForwardAuthController, UpstreamController, UpstreamGrantsController],
  providers: [ForwardAuth, IdentityAssertion, UpstreamEndpoints, Upstreams],
})
export class GatewayModule {}
