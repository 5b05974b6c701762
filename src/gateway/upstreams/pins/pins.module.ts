import { Module } from '@nestjs/common';
import { AuditModule } from '../../../audit/index.js';
import { ToolApproval } from './tool-approval.js';
import { ToolPins } from './tool-pins.js';
import { UpstreamToolRows } from './upstream-tools.repository.js';

/** Which definitions of tools are approved: asked by the service, changed by its command line. */
@Module({
  imports: [AuditModule],
  providers: [ToolApproval, ToolPins, UpstreamToolRows],
  exports: [ToolApproval, ToolPins],
})
export class UpstreamPinsModule {}
