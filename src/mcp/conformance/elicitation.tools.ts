import { z } from 'zod';
import { askForm, askModel, requestInput, type InputRequest } from '../context/input-request.js';
import type { McpContext } from '../context/mcp-context.js';
import type { ToolResult } from '../results/tool-result.js';
import { defaultsForm, enumsForm, userForm } from './elicitation-forms.js';
import { ConformanceTool, noInput } from './fixture.decorator.js';
import { textResult } from './fixture-content.js';

/** Whatever the form's fields are. */
const anyContent = z.record(z.string(), z.unknown());
const MAX_TOKENS = 100;

function answerOf(context: McpContext, key: string): string {
  const content = context.answers.form(key, anyContent) ?? {};
  return `action=${context.answers.action(key)}, content=${JSON.stringify(content)}`;
}

@ConformanceTool({ name: 'test_sampling', input: z.object({ prompt: z.string() }), interactive: true })
class SamplingTool {
  execute({ prompt }: { prompt: string }, context: McpContext): ToolResult | InputRequest {
    const answer = context.answers.message('prompt');
    if (answer !== undefined) return textResult(`LLM response: ${answer}`);
    const messages = [{ role: 'user' as const, content: { type: 'text' as const, text: prompt } }];
    return requestInput({ prompt: askModel({ messages, maxTokens: MAX_TOKENS }) });
  }
}

@ConformanceTool({ name: 'test_elicitation', input: z.object({ message: z.string() }), interactive: true })
class ElicitationTool {
  execute({ message }: { message: string }, context: McpContext): ToolResult | InputRequest {
    if (context.answers.action('user') !== undefined)
      return textResult(`User response: ${answerOf(context, 'user')}`);
    return requestInput({ user: askForm({ message, requestedSchema: userForm }) });
  }
}

@ConformanceTool({ name: 'test_elicitation_sep1034_defaults', input: noInput, interactive: true })
class ElicitationDefaultsTool {
  execute(_input: object, context: McpContext): ToolResult | InputRequest {
    if (context.answers.action('form') !== undefined) {
      return textResult(`Elicitation completed: ${answerOf(context, 'form')}`);
    }
    return requestInput({ form: askForm({ message: 'Review the defaults', requestedSchema: defaultsForm }) });
  }
}

@ConformanceTool({ name: 'test_elicitation_sep1330_enums', input: noInput, interactive: true })
class ElicitationEnumsTool {
  execute(_input: object, context: McpContext): ToolResult | InputRequest {
    if (context.answers.action('form') !== undefined) {
      return textResult(`Elicitation completed: ${answerOf(context, 'form')}`);
    }
    return requestInput({ form: askForm({ message: 'Choose from the lists', requestedSchema: enumsForm }) });
  }
}

@ConformanceTool({ name: 'test_streaming_elicitation', input: noInput, interactive: true })
class StreamingElicitationTool {
  execute(_input: object, context: McpContext): ToolResult | InputRequest {
    if (context.answers.action('user') !== undefined) return textResult('Streamed');
    return requestInput({ user: askForm({ message: 'Who are you?', requestedSchema: userForm }) });
  }
}

@ConformanceTool({ name: 'test_missing_capability', input: noInput, interactive: true })
class MissingCapabilityTool {
  execute(_input: object, context: McpContext): ToolResult | InputRequest {
    const answer = context.answers.message('question');
    if (answer !== undefined) return textResult(answer);
    const messages = [{ role: 'user' as const, content: { type: 'text' as const, text: 'Are you there?' } }];
    return requestInput({ question: askModel({ messages, maxTokens: MAX_TOKENS }) });
  }
}

export const elicitationTools = [
  SamplingTool,
  ElicitationTool,
  ElicitationDefaultsTool,
  ElicitationEnumsTool,
  StreamingElicitationTool,
  MissingCapabilityTool,
];
