import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { LazyModuleLoader } from '@nestjs/core';
import { Configuration } from '../config/index.js';
import { HandlerPipeline } from './invocation/handler-pipeline.js';
import { McpRegistry } from './registry/mcp-registry.js';

/** Finds and prepares all handlers once the application is complete: global guards exist only then. */
@Injectable()
export class McpStartup implements OnApplicationBootstrap {
  constructor(
    private readonly configuration: Configuration,
    private readonly modules: LazyModuleLoader,
    private readonly registry: McpRegistry,
    private readonly pipeline: HandlerPipeline,
  ) {}

  /** @throws UndeclaredError naming every class that lacks scopes or a policy and every name declared twice. */
  async onApplicationBootstrap(): Promise<void> {
    if (this.configuration.mcp.conformanceFixtures) await this.loadConformanceFixtures();
    this.registry.discover();
    this.pipeline.prepare();
  }

  private async loadConformanceFixtures(): Promise<void> {
    const { ConformanceModule } = await import('./conformance/conformance.module.js');
    await this.modules.load(() => ConformanceModule);
  }
}
