import type { IncomingMessage, ServerResponse } from 'node:http';
import { connects } from './official-clients.js';
import { examine } from './examine.js';
import { CREDENTIALS, startPatient, type Illness, type Patient } from './patient.js';

/** Answers what comes to the path itself, unless `isMeant` says no. */
const at =
  (path: string, act: (response: ServerResponse) => void, isMeant = (_: IncomingMessage): boolean => true) =>
  (request: IncomingMessage, response: ServerResponse): boolean => {
    if (request.url?.split('?')[0] !== path || !isMeant(request)) return false;
    act(response);
    return true;
  };
const posted = ({ method }: IncomingMessage) => method === 'POST';
const withoutToken = ({ headers }: IncomingMessage) => headers.authorization === undefined;
const withToken = (request: IncomingMessage) => !withoutToken(request);

/** Illness, causes, and what is only worth knowing. */
const MORE: readonly [string, Illness, string[], string[]][] = [
  [
    'a 401 without a challenge',
    { intercepts: at('/mcp', (response) => response.writeHead(401).end(), withoutToken) },
    [],
    ['challenge_missing'],
  ],
  [
    'a redirect that keeps the method and the origin',
    {
      intercepts: at(
        '/mcp',
        (response) => response.writeHead(307, { location: '/mcp?moved' }).end(),
        ({ url, method }) => url === '/mcp' && method === 'POST',
      ),
    },
    [],
    ['redirected_post'],
  ],
  [
    'no metadata of the authorization server',
    { serverMetadata: () => undefined },
    ['server_metadata_missing', 'token_unusable'],
    [],
  ],
  [
    'a start page where metadata should be',
    {
      intercepts: at('/.well-known/oauth-authorization-server', (response) =>
        response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'),
      ),
    },
    ['server_metadata_invalid'],
    [],
  ],
  [
    'a log-in page at the token endpoint',
    {
      intercepts: at(
        '/oauth/token',
        (response) => response.writeHead(302, { location: '/login' }).end(),
        posted,
      ),
    },
    ['token_unusable'],
    [],
  ],
  [
    'a scope that nobody told of',
    {
      intercepts: at(
        '/mcp',
        (response) =>
          response
            .writeHead(403, { 'www-authenticate': 'Bearer error="insufficient_scope", scope="hidden"' })
            .end(),
        withToken,
      ),
    },
    ['insufficient_scope'],
    [],
  ],
  [
    'a server that fails',
    { intercepts: at('/mcp', (response) => response.writeHead(502).end('Bad Gateway'), withToken) },
    ['server_error'],
    [],
  ],
  [
    'no iss announced',
    {
      serverMetadata: (sound) => ({ ...sound, authorization_response_iss_parameter_supported: undefined }),
    },
    [],
    ['iss_not_announced'],
  ],
  [
    'an iss that is announced and not sent',
    {
      intercepts: at('/authorize', (response) =>
        response.writeHead(302, { location: 'http://127.0.0.1:8976/callback?error=access_denied' }).end(),
      ),
    },
    ['iss_missing'],
    [],
  ],
];

describe('the doctor at further servers', () => {
  let patient: Patient;
  afterEach(() => patient.close());

  it.each(MORE)('names %s', async (_what, illness, causes, warnings) => {
    patient = await startPatient(illness);
    const { url } = patient;
    const report = await examine(url, CREDENTIALS);
    expect(report.causes.map(({ code }) => code)).toEqual(causes);
    expect(report.warnings.map(({ code }) => code)).toEqual(warnings);
    expect(report.code).toBe(causes.length === 0 ? 0 : 1);
    expect(report.clients).toEqual({
      v1: { connects: await connects('v1', url, CREDENTIALS) },
      v2: { connects: await connects('v2', url, CREDENTIALS) },
    });
  });

  it('asks for registration unless clients are registered beforehand', async () => {
    patient = await startPatient({
      serverMetadata: (sound) => ({ ...sound, registration_endpoint: undefined }),
    });
    const report = await examine(patient.url);
    expect(report.causes.map(({ code }) => code)).toEqual(['no_registration']);
    expect(await examine(patient.url, undefined, '--registered')).toMatchObject({ verdict: 'well', code: 0 });
  });

  it('registers nothing', async () => {
    patient = await startPatient({
      intercepts: at('/register', (response) => response.writeHead(201).end('{"client_id":"new"}'), posted),
    });
    const report = await examine(patient.url);
    expect(report.warnings.map(({ code }) => code)).toContain('registration_unusable');
    expect(report).toMatchObject({ verdict: 'well' });
  });

  it('takes the lack of CORS for a fault where a page has to get along', async () => {
    const isPublic = /^\/(\.well-known|oauth|register|jwks)/;
    patient = await startPatient({
      intercepts: (request, response) => {
        const write = response.writeHead.bind(response);
        response.writeHead = ((status: number, headers: Record<string, string> = {}) => {
          const { 'access-control-allow-origin': _, ...others } = headers;
          return write(status, others);
        }) as typeof response.writeHead;
        return isPublic.test(request.url ?? '') && request.method === 'OPTIONS'
          ? Boolean(response.writeHead(405).end())
          : false;
      },
    });
    const lenient = await examine(patient.url, CREDENTIALS);
    expect(lenient.causes).toEqual([]);
    expect(lenient.warnings.map(({ code }) => code)).toEqual(['cors_missing']);
    const strict = await examine(patient.url, CREDENTIALS, '--origin', 'https://app.example');
    expect(strict.causes.map(({ code }) => code)).toEqual(['bad_cors']);
  });
});
