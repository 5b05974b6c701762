import type { McpContext } from '../context/mcp-context.js';
import type { ToolResult } from '../results/tool-result.js';
import { ConformanceTool, noInput } from './fixture.decorator.js';
import { pause, textResult } from './fixture-content.js';

@ConformanceTool({ name: 'test_tool_with_progress', input: noInput })
class ToolWithProgress {
  async execute(_input: object, context: McpContext): Promise<ToolResult> {
    for (const progress of [0, 50, 100]) {
      await context.reportProgress(progress, 100, `Completed step ${progress} of 100`);
      await pause();
    }
    return textResult('Tool with progress executed successfully');
  }
}

@ConformanceTool({ name: 'test_tool_with_logging', input: noInput })
class ToolWithLogging {
  async execute(_input: object, context: McpContext): Promise<ToolResult> {
    for (const message of ['Tool execution started', 'Tool processing data', 'Tool execution completed']) {
      await context.log('info', message);
      await pause();
    }
    return textResult('Tool with logging executed successfully');
  }
}

@ConformanceTool({ name: 'test_logging_tool', input: noInput })
class LoggingTool {
  async execute(_input: object, context: McpContext): Promise<ToolResult> {
    await context.log('info', 'Only for clients that asked for it');
    return textResult('Logged');
  }
}

@ConformanceTool({ name: 'test_trigger_tool_change', input: noInput })
class TriggerToolChangeTool {
  execute(_input: object, context: McpContext): ToolResult {
    context.announceChange({ kind: 'tools' });
    return textResult('Announced a change of the tools');
  }
}

@ConformanceTool({ name: 'test_trigger_prompt_change', input: noInput })
class TriggerPromptChangeTool {
  execute(_input: object, context: McpContext): ToolResult {
    context.announceChange({ kind: 'prompts' });
    return textResult('Announced a change of the prompts');
  }
}

export const notificationTools = [
  ToolWithProgress,
  ToolWithLogging,
  LoggingTool,
  TriggerToolChangeTool,
  TriggerPromptChangeTool,
];
