import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { auditRecords } from '../../support/audit-records.js';
import { startChildServer, type ChildServer } from '../../support/child-server.js';
import { createClient, type TestClient } from '../../support/clients.js';
import { freePort } from '../../support/free-port.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { REVERSE_PROXIES, type ReverseProxy } from './reverse-proxies.js';

const SPOOFED = ['X-User-Id', 'X-Client-Id', 'X-Scopes', 'X-Gatehouse-Identity'];
const ENVELOPE = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientCapabilities': {},
};

interface Seen {
  readonly requests: readonly { readonly method: string; readonly headers: readonly string[] }[];
  readonly calls: readonly string[];
}

interface CallOptions {
  readonly tool?: string;
  /** What the header says instead. */
  readonly named?: string;
  /** Whether it is of a revision whose headers bind. */
  readonly binding?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Unprotected, on the bare SDK; each proxy has one of its own, so that what reached it is told apart. */
interface Guarded {
  readonly proxyPort: number;
  readonly serverPort: number;
  readonly url: string;
}

describe('MCP servers behind reverse proxies that ask for a verdict', () => {
  const children: ChildServer[] = [];
  const guarded = new Map<string, Guarded>();
  const installed = REVERSE_PROXIES.filter(({ program }) => existsSync(program));
  let folder: string;
  let gatehouse: Gatehouse;
  let reader: TestClient;
  let administrator: TestClient;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'gatehouse-upstreams-'));
    for (const { name } of REVERSE_PROXIES) {
      const [proxyPort, serverPort] = [await freePort(), await freePort()];
      guarded.set(name, { proxyPort, serverPort, url: `http://localhost:${proxyPort}/mcp` });
    }
    const file = join(folder, 'upstreams.json');
    writeFileSync(file, JSON.stringify({ upstreams: REVERSE_PROXIES.map(declared) }));
    gatehouse = await startGatehouse({ env: { UPSTREAMS_FILE: file } });
    reader = await createClient(gatehouse, { scopes: ['mcp.access', 'read'], audiences: [gatehouse.url] });
    administrator = await createClient(gatehouse, {
      scopes: ['mcp.access', 'Admin.Write', 'read'],
      audiences: [gatehouse.url],
    });
    for (const proxy of installed) {
      const { proxyPort, serverPort } = at(proxy);
      const fixture = [process.execPath, 'test/fixtures/forward-auth/mcp-server.mjs'] as const;
      children.push(await startChildServer(fixture, serverPort, { PORT: String(serverPort) }));
      const places = { proxyPort, serverPort, gatehousePort: gatehouse.port, upstream: proxy.name };
      children.push(await proxy.start(places));
    }
  }, 120_000);

  afterAll(async () => {
    await Promise.all(children.map((child) => child.stop()));
    await gatehouse.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  function at({ name }: ReverseProxy): Guarded {
    const place = guarded.get(name);
    if (place === undefined) throw new Error(`nothing is planned for ${name}`);
    return place;
  }

  function declared(proxy: ReverseProxy): object {
    return {
      name: proxy.name,
      resource: at(proxy).url,
      scopes: ['mcp.access'],
      tools: [
        { name: 'read_*', scopes: ['read'] },
        { name: 'delete_*', scopes: ['Admin.Write'] },
      ],
      forward_auth: { proxy: proxy.name, binds_headers: true },
    };
  }

  function tokenFor(proxy: ReverseProxy, client: TestClient, scope: string): Promise<string> {
    return gatehouse.token({ ...client, scope, resource: at(proxy).url });
  }

  async function seen(proxy: ReverseProxy): Promise<Seen> {
    return (await (await fetch(`http://127.0.0.1:${at(proxy).serverPort}/seen`)).json()) as Seen;
  }

  /** A `tools/call` of 2026-07-28, or of 2025-11-25 without the headers that bind. */
  function call(
    proxy: ReverseProxy,
    token: string | undefined,
    { tool = 'read_note', named, binding = true, headers = {} }: CallOptions = {},
  ): Promise<Response> {
    const bound = {
      'MCP-Protocol-Version': '2026-07-28',
      'Mcp-Method': 'tools/call',
      'Mcp-Name': named ?? tool,
    };
    return fetch(at(proxy).url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/json, text/event-stream',
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        ...(binding ? bound : { 'MCP-Protocol-Version': '2025-11-25' }),
        ...headers,
      },
      body: JSON.stringify({
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/call',
        params: { name: tool, arguments: {}, ...(binding && { _meta: ENVELOPE }) },
      }),
    });
  }

  describe.each(REVERSE_PROXIES.map((proxy) => [proxy.name, proxy] as const))('%s', (name, proxy) => {
    const itWithProxy = installed.includes(proxy) ? it : it.skip;

    itWithProxy('relays the challenge to a client without a token, which finds the metadata', async () => {
      const before = (await seen(proxy)).requests.length;
      const answer = await call(proxy, undefined);
      expect(answer.status).toBe(401);
      const challenge = answer.headers.get('www-authenticate') ?? '';
      const metadataUrl = /resource_metadata="([^"]+)"/.exec(challenge)?.[1] ?? '';
      expect(metadataUrl).toBe(`${gatehouse.url}/.well-known/oauth-protected-resource/mcp/${name}`);
      const metadata = { resource: at(proxy).url, authorization_servers: [gatehouse.url] };
      expect(await (await fetch(metadataUrl)).json()).toMatchObject(metadata);
      const origin = new URL(at(proxy).url).origin;
      const besideIt = await fetch(`${origin}/.well-known/oauth-protected-resource/mcp`);
      expect(await besideIt.json()).toMatchObject(metadata);
      expect((await seen(proxy)).requests).toHaveLength(before);
    });

    itWithProxy('refuses a token for Gatehouse itself', async () => {
      const answer = await call(proxy, await gatehouse.token());
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toContain('error="invalid_token"');
    });

    itWithProxy('lets the official client call what it may, and says who calls', async () => {
      const token = await tokenFor(proxy, reader, 'mcp.access read');
      const client = new Client(
        { name: 'forward-auth-e2e', version: '1.0.0' },
        { versionNegotiation: { mode: 'auto' } },
      );
      await client.connect(
        new StreamableHTTPClientTransport(new URL(at(proxy).url), {
          requestInit: { headers: { Authorization: `Bearer ${token}` } },
        }),
      );
      expect((await client.listTools()).tools.map((tool) => tool.name)).toContain('read_note');
      const result = await client.callTool({ name: 'read_note', arguments: {} });
      expect(result.content).toEqual([{ type: 'text', text: 'read_note done' }]);
      await client.close();
      await expectIdentity((await seen(proxy)).requests.at(-1)?.headers ?? [], token);
    });

    async function expectIdentity(rawHeaders: readonly string[], token: string): Promise<void> {
      const headers = new Headers(pairs(rawHeaders));
      expect(headers.get('x-client-id')).toBe(reader.clientId);
      expect(headers.get('x-scopes')).toBe('mcp.access read');
      expect(headers.get('authorization')).toBeNull();
      expect(rawHeaders.join('\n')).not.toContain(token);
      const keys = createRemoteJWKSet(new URL(`${gatehouse.url}/.well-known/jwks.json`));
      const { payload, protectedHeader } = await jwtVerify(headers.get('x-gatehouse-identity') ?? '', keys, {
        issuer: gatehouse.url,
        audience: at(proxy).url,
        requiredClaims: ['exp', 'jti'],
      });
      expect(protectedHeader.typ).toBe('gatehouse-identity+jwt');
      expect(payload).toMatchObject({
        sub: reader.clientId,
        client_id: reader.clientId,
        subject_kind: 'client',
      });
    }

    itWithProxy('refuses a tool that needs more, naming the scope, and lets who has it', async () => {
      const refused = await call(proxy, await tokenFor(proxy, reader, 'mcp.access read'), {
        tool: 'delete_note',
      });
      expect(refused.status).toBe(403);
      const challenge = refused.headers.get('www-authenticate') ?? '';
      expect(challenge).toContain('error="insufficient_scope"');
      expect(challenge).toContain('scope="Admin.Write"');
      expect(challenge).toContain('resource_metadata=');
      expect((await seen(proxy)).calls).not.toContain('delete_note');
      const token = await tokenFor(proxy, administrator, 'mcp.access Admin.Write');
      expect((await call(proxy, token, { tool: 'delete_note' })).status).toBe(200);
      expect((await seen(proxy)).calls).toContain('delete_note');
    });

    itWithProxy('takes away what a client says about itself', async () => {
      const token = await tokenFor(proxy, reader, 'mcp.access read');
      const spoofed = Object.fromEntries(SPOOFED.map((header) => [header, 'somebody-else']));
      const answer = await call(proxy, token, { headers: { ...spoofed, 'X-Original-Method': 'GET' } });
      expect(answer.status).toBe(200);
      const headers = (await seen(proxy)).requests.at(-1)?.headers ?? [];
      expect(headers).not.toContain('somebody-else');
      const names = pairs(headers).map(([header]) => header.toLowerCase());
      expect(names.filter((header) => header === 'x-client-id')).toHaveLength(1);
    });

    itWithProxy('takes it away in the spelling that CGI and WSGI take for the same', async () => {
      const token = await tokenFor(proxy, reader, 'mcp.access read');
      const spellings = SPOOFED.flatMap((header) => [
        header.replaceAll('-', '_'),
        header.replace('-', '_'),
        header.toUpperCase().replace(/-(?!.*-)/, '_'),
      ]);
      const spoofed = Object.fromEntries(spellings.map((header) => [header, 'somebody-else']));
      expect((await call(proxy, token, { headers: spoofed })).status).toBe(200);
      const { headers = [] } = (await seen(proxy)).requests.at(-1) ?? {};
      expect(headers.length).toBeGreaterThan(0);
      expect(headers.join('\n')).not.toContain('somebody-else');
    });

    itWithProxy('says of no person where a client acts for itself', async () => {
      const token = await tokenFor(proxy, reader, 'mcp.access read');
      expect((await call(proxy, token)).status).toBe(200);
      const said = pairs((await seen(proxy)).requests.at(-1)?.headers ?? []);
      const users = said.filter(([header, value]) => header.toLowerCase() === 'x-user-id' && value !== '');
      expect(users).toEqual([]);
    });

    itWithProxy('says who calls though the client would have that taken away', async () => {
      const token = await tokenFor(proxy, reader, 'mcp.access read');
      const { port, pathname } = new URL(at(proxy).url);
      const request = httpRequest({
        ...{ port, path: pathname, method: 'POST' },
        headers: {
          ...{ 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream' },
          ...{ Authorization: `Bearer ${token}`, Connection: ['close', ...SPOOFED].join(', ') },
          ...{ 'MCP-Protocol-Version': '2026-07-28', 'Mcp-Method': 'tools/call', 'Mcp-Name': 'read_note' },
        },
      });
      const params = { name: 'read_note', arguments: {}, _meta: ENVELOPE };
      request.end(JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params }));
      const [answer] = (await once(request, 'response')) as [IncomingMessage];
      answer.resume();
      expect(answer.statusCode).toBe(200);
      const said = pairs((await seen(proxy)).requests.at(-1)?.headers ?? []);
      const names = said.map(([header]) => header.toLowerCase());
      for (const header of ['x-client-id', 'x-scopes', 'x-gatehouse-identity'])
        expect(names).toContain(header);
    });

    itWithProxy('never lets a call pass under the name of another', async () => {
      const token = await tokenFor(proxy, reader, 'mcp.access read');
      const before = (await seen(proxy)).calls;
      const answer = await call(proxy, token, { tool: 'delete_note', named: 'read_note' });
      expect(answer.status).toBe(400);
      expect((await seen(proxy)).calls).toEqual(before);
    });

    itWithProxy('lets no call pass in a charset that says something else to the server', async () => {
      const token = await tokenFor(proxy, reader, 'mcp.access read');
      const before = (await seen(proxy)).requests.length;
      const otherwise: Record<string, string>[] = [
        { 'Content-Type': 'application/json; charset=utf-7' },
        { 'Content-Encoding': 'br' },
      ];
      for (const headers of otherwise) {
        const answer = await call(proxy, token, { binding: false, headers });
        expect(answer.status).toBe(proxy.sendsBody ? 415 : 403);
      }
      expect((await seen(proxy)).requests).toHaveLength(before);
    });

    itWithProxy('tells the tools of older revisions apart only where the body comes along', async () => {
      const token = await tokenFor(proxy, reader, 'mcp.access read');
      const spoofed = { 'X-Original-Method': 'GET', 'X-Forwarded-Method': 'GET' };
      const reading = await call(proxy, token, { binding: false, headers: spoofed });
      const deleting = await call(proxy, token, { binding: false, tool: 'delete_note', headers: spoofed });
      expect([reading.status, deleting.status]).toEqual([proxy.sendsBody ? 200 : 403, 403]);
      const all = await tokenFor(proxy, administrator, 'mcp.access Admin.Write read');
      expect((await call(proxy, all, { binding: false })).status).toBe(200);
    });
  });

  it('has a record of each verdict, with the tool and the reason', async () => {
    const { name } = installed[0] ?? { name: '' };
    const records = await auditRecords(gatehouse);
    const own = records.filter(({ target }) => (target as { id: string } | null)?.id === name);
    expect(own).toContainEqual(
      expect.objectContaining({
        event_type: 'upstream.permitted',
        client_id: reader.clientId,
        details: { mcp_method: 'tools/call', tool: 'read_note' },
      }),
    );
    expect(own).toContainEqual(
      expect.objectContaining({
        event_type: 'upstream.denied',
        reason: 'insufficient_scope',
        details: { mcp_method: 'tools/call', tool: 'delete_note', scopes_needed: ['Admin.Write'] },
      }),
    );
  });
});

function pairs(rawHeaders: readonly string[]): [string, string][] {
  return rawHeaders.flatMap((name, index) =>
    index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? ''] as [string, string]] : [],
  );
}
