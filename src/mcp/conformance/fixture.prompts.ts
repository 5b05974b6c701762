import { z } from 'zod';
import { askForm, requestInput, type InputRequest } from '../context/input-request.js';
import type { McpContext } from '../context/mcp-context.js';
import type { PromptBody } from '../declarations/mcp-prompt.decorator.js';
import { nameForm } from './elicitation-forms.js';
import { PNG } from './fixture-content.js';
import { ConformancePrompt } from './fixture.decorator.js';

const twoArguments = z.object({
  arg1: z.string().describe('First test argument'),
  arg2: z.string().describe('Second test argument'),
});
const resourceArgument = z.object({ resourceUri: z.string().describe('URI of the resource to embed') });
const named = z.object({ name: z.string() });

@ConformancePrompt({ name: 'test_simple_prompt' })
class SimplePrompt {
  render(): PromptBody {
    return 'This is a simple prompt for testing.';
  }
}

@ConformancePrompt({ name: 'test_prompt_with_arguments', arguments: twoArguments })
class PromptWithArguments {
  render({ arg1, arg2 }: z.output<typeof twoArguments>): PromptBody {
    return `Prompt with arguments: arg1='${arg1}', arg2='${arg2}'`;
  }

  complete(argument: string, value: string): readonly string[] {
    const suggestions = argument === 'arg1' ? ['paris', 'park', 'party'] : [];
    return suggestions.filter((suggestion) => suggestion.startsWith(value));
  }
}

@ConformancePrompt({ name: 'test_prompt_with_embedded_resource', arguments: resourceArgument })
class PromptWithEmbeddedResource {
  render({ resourceUri }: z.output<typeof resourceArgument>): PromptBody {
    const resource = {
      uri: resourceUri,
      mimeType: 'text/plain',
      text: 'Embedded resource content for testing.',
    };
    return [
      { role: 'user', content: { type: 'resource', resource } },
      { role: 'user', content: { type: 'text', text: 'Please process the embedded resource above.' } },
    ];
  }
}

@ConformancePrompt({ name: 'test_prompt_with_image' })
class PromptWithImage {
  render(): PromptBody {
    return [
      { role: 'user', content: { type: 'image', data: PNG, mimeType: 'image/png' } },
      { role: 'user', content: { type: 'text', text: 'Please analyze the image above.' } },
    ];
  }
}

@ConformancePrompt({ name: 'test_input_required_result_prompt', interactive: true })
class InputRequiredPrompt {
  render(_args: object, { answers }: McpContext): PromptBody | InputRequest {
    const user = answers.form('user_context', named);
    const answered = user !== undefined || answers.action('user_context') === 'accept';
    if (answered) return `Context: ${user?.name ?? 'given'}`;
    return requestInput({
      user_context: askForm({ message: 'What should it be about?', requestedSchema: nameForm }),
    });
  }
}

export const fixturePrompts = [
  SimplePrompt,
  PromptWithArguments,
  PromptWithEmbeddedResource,
  PromptWithImage,
  InputRequiredPrompt,
];
