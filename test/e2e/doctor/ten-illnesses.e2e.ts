import type { IncomingMessage, ServerResponse } from 'node:http';
import { connects } from './official-clients.js';
import { examine } from './examine.js';
import { CREDENTIALS, startPatient, type Illness, type Patient } from './patient.js';

const ELSEWHERE = 'https://elsewhere.example';

const onMcp =
  (
    act: (response: ServerResponse, request: IncomingMessage) => void,
    isMeant = (_: IncomingMessage) => true,
  ) =>
  (request: IncomingMessage, response: ServerResponse) => {
    if (!request.url?.startsWith('/mcp') || !isMeant(request)) return false;
    act(response, request);
    return true;
  };

/** Names, illness, the one cause that has to be named, and what the advice has to say. */
const TEN: readonly [string, Illness, string, RegExp][] = [
  [
    'missing metadata',
    { resourceMetadata: () => undefined },
    'resource_metadata_missing',
    /Serve a JSON document at http.*\/\.well-known\/oauth-protected-resource\/mcp/,
  ],
  ['wrong issuer', { issuer: ELSEWHERE }, 'wrong_issuer', /Set the authorization server's issuer/],
  ['wrong audience', { audience: ELSEWHERE }, 'wrong_audience', /RFC 8707.*"http.*\/mcp" into aud/],
  [
    'no PKCE in the metadata',
    { serverMetadata: (sound) => ({ ...sound, code_challenge_methods_supported: undefined }) },
    'pkce_missing',
    /"code_challenge_methods_supported": \["S256"\]/,
  ],
  [
    '403 without a challenge',
    { intercepts: onMcp((response) => response.writeHead(403).end('Forbidden')) },
    'refused_without_challenge',
    /Answer 401 with WWW-Authenticate/,
  ],
  [
    'a redirecting POST',
    {
      intercepts: onMcp(
        (response) => response.writeHead(302, { location: '/mcp/' }).end(),
        ({ url }) => url === '/mcp',
      ),
    },
    'redirecting_post',
    /Only the slash at the end differs.*Give people http.*\/mcp\//,
  ],
  ['bad CORS', { corsOrigin: 'https://app.example' }, 'bad_cors', /Access-Control-Allow-Origin: \*/],
  [
    'an expired key',
    { signsWithWithdrawnKey: true },
    'expired_key',
    /Publish the key that signs at jwks_uri/,
  ],
  [
    'a slash too many',
    { resourceMetadata: (sound) => ({ ...sound, resource: `${String(sound['resource'])}/` }) },
    'slash_mismatch',
    /Say "resource": "http.*\/mcp"/,
  ],
  [
    'a blocked user agent',
    {
      intercepts: onMcp(
        (response) => response.writeHead(403, { 'content-type': 'text/html' }).end('<h1>Blocked</h1>'),
        ({ headers }) => headers['user-agent'] === 'node',
      ),
    },
    'blocked_user_agent',
    /skip rule for bot protection.*allow "node"/,
  ],
];

describe('the doctor at ten servers, each with one thing wrong', () => {
  let patient: Patient;
  afterEach(() => patient.close());

  it.each(TEN)('names %s, and says how to mend it', async (_what, illness, code, mend) => {
    patient = await startPatient(illness);
    const report = await examine(patient.url, CREDENTIALS);
    expect(report.causes.map((cause) => cause.code)).toEqual([code]);
    expect(report.causes[0]?.mend).toMatch(mend);
    expect(report).toMatchObject({ code: 1, verdict: 'ill' });
    // The walks are what the official clients do: where those arrive, and only there, the walks do.
    const arrived = {
      v1: { connects: await connects('v1', patient.url, CREDENTIALS) },
      v2: { connects: await connects('v2', patient.url, CREDENTIALS) },
    };
    expect(report.clients).toEqual(arrived);
  });

  it('has a cause of its own for each', () => {
    expect(new Set(TEN.map(([, , code]) => code)).size).toBe(TEN.length);
  });

  it('finds nothing at the same server without an illness', async () => {
    patient = await startPatient();
    const report = await examine(patient.url, CREDENTIALS);
    expect(report).toMatchObject({ code: 0, verdict: 'well', causes: [], warnings: [] });
    expect(report.clients).toEqual({ v1: { connects: true }, v2: { connects: true } });
    expect(await connects('v1', patient.url, CREDENTIALS)).toBe(true);
    expect(await connects('v2', patient.url, CREDENTIALS)).toBe(true);
  });
});
