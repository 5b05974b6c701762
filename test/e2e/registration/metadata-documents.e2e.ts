import { Browser } from '../../support/browser.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import {
  LOOPBACK_AUTHORITY_FILE,
  sendJson,
  startLoopbackHttps,
  type LoopbackHttps,
} from '../../support/loopback-https.js';
import { createUser, type TestUser } from '../../support/people.js';
import { challengeOf, newVerifier } from './pkce.js';

/** As programs publish it: nobody knows the port yet. */
const PUBLISHED_CALLBACK = 'http://127.0.0.1/callback';
const CALLBACK = 'http://127.0.0.1:54321/callback';

describe('a client id that is the URL of a metadata document', () => {
  let site: LoopbackHttps;
  /** Trusted by nobody: what reaches it got past the guard. */
  let sink: LoopbackHttps;
  let gatehouse: Gatehouse;
  let user: TestUser;
  const documents = new Map<string, object>();

  beforeAll(async () => {
    site = await startLoopbackHttps((request, response) => {
      const document = documents.get(request.url ?? '');
      if (document === undefined) response.writeHead(404).end();
      else sendJson(response, document);
    });
    sink = await startLoopbackHttps((_request, response) => sendJson(response, {}));
    gatehouse = await startGatehouse({
      env: { FETCH_ALLOWED_HOSTS: site.host, NODE_EXTRA_CA_CERTS: LOOPBACK_AUTHORITY_FILE },
    });
    user = await createUser(gatehouse, { roles: ['user'] });
  });
  afterAll(async () => {
    await gatehouse.stop();
    await site.close();
    await sink.close();
  });

  const publish = (name: string, change: object = {}): string => {
    const clientId = `${site.url}/${name}`;
    documents.set(`/${name}`, {
      client_id: clientId,
      client_name: 'Agent',
      redirect_uris: [PUBLISHED_CALLBACK],
      ...change,
    });
    return clientId;
  };
  const authorizationUrl = (clientId: string, verifier = newVerifier()) => {
    const url = new URL(`${gatehouse.url}/oauth2/authorize`);
    url.search = new URLSearchParams({
      response_type: 'code',
      client_id: clientId,
      redirect_uri: CALLBACK,
      scope: 'mcp.access',
      code_challenge: challengeOf(verifier),
      code_challenge_method: 'S256',
    }).toString();
    return url;
  };
  const authorize = (clientId: string) => fetch(authorizationUrl(clientId), { redirect: 'manual' });
  const post = (path: string, body: Record<string, string>) =>
    fetch(`${gatehouse.url}${path}`, { method: 'POST', body: new URLSearchParams(body) });

  it('is announced', async () => {
    const metadata = (await (
      await fetch(`${gatehouse.url}/.well-known/oauth-authorization-server`)
    ).json()) as object;
    expect(metadata).toMatchObject({
      client_id_metadata_document_supported: true,
      registration_endpoint: `${gatehouse.url}/oauth2/register`,
    });
  });

  it('lets a person log in, at whatever port the program listens, with one fetch', async () => {
    const clientId = publish('agent.json');
    const verifier = newVerifier();
    const answer = await new Browser(user).signIn(authorizationUrl(clientId, verifier));
    expect(`${answer.origin}${answer.pathname}`).toBe(CALLBACK);
    const token = await post('/oauth2/token', {
      grant_type: 'authorization_code',
      code: answer.searchParams.get('code') ?? '',
      redirect_uri: CALLBACK,
      client_id: clientId,
      code_verifier: verifier,
    });
    const { access_token: accessToken } = (await token.json()) as { access_token: string };
    const hello = await fetch(`${gatehouse.url}/hello`, {
      headers: { authorization: `Bearer ${accessToken}` },
    });
    expect(hello.status).toBe(200);
    expect(site.requests.filter((path) => path === '/agent.json')).toHaveLength(1);
  });

  it('can be pushed', async () => {
    const clientId = publish('pushed.json');
    const pushed = await post('/oauth2/par', Object.fromEntries(authorizationUrl(clientId).searchParams));
    expect(pushed.status).toBe(201);
    const refused = await post(
      '/oauth2/par',
      Object.fromEntries(authorizationUrl(`${site.url}/none.json`).searchParams),
    );
    expect(refused.status).toBe(400);
  });

  it('fetches nothing at the token endpoint, whoever asks', async () => {
    const clientId = publish('token.json');
    const answer = await post('/oauth2/token', {
      grant_type: 'authorization_code',
      code: 'x',
      client_id: clientId,
    });
    expect(answer.status).toBe(401);
    expect(site.requests).not.toContain('/token.json');
  });

  it.each([
    ['another client id', { client_id: 'https://elsewhere.example/client.json' }],
    ['no name', { client_name: '' }],
    ['another redirect URI', { redirect_uris: ['http://127.0.0.1/elsewhere'] }],
    ['a secret', { client_secret: 'hunter2' }],
    ['a method with a secret', { token_endpoint_auth_method: 'client_secret_post' }],
    [
      'a key whose name cannot be stored',
      { jwks: { keys: [{ kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'B'.repeat(43), kid: '\u0000' }] } },
    ],
    ['more than 5 KB', { filler: 'x'.repeat(5_200) }],
  ])('redirects nobody when the document has %s', async (what, change) => {
    const answer = await authorize(publish(`${encodeURIComponent(what)}.json`, change));
    expect({ status: answer.status, location: answer.headers.get('location') }).toEqual({
      status: 400,
      location: null,
    });
    expect(await answer.text()).not.toContain('hunter2');
  });

  it.each([
    'https://127.0.0.1:PORT/client.json',
    'https://[::1]:PORT/client.json',
    'https://[::ffff:7f00:1]:PORT/client.json',
    'https://0.0.0.0:PORT/client.json',
    'https://localhost:PORT/client.json',
    'https://2130706433:PORT/client.json',
    'https://0x7f.1:PORT/client.json',
    'https://017700000001:PORT/client.json',
    'https://user@localhost:PORT/client.json',
    'http://localhost:PORT/client.json',
  ])('connects to nothing of this machine: %s', async (url) => {
    const answer = await authorize(url.replace('PORT', String(sink.port)));
    expect(answer.status).toBe(400);
    expect(await answer.text()).not.toMatch(/address|private|loopback|refused/i);
    expect(sink.connections()).toBe(0);
  });

  it('fetches neither logos nor request objects nor key sets that a client names', async () => {
    const inside = `${sink.url}/inside`;
    const clientId = publish('named.json', {
      logo_uri: inside,
      client_uri: inside,
      policy_uri: inside,
      jwks_uri: inside,
    });
    const url = authorizationUrl(clientId);
    const browser = new Browser(user);
    await browser.signIn(url);
    url.searchParams.set('request_uri', inside);
    await fetch(url, { redirect: 'manual' });
    expect(sink.connections()).toBe(0);
  });
});
