import { COMMON_HEADERS } from '../client-profile.js';
import { error, warning, type Finding } from '../finding.js';
import { Unanswered, type Network, type Question, type Reply } from '../network.js';
import { quoted } from '../quoted.js';
import type { Outcome } from '../recorder.js';

export interface CorsTargets {
  /** Documents that everybody may read. */
  readonly documents: readonly string[];
  /** Endpoints of the authorization server that are posted to. */
  readonly endpoints: readonly string[];
  /** The MCP endpoint, which may choose its origins. */
  readonly mcp: string;
}

/** Headers that a browser asks leave for before an MCP call. */
const MCP_HEADERS = ['authorization', 'content-type', 'mcp-protocol-version'];

/**
 * Whether clients that run in a browser get along (Fetch, CORS protocol).
 *
 * @param isDemanded the origin was named, so leaving CORS out is wrong.
 */
export async function checkCors(
  network: Network,
  { documents, endpoints, mcp }: CorsTargets,
  origin: string,
  isDemanded: boolean,
): Promise<Outcome<true>> {
  const found: Found[] = [];
  for (const url of documents)
    found.push({ url, problem: problemOf(await get(network, url, origin), origin) });
  for (const url of endpoints) {
    const reply = await preflight(network, url, origin, ['content-type']);
    found.push({ url, problem: preflightProblem(reply, origin, ['content-type']) });
  }
  const mcpReply = await preflight(network, mcp, origin, MCP_HEADERS);
  if (isDemanded || allows(mcpReply, origin))
    found.push({ url: mcp, problem: preflightProblem(mcpReply, origin, MCP_HEADERS) });
  const detail = `${found.filter(({ problem }) => problem === undefined).length} of ${found.length} let pages of ${origin} in`;
  return { detail, findings: findingsOf(found, origin, isDemanded), value: true };
}

interface Found {
  readonly url: string;
  readonly problem: string | undefined;
}

const ABSENT = 'no Access-Control-Allow-Origin';

function findingsOf(found: readonly Found[], origin: string, isDemanded: boolean): Finding[] {
  const wrong = found.filter(({ problem }) => problem !== undefined);
  if (wrong.length === 0) return [];
  const list = wrong.map(({ url, problem }) => `${url}: ${problem}`).join('; ');
  if (!isDemanded && found.every(({ problem }) => problem === ABSENT)) {
    return [
      warning('cors_missing', {
        problem: 'There is no CORS: clients in browsers cannot connect; programs can.',
        mend: 'Send Access-Control-Allow-Origin: * with the metadata, the key set, and the token and registration endpoints, and answer OPTIONS there.',
      }),
    ];
  }
  return [
    error(
      'bad_cors',
      {
        problem: `Clients in browsers (asked for ${origin}) are kept out by CORS: ${list}.`,
        mend: 'Send Access-Control-Allow-Origin: * (without credentials) with the metadata, the token and registration endpoints; answer OPTIONS there and at the MCP endpoint with 204 before any authentication, and allow the headers Authorization, Content-Type, MCP-Protocol-Version, Mcp-Session-Id, Mcp-Method, Mcp-Name.',
      },
      [],
    ),
  ];
}

function get(network: Network, url: string, origin: string): Promise<Reply | undefined> {
  return ask(network, { url, headers: { ...COMMON_HEADERS, Origin: origin, Accept: 'application/json' } });
}

/** What cannot be reached at all is named by the step that needs it. */
async function ask(network: Network, question: Question): Promise<Reply | undefined> {
  try {
    return await network.ask(question);
  } catch (failure) {
    if (failure instanceof Unanswered) return undefined;
    throw failure;
  }
}

function preflight(
  network: Network,
  url: string,
  origin: string,
  headers: readonly string[],
): Promise<Reply | undefined> {
  return ask(network, {
    url,
    method: 'OPTIONS',
    headers: {
      ...COMMON_HEADERS,
      Origin: origin,
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': headers.join(','),
    },
  });
}

function preflightProblem(
  reply: Reply | undefined,
  origin: string,
  headers: readonly string[],
): string | undefined {
  const problem = problemOf(reply, origin);
  if (problem !== undefined || reply === undefined) return problem;
  if (reply.status < 200 || reply.status >= 300) return `OPTIONS is answered ${reply.status}`;
  const allowed = listOf(reply.headers.get('access-control-allow-headers'));
  // `*` does not stand for Authorization (Fetch, CORS-preflight fetch).
  const missing = headers.filter(
    (name) => !allowed.includes(name) && (name === 'authorization' || !allowed.includes('*')),
  );
  return missing.length === 0 ? undefined : `headers not allowed: ${missing.join(', ')}`;
}

function problemOf(reply: Reply | undefined, origin: string): string | undefined {
  if (reply === undefined) return 'no answer';
  const allowed = reply.headers.get('access-control-allow-origin');
  if (allowed === undefined) return ABSENT;
  if (!allows(reply, origin)) return `Access-Control-Allow-Origin is ${quoted(allowed)}`;
  const isContradiction = allowed === '*' && reply.headers.get('access-control-allow-credentials') === 'true';
  return isContradiction
    ? 'Access-Control-Allow-Origin: * with credentials, which browsers refuse'
    : undefined;
}

function allows(reply: Reply | undefined, origin: string): boolean {
  const allowed = reply?.headers.get('access-control-allow-origin');
  return allowed === '*' || allowed === origin;
}

function listOf(value: string | undefined): string[] {
  return (value ?? '').split(',').map((each) => each.trim().toLowerCase());
}
