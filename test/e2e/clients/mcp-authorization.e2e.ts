import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { Client as ClientV1 } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as TransportV1 } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { cli } from '../../support/cli.js';
import { describeWithChromium, Person } from '../../support/person.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { createUser, type TestUser } from '../../support/people.js';
import { startMetadataDocuments, type MetadataDocuments } from '../../support/metadata-documents.js';
import { StoredCredentials } from './stored-credentials.js';

const IDENTITY = { name: 'gatehouse-e2e', version: '1.0.0' };
const TOOL = { name: 'get_oauth2_server_status', arguments: {} };

/** An official client that knows nothing but the URL, and connects with credentials it stores itself. */
interface OfficialClient {
  /** @returns the parameters to be given to `finish`, when it had to send the person to a browser. */
  connect(credentials: StoredCredentials): Promise<Connection>;
}

interface Connection {
  readonly isConnected: boolean;
  finish(parameters: URLSearchParams): Promise<void>;
  callTool(): Promise<{ readonly isError?: boolean }>;
  close(): Promise<void>;
}

const v2 = (endpoint: () => URL, options: ConstructorParameters<typeof Client>[1]): OfficialClient => ({
  async connect(credentials) {
    const client = new Client(IDENTITY, options);
    const transport = new StreamableHTTPClientTransport(endpoint(), { authProvider: credentials });
    return {
      isConnected: await succeeds(client.connect(transport)),
      finish: (parameters) => transport.finishAuth(parameters),
      callTool: async () => (await client.callTool(TOOL)) as { isError?: boolean },
      close: () => client.close(),
    };
  },
});

const v1 = (endpoint: () => URL): OfficialClient => ({
  async connect(credentials) {
    const client = new ClientV1(IDENTITY);
    const transport = new TransportV1(endpoint(), { authProvider: credentials });
    return {
      isConnected: await succeeds(client.connect(transport)),
      finish: (parameters) => transport.finishAuth(parameters.get('code') ?? ''),
      callTool: async () => (await client.callTool(TOOL)) as { isError?: boolean },
      close: () => client.close(),
    };
  },
});

async function succeeds(attempt: Promise<unknown>): Promise<boolean> {
  try {
    await attempt;
    return true;
  } catch (error) {
    if (/unauthorized/i.test(String(error))) return false;
    throw error;
  }
}

describeWithChromium('the official MCP client, told nothing but the URL', () => {
  let gatehouse: Gatehouse;
  let documents: MetadataDocuments;
  let user: TestUser;
  let person: Person;
  const endpoint = (): URL => new URL(`${gatehouse.url}/mcp`);

  beforeAll(async () => {
    documents = await startMetadataDocuments();
    gatehouse = await startGatehouse({
      env: { ...documents.environment, REGISTRATION: 'open', NATIVE_REFRESH_RETRY: 'true' },
    });
    user = await createUser(gatehouse, { roles: ['user'] });
    person = await Person.start(user);
  }, 120_000);
  afterAll(async () => {
    await person.stop();
    await gatehouse.stop();
    await documents.stop();
  });

  const CLIENTS = [
    ['v2, auto', v2(endpoint, { versionNegotiation: { mode: 'auto' } })],
    ['v2, default mode', v2(endpoint, {})],
    ['v1', v1(endpoint)],
  ] as const;
  const WAYS = ['registration', 'a metadata document'] as const;

  it.each(CLIENTS.flatMap(([name, client]) => WAYS.map((way) => [name, way, client] as const)))(
    '%s, through %s: logs in, consents, calls, refreshes, and is refused once revoked',
    async (_name, way, client) => {
      const credentials = new StoredCredentials(
        person.callback,
        way === 'registration' ? undefined : documents.publish(person.callback),
      );
      const first = await client.connect(credentials);
      expect(first.isConnected).toBe(false);
      const answer = await person.signIn(credentials.takeAuthorizationUrl());
      expect(answer.searchParams.get('iss')).toBe(gatehouse.url);
      await first.finish(answer.searchParams);
      const second = await client.connect(credentials);
      expect(second.isConnected).toBe(true);
      expect((await second.callTool()).isError).not.toBe(true);

      // The access token is gone: the client refreshes by itself, without a person.
      credentials.forgetAccessToken();
      expect((await second.callTool()).isError).not.toBe(true);
      expect(credentials.authorizationUrl).toBeUndefined();

      await revoke(gatehouse, user, credentials.clientId);
      credentials.forgetAccessToken();
      await expect(second.callTool()).rejects.toThrow();
      // It asks for a person again: nothing of the old authorization is left.
      expect(credentials.authorizationUrl).toBeDefined();
      await second.close();
    },
    120_000,
  );

  it('survives a refresh whose answer was lost', async () => {
    const [, client] = CLIENTS[0];
    const credentials = new StoredCredentials(person.callback);
    const first = await client.connect(credentials);
    await first.finish((await person.signIn(credentials.takeAuthorizationUrl())).searchParams);
    const connection = await client.connect(credentials);
    const lost = await refresh(gatehouse, credentials);
    credentials.forgetAccessToken();
    expect((await connection.callTool()).isError).not.toBe(true);
    // Not a second branch: the very token whose answer was lost.
    expect(credentials.refreshToken).toBe(lost);
    await connection.close();
  }, 120_000);
});

async function refresh(gatehouse: Gatehouse, credentials: StoredCredentials): Promise<string> {
  const answer = await fetch(`${gatehouse.url}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: credentials.refreshToken,
      client_id: credentials.clientId,
    }),
  });
  return ((await answer.json()) as { refresh_token: string }).refresh_token;
}

async function revoke(gatehouse: Gatehouse, user: TestUser, clientId: string): Promise<void> {
  await cli(gatehouse.database, ['grant', 'revoke', user.username, '--client', clientId, '--json']);
}
