import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/index.js';
import { AuthModule } from '../auth/index.js';
import { DoctorModule } from '../doctor/index.js';
import { McpModule } from '../mcp/index.js';
import { SecurityModule } from '../security/index.js';
import { CreateOauth2TestTokenTool } from './create-oauth2-test-token.tool.js';
import { CreateProductTool } from './create-product.tool.js';
import { CreateTicketTool } from './create-ticket.tool.js';
import { CustomerEntity } from './customers/customer.entity.js';
import { Customers } from './customers/customers.repository.js';
import { DatabaseProbe } from './database-probe.js';
import { DeleteProductTool } from './delete-product.tool.js';
import { GenerateSecurityReportTool } from './generate-security-report.tool.js';
import { GetOauth2FlowGuideTool } from './get-oauth2-flow-guide.tool.js';
import { GetOauth2ServerStatusTool } from './get-oauth2-server-status.tool.js';
import { GetSecurityAuditLogTool } from './get-security-audit-log.tool.js';
import { GetUserInfoTool } from './get-user-info.tool.js';
import { HighSecurityOperationTool } from './high-security-operation.tool.js';
import { InventoryItemEntity } from './inventory/inventory-item.entity.js';
import { Inventory } from './inventory/inventory.repository.js';
import { LookupInventoryTool } from './lookup-inventory.tool.js';
import { ProductEntity } from './products/product.entity.js';
import { Products } from './products/products.repository.js';
import { SecurityReviewPrompt } from './security-review.prompt.js';
import { ServerGuideResource } from './server-guide.resource.js';
import { RevealController } from './reveal/reveal.controller.js';
import { Reveals } from './reveal/reveals.js';
import { RevealPiiTool } from './reveal-pii.tool.js';
import { MetadataChecks } from './setup-checks/metadata-checks.js';
import { OtherServers } from './setup-checks/other-servers.js';
import { OwnServer } from './setup-checks/own-server.js';
import { TokenChecks } from './setup-checks/token-checks.js';
import { SimulateDataBreachDetectionTool } from './simulate-data-breach-detection.tool.js';
import { StoreSensitiveDataTool } from './store-sensitive-data.tool.js';
import { TestEncryptionTool } from './test-encryption.tool.js';
import { TestPiiDetectionTool } from './test-pii-detection.tool.js';
import { TicketEntity } from './tickets/ticket.entity.js';
import { Tickets } from './tickets/tickets.repository.js';
import { ValidateOauth2SetupTool } from './validate-oauth2-setup.tool.js';

const TOOLS = [
  CreateOauth2TestTokenTool,
  CreateProductTool,
  CreateTicketTool,
  DeleteProductTool,
  GenerateSecurityReportTool,
  GetOauth2FlowGuideTool,
  GetOauth2ServerStatusTool,
  GetSecurityAuditLogTool,
  GetUserInfoTool,
  HighSecurityOperationTool,
  LookupInventoryTool,
  RevealPiiTool,
  SimulateDataBreachDetectionTool,
  StoreSensitiveDataTool,
  TestEncryptionTool,
  TestPiiDetectionTool,
  ValidateOauth2SetupTool,
];

const WHAT_TOOLS_WORK_ON = [
  Customers,
  DatabaseProbe,
  Inventory,
  MetadataChecks,
  OtherServers,
  OwnServer,
  Products,
  Reveals,
  Tickets,
  TokenChecks,
];

/** The tools this server offers over MCP, with a guide and a prompt to use them by. */
@Module({
  imports: [
    AuditModule,
    AuthModule,
    DoctorModule,
    McpModule,
    SecurityModule,
    TypeOrmModule.forFeature([CustomerEntity, InventoryItemEntity, ProductEntity, TicketEntity]),
  ],
  controllers: [RevealController],
  providers: [...TOOLS, ...WHAT_TOOLS_WORK_ON, ServerGuideResource, SecurityReviewPrompt],
})
export class ToolsModule {}
