import { z } from 'zod';
import {
  askForm,
  askModel,
  askRoots,
  requestInput,
  type InputQuestion,
  type InputRequest,
} from '../context/input-request.js';
import type { McpContext } from '../context/mcp-context.js';
import type { ToolResult } from '../results/tool-result.js';
import { confirmForm, nameForm } from './elicitation-forms.js';
import { ConformanceTool, noInput } from './fixture.decorator.js';
import { textResult } from './fixture-content.js';

const named = z.object({ name: z.string() });
const confirmed = z.object({ ok: z.boolean() });

const askName: InputQuestion = askForm({ message: 'What is your name?', requestedSchema: nameForm });
const askConfirmation: InputQuestion = askForm({ message: 'Please confirm', requestedSchema: confirmForm });
const askCapital: InputQuestion = askModel({
  messages: [{ role: 'user', content: { type: 'text', text: 'What is the capital of France?' } }],
  maxTokens: 100,
});

@ConformanceTool({ name: 'test_input_required_result_elicitation', input: noInput, interactive: true })
class InputRequiredElicitationTool {
  execute(_input: object, { answers }: McpContext): ToolResult | InputRequest {
    const user = answers.form('user_name', named);
    return user === undefined ? requestInput({ user_name: askName }) : textResult(`Hello, ${user.name}!`);
  }
}

@ConformanceTool({ name: 'test_input_required_result_sampling', input: noInput, interactive: true })
class InputRequiredSamplingTool {
  execute(_input: object, { answers }: McpContext): ToolResult | InputRequest {
    const capital = answers.message('capital_question');
    return capital === undefined ? requestInput({ capital_question: askCapital }) : textResult(capital);
  }
}

@ConformanceTool({ name: 'test_input_required_result_list_roots', input: noInput, interactive: true })
class InputRequiredRootsTool {
  execute(_input: object, { answers }: McpContext): ToolResult | InputRequest {
    const roots = answers.roots('client_roots');
    if (roots === undefined) return requestInput({ client_roots: askRoots() });
    return textResult(`Roots: ${roots.map(({ uri }) => uri).join(', ')}`);
  }
}

@ConformanceTool({ name: 'test_input_required_result_request_state', input: noInput, interactive: true })
class InputRequiredStateTool {
  execute(_input: object, { answers }: McpContext): ToolResult | InputRequest {
    const answered = answers.form('confirm', confirmed) !== undefined && answers.state === 'confirming';
    return answered ? textResult('state-ok') : requestInput({ confirm: askConfirmation }, 'confirming');
  }
}

@ConformanceTool({ name: 'test_input_required_result_tampered_state', input: noInput, interactive: true })
class InputRequiredTamperedStateTool {
  execute(_input: object, { answers }: McpContext): ToolResult | InputRequest {
    const answered = answers.form('confirm', confirmed) !== undefined && answers.state === 'confirming';
    return answered ? textResult('state-ok') : requestInput({ confirm: askConfirmation }, 'confirming');
  }
}

@ConformanceTool({ name: 'test_input_required_result_multiple_inputs', input: noInput, interactive: true })
class InputRequiredMultipleInputsTool {
  execute(_input: object, { answers }: McpContext): ToolResult | InputRequest {
    const user = answers.form('user_name', named);
    const capital = answers.message('capital_question');
    const roots = answers.roots('client_roots');
    if (user === undefined || capital === undefined || roots === undefined) {
      return requestInput(
        { user_name: askName, capital_question: askCapital, client_roots: askRoots() },
        'asking',
      );
    }
    return textResult(`${user.name}, ${capital}, ${roots.length} roots`);
  }
}

@ConformanceTool({ name: 'test_input_required_result_multi_round', input: noInput, interactive: true })
class InputRequiredMultiRoundTool {
  execute(_input: object, { answers }: McpContext): ToolResult | InputRequest {
    const answered = (key: string): boolean => answers.action(key) === 'accept';
    if (answers.state === 'second round' && answered('step2')) return textResult('Both steps are done');
    if (answers.state === 'first round' && answered('step1'))
      return requestInput({ step2: askName }, 'second round');
    return requestInput({ step1: askName }, 'first round');
  }
}

@ConformanceTool({ name: 'test_input_required_result_capabilities', input: noInput, interactive: true })
class InputRequiredCapabilitiesTool {
  execute(_input: object, { answers, clientCapabilities }: McpContext): ToolResult | InputRequest {
    const questions = {
      ...(clientCapabilities.elicitation !== undefined && { user_name: askName }),
      ...(clientCapabilities.sampling !== undefined && { capital_question: askCapital }),
      ...(clientCapabilities.roots !== undefined && { client_roots: askRoots() }),
    };
    const open = Object.keys(questions).filter((key) => !answers.has(key));
    return open.length > 0
      ? requestInput(questions)
      : textResult('Everything the client can answer was answered');
  }
}

export const inputRequiredTools = [
  InputRequiredElicitationTool,
  InputRequiredSamplingTool,
  InputRequiredRootsTool,
  InputRequiredStateTool,
  InputRequiredTamperedStateTool,
  InputRequiredMultipleInputsTool,
  InputRequiredMultiRoundTool,
  InputRequiredCapabilitiesTool,
];
