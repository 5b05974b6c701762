import { Module } from '@nestjs/common';
import { UpstreamGrantsModule, UpstreamPinsModule } from '../../gateway/index.js';
import { CliModule } from './cli.module.js';

export { diffOf, visibleText, GrantRevocation, ToolApproval, UpstreamGrants } from '../../gateway/index.js';

/** What commands about other MCP servers need beside the rest. */
@Module({ imports: [CliModule, UpstreamGrantsModule, UpstreamPinsModule] })
export class UpstreamCliModule {}
