import { bearerChallengeOf } from '../challenge.js';
import type { ClientProfile } from '../client-profile.js';
import { listTools, open, resultOf, type Opening } from '../conversation.js';
import { error, GENERATIONS, type Finding } from '../finding.js';
import type { Network, Reply } from '../network.js';
import { quoted } from '../quoted.js';
import type { Outcome } from '../recorder.js';
import { whyNot } from './call-without-token.js';
import type { IssuedToken } from './get-token.js';

/** The first call with the token, up to the list of tools. */
export async function firstCall(
  network: Network,
  profile: ClientProfile,
  url: string,
  issued: IssuedToken | undefined,
): Promise<Outcome<true>> {
  const opening = await open(network, profile, url, issued?.token);
  if (resultOf(opening.message, opening.reply) === undefined) return stopped(url, opening, issued);
  const { reply, message } = await listTools(network, url, opening, issued?.token);
  const tools = resultOf(message, reply)?.['tools'];
  if (!Array.isArray(tools)) return stopped(url, { reply }, issued);
  const revision = opening.isModern ? '2026-07-28' : 'a 2025 revision';
  return { detail: `${tools.length} tool(s), by ${revision}`, findings: [], value: true };
}

function stopped(
  url: string,
  opening: Pick<Opening, 'reply'>,
  issued: IssuedToken | undefined,
): Outcome<true> {
  const { reply } = opening;
  const challenge = bearerChallengeOf(reply.headers);
  const detail = `answered ${reply.status}${challenge?.error === undefined ? '' : ` ${quoted(challenge.error)}`}`;
  const findings = findingsFor(url, reply, issued);
  return { detail, findings, value: undefined };
}

function findingsFor(url: string, reply: Reply, issued: IssuedToken | undefined): Finding[] {
  const challenge = bearerChallengeOf(reply.headers);
  if (reply.status === 403 && challenge?.error === 'insufficient_scope') return [lacksScope(challenge.scope)];
  if (reply.status !== 401 || issued === undefined) return [whyNot(url, { reply })];
  // What was seen in the token already is why.
  const known = issued.findings.filter(({ severity }) => severity === 'error');
  return known.length > 0
    ? known.map((each) => ({ ...each, stops: GENERATIONS }))
    : [notAccepted(url, reply)];
}

function lacksScope(scope: string | undefined): Finding {
  return error('insufficient_scope', {
    problem: `The token lacks a scope: the server asks for ${quoted(scope ?? 'one it does not name')}.`,
    mend: 'Name it in scope of the 401 challenge and in scopes_supported of the protected resource metadata, so that clients ask for it, and allow it to the client.',
  });
}

function notAccepted(url: string, reply: Reply): Finding {
  return error('token_not_accepted', {
    problem: `${url} refuses the token that was just issued: ${quoted(reply.headers.get('www-authenticate') ?? reply.text)}.`,
    mend: 'Compare what the server demands (issuer, audience, keys, its clock) with the token, and check that a proxy passes the Authorization header on.',
  });
}
