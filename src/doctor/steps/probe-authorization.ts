import { COMMON_HEADERS } from '../client-profile.js';
import { digestToken, randomSecret } from '../../security/crypto/index.js';
import { error, type Finding, type Generation } from '../finding.js';
import { redirectTarget, type Network, type Reply } from '../network.js';
import { quoted } from '../quoted.js';
import type { Outcome } from '../recorder.js';
import type { FoundServer } from './find-server.js';

/** RFC 8252 §7.3. Nobody listens there: no redirect is followed. */
const REDIRECT_URI = 'http://127.0.0.1:8976/callback';
const UNKNOWN_CLIENT = 'gatehouse-doctor';

export interface AuthorizationProbe {
  readonly clientId: string | undefined;
  readonly resource: string | undefined;
  readonly scope: string | undefined;
}

/** As far as a machine gets: that the endpoint answers an authorization request, and names itself in what it redirects. */
export async function probeAuthorization(
  network: Network,
  server: FoundServer,
  probe: AuthorizationProbe,
  isInteractive: boolean,
): Promise<Outcome<true>> {
  const url = requestTo(server.authorizationEndpoint, probe);
  const headers = { ...COMMON_HEADERS, Accept: 'text/html,application/xhtml+xml' };
  const reply = await network.ask({ url: url.href, headers });
  const place = server.authorizationEndpoint;
  const detail = `${place} answered ${reply.status} to ${probe.clientId === undefined ? 'an unknown client' : 'the client'}`;
  const stops = isInteractive ? undefined : [];
  if (reply.status === 404 || reply.status === 405 || reply.status >= 500) {
    return { detail, findings: [unusable(place, reply, stops)], value: true };
  }
  return { detail, findings: aboutIss(server, reply, stops), value: true };
}

function requestTo(
  endpoint: string,
  { clientId = UNKNOWN_CLIENT, resource, scope }: AuthorizationProbe,
): URL {
  const url = new URL(endpoint);
  const verifier = randomSecret();
  const parameters = {
    response_type: 'code',
    client_id: clientId,
    // RFC 7636 §4.2.
    code_challenge: digestToken(verifier),
    code_challenge_method: 'S256',
    redirect_uri: REDIRECT_URI,
    state: randomSecret(),
    ...(scope !== undefined && { scope }),
    ...(resource !== undefined && { resource }),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url;
}

function unusable(place: string, { status, text }: Reply, stops: readonly Generation[] | undefined): Finding {
  return error(
    'authorize_unusable',
    {
      problem: `The authorization endpoint ${place} answered ${status}: ${quoted(text) || 'nothing'}. Nobody can log in there.`,
      mend: 'Check authorization_endpoint in the metadata and that browsers reach it with GET: a bad request is answered there with a page and a 4xx, not with 404 or an error of the server.',
    },
    stops,
  );
}

/** RFC 9207 §2: errors carry it too. */
function aboutIss(
  { document }: FoundServer,
  reply: Reply,
  stops: readonly Generation[] | undefined,
): Finding[] {
  const target = redirectTarget(reply);
  if (target === undefined || !target.startsWith(REDIRECT_URI)) return [];
  const announced = document?.['authorization_response_iss_parameter_supported'] === true;
  const iss = new URL(target).searchParams.get('iss');
  if (!announced || iss === document?.['issuer']) return [];
  return [
    error(
      'iss_missing',
      {
        problem: `The metadata announces iss in authorization responses, but the redirect has ${iss === null ? 'none' : quoted(iss)}. Clients refuse it.`,
        mend: `Add iss=${quoted(document?.['issuer'])} to every authorization response, errors included (RFC 9207 section 2).`,
      },
      stops,
    ),
  ];
}
