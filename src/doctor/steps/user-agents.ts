import { initialize, NODE_AGENT } from '../client-profile.js';
import { endSession } from '../conversation.js';
import { error, type Finding } from '../finding.js';
import { Unanswered, type Network } from '../network.js';
import type { Outcome } from '../recorder.js';

/** What clients in the field call themselves: official SDKs, hosted assistants, and a browser to compare with. */
const BROWSER_AGENT =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36';
const AGENTS: readonly (readonly [agent: string, who: string])[] = [
  [NODE_AGENT, 'the official TypeScript clients'],
  [BROWSER_AGENT, 'a browser'],
  ['python-httpx/0.28.1', 'the official Python client'],
  ['Claude-User', 'Claude'],
  ['openai-mcp/1.0.0', 'ChatGPT'],
];

export interface AgentVerdicts {
  /** Whether the official clients are turned away for their name. */
  readonly nodeIsBlocked: boolean;
  readonly finding: Finding | undefined;
}

/** Makes the same first call under the names of several clients: a firewall that dislikes one answers it otherwise. */
export async function compareAgents(network: Network, url: string): Promise<Outcome<AgentVerdicts>> {
  const statuses = new Map<string, number>();
  for (const [agent] of AGENTS) {
    statuses.set(agent, await statusFor(network, url, agent));
    // Nobody is there: more names would only take more time.
    if (statuses.get(NODE_AGENT) === 0 && statuses.get(BROWSER_AGENT) === 0) break;
  }
  const detail = AGENTS.map(([agent, who]) => `${who}: ${statuses.get(agent) || 'no answer'}`).join(', ');
  const blocked = AGENTS.filter(([agent]) => !isWelcome(statuses.get(agent)));
  // What nobody gets is no matter of names.
  if (blocked.length === AGENTS.length || blocked.length === 0)
    return { detail, findings: [], value: { nodeIsBlocked: false, finding: undefined } };
  const nodeIsBlocked = blocked.some(([agent]) => agent === NODE_AGENT);
  const finding = blockedAgents(blocked, statuses, nodeIsBlocked);
  return { detail, findings: [finding], value: { nodeIsBlocked, finding } };
}

function blockedAgents(
  blocked: typeof AGENTS,
  statuses: ReadonlyMap<string, number>,
  nodeIsBlocked: boolean,
): Finding {
  const names = blocked.map(
    ([agent, who]) => `${who} (${statuses.get(agent) || 'no answer'} for "${agent}")`,
  );
  return error(
    'blocked_user_agent',
    {
      problem: `Turned away for its User-Agent, where others are let through: ${names.join(', ')}. A firewall or bot rule in front of the server does it.`,
      mend: `Let requests to the MCP endpoint, /.well-known/ and the OAuth endpoints pass whatever their User-Agent is (at a CDN: a skip rule for bot protection on these paths), or allow ${blocked.map(([agent]) => `"${agent}"`).join(', ')}.`,
    },
    nodeIsBlocked ? undefined : [],
  );
}

/** 0 when the connection was cut, which is how some firewalls say no. */
async function statusFor(network: Network, url: string, agent: string): Promise<number> {
  const message = initialize();
  try {
    const reply = await network.ask({
      url,
      method: 'POST',
      headers: { ...message.headers, 'User-Agent': agent },
      body: message.body,
      isEnough: (text) => text.includes('"jsonrpc"'),
    });
    await endSession(network, url, reply);
    return reply.status;
  } catch (failure) {
    if (failure instanceof Unanswered && failure.finding.code === 'unreachable') return 0;
    throw failure;
  }
}

/** Our own questions may use up a rate limit; that says nothing of names. */
function isWelcome(status = 0): boolean {
  return status === 429 || (status >= 200 && status < 500 && status !== 403 && status !== 406);
}
