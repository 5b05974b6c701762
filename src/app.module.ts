import { Module, type DynamicModule, type ModuleMetadata } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { AdminAuditModule, AdminPoliciesModule } from './admin/index.js';
import { GracefulStop } from './app/graceful-stop.js';
import { AuditedPolicyInterceptor } from './app/audited-policy.interceptor.js';
import { HelloController } from './app/hello.controller.js';
import { ServerInformationController } from './app/server-information.controller.js';
import { AuditModule } from './audit/index.js';
import { AuthModule } from './auth/index.js';
import { CommonModule } from './common/common.module.js';
import { ConfigModule } from './config/index.js';
import { DatabaseModule } from './database/index.js';
import { GatewayModule } from './gateway/index.js';
import { HealthModule } from './health/index.js';
import { McpModule } from './mcp/index.js';
import { ObservabilityModule } from './observability/index.js';
import { PresidioModule } from './presidio/index.js';
import { SecurityModule } from './security/index.js';
import { ToolsModule } from './tools/index.js';

/** What Nest takes as an import: a module class, or a dynamic module. */
export type FurtherModule = NonNullable<ModuleMetadata['imports']>[number];

/** Table of contents: one import per folder. */
@Module({
  imports: [
    CommonModule,
    ConfigModule,
    ObservabilityModule,
    DatabaseModule.register(),
    SecurityModule,
    AuditModule,
    AuthModule,
    McpModule,
    GatewayModule,
    PresidioModule,
    ToolsModule,
    AdminAuditModule,
    AdminPoliciesModule,
    HealthModule,
  ],
  controllers: [ServerInformationController, HelloController],
  providers: [GracefulStop, { provide: APP_INTERCEPTOR, useClass: AuditedPolicyInterceptor }],
})
export class AppModule {
  /** The service with a developer's own modules, which inject what the modules above export globally. */
  static with(modules: readonly FurtherModule[]): DynamicModule {
    return { module: AppModule, imports: [...modules] };
  }
}
