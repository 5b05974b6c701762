import type { Askable } from '../../../config/index.js';
import { isMembers, type Members } from './messages.js';

/** What the schemas of MCP name, and what a member of it may hold: an empty object, a flag, or members in turn. */
interface Known {
  readonly [member: string]: Known | 'flag';
}

/** MCP 2026-07-28, ClientCapabilities, of those that a question in a result needs. */
const KNOWN: Readonly<Record<Askable, Known>> = {
  elicitation: { form: { applyDefaults: 'flag' }, url: {} },
  sampling: { context: {}, tools: {} },
  roots: { listChanged: 'flag' },
};

/**
 * Of the client's capabilities those that questions in a result need, made anew of words of the specification only: it
 * may write anything beside them, and no policy looks at it.
 */
export function askable(capabilities: Members): Members {
  return knownOf(capabilities, KNOWN);
}

function knownOf(said: Members, known: Known): Members {
  const members: Record<string, unknown> = {};
  for (const [name, kind] of Object.entries(known)) {
    const value = Object.hasOwn(said, name) ? said[name] : undefined;
    if (kind === 'flag') {
      if (typeof value === 'boolean') members[name] = value;
    } else if (isMembers(value)) members[name] = knownOf(value, kind);
  }
  return members;
}
