import type { Configuration } from '../../../src/config/index.js';
import { AuthorizationServerDiscovery } from '../../../src/gateway/upstreams/oauth/authorization-server-discovery.js';
import { ClientRegistration } from '../../../src/gateway/upstreams/oauth/client-registration.js';
import type { ClientIdentity } from '../../../src/gateway/upstreams/oauth/oauth-client.js';
import {
  RegisteredClients,
  type RegistrationKey,
} from '../../../src/gateway/upstreams/oauth/registered-clients.js';
import { GuardedFetcher, SystemNameResolver, TlsConnector } from '../../../src/security/fetch/index.js';
import { ScriptedAuthorizationServer, sendOAuthError } from '../../support/authorization-server.js';

/** As the table keeps them. */
class InMemory extends RegisteredClients {
  readonly kept = new Map<string, ClientIdentity>();
  find(key: RegistrationKey): Promise<ClientIdentity | undefined> {
    return Promise.resolve(this.kept.get(JSON.stringify(key)));
  }
  keep(key: RegistrationKey, client: ClientIdentity): Promise<ClientIdentity> {
    const first = this.kept.get(JSON.stringify(key)) ?? client;
    this.kept.set(JSON.stringify(key), first);
    return Promise.resolve(first);
  }
}

const REDIRECT_URI = 'https://gatehouse.example/upstreams/up/callback';
const DOCUMENT = 'https://gatehouse.example/upstreams/client.json';

describe('Gatehouse at an authorization server that does not know it', () => {
  let server: ScriptedAuthorizationServer;
  let clients: InMemory;

  beforeEach(async () => {
    server = await ScriptedAuthorizationServer.start();
    clients = new InMemory();
    server.metadata = { registration_endpoint: `${server.issuer}/register` };
    server.answer = (response) =>
      void response
        .writeHead(201, { 'Content-Type': 'application/json' })
        .end(JSON.stringify({ client_id: `client-${server.asked.length}`, client_secret: 'given' }));
  });
  afterEach(() => server.close());

  async function identify(registration = made(), upstream = 'up'): Promise<ClientIdentity> {
    const privateHosts = [server.issuer.slice('http://'.length)];
    const authorization = { issuer: server.issuer, privateHosts } as never;
    const found = await new AuthorizationServerDiscovery(fetcher).find(
      { url: 'https://up.example/mcp', authorization, privateHosts },
      undefined,
    );
    return registration.identify(found, {
      ...{ upstream, redirectUri: REDIRECT_URI, metadataDocument: DOCUMENT, privateHosts },
    });
  }
  const fetching = { fetch: { allowedHosts: [] } } as unknown as Configuration;
  const fetcher = new GuardedFetcher(new SystemNameResolver(), new TlsConnector(), fetching);
  const made = () => new ClientRegistration(fetcher, clients);

  it('registers once, whoever comes at the same time, and is remembered', async () => {
    const registration = made();
    const found = await Promise.all([identify(registration), identify(registration), identify(registration)]);
    expect(found).toEqual(Array(3).fill(found[0]));
    expect(found[0]).toEqual({
      clientId: 'client-1',
      authentication: { method: 'client_secret_basic', secret: 'given' },
    });
    expect(await identify(made())).toEqual(found[0]);
    expect(server.asked.length).toBe(1);
    expect(JSON.parse(server.asked[0]!.body)).toMatchObject({
      redirect_uris: [REDIRECT_URI],
      grant_types: ['authorization_code', 'refresh_token'],
      token_endpoint_auth_method: 'client_secret_basic',
      application_type: 'web',
    });
    // For another upstream it is another client: each has its own redirect URI.
    expect(await identify(made(), 'other')).toMatchObject({ clientId: 'client-2' });
  });

  it('shows its document instead where the server reads such', async () => {
    server.metadata['client_id_metadata_document_supported'] = true;
    expect(await identify()).toEqual({ clientId: DOCUMENT, authentication: { method: 'none' } });
    expect(server.asked).toEqual([]);
  });

  it.each<[string, readonly string[], object, object]>([
    ['none, when nothing else is offered', ['none'], { client_id: 'c' }, { method: 'none' }],
    [
      'what the server decided, whatever was asked',
      ['client_secret_basic'],
      { client_id: 'c', client_secret: 's', token_endpoint_auth_method: 'client_secret_post' },
      { method: 'client_secret_post', secret: 's' },
    ],
  ])('proves itself by %s', async (_what, offered, answer, expected) => {
    server.metadata['token_endpoint_auth_methods_supported'] = offered;
    server.answer = (response) => void response.writeHead(201).end(JSON.stringify(answer));
    expect(await identify()).toMatchObject({ authentication: expected });
  });

  it.each<[string, () => void, string]>([
    ['does not register anybody', () => (server.metadata = {}), 'registration_missing'],
    [
      'refuses',
      () => (server.answer = (response) => sendOAuthError(response, 'invalid_client_metadata')),
      'refused',
    ],
    [
      'gives no id',
      () => (server.answer = (response) => void response.writeHead(201).end('{}')),
      'answer_invalid',
    ],
    [
      'gives no secret where one is needed',
      () => (server.answer = (response) => void response.writeHead(201).end('{"client_id":"c"}')),
      'answer_invalid',
    ],
    [
      'registers at an address inside',
      () => (server.metadata = { registration_endpoint: 'https://127.0.0.1:8443/register' }),
      'unreachable',
    ],
  ])('has no name at one that %s', async (_what, script, failure) => {
    script();
    await expect(identify()).rejects.toMatchObject({ name: 'AuthorizationError', failure });
    expect(clients.kept.size).toBe(0);
  });
});
