import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { AuditModule } from '../audit/index.js';
import { AuthModule } from '../auth/index.js';
import { HandlerPipeline } from './invocation/handler-pipeline.js';
import { McpStartup } from './mcp-startup.js';
import { Completions } from './protocol/completions.js';
import { ErrorResults } from './protocol/error-results.js';
import { HandlerProtection } from './protocol/handler-protection.js';
import { InputRequests } from './protocol/input-requests.js';
import { ProtectedListings } from './protocol/protected-listings.js';
import { McpRegistry } from './registry/mcp-registry.js';
import { Sessions } from './sessions/sessions.js';
import { McpController } from './transport/mcp.controller.js';
import { McpEndpoints } from './transport/mcp-endpoints.js';
import { OpenStreams } from './transport/open-streams.js';
import { OwnEndpoint } from './transport/own-endpoint.js';
import { RunningCalls } from './transport/running-calls.js';

/** The MCP server on `/mcp`. Tools, resources and prompts are found wherever the application provides them. */
@Module({
  imports: [DiscoveryModule, AuditModule, AuthModule],
  controllers: [McpController],
  providers: [
    Completions,
    ErrorResults,
    HandlerPipeline,
    HandlerProtection,
    InputRequests,
    McpEndpoints,
    McpRegistry,
    McpStartup,
    OpenStreams,
    OwnEndpoint,
    ProtectedListings,
    RunningCalls,
    Sessions,
  ],
  exports: [McpEndpoints, McpRegistry, OwnEndpoint],
})
export class McpModule {}
