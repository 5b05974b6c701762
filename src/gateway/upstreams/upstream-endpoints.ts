import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { LazyModuleLoader } from '@nestjs/core';
import { Configuration } from '../../config/index.js';
import type { McpEndpoint } from '../../mcp/index.js';
import type { RelayedUpstreams } from './relayed-upstreams.js';

/** The endpoints of relayed upstreams. Modules loaded on demand get no lifecycle hooks, so theirs are here. */
@Injectable()
export class UpstreamEndpoints implements OnModuleInit, OnApplicationShutdown {
  private upstreams: RelayedUpstreams | undefined;

  constructor(
    private readonly configuration: Configuration,
    private readonly modules: LazyModuleLoader,
  ) {}

  /** Before policy files are read, which may name upstreams. @throws StartRefusal for a policy that cannot be applied. */
  async onModuleInit(): Promise<void> {
    if (this.configuration.upstreams.every(({ relay }) => relay === undefined)) return;
    const [{ RelayModule }, { RelayedUpstreams: Upstreams }] = await Promise.all([
      import('./relay.module.js'),
      import('./relayed-upstreams.js'),
    ]);
    const module = await this.modules.load(() => RelayModule);
    const upstreams = module.get(Upstreams);
    upstreams.start();
    this.upstreams = upstreams;
  }

  /** After the calls under way have been answered. */
  async onApplicationShutdown(): Promise<void> {
    await this.upstreams?.stop();
  }

  find(name: string): McpEndpoint | undefined {
    return this.upstreams?.find(name)?.endpoint;
  }
}
