import { ToolError } from '../../common/tool-error.js';
import { toolResult, type ToolResult } from '../results/tool-result.js';
import { ConformanceTool, noInput } from './fixture.decorator.js';
import { PNG, textResult, WAV } from './fixture-content.js';
import { json202012Input } from './json-schema-2020-12.js';

@ConformanceTool({ name: 'test_simple_text', input: noInput })
class SimpleTextTool {
  execute(): ToolResult {
    return textResult('This is a simple text response for testing.');
  }
}

@ConformanceTool({ name: 'test_image_content', input: noInput })
class ImageContentTool {
  execute(): ToolResult {
    return toolResult({ content: [{ type: 'image', data: PNG, mimeType: 'image/png' }] });
  }
}

@ConformanceTool({ name: 'test_audio_content', input: noInput })
class AudioContentTool {
  execute(): ToolResult {
    return toolResult({ content: [{ type: 'audio', data: WAV, mimeType: 'audio/wav' }] });
  }
}

@ConformanceTool({ name: 'test_embedded_resource', input: noInput })
class EmbeddedResourceTool {
  execute(): ToolResult {
    const text = 'This is an embedded resource content.';
    const resource = { uri: 'test://embedded-resource', mimeType: 'text/plain', text };
    return toolResult({ content: [{ type: 'resource', resource }] });
  }
}

@ConformanceTool({ name: 'test_multiple_content_types', input: noInput })
class MultipleContentTypesTool {
  execute(): ToolResult {
    const text = JSON.stringify({ test: 'data', value: 123 });
    const resource = { uri: 'test://mixed-content-resource', mimeType: 'application/json', text };
    return toolResult({
      content: [
        { type: 'text', text: 'Multiple content types test:' },
        { type: 'image', data: PNG, mimeType: 'image/png' },
        { type: 'resource', resource },
      ],
    });
  }
}

@ConformanceTool({ name: 'test_error_handling', input: noInput })
class ErrorHandlingTool {
  execute(): ToolResult {
    throw new ToolError('This tool intentionally returns an error for testing');
  }
}

@ConformanceTool({ name: 'json_schema_2020_12_tool', input: json202012Input })
class JsonSchema202012Tool {
  execute(): ToolResult {
    return textResult('ok');
  }
}

export const contentTools = [
  SimpleTextTool,
  ImageContentTool,
  AudioContentTool,
  EmbeddedResourceTool,
  MultipleContentTypesTool,
  ErrorHandlingTool,
  JsonSchema202012Tool,
];
