import { mcpSdk1, mcpSdk2 } from '../contestants/floors.mjs';
import { gatehouse } from '../contestants/gatehouse.mjs';
import { createKeys } from '../lib/keys.mjs';

/** `tools/call` of revision 2026-07-28, against the bare SDK that checks nothing. */
export const stateless = {
  title: 'tools/call, 2026-07-28 stateless (Gatehouse: token, scope, PII both ways, audit)',
  base: 'MCP SDK v2, stateless, open',
  contestants: async (tool) => [gatehouse.stateless(tool), mcpSdk2()],
  bars: [{ figure: 'cpuMicros', atMost: 0.5, goal: 0.25 }],
};

/** `tools/call` in 2025-era sessions, one per connection. */
export const session = {
  title: 'tools/call in a 2025-era session (Gatehouse: token, scope, PII both ways, audit)',
  base: 'MCP SDK v1, session, bearer RS256',
  contestants: async (tool) => [gatehouse.session(tool), mcpSdk1(await createKeys('RS256'))],
  bars: [{ figure: 'cpuMicros', atMost: 0.6, goal: 0.4 }],
};
