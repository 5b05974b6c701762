import { declareRelay } from '../../../mcp/index.js';
import type { Relay } from '../catalogue/relay.js';
import type { RelayedOrigin } from '../catalogue/relayed-origin.js';
import { RelayedTool } from '../catalogue/relayed-tool.js';

const NAME = 'connect';

/** The tool by which a person allows Gatehouse to act for them, where nobody has yet. */
export function connectTool(upstream: string, title: string, relay: Relay, of: RelayedOrigin): RelayedTool {
  const listing = {
    name: NAME,
    title: `Connect ${title}`,
    description: `Lets you allow Gatehouse to use ${title} for you. Its own tools are listed once somebody has.`,
    inputSchema: { type: 'object' as const, properties: {} },
  };
  const instance = declareRelay((_input, context) => relay.connect(context), of);
  return new RelayedTool(listing, instance, of, `${upstream}/${NAME}`);
}
