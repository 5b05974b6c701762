import { exportJWK, createLocalJWKSet, generateKeyPair, jwtVerify, SignJWT, type JWK } from 'jose';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

type Json = Record<string, unknown>;

/** What is wrong with a server; nothing unless said. */
export interface Illness {
  /** The document as it is served; undefined for 404. */
  readonly resourceMetadata?: (sound: Json) => Json | undefined;
  readonly serverMetadata?: (sound: Json) => Json | undefined;
  /** In the metadata and in tokens. */
  readonly issuer?: string;
  readonly audience?: string;
  /** Signs with a key that the key set does not hold any more. */
  readonly signsWithWithdrawnKey?: boolean;
  readonly corsOrigin?: string;
  /** Answers a request itself, and says so. */
  readonly intercepts?: (request: IncomingMessage, response: ServerResponse) => boolean;
  readonly refusesToken?: (form: URLSearchParams, authorization: string) => Json | undefined;
}

export interface Patient {
  readonly url: string;
  readonly origin: string;
  /** Method, path and user agent of every request. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

export const CREDENTIALS = { clientId: 'visitor', clientSecret: 'a secret of the visitor' };
const RESOURCE_METADATA = '/.well-known/oauth-protected-resource/mcp';
const SERVER_METADATA = '/.well-known/oauth-authorization-server';

/** An MCP server of revision 2025-11-25 with its own authorization server, which keeps the standards but for its illness. */
export async function startPatient(illness: Illness = {}, host = '127.0.0.1'): Promise<Patient> {
  const signing = await generateKeyPair('ES256');
  const published = illness.signsWithWithdrawnKey === true ? await generateKeyPair('ES256') : signing;
  const kid = illness.signsWithWithdrawnKey === true ? 'withdrawn' : 'current';
  const keys: JWK[] = [
    { ...(await exportJWK(published.publicKey)), kid: 'current', alg: 'ES256', use: 'sig' },
  ];
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url} ${request.headers['user-agent']}`);
    void answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const origin = `http://${host}:${(server.address() as AddressInfo).port}`;
  const url = `${origin}/mcp`;
  const issuer = illness.issuer ?? origin;
  const cors = { 'access-control-allow-origin': illness.corsOrigin ?? '*' };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (illness.intercepts?.(request, response) === true) return;
    const { pathname } = new URL(request.url ?? '/', origin);
    const send = (status: number, body: unknown, headers: Record<string, string> = {}) =>
      void response
        .writeHead(status, { 'content-type': 'application/json', ...cors, ...headers })
        .end(body === undefined ? '' : JSON.stringify(body));
    const allowed = 'authorization, content-type, mcp-protocol-version, mcp-session-id';
    if (request.method === 'OPTIONS')
      return send(204, undefined, { 'access-control-allow-headers': allowed });
    const documents: Record<string, () => unknown> = {
      [RESOURCE_METADATA]: () =>
        as(illness.resourceMetadata, { resource: url, authorization_servers: [origin] }),
      [SERVER_METADATA]: () => as(illness.serverMetadata, soundMetadata()),
      '/jwks': () => ({ keys }),
    };
    const document = documents[pathname]?.();
    if (document !== undefined) return send(200, document);
    const body = await text(request);
    if (pathname === '/authorize') return send(400, { error: 'invalid_client' });
    if (pathname === '/register') return send(400, { error: 'invalid_redirect_uri' });
    if (pathname === '/oauth/token') return token(new URLSearchParams(body), request, send);
    if (pathname === '/mcp') return mcp(body, request, send);
    send(404, { error: 'not found' });
  }

  function soundMetadata(): Json {
    return {
      issuer,
      authorization_endpoint: `${origin}/authorize`,
      token_endpoint: `${origin}/oauth/token`,
      registration_endpoint: `${origin}/register`,
      jwks_uri: `${origin}/jwks`,
      response_types_supported: ['code'],
      code_challenge_methods_supported: ['S256'],
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'none'],
      authorization_response_iss_parameter_supported: true,
    };
  }

  type Send = (status: number, body: unknown, headers?: Record<string, string>) => void;

  async function token(form: URLSearchParams, { headers }: IncomingMessage, send: Send): Promise<void> {
    const expected = Buffer.from(`${CREDENTIALS.clientId}:${CREDENTIALS.clientSecret}`).toString('base64');
    const refusal = illness.refusesToken?.(form, headers.authorization ?? '');
    if (refusal !== undefined) return send(400, refusal);
    if (form.get('grant_type') !== 'client_credentials') return send(400, { error: 'invalid_grant' });
    if (headers.authorization !== `Basic ${expected}`) return send(401, { error: 'invalid_client' });
    const access = await new SignJWT({ client_id: CREDENTIALS.clientId })
      .setProtectedHeader({ alg: 'ES256', kid, typ: 'at+jwt' })
      .setIssuer(issuer)
      .setAudience(illness.audience ?? form.get('resource') ?? url)
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(signing.privateKey);
    send(
      200,
      { access_token: access, token_type: 'Bearer', expires_in: 300 },
      { 'cache-control': 'no-store' },
    );
  }

  async function mcp(body: string, { headers, method }: IncomingMessage, send: Send): Promise<void> {
    if (!(await isAuthorized(headers.authorization))) {
      const challenge = `Bearer resource_metadata="${origin}${RESOURCE_METADATA}"`;
      return send(401, { error: 'invalid_token' }, { 'www-authenticate': challenge });
    }
    if (method !== 'POST') return send(405, { error: 'method not allowed' });
    const message = JSON.parse(body) as { id?: number; method: string };
    if (message.id === undefined) return send(202, undefined);
    const results: Record<string, unknown> = {
      initialize: {
        protocolVersion: '2025-11-25',
        capabilities: { tools: {} },
        serverInfo: { name: 'patient', version: '1.0.0' },
      },
      'tools/list': { tools: [{ name: 'look', inputSchema: { type: 'object' } }] },
    };
    const result = results[message.method];
    const error = { code: -32601, message: 'Method not found' };
    const answered = result === undefined ? { error } : { result };
    send(result === undefined ? 404 : 200, { jsonrpc: '2.0', id: message.id, ...answered });
  }

  async function isAuthorized(authorization = ''): Promise<boolean> {
    const verifying = jwtVerify(authorization.replace(/^Bearer /, ''), createLocalJWKSet({ keys }), {
      issuer,
      audience: url,
    });
    return verifying.then(
      () => true,
      () => false,
    );
  }

  return {
    url,
    origin,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function as(spoil: ((sound: Json) => Json | undefined) | undefined, sound: Json): Json | undefined {
  return spoil === undefined ? sound : spoil(sound);
}
