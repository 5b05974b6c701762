import {
  Body,
  Controller,
  Get,
  Headers,
  Param,
  Post,
  Query,
  Res,
  type Provider,
  type Type,
} from '@nestjs/common';
import { ProtocolError } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { ProblemError } from '../../../../src/common/problem-error.js';
import { Scopes } from '../../../../src/common/scopes.decorator.js';
import {
  askByUrl,
  askForm,
  askModel,
  McpPrompt,
  McpResource,
  McpTool,
  requestInput,
  ToolError,
  toolResult,
  type McpContext,
} from '../../../../src/mcp/index.js';
import { PiiPolicy } from '../../../../src/security/index.js';
import { Stage } from './stage.js';

const anything = z.looseObject({});
type Emit = (stage: Stage, context: McpContext, input: unknown) => unknown;

/** What each tool does with what is on the stage. */
const EMISSIONS: Readonly<Record<string, Emit>> = {
  structured: ({ emit }) => emit,
  content: ({ texts }) =>
    toolResult({ content: texts.map((text) => ({ type: 'text', text, _meta: { note: text } })) }),
  embedded: ({ texts }) =>
    toolResult({
      content: texts.map((text, index) => ({
        type: 'resource',
        resource:
          index % 2 === 0
            ? { uri: text, text, _meta: { text } }
            : { uri: 'file:///blob', mimeType: 'text/plain', blob: Buffer.from(text).toString('base64') },
      })),
    }),
  links: ({ texts }) =>
    toolResult({
      content: texts.map((text) => ({
        type: 'resource_link',
        uri: text,
        name: text,
        title: text,
        description: text,
        _meta: { [text]: text },
      })),
    }),
  media: ({ texts }) =>
    toolResult({
      content: texts.map((text, index) => ({
        type: index % 2 === 0 ? ('image' as const) : ('audio' as const),
        data: Buffer.from(text).toString('base64'),
        mimeType: 'image/svg+xml',
      })),
    }),
  tool_error: ({ text }) => {
    throw new ToolError(text);
  },
  problem: ({ text, emit }) => {
    const problem = { status: 409, code: 'conflict', title: text, extensions: { emit } };
    throw new ProblemError(problem, text, { cause: new Error(text) });
  },
  protocol_error: ({ text, emit }) => {
    throw new ProtocolError(-32000, text, emit);
  },
  progress: async ({ texts }, context) => {
    for (const text of texts) await context.reportProgress(1, 2, text);
    return {};
  },
  log: async ({ texts, emit }, context) => {
    for (const text of texts) await context.log('info', { text }, text);
    await context.log('info', emit);
    return {};
  },
};

const INTERACTIONS: Readonly<Record<string, Emit>> = {
  form: ({ text, texts }) =>
    requestInput({
      form: askForm({
        message: text,
        requestedSchema: {
          type: 'object',
          properties: Object.fromEntries(
            texts.map((each, index) => [
              `field${index}`,
              { type: 'string', title: each, description: each, default: each, enum: [each, 'other'] },
            ]),
          ),
        },
      }),
    }),
  url: ({ text }) =>
    requestInput({
      url: askByUrl({ url: `https://example.net/?q=${encodeURIComponent(text)}`, message: text }),
    }),
  sampling: ({ text, texts }) =>
    requestInput({
      model: askModel({
        systemPrompt: text,
        maxTokens: 10,
        messages: texts.map((each) => ({ role: 'user', content: { type: 'text', text: each } })),
      }),
    }),
  answers: (stage, { answers }) => {
    stage.received.push(answers.form('form', anything), answers.message('model'), answers.roots('roots'));
    return toolResult({ content: [] });
  },
};

/** A policy for each half of the tools, so that both kinds of protection are seen. */
const POLICIES = { mask: 'mask', encrypt: 'encrypt' } as const;

function toolOf(name: string, policy: keyof typeof POLICIES, emit: Emit, interactive: boolean): Type {
  class Tool {
    constructor(private readonly stage: Stage) {}
    execute(input: unknown, context: McpContext): never {
      this.stage.received.push(input);
      return emit(this.stage, context, input) as never;
    }
  }
  Reflect.defineMetadata('design:paramtypes', [Stage], Tool);
  McpTool({ name: `${policy}_${name}`, description: name, input: anything, output: anything, interactive })(
    Tool,
  );
  Scopes('mcp.access')(Tool);
  PiiPolicy(POLICIES[policy])(Tool);
  return Tool;
}

const TOOLS = (['mask', 'encrypt'] as const).flatMap((policy) => [
  ...Object.entries(EMISSIONS).map(([name, emit]) => toolOf(name, policy, emit, false)),
  ...Object.entries(INTERACTIONS).map(([name, emit]) => toolOf(name, policy, emit, true)),
]);

