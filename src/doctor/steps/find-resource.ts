import type { Challenge } from '../challenge.js';
import { metadataHeaders, type ClientProfile } from '../client-profile.js';
import { findingsOfResourceDocument, resourceOf } from '../documents/resource-document.js';
import { error, type Finding } from '../finding.js';
import type { JsonObject } from '../json.js';
import { Unanswered, type Network, type Reply } from '../network.js';
import type { Outcome } from '../recorder.js';
import { resourceMetadataPlaces } from '../well-known.js';

export interface FoundResource {
  /** Undefined where clients go on as before RFC 9728: the origin is then the authorization server. */
  readonly document: JsonObject | undefined;
  readonly place: string | undefined;
}

/** Protected resource metadata: where the challenge says, else below the well-known path, first with the endpoint's own. */
export async function findResource(
  network: Network,
  profile: ClientProfile,
  url: string,
  challenge: Challenge | undefined,
): Promise<Outcome<FoundResource>> {
  const named = challenge?.resourceMetadataUrl;
  const places = named === undefined ? resourceMetadataPlaces(url) : [named];
  const tried: string[] = [];
  for (const place of places) {
    const reply = await askFor(network, profile, place);
    tried.push(`${place}: ${wordsFor(reply)}`);
    const document = documentOf(reply);
    if (document !== undefined) return found(document, place, url, tried);
    if (!goesOn(reply, profile)) break;
  }
  const elsewhere = named === undefined ? undefined : await firstAnswering(network, profile, url);
  return {
    detail: tried.join('; '),
    findings: [missing(url, named, elsewhere, tried)],
    value: { document: undefined, place: undefined },
  };
}

function found(document: JsonObject, place: string, url: string, tried: string[]): Outcome<FoundResource> {
  const findings = findingsOfResourceDocument(document, url);
  const usable = resourceOf(document) !== undefined;
  return { detail: tried.join('; '), findings, value: { document: usable ? document : undefined, place } };
}

function missing(
  url: string,
  named: string | undefined,
  elsewhere: string | undefined,
  tried: readonly string[],
): Finding {
  const [usual = ''] = resourceMetadataPlaces(url);
  const mend =
    elsewhere === undefined
      ? `Serve a JSON document at ${usual} with "resource": "${url}" and "authorization_servers": ["<issuer>"] (RFC 9728), publicly, and name it in resource_metadata of the challenge. A proxy has to pass /.well-known/ on to the server.`
      : `Name ${elsewhere}, which answers, in resource_metadata of the challenge, or serve the document at ${named} too. Behind a proxy, tell the server its public URL.`;
  return error(
    'resource_metadata_missing',
    {
      problem: `There is no protected resource metadata${named === undefined ? ' at its usual places' : ' where the challenge says'} (${tried.join('; ')}), so clients do not know where to log in.`,
      mend,
    },
    [],
  );
}

async function askFor(network: Network, profile: ClientProfile, place: string): Promise<Reply | undefined> {
  try {
    return await network.askAsClient({ url: place, headers: metadataHeaders() });
  } catch (failure) {
    const isSilence = failure instanceof Unanswered && failure.finding.code === 'unreachable';
    if (isSilence && profile.takesSilenceForAbsence) return undefined;
    throw failure;
  }
}

/** The usual place that has the document, where the challenge names one that has not. */
async function firstAnswering(
  network: Network,
  profile: ClientProfile,
  url: string,
): Promise<string | undefined> {
  for (const place of resourceMetadataPlaces(url))
    if (documentOf(await askFor(network, profile, place).catch(() => undefined)) !== undefined) return place;
  return undefined;
}

function documentOf(reply: Reply | undefined): JsonObject | undefined {
  return reply?.status === 200 ? reply.json : undefined;
}

/** Whether the client looks at the next place after such an answer. */
function goesOn(reply: Reply | undefined, { opensModern }: ClientProfile): boolean {
  if (reply === undefined) return true;
  const { status } = reply;
  return (status >= 300 && status < 500) || (opensModern && status === 502);
}

function wordsFor(reply: Reply | undefined): string {
  if (reply === undefined) return 'no answer';
  if (reply.status !== 200) return String(reply.status);
  return reply.json === undefined ? '200, but no JSON object' : '200';
}
