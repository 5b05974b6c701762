import { createServer, type AddressInfo, type Socket } from 'node:net';
import { DataSource } from 'typeorm';
import { Clients } from '../../../src/auth/index.js';
import { MetadataDocumentClients } from '../../../src/auth/metadata-documents/metadata-document-clients.js';
import { RequestContext } from '../../../src/common/request-context.js';
import { traceOf } from '../../../src/observability/index.js';
import { Connector, NameResolver } from '../../../src/security/fetch/index.js';
import { within } from '../../support/eventually.js';
import { CountingConnector, TableResolver } from '../../support/fetch-doubles.js';
import { sendJson, startLoopbackHttps, type LoopbackHttps } from '../../support/loopback-https.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { startReplica, type Replica } from '../auth-guards/replica.js';

const PUBLIC = '93.184.216.34';
const CALLBACK = 'http://127.0.0.1/callback';

interface Published {
  document: unknown;
  headers?: Record<string, string>;
  status?: number;
}

/** Takes connections and says nothing, under another name than the site's. */
interface SilentServer {
  readonly host: string;
  connections(): number;
  close(): void;
}

async function startSilentServer(): Promise<SilentServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => void sockets.add(socket.on('error', () => undefined)));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const close = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    connections: () => sockets.size,
    close,
  };
}

