import type { ContentBlock } from '@modelcontextprotocol/server';

/** An answer whose content blocks the tool chose itself, instead of one text block with the JSON of its output. */
export class ToolResult {
  constructor(
    readonly content: readonly ContentBlock[],
    readonly structuredContent?: Readonly<Record<string, unknown>>,
  ) {}
}

/** What a tool returns that answers with images, audio, resources or text of its own. */
export function toolResult(result: {
  content: readonly ContentBlock[];
  structuredContent?: Readonly<Record<string, unknown>>;
}): ToolResult {
  return new ToolResult(result.content, result.structuredContent);
}
