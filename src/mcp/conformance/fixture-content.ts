import { toolResult, type ToolResult } from '../results/tool-result.js';

/** One red pixel. */
export const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==';
/** A header and no samples. */
export const WAV = 'UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAIA+AAACABAAZGF0YQAAAAA=';

/** The pace at which fixtures send notifications. */
export function pause(): Promise<void> {
  return new Promise((done) => setTimeout(done, 50));
}

export function textResult(text: string): ToolResult {
  return toolResult({ content: [{ type: 'text', text }] });
}
