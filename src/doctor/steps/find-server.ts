import { metadataHeaders, type ClientProfile } from '../client-profile.js';
import { authorizationServerOf } from '../documents/resource-document.js';
import { findingsOfServerDocument } from '../documents/server-document.js';
import { error, type Finding } from '../finding.js';
import { isUrl, stringsOf, type JsonObject } from '../json.js';
import { Unanswered, type Network, type Reply } from '../network.js';
import type { Outcome } from '../recorder.js';
import { serverMetadataPlaces } from '../well-known.js';

export interface FoundServer {
  /** From its metadata; undefined when there is none. */
  readonly issuer: string | undefined;
  readonly document: JsonObject | undefined;
  readonly place: string | undefined;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  /** Undefined when nobody can register. */
  readonly registrationEndpoint: string | undefined;
  readonly jwksUri: string | undefined;
  readonly authMethods: readonly string[];
}

/** Authorization server metadata, at the places and in the order in which clients look for it. */
export async function findServer(
  network: Network,
  profile: ClientProfile,
  url: string,
  resource: JsonObject | undefined,
  isInteractive: boolean,
): Promise<Outcome<FoundServer>> {
  const named = resource === undefined ? undefined : authorizationServerOf(resource);
  // As before RFC 9728: the server itself.
  const issuer = named ?? new URL('/', url).href;
  const tried: string[] = [];
  for (const place of serverMetadataPlaces(issuer)) {
    const reply = await askFor(network, profile, place);
    tried.push(`${place}: ${reply?.status ?? 'no answer'}`);
    if (reply?.status === 200) return read(reply, place, issuer, isInteractive, tried);
    if (!goesOn(reply, profile))
      return { detail: tried.join('; '), findings: [failing(place, reply!)], value: undefined };
  }
  return { detail: tried.join('; '), findings: [missing(issuer, named, tried)], value: guessed(issuer) };
}

function read(
  { json }: Reply,
  place: string,
  issuer: string,
  isInteractive: boolean,
  tried: readonly string[],
): Outcome<FoundServer> {
  const detail = tried.join('; ');
  if (json === undefined) return { detail, findings: [notJson(place)], value: undefined };
  const kind = place.includes('openid-configuration') ? 'oidc' : 'oauth';
  const findings = findingsOfServerDocument(json, { issuer, kind, isInteractive });
  return { detail, findings, value: foundIn(json, place, issuer) };
}

function foundIn(document: JsonObject, place: string, named: string): FoundServer {
  const { issuer, authorization_endpoint: authorize, token_endpoint: token } = document;
  const { registration_endpoint: registration, jwks_uri: jwks } = document;
  const fallback = guessed(named);
  return {
    issuer: typeof issuer === 'string' ? issuer : undefined,
    document,
    place,
    authorizationEndpoint: isUrl(authorize) ? authorize : fallback.authorizationEndpoint,
    tokenEndpoint: isUrl(token) ? token : fallback.tokenEndpoint,
    registrationEndpoint: isUrl(registration) ? registration : undefined,
    jwksUri: isUrl(jwks) ? jwks : undefined,
    authMethods: stringsOf(document['token_endpoint_auth_methods_supported']) ?? [],
  };
}

/** MCP 2025-03-26: the default paths, of servers without metadata. */
function guessed(issuer: string): FoundServer {
  return {
    issuer: undefined,
    document: undefined,
    place: undefined,
    authorizationEndpoint: new URL('/authorize', issuer).href,
    tokenEndpoint: new URL('/token', issuer).href,
    registrationEndpoint: new URL('/register', issuer).href,
    jwksUri: undefined,
    authMethods: [],
  };
}

async function askFor(network: Network, profile: ClientProfile, place: string): Promise<Reply | undefined> {
  try {
    return await network.askAsClient({ url: place, headers: metadataHeaders('application/json') });
  } catch (failure) {
    const isSilence = failure instanceof Unanswered && failure.finding.code === 'unreachable';
    if (isSilence && profile.takesSilenceForAbsence) return undefined;
    throw failure;
  }
}

function goesOn(reply: Reply | undefined, { opensModern }: ClientProfile): boolean {
  return reply === undefined || reply.status < 500 || (opensModern && reply.status === 502);
}

function missing(issuer: string, named: string | undefined, tried: readonly string[]): Finding {
  const [first = ''] = serverMetadataPlaces(issuer);
  return error(
    'server_metadata_missing',
    {
      problem: `The authorization server ${issuer}${named === undefined ? ' (guessed: no metadata names one)' : ''} has no metadata (${tried.join('; ')}), so clients have to guess its endpoints.`,
      mend: `Serve the metadata at ${first} (RFC 8414), publicly, or name the right issuer in authorization_servers of the protected resource metadata.`,
    },
    [],
  );
}

function failing(place: string, { status }: Reply): Finding {
  return error('server_error', {
    problem: `${place} answered ${status}, at which clients give up.`,
    mend: 'Look at the log of the authorization server; answer 404 where there is no document.',
  });
}

function notJson(place: string): Finding {
  return error('server_metadata_invalid', {
    problem: `${place} answered 200 with something that is no JSON object.`,
    mend: 'Serve the metadata there as application/json, or 404 so that clients look elsewhere. Web applications often answer every path with their start page: exempt /.well-known/.',
  });
}
