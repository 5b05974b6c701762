import type { McpChange } from '../context/mcp-context.js';

type Listener = (change: McpChange) => void;

/** Carries "this list changed" from handlers to the open streams of both generations of clients. */
export class ChangeNotices {
  private readonly listeners: Listener[] = [];

  announce(change: McpChange): void {
    for (const listener of this.listeners) listener(change);
  }

  onChange(listener: Listener): void {
    this.listeners.push(listener);
  }
}
