import { Module } from '@nestjs/common';
import { AuthModule } from '../../auth/index.js';
import { McpModule } from '../../mcp/index.js';
import { IdentityAssertion } from '../forward-auth/identity-assertion.js';
import { UpstreamCredentials } from './credentials/upstream-credentials.js';
import { UpstreamGrantsModule } from './grants/upstream-grants.module.js';
import { UpstreamPinsModule } from './pins/pins.module.js';
import { RelayedUpstreams } from './relayed-upstreams.js';

/** Loaded on demand: who relays nothing pays nothing for it. */
@Module({
  imports: [AuthModule, McpModule, UpstreamGrantsModule, UpstreamPinsModule],
  providers: [IdentityAssertion, RelayedUpstreams, UpstreamCredentials],
})
export class RelayModule {}
