import { createRemoteJWKSet, decodeJwt, jwtVerify, type JWTVerifyResult } from 'jose';
import { mkdtempSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  ScriptedAuthorizationServer,
  sendOAuthError,
  sendToken,
  type AskedOfServer,
} from '../../support/authorization-server.js';
import { startChildServer, type ChildServer } from '../../support/child-server.js';
import { freePort } from '../../support/free-port.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { upstreamsFile } from '../../support/upstreams-file.js';
import { startRecordingProxy, type RecordingProxy } from './recording-proxy.js';
import { referenceServer } from './reference-servers.js';
import { connectHttp, GENERATIONS, type Generation } from './upstream-clients.js';

const SECRET = 'a-secret-for-the-upstream';
const FIXTURES = resolve('test/fixtures/gateway');
/** What each person granted is in person-grants.e2e.ts: for these callers there is no person. */
const WAYS = [
  ...(['stdio', 'plain', 'static', 'signed', 'stateless'] as const),
  ...(['client-credentials', 'token-exchange'] as const),
];
type Way = (typeof WAYS)[number];
const TOKEN_WAYS: readonly Way[] = ['client-credentials', 'token-exchange'];

describe('The token of a client', () => {
  let gatehouse: Gatehouse;
  const children: ChildServer[] = [];
  const proxies = new Map<Way, RecordingProxy>();
  /** Before the authorization server of `client_credentials`, which is a Gatehouse as well. */
  let issuer: RecordingProxy;
  let other: Gatehouse;
  /** The authorization server of `token_exchange`. */
  let exchange: ScriptedAuthorizationServer;
  const subjects: JWTVerifyResult[] = [];
  const record = join(mkdtempSync(join(tmpdir(), 'gatehouse-record-')), 'stdin');

  beforeAll(async () => {
    const [legacyPort, statelessPort] = [await freePort(), await freePort()];
    const [program = '', ...args] = referenceServer('everything', 'streamableHttp');
    children.push(await startChildServer([program, ...args], legacyPort, { PORT: String(legacyPort) }));
    const stateless = join(FIXTURES, 'stateless-server.mjs');
    children.push(
      await startChildServer([process.execPath, stateless, String(statelessPort)], statelessPort),
    );
    for (const way of WAYS.filter((each) => each !== 'stdio'))
      proxies.set(way, await startRecordingProxy({ port: way === 'stateless' ? statelessPort : legacyPort }));
    const port = await freePort();
    issuer = await startRecordingProxy({ port });
    exchange = await ScriptedAuthorizationServer.start();
    exchange.answer = exchangeAssertion;
    other = await startGatehouse({ port, env: { PUBLIC_URL: originOf(issuer) } });
    gatehouse = await startGatehouse({
      env: {
        UPSTREAMS_FILE: upstreamsFile(WAYS.map(declarationOf)),
        UPSTREAM_SECRET: SECRET,
        ISSUER_SECRET: 'secret',
      },
    });
  });
  afterAll(async () => {
    await gatehouse.stop();
    await other.stop();
    await issuer.close();
    exchange.close();
    await Promise.all([...proxies.values()].map((proxy) => proxy.close()));
    await Promise.all(children.map((child) => child.stop()));
  });

  function declarationOf(way: Way): object {
    const common = { name: way, scopes: ['write'], pii: 'keep' };
    if (way === 'stdio') {
      const args = [join(FIXTURES, 'recording-stdio.mjs'), record, ...referenceServer('everything', 'stdio')];
      return { ...common, command: process.execPath, args };
    }
    if (TOKEN_WAYS.includes(way))
      return {
        ...common,
        url: proxies.get(way)!.url,
        private_address: true,
        identity: way.replace('-', '_'),
        ...clientOf(way),
      };
    const identity = way === 'static' || way === 'signed' ? way : 'none';
    const credential =
      way === 'static' ? { credential_header: 'X-Api-Key', credential_env: 'UPSTREAM_SECRET' } : {};
    return { ...common, url: proxies.get(way)!.url, private_address: true, identity, ...credential };
  }

  function clientOf(way: Way): object {
    const named =
      way === 'client-credentials'
        ? { issuer: originOf(issuer), resource: originOf(issuer), client_id: 'mcp-client' }
        : { issuer: exchange.issuer, client_id: 'gatehouse', actor_token: true };
    return { authorization: { ...named, private_address: true, client_secret_env: 'ISSUER_SECRET' } };
  }

  /** RFC 8693 for who trusts our keys: takes nothing but a word of ours about somebody, made for this server. */
  async function exchangeAssertion(response: ServerResponse, { form }: AskedOfServer): Promise<void> {
    const keys = createRemoteJWKSet(new URL(`http://localhost:${gatehouse.port}/.well-known/jwks.json`));
    const assertion = form.get('subject_token') ?? '';
    const options = { audience: exchange.issuer, typ: 'gatehouse-identity+jwt', maxTokenAge: '1m' };
    const verified = await jwtVerify(assertion, keys, options).catch(() => undefined);
    if (verified === undefined) return sendOAuthError(response, 'invalid_request');
    subjects.push(verified);
    sendToken(response, {
      access_token: `exchanged-for-${verified.payload.sub}`,
      issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
    });
  }

  const receivedBy = (way: Way): string =>
    way === 'stdio' ? readFileSync(record, 'utf8') : proxies.get(way)!.received();

  const cases = WAYS.flatMap((way) => GENERATIONS.map((generation) => [way, generation] as const));

  it.each(cases)('never reaches an upstream: %s, %s client', async (way, generation: Generation) => {
    const token = await gatehouse.token({ scope: 'mcp.access write' });
    const client = await connectHttp(generation, `http://localhost:${gatehouse.port}/mcp/${way}`, token);
    const tools = await client.tools();
    expect(tools.length).toBeGreaterThan(1);
    const tool = way === 'stateless' ? 'count' : 'echo';
    await client.callTool(tool, { message: `${way} ${generation}`, to: 1 }, { onProgress: () => undefined });
    await client.callTool(tool, {});
    await client.request('resources/list');
    await client.request('resources/read', { uri: 'demo://resource/dynamic/text/1' });
    await client.request('prompts/list');
    await client.request('prompts/get', { name: 'simple-prompt' });
    await client.close();
    const received = receivedBy(way);
    expect(received).toContain('tools/call');
    // Nor does it reach the authorization servers.
    const asked = exchange.asked.map(({ body, headers }) => JSON.stringify([body, headers]));
    const places = [received, issuer.received(), ...asked];
    const [header = '', payload = '', signature = ''] = token.split('.');
    for (const part of [token, `${header}.${payload}`, payload, signature])
      for (const place of places) expect(place).not.toContain(part);
    if (!TOKEN_WAYS.includes(way)) expect(received.toLowerCase()).not.toContain('bearer');
  });

  it('is replaced by the secret that is declared', () => {
    expect(receivedBy('static')).toContain(`X-Api-Key ${SECRET}`);
    for (const way of WAYS.filter((each) => each !== 'static')) expect(receivedBy(way)).not.toContain(SECRET);
  });

  it('is replaced by a signed identity, which the upstream can verify', async () => {
    const received = receivedBy('signed');
    expect(received).toContain('X-Client-Id mcp-client');
    const [, assertion = ''] = /X-Gatehouse-Identity (\S+)/.exec(received) ?? [];
    const keys = createRemoteJWKSet(new URL(`http://localhost:${gatehouse.port}/.well-known/jwks.json`));
    const { payload, protectedHeader } = await jwtVerify(assertion, keys, {
      audience: proxies.get('signed')!.url,
    });
    expect(protectedHeader.typ).toBe('gatehouse-identity+jwt');
    expect(payload).toMatchObject({ client_id: 'mcp-client', subject_kind: 'client' });
  });

  it('is replaced by a token that another Gatehouse gave to ours', () => {
    const [, token = ''] = /Authorization Bearer (\S+)/.exec(receivedBy('client-credentials')) ?? [];
    expect(decodeJwt(token)).toMatchObject({ iss: originOf(issuer), client_id: 'mcp-client' });
    // One for all callers, whatever they spoke.
    expect(issuer.received().match(/POST \/oauth2\/token/g)).toHaveLength(1);
  });

  it('is replaced by a token for our word about the caller', () => {
    expect(receivedBy('token-exchange')).toContain('Authorization Bearer exchanged-for-mcp-client');
    expect(subjects.map(({ payload }) => payload.sub)).toEqual(['mcp-client']);
    // The word itself is for the authorization server alone.
    expect(receivedBy('token-exchange')).not.toContain(exchange.lastForm['subject_token']);
  });

  it('is not in the environment of a child either, and nothing else of ours is', () => {
    const [first = ''] = readFileSync(record, 'utf8').split('\n');
    const { env } = JSON.parse(first) as { env: Record<string, string> };
    expect(Object.keys(env).filter((name) => !['PATH', 'HOME', 'LANG'].includes(name))).toEqual([]);
  });
});

function originOf({ url }: RecordingProxy): string {
  return new URL(url).origin;
}
