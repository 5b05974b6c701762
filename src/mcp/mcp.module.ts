import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { AuditModule } from '../audit/index.js';
import { AuthModule } from '../auth/index.js';
import { HandlerCalls } from './invocation/handler-calls.js';
import { HandlerPipeline } from './invocation/handler-pipeline.js';
import { McpStartup } from './mcp-startup.js';
import { ChangeNotices } from './protocol/change-notices.js';
import { Completions } from './protocol/completions.js';
import { ErrorResults } from './protocol/error-results.js';
import { InputRequests } from './protocol/input-requests.js';
import { MethodTable } from './protocol/method-table.js';
import { PromptMethods } from './protocol/prompt-methods.js';
import { RequestLog } from './protocol/request-log.js';
import { ResourceMethods } from './protocol/resource-methods.js';
import { ToolMethods } from './protocol/tool-methods.js';
import { McpRegistry } from './registry/mcp-registry.js';
import { SessionOperations } from './sessions/session-operations.js';
import { SessionRequests } from './sessions/session-requests.js';
import { Sessions } from './sessions/sessions.js';
import { BatchPolicy } from './transport/batch-policy.js';
import { DirectRequests } from './transport/direct-requests.js';
import { McpController } from './transport/mcp.controller.js';
import { OpenStreams } from './transport/open-streams.js';
import { OriginPolicy } from './transport/origin-policy.js';
import { PostRequests } from './transport/post-requests.js';
import { RequestRecords } from './transport/request-records.js';
import { RunningCalls } from './transport/running-calls.js';
import { ScopeChallenges } from './transport/scope-challenges.js';
import { SdkServers } from './transport/sdk-servers.js';
import { StatelessRequests } from './transport/stateless-requests.js';

/** The MCP server on `/mcp`. Tools, resources and prompts are found wherever the application provides them. */
@Module({
  imports: [DiscoveryModule, AuditModule, AuthModule],
  controllers: [McpController],
  providers: [
    BatchPolicy,
    ChangeNotices,
    Completions,
    DirectRequests,
    ErrorResults,
    HandlerCalls,
    HandlerPipeline,
    InputRequests,
    McpRegistry,
    McpStartup,
    MethodTable,
    OpenStreams,
    OriginPolicy,
    PostRequests,
    PromptMethods,
    RequestLog,
    RequestRecords,
    ResourceMethods,
    RunningCalls,
    ScopeChallenges,
    SdkServers,
    SessionOperations,
    SessionRequests,
    Sessions,
    StatelessRequests,
    ToolMethods,
  ],
  exports: [McpRegistry],
})
export class McpModule {}
