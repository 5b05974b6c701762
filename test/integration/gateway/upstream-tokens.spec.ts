import { Logger } from '@nestjs/common';
import { decodeProtectedHeader, exportPKCS8, generateKeyPair, jwtVerify } from 'jose';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import type { AuditEvent, AuditTrail } from '../../../src/audit/index.js';
import { Clock } from '../../../src/common/clock.js';
import type { Principal } from '../../../src/common/principal.js';
import type { Configuration } from '../../../src/config/index.js';
import { upstreamsSchema } from '../../../src/config/upstreams/upstreams.schema.js';
import type { IdentityAssertion } from '../../../src/gateway/forward-auth/identity-assertion.js';
import { UpstreamAuthorizations } from '../../../src/gateway/upstreams/credentials/upstream-authorizations.js';
import type { ConnectLinks } from '../../../src/gateway/upstreams/grants/connect-links.js';
import type { UpstreamGrants } from '../../../src/gateway/upstreams/grants/upstream-grants.js';
import type { RegisteredClients } from '../../../src/gateway/upstreams/oauth/registered-clients.js';
import { UpstreamCredentials } from '../../../src/gateway/upstreams/credentials/upstream-credentials.js';
import { UpstreamTokenRecords } from '../../../src/gateway/upstreams/credentials/upstream-token-records.js';
import { UpstreamConnections } from '../../../src/gateway/upstreams/peer/upstream-connections.js';
import { Wires } from '../../../src/gateway/upstreams/peer/wires.js';
import { GuardedFetcher, SystemNameResolver, TlsConnector } from '../../../src/security/fetch/index.js';
import { PiiAnalyzer } from '../../../src/security/index.js';
import {
  ScriptedAuthorizationServer,
  sendOAuthError,
  sendToken,
} from '../../support/authorization-server.js';

const SECRET = 's3cret of+the client';
Logger.overrideLogger(false);
const forever = () => new AbortController().signal;

class MovedClock extends Clock {
  ahead = 0;
  now(): Date {
    return new Date(Date.now() + this.ahead * 1_000);
  }
}

/** An MCP server of a 2025 revision that takes some tokens, and says what is wrong with others. */
class ProtectedServer {
  accepts: (token: string | undefined) => boolean = (token) => token !== undefined;
  challenge = 'Bearer';
  status = 401;
  readonly tokens: (string | undefined)[] = [];
  readonly calls: (string | undefined)[] = [];
  private readonly server: Server = createServer((request, response) => void this.hear(request, response));
  readonly documents = new Map<string, unknown>();

  async listen(): Promise<void> {
    await new Promise<void>((listening) => this.server.listen(0, '127.0.0.1', listening));
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private async hear(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'POST') {
      const document = this.documents.get(request.url ?? '');
      if (document === undefined) return void response.writeHead(405).end();
      return void response.setHeader('Content-Type', 'application/json').end(JSON.stringify(document));
    }
    const token = request.headers.authorization?.replace('Bearer ', '');
    const { id, method } = (await json(request)) as { id?: unknown; method: string };
    this.tokens.push(token);
    if (!this.accepts(token)) {
      return void response.writeHead(this.status, { 'WWW-Authenticate': this.challenge }).end();
    }
    if (method === 'tools/call') this.calls.push(token);
    if (id === undefined) return void response.writeHead(202).end();
    if (method === 'server/discover') return void response.writeHead(404).end();
    const serverInfo = { name: 's', version: '1' };
    const result =
      method === 'initialize'
        ? { protocolVersion: '2025-11-25', capabilities: {}, serverInfo }
        : { content: [] };
    response
      .setHeader('Content-Type', 'application/json')
      .end(JSON.stringify({ jsonrpc: '2.0', id, result }));
  }
}