@McpResource({ uri: 'stage://text', name: 'text', description: 'text', mimeType: 'text/plain' })
@Scopes('mcp.access')
@PiiPolicy('mask')
class TextResource {
  constructor(private readonly stage: Stage) {}
  read() {
    return this.stage.text;
  }
}

@McpResource({ uri: 'stage://json', name: 'json', description: 'json', mimeType: 'application/json' })
@Scopes('mcp.access')
@PiiPolicy('encrypt')
class JsonResource {
  constructor(private readonly stage: Stage) {}
  read() {
    return this.stage.emit as Record<string, unknown>;
  }
}

@McpResource({ uri: 'stage://octets', name: 'octets', description: 'octets', mimeType: 'text/plain' })
@Scopes('mcp.access')
@PiiPolicy('mask')
class OctetResource {
  constructor(private readonly stage: Stage) {}
  read() {
    return new TextEncoder().encode(this.stage.text);
  }
}

@McpResource({
  uri: 'customer://{id}/note',
  name: 'template',
  description: 'template',
  mimeType: 'text/plain',
})
@Scopes('mcp.access')
@PiiPolicy('mask')
class TemplateResource {
  constructor(private readonly stage: Stage) {}
  read(variables: unknown) {
    this.stage.received.push(variables);
    return 'note';
  }
}

@McpPrompt({ name: 'stage', description: 'stage', arguments: z.object({ a: z.string(), b: z.string() }) })
@Scopes('mcp.access')
@PiiPolicy('mask')
class StagePrompt {
  constructor(private readonly stage: Stage) {}
  render(args: unknown) {
    this.stage.received.push(args);
    return this.stage.texts.map((text, index) => ({
      role: 'user' as const,
      content:
        index % 2 === 0
          ? ({ type: 'text', text } as const)
          : ({ type: 'resource', resource: { uri: 'file:///x', text } } as const),
    }));
  }
  complete(_argument: string, value: string) {
    this.stage.received.push(value);
    return this.stage.texts;
  }
}

@Controller('stage')
@Scopes('mcp.access')
@PiiPolicy('mask')
export class StageController {
  constructor(private readonly stage: Stage) {}

  @Post('echo/:id')
  echo(
    @Body() body: unknown,
    @Query() query: unknown,
    @Param() params: unknown,
    @Headers('x-note') note: unknown,
  ) {
    this.stage.received.push(body, query, params, note);
    return this.stage.emit;
  }

  @Get('header')
  header(@Res({ passthrough: true }) reply: { header(name: string, value: string): void }) {
    this.stage.texts.forEach((text, index) => reply.header(`x-note-${index}`, encodeURIComponent(text)));
    return {};
  }

  @Get('error')
  error(): never {
    const { text, emit } = this.stage;
    throw new ProblemError({ status: 409, code: 'conflict', title: text, extensions: { emit } }, text);
  }
}

/** Tools, resources and prompts whose very declarations hold texts. */
export function declarationsWith(texts: readonly string[]): Type[] {
  return texts.map((text, index) => {
    class Tool {
      execute() {
        return {};
      }
    }
    const input = z.object({
      field: z.enum([text, 'other']).default(text).describe(text),
      [text]: z.string().optional(),
    });
    McpTool({
      name: `declared_${index}`,
      title: text,
      description: text,
      input,
      output: anything,
      annotations: { title: text },
    })(Tool);
    Scopes('mcp.access')(Tool);
    PiiPolicy(index % 2 === 0 ? 'mask' : 'encrypt')(Tool);
    return Tool;
  });
}

export function resourcesAndPromptsWith(texts: readonly string[]): Type[] {
  return texts.flatMap((text, index) => {
    class Resource {
      read() {
        return 'x';
      }
    }
    McpResource({
      uri: `declared://${index}`,
      name: `r${index}`,
      title: text,
      description: text,
      mimeType: 'text/plain',
    })(Resource);
    class Prompt {
      render() {
        return 'x';
      }
    }
    McpPrompt({
      name: `declared_${index}`,
      title: text,
      description: text,
      arguments: z.object({ a: z.string().describe(text) }),
    })(Prompt);
    for (const target of [Resource, Prompt]) {
      Scopes('mcp.access')(target);
      PiiPolicy('mask')(target);
    }
    return [Resource, Prompt];
  });
}

export const HANDLERS: readonly Provider[] = [
  Stage,
  ...TOOLS,
  TextResource,
  JsonResource,
  OctetResource,
  TemplateResource,
  StagePrompt,
];
