import { isTooDeep } from '../nesting.js';
import { canonicalText, type Definition } from './definition.js';

/** PostgreSQL keeps neither NUL nor half a surrogate pair; JSON writes both as escapes. */
const UNSTORABLE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][\da-f]{2})/;
/** Definitions of one name that are shown to whoever looks at what is held. */
const MOST_SHOWN = 8;

/** A tool as a server offers it. */
export interface OfferedTool<Tool> {
  readonly tool: Tool;
  /** Its definition in canonical order. */
  readonly text: string;
}

/** A name that nothing can be approved under as the server lists it now. */
export interface RefusedTool {
  readonly name: string;
  readonly reason: 'listed_twice' | 'nested_too_deep' | 'not_storable';
  /** JSON of an array, which no definition is: what is shown of it. */
  readonly shown: string;
}

interface Looked<Tool> {
  readonly tool: Tool;
  /** Undefined where it cannot be kept, and so not be compared either. */
  readonly text: string | undefined;
  readonly refusal: 'nested_too_deep' | 'not_storable' | undefined;
  /** JSON. */
  readonly shown: string;
}

type Named = Definition & { readonly name: string };

/**
 * The tools of a list that can be compared with what was approved, and names that cannot. Of two definitions under one
 * name nobody can say which a client goes by, so it has neither.
 */
export function offeredOf<Tool extends Named>(
  tools: readonly Tool[],
): { readonly offered: readonly OfferedTool<Tool>[]; readonly refused: readonly RefusedTool[] } {
  const byName = new Map<string, Looked<Tool>[]>();
  for (const tool of tools) {
    const looked = lookAt(tool);
    const same = byName.get(tool.name);
    if (same === undefined) byName.set(tool.name, [looked]);
    else same.push(looked);
  }
  const offered: OfferedTool<Tool>[] = [];
  const refused: RefusedTool[] = [];
  for (const [name, same] of byName) {
    const [{ tool, text, refusal }] = same as [Looked<Tool>];
    const reason = same.length > 1 ? 'listed_twice' : refusal;
    if (reason === undefined) offered.push({ tool, text: text! });
    else refused.push({ name: storable(name), reason, shown: shownOf(same) });
  }
  return { offered, refused };
}

function lookAt<Tool extends Named>(tool: Tool): Looked<Tool> {
  if (isTooDeep(tool))
    return { tool, text: undefined, refusal: 'nested_too_deep', shown: '"nested too deep to be shown"' };
  const text = canonicalText(tool);
  if (!UNSTORABLE.test(text)) return { tool, text, refusal: undefined, shown: text };
  return { tool, text: undefined, refusal: 'not_storable', shown: JSON.stringify(text) };
}

function shownOf(same: readonly Looked<unknown>[]): string {
  const texts = same.map(({ shown }) => shown).sort();
  return `[${texts.slice(0, MOST_SHOWN).join(',')}]`;
}

function storable(name: string): string {
  return name.replace(/\p{Cs}/gu, '\ufffd').replaceAll('\0', '\ufffd');
}
