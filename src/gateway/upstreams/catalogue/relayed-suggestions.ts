import type { CompletionRequest, Suggestions } from '../../../mcp/index.js';
import { isMembers, type Members } from '../peer/messages.js';
import type { Relay } from './relay.js';

/** What an upstream suggests for an argument of one of its prompts or resource templates. */
export async function suggestionsOf(
  relay: Relay,
  ref: Members,
  argument: { readonly name: string; readonly value: string },
  { settled, signal }: CompletionRequest,
): Promise<Suggestions> {
  const context = settled === undefined ? {} : { context: { arguments: settled } };
  const { completion } = await relay.request('completion/complete', { ref, argument, ...context }, signal);
  if (!isMembers(completion) || !Array.isArray(completion['values'])) return [];
  return completion as unknown as Suggestions;
}
