import { firstSignal } from '../../../common/first-signal.js';
import type { RelayConfiguration } from '../../../config/index.js';
import { isMembers, type Members, type ResponseMessage } from './messages.js';
import { HttpStatusError, WireError } from './peer-errors.js';
import {
  initializeParams,
  LEGACY_REVISION,
  legacyRevision,
  STATELESS_REVISION,
  statelessRevision,
  type Revision,
} from './revision.js';
import type { Wire } from './wire.js';

/** What an upstream said of itself. */
export interface Introduction {
  readonly revision: Revision;
  readonly serverInfo: Members;
  readonly capabilities: Members;
  readonly instructions: string | undefined;
}

/** Milliseconds for an answer to the question whether 2026-07-28 is known: some servers know it by saying nothing. */
const PROBE_MS = 5_000;
const ID = 'gatehouse-handshake';

/**
 * Settles on a revision. `undefined` says that the server is of an older generation and the wire is not usable any
 * more: some end at a question they do not know.
 *
 * @throws WireError when no revision is found.
 */
export async function introduce(
  wire: Wire,
  { revision, asks }: Pick<RelayConfiguration, 'revision' | 'asks'>,
  signal: AbortSignal,
): Promise<Introduction | undefined> {
  if (revision === 'legacy') return initialize(wire, asks, signal);
  const found = await discover(wire, signal);
  if (found !== 'older' && found !== 'gone') return found;
  if (revision !== 'auto') throw new WireError('no_handshake');
  return found === 'gone' ? undefined : initialize(wire, asks, signal);
}

async function discover(wire: Wire, signal: AbortSignal): Promise<Introduction | 'older' | 'gone'> {
  const params = { _meta: statelessRevision.meta({}) };
  const probe = firstSignal(signal, AbortSignal.timeout(PROBE_MS));
  try {
    const answer = await wire.exchange(
      { jsonrpc: '2.0', id: `${ID}-discover`, method: 'server/discover', params },
      {
        headers: statelessRevision.headers('server/discover', params, {}),
        signal: probe,
        onNotification: ignore,
      },
    );
    return introductionOf(answer) ?? 'older';
  } catch (error) {
    return outcomeOf(error, signal);
  }
}

/** MCP 2026-07-28: an answer by HTTP status says that the generation is another, unless it is about who asks. */
function outcomeOf(error: unknown, signal: AbortSignal): 'older' | 'gone' {
  if (signal.aborted) throw error;
  if (error instanceof HttpStatusError) {
    if (error.status === 401 || error.status === 403) throw new WireError('not_authorized', { cause: error });
    if (error.status < 500) return 'older';
  }
  if (error instanceof WireError && error.failure === 'connection_lost') return 'gone';
  if ((error as Error).name === 'TimeoutError' || isNotJsonRpc(error)) return 'older';
  throw error;
}

function isNotJsonRpc(error: unknown): boolean {
  return error instanceof WireError && error.failure === 'not_json_rpc';
}

function introductionOf({ result }: ResponseMessage): Introduction | undefined {
  const versions = result?.['supportedVersions'];
  if (!Array.isArray(versions) || !versions.includes(STATELESS_REVISION)) return undefined;
  const meta = isMembers(result?.['_meta']) ? result['_meta'] : {};
  return describe(statelessRevision, result ?? {}, meta['io.modelcontextprotocol/serverInfo']);
}

async function initialize(
  wire: Wire,
  asks: RelayConfiguration['asks'],
  signal: AbortSignal,
): Promise<Introduction> {
  let sessionId: string | undefined;
  const { result } = await wire.exchange(
    { jsonrpc: '2.0', id: `${ID}-initialize`, method: 'initialize', params: initializeParams(asks) },
    {
      headers: {},
      signal,
      onNotification: ignore,
      onHeaders: (headers) => (sessionId = [headers['mcp-session-id']].flat()[0]),
    },
  );
  if (result === undefined) throw new WireError('no_handshake');
  const version = result['protocolVersion'];
  const revision = legacyRevision(typeof version === 'string' ? version : LEGACY_REVISION, sessionId);
  const headers = revision.headers('notifications/initialized', {}, {});
  await wire.notify({ jsonrpc: '2.0', method: 'notifications/initialized' }, headers);
  return describe(revision, result, result['serverInfo']);
}

function describe(revision: Revision, result: Members, serverInfo: unknown): Introduction {
  const { capabilities, instructions } = result;
  return {
    revision,
    serverInfo: isMembers(serverInfo) ? serverInfo : {},
    capabilities: isMembers(capabilities) ? capabilities : {},
    instructions: typeof instructions === 'string' ? instructions : undefined,
  };
}

function ignore(): void {
  // A handshake has no progress that anybody waits for.
}