describe('Tokens for an upstream', () => {
  let upstream: ProtectedServer;
  let server: ScriptedAuthorizationServer;
  let clock: MovedClock;
  let records: AuditEvent[];
  const open: UpstreamConnections[] = [];

  beforeEach(async () => {
    upstream = new ProtectedServer();
    await upstream.listen();
    server = await ScriptedAuthorizationServer.start();
    server.answer = (response) => sendToken(response, { access_token: server.nextToken() });
    clock = new MovedClock();
    records = [];
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((connections) => connections.close()));
    upstream.close();
    server.close();
  });

  function connectionsWith(
    authorization: object,
    members: object = {},
    allowed: string[] = [],
  ): UpstreamConnections {
    const declared = {
      ...{ name: 'up', url: `${upstream.origin}/mcp`, private_address: true, scopes: ['read'], pii: 'keep' },
      ...{ identity: 'client_credentials', revision: 'legacy' },
      authorization: { client_id: 'gate house', client_secret_env: 'SECRET', ...authorization },
      ...members,
    };
    const parsed = upstreamsSchema({ SECRET }).parse({ upstreams: [declared] })[0]!;
    const fetching = { fetch: { allowedHosts: allowed } } as unknown as Configuration;
    const fetcher = new GuardedFetcher(new SystemNameResolver(), new TlsConnector(), fetching);
    const trail = { record: (event: AuditEvent) => Promise.resolve(void records.push(event)) } as AuditTrail;
    const assertion = {
      sign: ({ subject, kind }: Principal, audience: string) =>
        Promise.resolve(`about-${kind}-${subject}-for-${audience}`),
    } as IdentityAssertion;
    const authorizations = new UpstreamAuthorizations(fetcher, fetching, {} as RegisteredClients);
    const writing = new UpstreamTokenRecords(trail);
    const nobody = {} as ConnectLinks & UpstreamGrants;
    const credentials = new UpstreamCredentials(assertion, authorizations, clock, writing, nobody, nobody);
    const connections = new UpstreamConnections(
      'up',
      parsed.relay!,
      new Wires(fetcher, new PiiAnalyzer(), credentials),
      clock,
    );
    open.push(connections);
    return connections;
  }

  const named = () => ({ issuer: server.issuer, private_address: true });
  const call = (connections: UpstreamConnections, by?: Principal, signal = forever()) =>
    connections.use(by, signal, (connection) => connection.request('tools/call', { name: 'x' }, { signal }));
  const outcome = (work: Promise<unknown>) =>
    work.then(
      () => 'answered',
      (error: { failure?: string; name?: string }) => error.failure ?? error.name,
    );

  it('are asked for once by all who wait, and kept until shortly before they end', async () => {
    const connections = connectionsWith(named());
    await Promise.all(Array.from({ length: 50 }, () => call(connections)));
    expect([server.asked.length, upstream.calls.length]).toEqual([1, 50]);
    clock.ahead = 260;
    await call(connections);
    expect(server.asked.length).toBe(1);
    clock.ahead = 275;
    await Promise.all([call(connections), call(connections)]);
    expect([server.asked.length, upstream.calls.at(-1)]).toEqual([2, 'given-token-2']);
  });

  it.each([
    ['client_secret_basic', (asked: { authorization?: string | undefined }) => asked.authorization],
    ['client_secret_post', () => server.lastForm['client_secret']],
  ])('are asked for by %s, for the resource', async (method, proofIn) => {
    await call(connectionsWith({ ...named(), token_endpoint_auth_method: method, scopes: ['a', 'b'] }));
    const { headers } = server.asked[0]!;
    // RFC 6749 §2.3.1: each is a form value before it is a part of the header.
    const basic = Buffer.from('gate+house:s3cret+of%2Bthe+client').toString('base64');
    expect(proofIn(headers)).toBe(method === 'client_secret_basic' ? `Basic ${basic}` : SECRET);
    expect(server.lastForm).toMatchObject({
      grant_type: 'client_credentials',
      scope: 'a b',
      resource: `${upstream.origin}/mcp`,
    });
  });

  it('are asked for with an assertion that a key signed', async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
    const file = join(mkdtempSync(join(tmpdir(), 'gatehouse-key-')), 'key.pem');
    writeFileSync(file, await exportPKCS8(privateKey));
    const key = { private_key_file: file, private_key_id: 'key-1', client_secret_env: undefined };
    await call(connectionsWith({ ...named(), ...key }));
    const { client_assertion: assertion = '', client_assertion_type: type } = server.lastForm;
    expect(type).toBe('urn:ietf:params:oauth:client-assertion-type:jwt-bearer');
    expect(decodeProtectedHeader(assertion)).toMatchObject({ alg: 'ES256', kid: 'key-1' });
    const { payload } = await jwtVerify(assertion, publicKey, { audience: server.issuer });
    expect(payload).toMatchObject({ iss: 'gate house', sub: 'gate house' });
  });

  it('are asked for where the file says, without any discovery', async () => {
    await call(connectionsWith({ token_endpoint: `${server.issuer}/elsewhere`, private_address: true }));
    expect(server.fetched).toEqual(['/elsewhere']);
  });

  it('are asked for where the upstream says, for what it calls itself and the scopes it wants', async () => {
    const host = server.issuer.slice('http://'.length);
    upstream.documents.set('/its-metadata', {
      resource: upstream.origin,
      authorization_servers: [server.issuer],
      scopes_supported: ['everything'],
    });
    upstream.challenge = `Basic realm="x", Bearer resource_metadata="${upstream.origin}/its-metadata", scope="one two"`;
    await call(connectionsWith({}, {}, [host]));
    expect(server.lastForm).toMatchObject({ scope: 'one two', resource: upstream.origin });
    expect(upstream.tokens.slice(0, 2)).toEqual([undefined, 'given-token-1']);
  });

  it('are asked for once more after a refusal, by nobody twice', async () => {
    const connections = connectionsWith(named());
    await call(connections);
    upstream.accepts = (token) => token !== 'given-token-1';
    await Promise.all(Array.from({ length: 20 }, () => call(connections)));
    expect(server.asked.length).toBe(2);
    upstream.accepts = () => false;
    const before = upstream.tokens.length;
    expect(await outcome(call(connections))).toBe('not_authorized');
    expect(upstream.tokens.length - before).toBe(2);
  });

  it('reach for further scopes that the upstream names, once, where the file names none', async () => {
    server.answer = (response, { form }) =>
      sendToken(response, { access_token: `with-${form.get('scope')?.replaceAll(' ', '+')}` });
    upstream.challenge = 'Bearer scope="one"';
    const connections = connectionsWith(named());
    await call(connections).catch(() => undefined);
    upstream.status = 403;
    upstream.challenge = 'Bearer error="insufficient_scope", scope="two"';
    upstream.accepts = (token) => token?.includes('two') === true;
    await call(connections);
    expect(upstream.calls.at(-1)).toBe('with-two');
    upstream.accepts = () => false;
    const before = upstream.tokens.length;
    expect(await outcome(call(connections))).toBe('UpstreamScopeError');
    // What it names is what it was given already: asking again would change nothing.
    expect(upstream.tokens.length - before).toBe(1);
  });

  it('stay within the scopes of the file, whatever the upstream names', async () => {
    const connections = connectionsWith({ ...named(), scopes: ['one'] });
    await call(connections);
    upstream.status = 403;
    upstream.challenge = 'Bearer error="insufficient_scope", scope="one two"';
    upstream.accepts = () => false;
    await expect(call(connections)).rejects.toThrow('needs the scopes one two');
    expect(server.asked.map(({ form }) => form.get('scope'))).toEqual(['one']);
    // Nothing is wrong with the server: others are not kept from it.
    expect(connections.trouble).toBeUndefined();
  });

  it('are of each caller by exchange of our word about them', async () => {
    server.answer = (response, { form }) =>
      sendToken(response, {
        access_token: `for-${form.get('subject_token')?.split('-')[2]}`,
        issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      });
    const connections = connectionsWith(
      { ...named(), audience: 'https://api.example', actor_token: true },
      { identity: 'token_exchange' },
    );
    const person = (subject: string): Principal =>
      ({ kind: 'user', subject, clientId: 'agent', scopes: [], roles: [] }) as unknown as Principal;
    await Promise.all(['anna', 'ben', 'anna'].map((subject) => call(connections, person(subject))));
    expect(upstream.calls.toSorted()).toEqual(['for-anna', 'for-anna', 'for-ben']);
    expect(server.asked.length).toBe(2);
    const forms = server.asked.map(({ form }) => Object.fromEntries(form));
    expect(forms.find(({ subject_token: token }) => token?.includes('anna'))).toMatchObject({
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      subject_token: `about-user-anna-for-${server.issuer}`,
      subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
      actor_token: `about-client-agent-for-${server.issuer}`,
      audience: 'https://api.example',
      resource: `${upstream.origin}/mcp`,
    });
  });

  it('that one caller does not get leave the way open for others', async () => {
    server.answer = (response, { form }) =>
      form.get('subject_token')?.includes('ben') === true
        ? sendOAuthError(response, 'access_denied')
        : sendToken(response, { issued_token_type: 'urn:ietf:params:oauth:token-type:access_token' });
    const connections = connectionsWith(named(), { identity: 'token_exchange', breaker: { failures: 1 } });
    const person = (subject: string) =>
      ({ kind: 'user', subject, clientId: 'c', scopes: [] }) as unknown as Principal;
    expect(await outcome(call(connections, person('ben')))).toBe('authorization_refused');
    expect(await outcome(call(connections, person('anna')))).toBe('answered');
  });

  const PRIVATE = 'https://127.0.0.1:8443/token';
  it.each<[string, () => void, string, string]>([
    [
      'another issuer',
      () => (server.metadata = { issuer: 'https://evil.example' }),
      'unavailable',
      'issuer_mismatch',
    ],
    [
      'no token endpoint',
      () => (server.metadata = { token_endpoint: undefined }),
      'unavailable',
      'metadata_invalid',
    ],
    [
      'a token endpoint inside',
      () => (server.metadata = { token_endpoint: PRIVATE }),
      'unavailable',
      'address_not_public',
    ],
    [
      'a token endpoint without TLS',
      () => (server.metadata = { token_endpoint: 'http://x.example/' }),
      'unavailable',
      'not_https',
    ],
    [
      'a redirecting token endpoint',
      () =>
        (server.answer = (response) =>
          void response.writeHead(307, { Location: `${server.issuer}/other` }).end()),
      'unavailable',
      'redirect',
    ],
    [
      'a huge answer',
      () => (server.answer = (response) => sendToken(response, { more: 'x'.repeat(1_000_000) })),
      'unavailable',
      'too_large',
    ],
    [
      'an answer that is no JSON',
      () =>
        (server.answer = (response) =>
          void response.setHeader('Content-Type', 'application/json').end('<html>')),
      'unavailable',
      'answer_invalid',
    ],
    [
      'a token no header can carry',
      () => (server.answer = (response) => sendToken(response, { access_token: 'a\r\nX-Evil: b' })),
      'unavailable',
      'answer_invalid',
    ],
    [
      'a token of another type',
      () => (server.answer = (response) => sendToken(response, { token_type: 'mac' })),
      'unavailable',
      'answer_invalid',
    ],
    [
      'an error',
      () => (server.answer = (response) => sendOAuthError(response, 'unauthorized_client')),
      'refused',
      'unauthorized_client',
    ],
    [
      'an error nobody registered',
      () => (server.answer = (response) => sendOAuthError(response, '<script>홍길동')),
      'refused',
      'refused',
    ],
  ])('are not had from a server with %s', async (_what, script, failure, reason) => {
    script();
    const connections = connectionsWith(named());
    const error = await call(connections).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ failure: `authorization_${failure}`, upstream: 'up' });
    const denied = records.filter(({ eventType }) => eventType === 'upstream-token.denied');
    expect(denied).toMatchObject([{ outcome: 'failure', reason, target: { type: 'upstream', id: 'up' } }]);
    expect(upstream.tokens).toEqual([]);
    // Neither what we sent nor what came back is in what is shown, kept or logged.
    const said = JSON.stringify([denied, everythingIn(error)]);
    for (const secret of [SECRET, 'given-token', 'secret-of-the-server']) expect(said).not.toContain(secret);
  });

  it('are not had for another resource than the upstream', async () => {
    upstream.documents.set('/.well-known/oauth-protected-resource/mcp', {
      resource: 'https://other.example/mcp',
      authorization_servers: [server.issuer],
    });
    expect(await outcome(call(connectionsWith({}, {}, [server.issuer.slice('http://'.length)])))).toBe(
      'authorization_unavailable',
    );
    expect(server.fetched).toEqual([]);
  });

  it('are not had from another server than the first, to which the secret is known', async () => {
    const other = await ScriptedAuthorizationServer.start();
    const hosts = [server, other].map(({ issuer }) => issuer.slice('http://'.length));
    const name = ({ issuer }: ScriptedAuthorizationServer) =>
      upstream.documents.set('/.well-known/oauth-protected-resource/mcp', {
        resource: `${upstream.origin}/mcp`,
        authorization_servers: [issuer],
      });
    name(server);
    const connections = connectionsWith({}, {}, hosts);
    await call(connections);
    name(other);
    upstream.accepts = (token) => token !== 'given-token-1';
    expect(await outcome(call(connections))).toBe('authorization_unavailable');
    expect(other.asked).toEqual([]);
    other.close();
  });

  it('are on record, and are in no record', async () => {
    await call(connectionsWith({ ...named(), scopes: ['one'] }));
    expect(records).toMatchObject([
      {
        eventType: 'upstream-token.issued',
        outcome: 'success',
        actor: { kind: 'system' },
        details: { grant_type: 'client_credentials', expires_in: 300 },
      },
    ]);
    expect(JSON.stringify(records)).not.toContain('given-token-');
  });
});

/** All that a log could write of an error and its causes. */
function everythingIn(error: unknown): unknown {
  if (typeof error !== 'object' || error === null) return error;
  return Object.fromEntries(
    Object.getOwnPropertyNames(error).map((name) => {
      const value = (error as Record<string, unknown>)[name];
      return [name, name === 'cause' ? everythingIn(value) : String(value)];
    }),
  );
}
