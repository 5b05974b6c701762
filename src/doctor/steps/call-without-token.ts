import { bearerChallengeOf, type Challenge } from '../challenge.js';
import type { ClientProfile } from '../client-profile.js';
import { endSession, open, resultOf, type Opening } from '../conversation.js';
import { error, warning, type Finding } from '../finding.js';
import { redirectTarget, type Network, type Reply } from '../network.js';
import { quoted } from '../quoted.js';
import type { Outcome } from '../recorder.js';
import { differBySlash } from '../well-known.js';
import type { AgentVerdicts } from './user-agents.js';

export interface FirstAnswer {
  /** The server asks for no token. */
  readonly isOpen: boolean;
  readonly challenge: Challenge | undefined;
}

/** What a client does first: it calls, and learns from the refusal where to get a token. */
export async function callWithoutToken(
  network: Network,
  profile: ClientProfile,
  url: string,
  agents: AgentVerdicts,
): Promise<Outcome<FirstAnswer>> {
  if (agents.nodeIsBlocked && agents.finding !== undefined)
    return { detail: 'turned away', findings: [agents.finding], value: undefined };
  const opening = await open(network, profile, url);
  const { reply } = opening;
  const moved = reply.url === url ? [] : [redirected(url, reply)];
  if (resultOf(opening.message, reply) !== undefined) {
    await endSession(network, url, reply);
    return {
      detail: 'answered without a token',
      findings: moved,
      value: { isOpen: true, challenge: undefined },
    };
  }
  if (reply.status === 401) return challenged(reply, moved);
  return { detail: `answered ${reply.status}`, findings: [...moved, whyNot(url, opening)], value: undefined };
}

/** Why an answer is neither a result nor a 401. */
export function whyNot(url: string, { reply }: Pick<Opening, 'reply'>): Finding {
  const { status } = reply;
  const target = redirectTarget(reply);
  if (target !== undefined) return redirecting(url, status, target);
  if (status === 403) return refused(reply);
  if (status === 404 || status === 405) return notFound(url, status);
  if (status === 429) return limited(reply);
  if (status >= 500) return failing(reply);
  return error('not_mcp', {
    problem: `${url} answered ${status} (${quoted(reply.headers.get('content-type') ?? 'no content type')}) to an MCP request: ${quoted(reply.text) || 'nothing'}.`,
    mend: 'Check that the URL is the MCP endpoint (Streamable HTTP), that POST with application/json reaches it, and that the answer is JSON-RPC as application/json or text/event-stream.',
  });
}

function challenged(reply: Reply, moved: readonly Finding[]): Outcome<FirstAnswer> {
  const challenge = bearerChallengeOf(reply.headers);
  const value = { isOpen: false, challenge };
  const where = challenge?.resourceMetadataUrl;
  if (where !== undefined) return { detail: `401, and the challenge names ${where}`, findings: moved, value };
  const given = reply.headers.get('www-authenticate');
  const finding = warning('challenge_missing', {
    problem: `The 401 has ${given === undefined ? 'no WWW-Authenticate' : `WWW-Authenticate: ${quoted(given)}`}, so clients have to look for the metadata where it usually is.`,
    mend: 'Send WWW-Authenticate: Bearer resource_metadata="<URL of the protected resource metadata>" with every 401 (RFC 9728 section 5.1). A proxy must pass that header on.',
  });
  return { detail: '401', findings: [...moved, finding], value };
}

function refused(reply: Reply): Finding {
  const challenge = bearerChallengeOf(reply.headers);
  return error('refused_without_challenge', {
    problem: `A call without a token is answered 403${challenge === undefined ? ' without a challenge' : ''} instead of 401, so clients do not begin to log in. It says: ${quoted(reply.text) || 'nothing'}.`,
    mend: 'Answer 401 with WWW-Authenticate: Bearer resource_metadata="…" when there is no token or a bad one; 403 is for a good token that lacks a scope. If a firewall or proxy says it (an IP list, a country rule, a Host or Origin check), let MCP clients pass there.',
  });
}

function redirecting(url: string, status: number, target: string): Finding {
  const bySlash = differBySlash(new URL(target).pathname, new URL(url).pathname);
  return error('redirecting_post', {
    problem: `POST ${url} is redirected (${status}) to ${quoted(target)}. Clients do not follow: ${status === 307 || status === 308 ? 'it leaves the origin' : 'a POST would become a GET'}.`,
    mend: `${bySlash ? 'Only the slash at the end differs. ' : ''}Give people ${quoted(target)} if that is the MCP endpoint, or answer at ${url} itself. Log-in pages, http-to-https and slash redirects of proxies and frameworks must not apply to this path.`,
  });
}

function redirected(url: string, reply: Reply): Finding {
  return warning('redirected_post', {
    problem: `POST ${url} was redirected to ${reply.url}. The official clients follow within an origin, others do not.`,
    mend: `Give people ${reply.url}, and name it in the resource metadata.`,
  });
}

function notFound(url: string, status: number): Finding {
  return error('endpoint_not_found', {
    problem: `${url} answered ${status}: there is no MCP endpoint at this path, or it takes no POST.`,
    mend: 'Check the path (often /mcp), a slash at its end, and that the proxy passes POST on to it. Servers that speak only HTTP with SSE (2024-11-05) have to be updated.',
  });
}

function limited(reply: Reply): Finding {
  return error('rate_limited', {
    problem: `The server answered 429${reply.headers.has('retry-after') ? ` (Retry-After: ${quoted(reply.headers.get('retry-after'))})` : ''}.`,
    mend: 'Wait and try again. If clients see it too, count by person rather than by address: hosted clients share addresses.',
  });
}

function failing(reply: Reply): Finding {
  return error('server_error', {
    problem: `The server, or the proxy in front of it, answered ${reply.status}: ${quoted(reply.text) || 'nothing'}.`,
    mend: 'Look at its log at this time, and at the log of the proxy. A page that asks to prove being human is a bot rule: exempt this path.',
  });
}
