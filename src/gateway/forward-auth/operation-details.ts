import type { Operation } from './operations.js';

/** Of a name in the record: MCP 2026-07-28 allows no more of a tool's. */
const LONGEST_NAME = 128;
/** Of one batch in the record. */
const MOST_TOOLS = 20;

/** What a request asks for, as it is on record. */
export type OperationDetails = {
  readonly mcp_method?: string;
  /** The first one that is called. */
  readonly tool?: string;
  /** All that are called, each once, when they are several; 20 at most. */
  readonly tools?: readonly string[];
  /** How many more than those. */
  readonly further_tools?: number;
  /** How many operations a batch has, when it has several. */
  readonly operations?: number;
};

/** Calls of tools come first: nothing in front of one in a batch hides it. */
export function detailsOf(operations: readonly Operation[] = []): OperationDetails {
  const tools = [...new Set(operations.flatMap(({ tool }) => (tool === undefined ? [] : [tool])))];
  const [tool] = tools;
  const operation = operations.find((each) => each.tool === tool) ?? operations[0];
  if (operation === undefined) return {};
  return {
    mcp_method: shortened(operation.method),
    ...(tool !== undefined && { tool: shortened(tool) }),
    ...(tools.length > 1 && { tools: tools.slice(0, MOST_TOOLS).map(shortened) }),
    ...(tools.length > MOST_TOOLS && { further_tools: tools.length - MOST_TOOLS }),
    ...(operations.length > 1 && { operations: operations.length }),
  };
}

function shortened(name: string): string {
  return name.slice(0, LONGEST_NAME);
}
