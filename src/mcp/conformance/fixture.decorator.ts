import { applyDecorators } from '@nestjs/common';
import { z } from 'zod';
import { Scopes } from '../../common/scopes.decorator.js';
import { PiiPolicy } from '../../security/index.js';
import {
  McpPrompt,
  type PromptDeclaration,
  type PromptHandler,
} from '../declarations/mcp-prompt.decorator.js';
import { McpResource, type ResourceDeclaration } from '../declarations/mcp-resource.decorator.js';
import { McpTool } from '../declarations/mcp-tool.decorator.js';
import type { ObjectSchema, ToolDeclaration } from '../declarations/tool-declaration.js';

/** What all fixtures have in common: any caller may use them, and their made-up data passes as it is. */
const protection = applyDecorators(Scopes('mcp.access'), PiiPolicy('keep'));

export const noInput = z.object({});

type FixtureTool<Input extends ObjectSchema> = Pick<ToolDeclaration<Input>, 'name' | 'input' | 'interactive'>;

/** A tool the conformance suite calls by this name. */
export function ConformanceTool<Input extends ObjectSchema>(
  declaration: FixtureTool<Input>,
): ReturnType<typeof McpTool<Input, z.ZodObject>> {
  const declare = McpTool<Input, z.ZodObject>({
    ...declaration,
    description: `Conformance fixture ${declaration.name}`,
  });
  return (target) => {
    declare(target);
    protection(target);
  };
}

/** A resource the conformance suite reads. */
export function ConformanceResource(
  declaration: Omit<ResourceDeclaration, 'description'>,
): ReturnType<typeof McpResource> {
  const declare = McpResource({ ...declaration, description: `Conformance fixture ${declaration.name}` });
  return (target) => {
    declare(target);
    protection(target);
  };
}

/** A prompt the conformance suite renders. */
export function ConformancePrompt<Arguments extends ObjectSchema = z.ZodObject>(
  declaration: Omit<PromptDeclaration<Arguments>, 'description'>,
): (target: new (...dependencies: never[]) => PromptHandler<z.output<Arguments>>) => void {
  const declare = McpPrompt<Arguments>({
    ...declaration,
    description: `Conformance fixture ${declaration.name}`,
  });
  return (target) => {
    declare(target);
    protection(target);
  };
}
