import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { z } from 'zod';
import { Scopes } from '../../common/scopes.decorator.js';
import { Configuration } from '../../config/index.js';
import { PiiPolicy, PolicyOrigins } from '../../security/index.js';
import { McpTool } from '../declarations/mcp-tool.decorator.js';
import { McpRegistry } from './mcp-registry.js';

const schema = z.object({ text: z.string() });
const declaration = { description: 'Echoes', input: schema, output: schema };

@McpTool({ ...declaration, name: 'complete', aliases: ['whole'] })
@Scopes('read')
@PiiPolicy('keep')
class CompleteTool {
  execute(input: { text: string }): { text: string } {
    return input;
  }
}

@McpTool({ ...declaration, name: 'without_scopes' })
@PiiPolicy('keep')
class ToolWithoutScopes extends CompleteTool {
  override execute(input: { text: string }): { text: string } {
    return input;
  }
}

@McpTool({ ...declaration, name: 'without_policy' })
@Scopes('read')
class ToolWithoutPolicy {
  execute(input: { text: string }): { text: string } {
    return input;
  }
}

@McpTool({ ...declaration, name: 'whole' })
@Scopes('read')
@PiiPolicy('keep')
class ToolWithATakenName {
  execute(input: { text: string }): { text: string } {
    return input;
  }
}

async function discover(...providers: (new () => object)[]): Promise<McpRegistry> {
  const module = await Test.createTestingModule({
    imports: [DiscoveryModule],
    providers: [
      McpRegistry,
      PolicyOrigins,
      { provide: Configuration, useValue: { isProduction: false } },
      ...providers,
    ],
  }).compile();
  const registry = module.get(McpRegistry);
  registry.discover();
  return registry;
}

describe('McpRegistry', () => {
  it('finds a complete tool by its name and its alias, and lists it once', async () => {
    const registry = await discover(CompleteTool);
    expect(registry.tool('complete')).toBe(registry.tool('whole'));
    expect(registry.tools.map(({ name }) => name)).toEqual(['complete']);
    expect(registry.tools[0]?.listing.inputSchema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      required: ['text'],
    });
  });

  it.each([
    ['no @Scopes()', ToolWithoutScopes, /ToolWithoutScopes \(without_scopes\) has no @Scopes\(\)/],
    ['no @PiiPolicy()', ToolWithoutPolicy, /ToolWithoutPolicy \(without_policy\) has no @PiiPolicy\(\)/],
    ['a name that is taken', ToolWithATakenName, /another tool is already called whole/],
  ])('stops the boot for a tool with %s, naming it', async (_what, tool, message) => {
    await expect(discover(CompleteTool, tool)).rejects.toThrow(message);
  });

  it('names everything that is missing at once', async () => {
    const boot = discover(ToolWithoutScopes, ToolWithoutPolicy);
    await expect(boot).rejects.toThrow(/without_scopes[^]*without_policy/);
  });
});