describe('clients of metadata documents', () => {
  let site: LoopbackHttps;
  let silent: SilentServer;
  let database: TestDatabase;
  let replica: Replica;
  let clients: MetadataDocumentClients;
  const connector = new CountingConnector();
  const published = new Map<string, Published>();
  let count = 0;

  beforeAll(async () => {
    site = await startLoopbackHttps((request, response) => {
      const {
        document,
        headers,
        status = 200,
      } = published.get(request.url ?? '') ?? { document: {}, status: 404 };
      if (status !== 200) response.writeHead(status, headers).end();
      else if (typeof document === 'string') response.writeHead(200, headers).end(document);
      else sendJson(response, document, headers);
    });
    silent = await startSilentServer();
    database = await createTestDatabase({
      FETCH_ALLOWED_HOSTS: `${site.host},${silent.host}`,
      REGISTRATIONS_PER_MINUTE: '100000',
    });
    const resolver = new TableResolver({
      'flips.example': [[PUBLIC], ['127.0.0.1']],
      'inside.example': [['10.1.2.3']],
      'mixed.example': [[PUBLIC, '127.0.0.1']],
    });
    replica = await startReplica(
      database,
      [],
      [
        [NameResolver, resolver],
        [Connector, connector],
      ],
    );
    clients = replica.module.get(MetadataDocumentClients);
  });
  afterAll(async () => {
    await replica.close();
    await database.drop();
    await site.close();
    silent.close();
  });

  /** Publishes a document under a URL of its own; members that are undefined are left out. */
  const publish = (change: Record<string, unknown> = {}, headers: Record<string, string> = {}) => {
    const path = `/client-${(count += 1)}.json`;
    const clientId = `${site.url}${path}`;
    const document = { client_id: clientId, client_name: 'Agent', redirect_uris: [CALLBACK], ...change };
    published.set(path, { document, headers });
    return { clientId, path };
  };
  const republish = (path: string, change: Partial<Published>) =>
    published.set(path, { ...(published.get(path) ?? { document: {} }), ...change });
  /** As somebody at an address, whose fetches are counted together. */
  const find = (clientId: string) => {
    const context = new RequestContext(
      'test',
      traceOf(undefined),
      { address: '192.0.2.1', userAgent: '' },
      new Date(),
    );
    return RequestContext.run(context, () => clients.find(clientId));
  };
  const refusalOf = async (clientId: string) => {
    try {
      await find(clientId);
    } catch (error) {
      return (error as { reason?: string; code?: string }).reason ?? (error as { code?: string }).code;
    }
    return 'none';
  };
  const fetchesOf = (path: string) => site.requests.filter((each) => each === path).length;
  const records = (clientId: string) =>
    replica.module
      .get(DataSource)
      .query<{ event_type: string }[]>(
        `SELECT event_type FROM audit_records WHERE target_id = $1 ORDER BY occurred_at`,
        [clientId],
      );

  it('are public clients with what their document says, kept as rows and recorded', async () => {
    const { clientId } = publish({ scope: 'read unknown', client_uri: 'https://agent.example/' });
    expect(await find(clientId)).toMatchObject({
      clientId,
      clientName: 'Agent',
      registrationOrigin: 'metadata-document',
      tokenEndpointAuthMethods: ['none'],
      redirectUris: [CALLBACK],
      applicationType: 'native',
      grantTypes: ['authorization_code', 'refresh_token'],
      scopes: ['read'],
      roles: [],
      secretDigest: undefined,
    });
    expect(await records(clientId)).toEqual([{ event_type: 'client.registered' }]);
  });

  it('are fetched once by many at the same time, and again only when the document has aged', async () => {
    const { clientId, path } = publish({}, { 'cache-control': 'max-age=600' });
    await Promise.all(Array.from({ length: 20 }, () => find(clientId)));
    replica.clock.offsetMs += 590_000;
    await find(clientId);
    expect(fetchesOf(path)).toBe(1);
    replica.clock.offsetMs += 20_000;
    await find(clientId);
    expect(fetchesOf(path)).toBe(2);
  });

  it('are what the document says now, with the change recorded', async () => {
    const { clientId, path } = publish({}, { 'cache-control': 'no-store' });
    await find(clientId);
    const redirectUris = ['https://agent.example/callback'];
    republish(path, { document: { client_id: clientId, client_name: 'Agent', redirect_uris: redirectUris } });
    expect(await find(clientId)).toMatchObject({ redirectUris: [CALLBACK] });
    replica.clock.offsetMs += 61_000;
    expect(await find(clientId)).toMatchObject({ redirectUris, applicationType: 'web' });
    expect((await records(clientId)).map(({ event_type }) => event_type)).toEqual([
      'client.registered',
      'client.updated',
    ]);
  });

  it('are refused when the document has gone, once it has aged; tokens go by the row', async () => {
    const { clientId, path } = publish({}, { 'cache-control': 'max-age=60' });
    await find(clientId);
    republish(path, { status: 404 });
    expect(await find(clientId)).toMatchObject({ clientId });
    replica.clock.offsetMs += 61_000;
    expect(await refusalOf(clientId)).toBe('metadata_document_status');
    expect(await replica.module.get(Clients).find(clientId)).toMatchObject({ clientId });
  });

  it('of a server that never answers keep nobody from those of others', async () => {
    const held = Array.from({ length: 10 }, (_, index) => refusalOf(`https://${silent.host}/${index}.json`));
    expect(await within(4_000, () => silent.connections() >= 10)).toBe(true);
    const { clientId } = publish();
    expect(await refusalOf(`https://${silent.host}/one-more.json`)).toBe('service-unavailable');
    expect(await refusalOf(clientId)).toBe('none');
    silent.close();
    expect(new Set(await Promise.all(held)).has('none')).toBe(false);
  });

  it('that were refused are not fetched again at once', async () => {
    const { clientId, path } = publish({ client_name: undefined });
    for (let index = 0; index < 5; index += 1)
      expect(await refusalOf(clientId)).toBe('invalid_client_metadata');
    expect(fetchesOf(path)).toBe(1);
    replica.clock.offsetMs += 61_000;
    await refusalOf(clientId);
    expect(fetchesOf(path)).toBe(2);
  });

  it.each([
    ['another client id', { client_id: 'https://elsewhere.example/client.json' }, 'invalid_client_metadata'],
    ['no client id', { client_id: undefined }, 'invalid_client_metadata'],
    ['no name', { client_name: undefined }, 'invalid_client_metadata'],
    ['no redirect URIs', { redirect_uris: undefined }, 'invalid_redirect_uri'],
    ['a redirect URI of a script', { redirect_uris: ['javascript:alert(1)'] }, 'invalid_redirect_uri'],
    ['a secret', { client_secret: 'hunter2' }, 'invalid_client_metadata'],
    [
      'a method with a secret',
      { token_endpoint_auth_method: 'client_secret_basic' },
      'invalid_client_metadata',
    ],
    [
      'a signing method without keys',
      { token_endpoint_auth_method: 'private_key_jwt' },
      'invalid_client_metadata',
    ],
    ['a symmetric key', { jwks: { keys: [{ kty: 'oct', k: 'c2VjcmV0' }] } }, 'invalid_client_metadata'],
    ['a list', [], 'invalid_client_metadata'],
    ['no JSON', 'hello', 'metadata_document_media_type'],
  ])('are refused for %s', async (_what, change, reason) => {
    const { clientId, path } = publish(typeof change === 'object' && !Array.isArray(change) ? change : {});
    if (typeof change === 'string' || Array.isArray(change)) republish(path, { document: change });
    expect(await refusalOf(clientId)).toBe(reason);
    expect(await replica.module.get(Clients).find(clientId)).toBeUndefined();
  });

  it('are refused for a document over 5 KB', async () => {
    const { clientId } = publish({ filler: 'x'.repeat(5_200) });
    expect(await refusalOf(clientId)).toBe('metadata_document_too_large');
  });

  it('are refused for a redirect', async () => {
    const { clientId, path } = publish();
    republish(path, { status: 302, headers: { location: `${site.url}/client-1.json` } });
    expect(await refusalOf(clientId)).toBe('metadata_document_redirect');
  });

  it.each([
    'https://127.0.0.1:PORT/client.json',
    'https://[::1]:PORT/client.json',
    'https://[::ffff:7f00:1]:PORT/client.json',
    'https://0.0.0.0:PORT/client.json',
    'https://any.localhost:PORT/client.json',
    'https://169.254.169.254/latest/meta-data',
    'https://10.0.0.1/client.json',
    'https://inside.example/client.json',
    'https://mixed.example/client.json',
  ])('are not fetched from inside the network: %s', async (url) => {
    const before = { targets: connector.targets.length, connections: site.connections() };
    expect(await refusalOf(url.replace('PORT', String(site.port)))).toBe(
      'metadata_document_address_not_public',
    );
    expect({ targets: connector.targets.length, connections: site.connections() }).toEqual(before);
  });

  it('are fetched from the address that was checked when their name flips', async () => {
    const before = connector.targets.length;
    const connections = site.connections();
    expect(await refusalOf(`https://flips.example:${site.port}/client-1.json`)).toBe(
      'metadata_document_unreachable',
    );
    expect(connector.targets.slice(before).map(({ address }) => address)).toEqual([PUBLIC]);
    expect(site.connections()).toBe(connections);
  });

  it('are nothing but an unknown client to everybody who does not ask a person', async () => {
    const { clientId, path } = publish();
    expect(await replica.module.get(Clients).find(clientId)).toBeUndefined();
    expect(fetchesOf(path)).toBe(0);
  });
});
