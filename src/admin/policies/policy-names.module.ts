import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { AuthModule } from '../../auth/index.js';
import { McpModule } from '../../mcp/index.js';
import { PolicyNames } from './policy-names.js';
import { RouteOrigins } from './route-origins.js';

/** What there is for policies to name. Imports what finds tools, so that they are known when this module boots. */
@Module({
  imports: [DiscoveryModule, AuthModule, McpModule],
  providers: [RouteOrigins, PolicyNames],
  exports: [PolicyNames],
})
export class PolicyNamesModule {}
