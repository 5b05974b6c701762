import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as oauth from 'oauth4webapi';
import * as openid from 'openid-client';
import passport from 'passport';
import { Strategy as OAuth2Strategy } from 'passport-oauth2';
import { AuthorizationCode, ClientCredentials } from 'simple-oauth2';
import { Browser } from '../../support/browser.js';
import { createClient, type TestClient } from '../../support/clients.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { createUser, type TestUser } from '../../support/people.js';

const CALLBACK = 'http://127.0.0.1:9/callback';

/** Clients of the npm registry as their manuals say, none of them told anything about Gatehouse. */
describe('OAuth clients for Node.js', () => {
  let gatehouse: Gatehouse;
  let user: TestUser;
  let client: TestClient;

  beforeAll(async () => {
    gatehouse = await startGatehouse();
    user = await createUser(gatehouse, { roles: ['user'] });
    client = await createClient(gatehouse, {
      redirectUris: [CALLBACK],
      grantTypes: ['authorization_code', 'refresh_token', 'client_credentials'],
      scopes: ['mcp.access', 'read', 'openid', 'profile', 'email', 'offline_access'],
    });
  }, 120_000);
  afterAll(() => gatehouse.stop());

  const signIn = (url: URL) => new Browser(user).signIn(url);
  const hello = (token: string) =>
    fetch(`${gatehouse.url}/hello`, { headers: { authorization: `Bearer ${token}` } });

  it('openid-client logs a person in, asks who it is, refreshes and revokes', async () => {
    const configuration = await openid.discovery(
      new URL(gatehouse.url),
      client.clientId,
      undefined,
      openid.ClientSecretBasic(client.clientSecret),
      { execute: [openid.allowInsecureRequests] },
    );
    const verifier = openid.randomPKCECodeVerifier();
    const nonce = openid.randomNonce();
    const state = openid.randomState();
    const redirect = await signIn(
      openid.buildAuthorizationUrl(configuration, {
        redirect_uri: CALLBACK,
        scope: 'openid profile mcp.access',
        code_challenge: await openid.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        nonce,
        state,
      }),
    );
    const tokens = await openid.authorizationCodeGrant(configuration, redirect, {
      pkceCodeVerifier: verifier,
      expectedNonce: nonce,
      expectedState: state,
      idTokenExpected: true,
    });
    const subject = tokens.claims()?.sub ?? '';
    const person = await openid.fetchUserInfo(configuration, tokens.access_token, subject);
    expect(person.preferred_username).toBe(user.username);
    expect((await hello(tokens.access_token)).status).toBe(200);
    const refreshed = await openid.refreshTokenGrant(configuration, tokens.refresh_token ?? '');
    expect((await hello(refreshed.access_token)).status).toBe(200);
    await openid.tokenRevocation(configuration, refreshed.refresh_token ?? '');
    await expect(openid.refreshTokenGrant(configuration, refreshed.refresh_token ?? '')).rejects.toThrow();
  });

  it('openid-client pushes its request and reads an introspection', async () => {
    const configuration = await openid.discovery(
      new URL(gatehouse.url),
      client.clientId,
      undefined,
      openid.ClientSecretPost(client.clientSecret),
      { execute: [openid.allowInsecureRequests] },
    );
    const verifier = openid.randomPKCECodeVerifier();
    const pushed = await openid.buildAuthorizationUrlWithPAR(configuration, {
      redirect_uri: CALLBACK,
      scope: 'mcp.access',
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    expect(pushed.searchParams.has('scope')).toBe(false);
    const redirect = await signIn(pushed);
    const tokens = await openid.authorizationCodeGrant(configuration, redirect, {
      pkceCodeVerifier: verifier,
    });
    const introspection = await openid.tokenIntrospection(configuration, tokens.access_token);
    expect(introspection).toMatchObject({ active: true, client_id: client.clientId, scope: 'mcp.access' });
  });

  it('oauth4webapi completes a code flow and a client credentials grant', async () => {
    const issuer = new URL(gatehouse.url);
    const insecure = { [oauth.allowInsecureRequests]: true };
    const discovery = await oauth.discoveryRequest(issuer, { algorithm: 'oauth2', ...insecure });
    const server = await oauth.processDiscoveryResponse(issuer, discovery);
    const identity: oauth.Client = { client_id: client.clientId };
    const authentication = oauth.ClientSecretBasic(client.clientSecret);
    const verifier = oauth.generateRandomCodeVerifier();
    const state = oauth.generateRandomState();
    const url = new URL(server.authorization_endpoint ?? '');
    url.search = new URLSearchParams({
      client_id: client.clientId,
      redirect_uri: CALLBACK,
      response_type: 'code',
      scope: 'mcp.access read',
      state,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    }).toString();
    const parameters = oauth.validateAuthResponse(server, identity, await signIn(url), state);
    const answer = await oauth.authorizationCodeGrantRequest(
      server,
      identity,
      authentication,
      parameters,
      CALLBACK,
      verifier,
      insecure,
    );
    const tokens = await oauth.processAuthorizationCodeResponse(server, identity, answer);
    expect((await hello(tokens.access_token)).status).toBe(200);
    const own = await oauth.processClientCredentialsResponse(
      server,
      identity,
      await oauth.clientCredentialsGrantRequest(
        server,
        identity,
        authentication,
        { scope: 'mcp.access' },
        insecure,
      ),
    );
    expect((await hello(own.access_token)).status).toBe(200);
    expect(own.refresh_token).toBeUndefined();
  });

  it('simple-oauth2 gets tokens for itself and for a person', async () => {
    const options = {
      client: { id: client.clientId, secret: client.clientSecret },
      auth: {
        tokenHost: gatehouse.url,
        tokenPath: '/oauth2/token',
        authorizePath: '/oauth2/authorize',
        revokePath: '/oauth2/revoke',
      },
    };
    const { authorizePath: _authorizePath, ...withoutBrowser } = options.auth;
    const own = await new ClientCredentials({ ...options, auth: withoutBrowser }).getToken({
      scope: 'mcp.access',
    });
    expect((await hello(String(own.token['access_token']))).status).toBe(200);
    const flow = new AuthorizationCode(options);
    const verifier = oauth.generateRandomCodeVerifier();
    const request = {
      redirect_uri: CALLBACK,
      scope: 'mcp.access',
      state: 'a-state-of-its-own',
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    };
    const redirect = await signIn(new URL(flow.authorizeURL(request)));
    const exchange = { code: redirect.searchParams.get('code') ?? '', redirect_uri: CALLBACK };
    const token = await flow.getToken({ ...exchange, code_verifier: verifier } as typeof exchange);
    const refreshed = await token.refresh();
    expect((await hello(String(refreshed.token['access_token']))).status).toBe(200);
    await refreshed.revokeAll();
    expect((await hello(String(refreshed.token['access_token']))).status).toBe(401);
  });

  it('passport-oauth2 logs a person in to an application', async () => {
    const application = await startApplication(gatehouse, client);
    try {
      const redirect = await application.login(signIn);
      expect(await (await application.callback(redirect)).text()).toMatch(/^\S+\.\S+\.\S+$/);
    } finally {
      application.server.close();
    }
  });
});

/** A small web application that uses passport-oauth2 as its manual says. */
async function startApplication(gatehouse: Gatehouse, client: TestClient) {
  const session: Record<string, unknown> = {};
  const strategy = new OAuth2Strategy(
    {
      authorizationURL: `${gatehouse.url}/oauth2/authorize`,
      tokenURL: `${gatehouse.url}/oauth2/token`,
      clientID: client.clientId,
      clientSecret: client.clientSecret,
      callbackURL: CALLBACK,
      scope: 'mcp.access',
      state: true,
      pkce: true,
    },
    (accessToken: string, _refreshToken: string, _profile: unknown, done: (e: null, user: object) => void) =>
      done(null, { accessToken }),
  );
  const instance = new passport.Passport();
  instance.use(strategy);
  const server: Server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    Object.assign(request, { session, query: Object.fromEntries(url.searchParams) });
    const authenticate = instance.authenticate('oauth2', { session: false }) as (
      request: IncomingMessage,
      response: ServerResponse,
      next: (error?: unknown) => void,
    ) => void;
    authenticate(request, response, (error) => {
      const { user } = request as IncomingMessage & { user?: { accessToken: string } };
      response.statusCode = error === undefined ? 200 : 500;
      response.end(user?.accessToken ?? String(error));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    server,
    async login(signIn: (url: URL) => Promise<URL>): Promise<URL> {
      const answer = await fetch(`${base}/login`, { redirect: 'manual' });
      return signIn(new URL(answer.headers.get('location') ?? ''));
    },
    callback: (redirect: URL) => fetch(`${base}/callback${redirect.search}`),
  };
}
